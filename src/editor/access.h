/* SPDX-License-Identifier: MIT */
/* Inside editor/: what keeps people out: pictures that say nothing, headings out of order, tables
 * without a head, the wrong language. */
#pragma once

#include "editor/remark.h"

/* Looks at pictures, headings and tables. */
void access_read (const Review *review);
