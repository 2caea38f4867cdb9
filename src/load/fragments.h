/* SPDX-License-Identifier: MIT */
/* Links to a heading, of the same document (“#cac-buoc”) or of another (“a.md#cac-buoc”): it must
 * be there. */
#pragma once

#include "base/report.h"
#include "model/site.h"

/* Reports the links of all documents of the site that lead to no heading. It parses the documents
 * that lead and those they lead to, once more: the thread must have no body of its own. */
void fragments_check (const Site *site, Report *report);
