/* SPDX-License-Identifier: MIT */
/* How letters are called when an abbreviation is spelled: by their names, bê, xê, giê, or by the
 * sounds children learn first, bờ, cờ, gờ. */
#pragma once

#include <glib.h>

typedef enum { LETTER_NAMES, LETTER_SOUNDS } LetterStyle;

/* NULL when `letter` (any case) is none of the alphabet. */
const char *letter_word (gunichar letter, LetterStyle style);
