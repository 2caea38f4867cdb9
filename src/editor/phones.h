/* SPDX-License-Identifier: MIT */
/* Inside editor/: telephone numbers: whether one can be called, whether two are one, and what the
 * numbers for emergencies are for. */
#pragma once

#include "editor/remark.h"

/* Looks at the telephone numbers of the document. */
void phones_read (const Review *review);
