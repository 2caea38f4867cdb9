/* SPDX-License-Identifier: MIT */
/* What a Vietnamese syllable can look like. Tells a word written in capitals from an abbreviation,
 * and finds the syllables in an address written without spaces and tones. */
#pragma once

#include <glib.h>

/* Whether the letters (any case, NFC) are one syllable by the rules of spelling. */
gboolean syllable_is_vietnamese (const char *text, gsize length);

/* Whether any letter carries a mark that English has not: ế, ă, đ. */
gboolean syllable_has_marks (const char *text, gsize length);

/* Bytes of the longest syllable without marks at the start of `text` (small letters), 0 if there is
 * none. */
gsize syllable_longest_bare (const char *text, gsize length);
