/* SPDX-License-Identifier: MIT */
/* Words of two syllables, which a headline must not tear apart: “tài khoản”. */
#pragma once

#include <glib.h>

/* `text` with no-break spaces (U+00A0) within the words of two syllables that texts of offices have
 * on every page; three in a row, “sốt xuất huyết”, stay together, more do not, nor does what takes
 * more than `most` letters of a narrow line. `text` may be HTML: no tag has such words. Caller
 * frees. */
char *text_with_whole_words (const char *text, guint most);
