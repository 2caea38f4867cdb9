/* SPDX-License-Identifier: MIT */
/* Inside editor/: days and hours, against the calendar and against each other. */
#pragma once

#include "editor/remark.h"

/* Looks at the days and hours of the document. */
void dates_read (const Review *review);
