/* SPDX-License-Identifier: MIT */
/* Inside editor/: numbers against each other: telephones, steps, sums, amounts that stand twice. */
#pragma once

#include "editor/remark.h"

/* Looks at the figures of the document. */
void figures_read (const Review *review);
