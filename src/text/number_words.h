/* SPDX-License-Identifier: MIT */
/* Numbers as Vietnamese words. Every function appends to `out`, with a space first where words
 * meet. */
#pragma once

#include <glib.h>

/* The two choices on which the country differs. */
typedef struct {
  const char *zero_tens; /* "linh", or "lẻ" */
  const char *thousand;  /* "nghìn", or "ngàn" */
} NumberStyle;

extern const NumberStyle number_style_official;

/* Appends `word` (any text), after a space unless `out` is empty or ends in one. */
void words_add (GString *out, const char *word);

/* `n` ASCII digits of any length as a cardinal; leading zeros do not count. 10^9 is tỷ, 10^18 tỷ
 * tỷ. */
void number_words_cardinal (GString *out, const NumberStyle *style, const char *digits, gsize n);
/* The same of a value. */
void number_words_integer (GString *out, const NumberStyle *style, guint64 value);

/* One digit after the other: "không chín ba sáu". */
void number_words_digits (GString *out, const char *digits, gsize n);

/* What follows "phẩy": two digits that do not begin with 0 as a number, everything else digit by
 * digit. */
void number_words_fraction (GString *out, const NumberStyle *style, const char *digits, gsize n);

/* The word after "thứ": nhất, hai, ba, tư, năm … */
void number_words_ordinal (GString *out, const NumberStyle *style, guint64 value);
