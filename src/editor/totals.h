/* SPDX-License-Identifier: MIT */
/* Inside editor/: what adds up: columns of tables, the parts of a whole, shares of a hundred; and
 * amounts from less to more. */
#pragma once

#include "editor/remark.h"

/* Looks at the totals of the document. */
void totals_read (const Review *review);
