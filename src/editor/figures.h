/* SPDX-License-Identifier: MIT */
/* Inside editor/: numbers against each other: how many there are, and amounts, days and
 * hours that stand twice. */
#pragma once

#include "editor/remark.h"

/* Looks at the figures of the document. */
void figures_read (const Review *review);
