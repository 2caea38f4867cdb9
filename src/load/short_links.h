/* SPDX-License-Identifier: MIT */
/* content/q.csv: what printed codes lead to for good, and where that is today. */
#pragma once

#include "base/report.h"
#include "model/site.h"

#define SHORT_LINKS_FILE "content/q.csv"

/* Reads the table into `site->short_links`; what is wrong with a row is reported. An id of a
 * retired one stays taken. */
void short_links_load (Site *site, const Source *source, Report *report);
/* Finds the documents they lead to, once all are there; `source` as above. */
void short_links_resolve (Site *site, const Source *source, Report *report);
