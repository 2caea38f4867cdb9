/* SPDX-License-Identifier: MIT */
/* How letters are called when an abbreviation is spelled: by their names, bê, xê, giê, or by the
 * sounds children learn first, bờ, cờ, gờ. */
#pragma once

#include <glib.h>

typedef enum { LETTER_NAMES, LETTER_SOUNDS } LetterStyle;

/* What `letter`, in any case, is called; constant. NULL when it is none of the alphabet. */
const char *letter_word (gunichar letter, LetterStyle style);
