/* SPDX-License-Identifier: MIT */
/* The codes in which Vietnamese was written before Unicode: what the letters of Latin-1 mean that
 * stand in their places. */
#pragma once

#include <glib.h>

/* The letter of TCVN 5712:1993 (ABC, the fonts .Vn…), where the code has one; else 0. */
gunichar old_code_tcvn3 (gunichar c);

/* VNI sets marks behind most vowels. Appends what `c` means behind `before`: marks, in the order of
 * Unicode, a letter, or itself. “ô” alone is ơ, and in “oâ” the letter â is a hat. */
void old_code_append_vni (GString *out, gunichar before, gunichar c);
/* TRUE when VNI uses `c` for a mark or a letter of its own. */
gboolean old_code_is_vni (gunichar c);
