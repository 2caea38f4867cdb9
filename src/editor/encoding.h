/* SPDX-License-Identifier: MIT */
/* Inside editor/: text from before Unicode, and Unicode that was taken for it. */
#pragma once

#include "editor/remark.h"

/* Looks at every passage. */
void encoding_read (const Review *review);
