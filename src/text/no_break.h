/* SPDX-License-Identifier: MIT */
/* Spaces at which a line must not break: between a number and its unit, in “Điều 5”, “tháng 5”,
 * before “đồng”. */
#pragma once

#include <glib.h>

#define NO_BREAK_SPACE "\xC2\xA0"

/* The first such space from `from` on, in the text from `text` to `end`; `end` when there is none.
 */
const char *text_next_no_break (const char *from, const char *text, const char *end);

/* `text` with no-break spaces (U+00A0) in those places; `text` itself, in `*length` bytes, when
 * there are none to put. What is new is written to `buffer`, which is emptied first. */
const char *text_with_no_breaks (const char *text, gsize *length, GString *buffer);

/* The first symbol of a document at or after `from` in `text`, such as 36/2024/QH15 or
 * 120/TTr-SKHCN, or unit behind a number, such as km/giờ, and its end;
 * NULL when there is none. A line may end behind its marks, which an official document must not. */
const char *text_find_symbol (const char *text, const char *from, const char **end);
