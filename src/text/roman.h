/* SPDX-License-Identifier: MIT */
/* Roman numerals, as they number chapters and congresses. */
#pragma once

#include <glib.h>

/* The value of `length` bytes, all capitals or all small letters; 0 unless they are a numeral
 * written the one right way (IV, not IIII). */
guint roman_value (const char *text, gsize length);

/* The numeral of a value below 4000, in capitals; "" of 0. Caller frees. */
char *roman_write (guint value);
