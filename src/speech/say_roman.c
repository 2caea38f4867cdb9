/* SPDX-License-Identifier: MIT */
/* Roman numerals: only where a word before them, their place or their company says they are
 * numbers. */
#include "speech/recognisers.h"

#include "text/roman.h"

#include <string.h>

/* How far a list "I, II và III" is followed back to the word that started it. */
#define LONGEST_LIST 8
/* No abbreviation that happens to be a numeral has more letters. */
#define LONGEST_ABBREVIATION 4

/* The value of a numeral at `at`, or 0. Of single letters only I, V and X number anything here:
 * "nhóm C" is a letter. */
static guint
roman_at (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);

  if (token->kind != SPEECH_WORD || token->shape == SHAPE_MIXED
      || (token->shape == SHAPE_SMALL && !(at == 0 && token->n_letters > 1))
      || (token->n_letters == 1 && !strchr ("IVX", saying->text[token->start])))
    return 0;
  return roman_value (saying_at (saying, at), token->end - token->start);
}

/* Where the list of numerals that ends at `at` starts. */
static int
list_start (const Saying *saying, int at)
{
  for (guint i = 0; i < LONGEST_LIST; i++) {
    gboolean is_joined = saying_is_dash (saying, at - 1) || saying_is_mark (saying, at - 1, ',')
                         || saying_has (saying, at - 1, "và") || saying_has (saying, at - 1, "đến")
                         || saying_is_slash (saying, at - 1);
    if (!is_joined || roman_at (saying, at - 2) == 0)
      break;
    at -= 2;
  }
  return at;
}

/* Pairs of letters that are words or names more often than numbers. */
static gboolean
is_trap (const Saying *saying, int at)
{
  return saying_class (saying, at) & WORD_NOT_ROMAN || saying_length (saying, at) == 1;
}

/* "XVI", "MMXXIV": letters that nothing else is written with. "XXX" is a blank to be filled in. */
static gboolean
is_unmistakable (const Saying *saying, int at)
{
  gsize length = saying_length (saying, at);

  if (saying_matches (saying, at, "XXX"))
    return FALSE;
  return strspn (saying_at (saying, at), "IVX") >= length || length > LONGEST_ABBREVIATION;
}

/* "II. Phân quyền" */
static gboolean
is_heading (const Saying *saying, int at)
{
  /* "X. Tân Tiến" is a commune. */
  return at == 0 && !saying_matches (saying, at, "X")
         && (saying_is_mark (saying, 1, '.') || saying_is_mark (saying, 1, ')'))
         && saying_is_glued (saying, 1) && !saying_is_glued (saying, 2) && saying->n_tokens > 2;
}

/* "tốp I", "tiểu đoàn I": a lone I behind a common word is seldom a letter. */
static gboolean
is_first (const Saying *saying, int at)
{
  const SpeechToken *before = saying_token (saying, at - 1);

  return saying_matches (saying, at, "I") && before->kind == SPEECH_WORD
         && before->shape == SHAPE_SMALL && before->n_letters > 1
         && saying_token (saying, at)->space_before
         && (saying_token (saying, at + 1)->space_before
             || saying_token (saying, at + 1)->kind == SPEECH_MARK)
         && !(saying_class (saying, at - 1) & WORD_PERSON) && saying_is_ours (saying, at - 1);
}

static gboolean
is_numeral (const Saying *saying, int at)
{
  int start = list_start (saying, at);

  if (saying_token (saying, at)->shape == SHAPE_SMALL)
    return is_heading (saying, at);
  /* "tọa độ X=2345" */
  if (saying_is_mark (saying, at + 1, '='))
    return FALSE;
  if (saying_class (saying, saying_word_before (saying, start)) & WORD_ROMAN
      || saying_is_named (saying, start, WORD_ROMAN))
    return TRUE;
  if (is_heading (saying, at) || is_first (saying, at))
    return TRUE;
  /* "RON 95-V": the class of a fuel */
  if (saying_is_dash (saying, at - 1) && saying_is_glued (saying, at)
      && saying_is_number (saying, at - 2) && saying_is_glued (saying, at - 1)
      && saying_has (saying, at - 3, "ron"))
    return TRUE;
  /* "Mazda CX-5" */
  gboolean is_model = saying_is_dash (saying, at + 1) && saying_is_glued (saying, at + 1)
                      && saying_is_number (saying, at + 2) && saying_length (saying, at + 2) < 4;
  if (is_trap (saying, at) || is_model)
    return FALSE;
  /* A king, a pope or a war before it: "Louis XIV". Abbreviations made of these letters are rare
   * there. */
  gboolean follows_name = saying_may_be_name (saying, start - 1);
  return is_unmistakable (saying, at) || saying->n_tokens == 1 || follows_name;
}

int
say_roman (Saying *saying, int at)
{
  guint value = roman_at (saying, at);

  if (value == 0 || !is_numeral (saying, at))
    return at;
  int before = saying_word_before (saying, at);
  if (saying_class (saying, before) & WORD_FIRST) {
    saying_word (saying, "");
    number_words_ordinal (saying->out, &saying->style, value);
  } else {
    saying_integer (saying, value);
  }
  if (is_heading (saying, at)) {
    saying_pause (saying, ',');
    return at + 2;
  }
  if (saying_is_dash (saying, at + 1) && roman_at (saying, at + 2) > 0) {
    saying_word (saying, "đến");
    return at + 2;
  }
  /* "quý I/2024", "quý I-2024" */
  if ((saying_is_slash (saying, at + 1) || saying_is_dash (saying, at + 1))
      && saying_is_glued (saying, at + 2) && saying_is_number (saying, at + 2)
      && saying_length (saying, at + 2) == 4) {
    saying_word (saying, "năm");
    saying_cardinal (saying, at + 2);
    return at + 3;
  }
  return at + 1;
}
