/* SPDX-License-Identifier: MIT */
/* Inside editor/: punctuation, the space around it, and what a scanner left behind. */
#pragma once

#include "editor/remark.h"

/* Looks at every passage people read, and at its lists. */
void marks_read (const Review *review);
