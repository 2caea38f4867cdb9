/* SPDX-License-Identifier: MIT */
/* Inside editor/: what the keys of a guide say (“lệ phí”, “mất bao lâu”, “giờ làm việc”) and its
 * text says again. */
#pragma once

#include "editor/remark.h"

/* Holds the text of the document against its keys. */
void details_read (const Review *review);
