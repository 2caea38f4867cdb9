/* SPDX-License-Identifier: MIT */
/* Front matter as people type it. To YAML “Thông báo #1” ends before the “#”, a second “: ” in a
 * line is a fault, and a no-break space, as Word and browsers put it, is a letter. Who writes a
 * title means neither. */
#pragma once

#include <glib.h>

/* `length` bytes of YAML, where the texts of the keys `keys` (ended by NULL) at the margin, and
 * those of the lines of their lists, stand in quotation marks if they mean something else to YAML
 * without, and no-break spaces beside marks of YAML are spaces. Lines stay lines, and texts stay in
 * their columns. Caller frees. */
GString *plain_lines_quote (const char *text, gsize length, const char *const *keys);
