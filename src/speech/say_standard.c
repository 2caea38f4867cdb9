/* SPDX-License-Identifier: MIT */
/* Names made of numbers with marks between them: of standards (QCVN 01-1:2018), of houses in lanes
 * (K42/H8/15), of what is dialled (*101#). No mark in them is a range, a ratio, a fraction or a
 * product. */
#include "speech/recognisers.h"

/* Of standards that are still read out. */
#define FIRST_YEAR 1960
/* Of the letters before the number of a house: "K42", "H8". */
#define MOST_HOUSE_LETTERS 2

/* Digits that stand for a name: one by one behind a zero. */
static void
say_part (Saying *saying, int at)
{
  if (saying_at (saying, at)[0] == '0')
    saying_digits (saying, at);
  else
    saying_cardinal (saying, at);
}

/* A mark and a number behind the token before it, without spaces. */
static gboolean
is_joined (const Saying *saying, int at)
{
  return saying_is_glued (saying, at) && saying_is_glued (saying, at + 1)
         && saying_is_number (saying, at + 1);
}

static gboolean
is_year (const Saying *saying, int at)
{
  return saying_length (saying, at) == 4 && saying_value (saying, at) >= FIRST_YEAR;
}

/* "TCVN 7447-1:2010", "QCVN 01-1:2018/BYT": its parts, then its year. */
int
say_standard (Saying *saying, int at)
{
  int end = at + 1;

  if (!(saying_class (saying, at - 1) & WORD_STANDARD)
      || saying_token (saying, at - 1)->shape != SHAPE_CAPITALS)
    return at;
  while (saying_is_dash (saying, end) && is_joined (saying, end)
         && !(is_year (saying, end + 1) && end == at + 1 && saying_length (saying, at) == 4))
    end += 2;
  gboolean has_year = (saying_is_mark (saying, end, ':') || saying_is_dash (saying, end))
                      && is_joined (saying, end) && is_year (saying, end + 1);
  if (end == at + 1 && !has_year)
    return at;
  say_part (saying, at);
  for (int i = at + 1; i < end; i += 2) {
    saying_word (saying, "gạch");
    say_part (saying, i + 1);
  }
  if (!has_year)
    return end;
  saying_pause (saying, ',');
  saying_word (saying, "năm");
  saying_cardinal (saying, end + 1);
  return end + 2;
}

/* Letters and a number right behind them: "K42"; returns the token after them, or `at`. */
static int
house_part_end (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);

  if (saying_is_number (saying, at))
    return at + 1;
  return token->kind == SPEECH_WORD && token->n_letters <= MOST_HOUSE_LETTERS
             && token->shape != SHAPE_SMALL && saying_is_number (saying, at + 1)
             && saying_is_glued (saying, at + 1)
           ? at + 2
           : at;
}

/* "K42/H8/15", "A12/3": what stands behind letters is the number of a house, never a date. */
int
say_house (Saying *saying, int at)
{
  int end = house_part_end (saying, at);
  guint n_parts = 1;

  if (end != at + 2 || !saying_token (saying, at)->space_before)
    return at;
  while (saying_is_slash (saying, end) && saying_is_glued (saying, end)
         && saying_is_glued (saying, end + 1)) {
    int next = house_part_end (saying, end + 1);
    if (next == end + 1)
      return at;
    end = next;
    n_parts++;
  }
  /* "T4/2024" is a month, "Q1/2024" a quarter. */
  if (n_parts == 1 || saying_is_glued (saying, end + saying_is_mark (saying, end, '.'))
      || saying_length (saying, end - 1) > 3)
    return at;
  for (int i = at; i < end; i++) {
    if (saying_is_word (saying, i))
      saying_letters (saying, saying_at (saying, i), saying_length (saying, i));
    else if (saying_is_number (saying, i))
      say_part (saying, i);
    else
      saying_word (saying, "trên");
  }
  return end;
}

/* "*101#", "*098*1#": what is dialled, with its signs. A star behind a number is one of rank. */
int
say_dialled (Saying *saying, int at)
{
  int end = at;

  /* "OCOP 4*" */
  if (saying_is_mark (saying, at, '*') && saying_is_glued (saying, at)
      && saying_is_number (saying, at - 1) && !saying_is_number (saying, at + 1)) {
    saying_word (saying, "sao");
    return at + 1;
  }
  while (saying_is_mark (saying, end, '*') && saying_is_number (saying, end + 1)
         && saying_is_glued (saying, end + 1) && (end == at || saying_is_glued (saying, end)))
    end += 2;
  if (end == at || !saying_is_mark (saying, end, '#') || !saying_is_glued (saying, end))
    return at;
  for (int i = at; i < end; i += 2) {
    saying_word (saying, "sao");
    saying_digits (saying, i + 1);
  }
  saying_word (saying, "thăng");
  saying_pause (saying, ',');
  return end + 1;
}
