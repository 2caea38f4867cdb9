/* SPDX-License-Identifier: MIT */
/* Inside editor/: what keeps people out: pictures and links that say nothing, headings out of
 * order, tables without a head, the wrong language; and links to what is out of date. */
#pragma once

#include "editor/remark.h"

/* Looks at pictures, links, headings and tables. `documents`: href → Document. */
void access_read (const Review *review, GHashTable *documents);
