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

/* What is wrong with how a syllable is spelt. */
typedef enum {
  SYLLABLE_GOOD,
  SYLLABLE_OTHER_LETTERS, /* it has a letter Vietnamese has not: nothing is said of it */
  SYLLABLE_NONE,          /* no onset with a rime */
  SYLLABLE_ONSET,         /* “nghành”, “kác”: the onset is spelt otherwise before this vowel */
  SYLLABLE_TONES,         /* two tones */
  SYLLABLE_STOP,          /* it ends in c, ch, p, t and has neither sắc nor nặng: “đươc” */
  SYLLABLE_TONE_PLACE,    /* the tone stands where nobody writes it: “ngừơi” */
} SyllableFault;

/* Where the tone of an open oa, oe, uy stands. Both are in use; one text has one. */
typedef enum { TONE_STYLE_NONE, TONE_STYLE_OLD /* hòa */, TONE_STYLE_NEW /* hoà */ } ToneStyle;

/* Looks at the letters (any case, NFC). `style` is set in any case. */
SyllableFault syllable_fault (const char *text, gsize length, ToneStyle *style);

/* The syllable with its tone where `style` (TONE_STYLE_NONE: wherever it belongs) wants it; case is
 * kept. NULL when it is no syllable. Caller frees. */
char *syllable_with_tone_in_place (const char *text, gsize length, ToneStyle style);
