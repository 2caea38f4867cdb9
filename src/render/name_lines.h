/* SPDX-License-Identifier: MIT */
/* The names of a letterhead that are longer than their column: broken as a clerk breaks them,
 * before “THÀNH PHỐ ĐỒNG NAI” and never within a word, into lines of nearly the same length. */
#pragma once

#include "base/value.h"

/* Adds `name` to `lines`, a list of texts, in as few lines as fit a column `room` points wide in
 * `size` points; as it is when it fits. */
void name_lines_add (Value *lines, const char *name, double room, guint size, gboolean is_bold);
