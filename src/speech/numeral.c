/* SPDX-License-Identifier: MIT */
#include "speech/numeral.h"

#include "speech/unit.h"

#include <string.h>

/* Letters of a form that has a number of its own; "PM2,5" is a measure. */
#define FEWEST_NAME_LETTERS 3

static gboolean
append_digits (const Saying *saying, int at, Numeral *numeral)
{
  gsize length = saying_length (saying, at);

  if (numeral->n_digits + length > NUMERAL_MOST_DIGITS)
    return FALSE;
  memcpy (numeral->digits + numeral->n_digits, saying_at (saying, at), length);
  numeral->n_digits += length;
  return TRUE;
}

/* A mark and a number right behind it. */
static gboolean
continues (const Saying *saying, int at, gunichar mark)
{
  return saying_is_mark (saying, at, mark) && saying_is_glued (saying, at)
         && saying_is_number (saying, at + 1) && saying_is_glued (saying, at + 1);
}

static gboolean
is_group_of_three (const Saying *saying, int at, gunichar mark)
{
  return continues (saying, at, mark) && saying_length (saying, at + 1) == 3;
}

/* How many groups of three follow after `at`, each behind `mark`; 0 when a last one has another
 * length, because then the marks are no thousands. */
static guint
count_groups (const Saying *saying, int at, gunichar mark)
{
  guint n = 0;

  if (saying_length (saying, at) > 3 || saying_at (saying, at)[0] == '0')
    return 0;
  for (at++; is_group_of_three (saying, at, mark); at += 2)
    n++;
  return continues (saying, at, mark) ? 0 : n;
}

/* "70 000": groups behind a space, unless the first number is one of an order ("mức 1 200 hộ"). */
static guint
count_spaced_groups (const Saying *saying, int at)
{
  guint n = 0;

  if (saying_length (saying, at) > 3 || saying_at (saying, at)[0] == '0'
      || !saying_token (saying, at)->space_before
      || saying_class (saying, at - 1) & (WORD_ORDER | WORD_DAY | WORD_MONTH))
    return 0;
  for (at++; saying_is_number (saying, at) && saying_length (saying, at) == 3; at++)
    n++;
  /* "5 120 4567" is no number; neither is one whose last group runs on into letters. */
  return saying_is_number (saying, at) ? 0 : n;
}

static gboolean
append_groups (const Saying *saying, int at, guint n, int step, Numeral *numeral)
{
  for (guint i = 0; i < n; i++) {
    at += step;
    if (!append_digits (saying, at, numeral))
      return FALSE;
  }
  numeral->end = at + 1;
  numeral->is_grouped = n > 0;
  return TRUE;
}

static void
take_fraction (const Saying *saying, Numeral *numeral)
{
  numeral->fraction = saying_at (saying, numeral->end + 1);
  numeral->n_fraction = saying_length (saying, numeral->end + 1);
  numeral->end += 2;
}

/* "mức 1,2" and "1,2,3" are lists; a space after the comma would have said so. */
static gboolean
is_list (const Saying *saying, int at, int comma)
{
  gboolean is_level = (saying_class (saying, at - 1) & WORD_LEVEL) != 0;
  int end = comma + 2;

  if (continues (saying, end, ','))
    return TRUE;
  /* "1,2,3,5": the last two of a list */
  if (saying_is_mark (saying, at - 1, ',') && saying_is_glued (saying, at)
      && saying_is_number (saying, at - 2) && saying_is_glued (saying, at - 1))
    return TRUE;
  /* "TBA2,3" */
  gboolean is_named = saying_is_glued (saying, at)
                      && saying_token (saying, at - 1)->shape == SHAPE_CAPITALS
                      && saying_token (saying, at - 1)->n_letters >= FEWEST_NAME_LETTERS;
  int first = saying_value (saying, at);
  return (is_level || is_named) && first > 0 && first < saying_value (saying, comma + 1)
         && saying_length (saying, comma + 1) <= 2 && !(saying_class (saying, end) & WORD_MAGNITUDE)
         && !saying_is_mark (saying, end, '%')
         && !(saying_is_word (saying, end) && saying_is_glued (saying, end))
         && unit_at (saying, end) == NULL;
}

/* Commas before groups of three are English thousands when there are two of them, when a decimal
 * point follows, or when decimals would make no sense: nobody measures to three zeros, and money
 * has two decimals at most. */
static gboolean
has_english_commas (const Saying *saying, int at, guint n_commas)
{
  int end = at + 1 + 2 * (int) n_commas;

  return n_commas > 1 || continues (saying, end, '.') || saying_matches (saying, at + 2, "000")
         || unit_is_money (saying, end) || (at > 0 && unit_is_money (saying, at - 1));
}

gboolean
numeral_read (const Saying *saying, int at, Numeral *numeral)
{
  *numeral = (Numeral){ .end = at + 1 };
  if (!saying_is_number (saying, at) || !append_digits (saying, at, numeral))
    return FALSE;

  guint n_dots = count_groups (saying, at, '.');
  guint n_commas = count_groups (saying, at, ',');
  if (n_dots > 0) {
    if (!append_groups (saying, at, n_dots, 2, numeral))
      return FALSE;
  } else if (n_commas > 0 && has_english_commas (saying, at, n_commas)) {
    if (!append_groups (saying, at, n_commas, 2, numeral))
      return FALSE;
    if (continues (saying, numeral->end, '.'))
      take_fraction (saying, numeral);
    return TRUE;
  } else if (!append_groups (saying, at, count_spaced_groups (saying, at), 1, numeral)) {
    return FALSE;
  }

  if (continues (saying, numeral->end, ',') && !is_list (saying, at, numeral->end)) {
    take_fraction (saying, numeral);
  } else if (continues (saying, numeral->end, '.') && !numeral->is_grouped
             && !continues (saying, numeral->end + 2, '.')) {
    numeral->is_sloppy = TRUE;
    take_fraction (saying, numeral);
  }
  return TRUE;
}

void
numeral_say (Saying *saying, const Numeral *numeral, gboolean keep_zeros)
{
  saying_word (saying, "");
  if (keep_zeros && numeral->digits[0] == '0' && numeral->n_digits > 1 && !numeral->fraction)
    number_words_digits (saying->out, numeral->digits, numeral->n_digits);
  else
    number_words_cardinal (saying->out, &saying->style, numeral->digits, numeral->n_digits);
  if (numeral->fraction) {
    saying_word (saying, "phẩy");
    number_words_fraction (saying->out, &saying->style, numeral->fraction, numeral->n_fraction);
  }
}

int
numeral_value (const Numeral *numeral)
{
  if (numeral->fraction || numeral->n_digits > 9)
    return -1;
  int value = 0;
  for (guint i = 0; i < numeral->n_digits; i++)
    value = value * 10 + (numeral->digits[i] - '0');
  return value;
}
