/* SPDX-License-Identifier: MIT */
/* Units of measure and money behind a number, with what they are counted by: km/h, đ/kg,
 * đ/người/tháng. */
#include "speech/recognisers.h"

#include "base/i18n.h"
#include "speech/lookup.h"
#include "speech/numeral.h"
#include "speech/unit.h"

#include <string.h>

/* What can be counted by: a word the vocabulary says so of, and behind a unit any small word. */
static gboolean
is_per_word (const Saying *saying, int at)
{
  if (saying_class (saying, at + 1) & WORD_PER
      || saying_phrase_class (saying, at + 1, at + 3) & WORD_PER)
    return TRUE;
  const SpeechToken *word = saying_token (saying, at + 1);
  return word->kind == SPEECH_WORD && word->shape == SHAPE_SMALL && word->n_letters > 1
         && (unit_at (saying, at - 1) || saying_is_slash (saying, at - 2)
             || saying_class (saying, at - 1) & WORD_MAGNITUDE)
         && saying_is_ours (saying, at + 1);
}

/* "km/giờ" */
static gboolean
is_speed (const Saying *saying, int at)
{
  return saying_class (saying, at + 1) & WORD_SPEED && unit_at (saying, at - 1);
}

/* "lít/100 km": the slash before a number with its unit, or with a length of time. */
static int
say_per_number (Saying *saying, int at, gboolean is_money)
{
  Numeral numeral;

  if (!numeral_read (saying, at + 1, &numeral))
    return at;
  /* "631.800đ/12 tháng", "6,5tr/26 công" */
  gboolean is_price = is_money && saying_is_word (saying, numeral.end)
                      && saying_token (saying, numeral.end)->shape == SHAPE_SMALL
                      && unit_at (saying, numeral.end) == NULL;
  /* "3 cuốn/14 ngày", but "245 hộ/1.120 khẩu" are two counts */
  if (is_price || saying_has_topic (saying, numeral.end, TOPIC_SPAN)) {
    saying_word (saying, is_price ? "cho" : "trên");
    numeral_say (saying, &numeral, FALSE);
    saying_small (saying, numeral.end);
    return numeral.end + 1;
  }
  if (unit_at (saying, numeral.end) == NULL)
    return at;
  saying_word (saying, "trên");
  numeral_say (saying, &numeral, FALSE);
  const LexiconEntry *entry = unit_at (saying, numeral.end);
  saying_word (saying, entry->unit);
  return numeral.end + (int) entry->n_tokens;
}

/* Capitals that the lexicon has in words. */
static gboolean
counts_by_short_form (const Saying *saying, int at)
{
  const LexiconEntry *entry = saying_is_word (saying, at) ? lookup_word (saying, at) : NULL;

  return entry && saying_token (saying, at)->shape == SHAPE_CAPITALS
         && !(saying_class (saying, at) & WORD_NUMBERED)
         && !(saying_is_number (saying, at + 1) && saying_is_glued (saying, at + 1))
         && (entry->say || entry->usual || entry->n_choices > 0);
}

/* What stands behind the slash of a rate: a unit, or a word such as "người". */
static int
say_per (Saying *saying, int at, gboolean is_plain)
{
  const LexiconEntry *entry = unit_at (saying, at + 1);

  if (saying_is_number (saying, at + 1))
    return say_per_number (saying, at, is_plain);
  /* "95.000đ/HS/tháng", but "2.450ha/KH 2.600ha" is a share of what was planned */
  if (entry == NULL && counts_by_short_form (saying, at + 1)) {
    saying_word (saying, saying_is_number (saying, at + 2) ? "trên" : "một");
    return say_abbreviation (saying, at + 1);
  }
  if (entry == NULL && !is_per_word (saying, at))
    return at;
  gboolean is_measure =
    entry ? !(saying_class (saying, at - 1) & WORD_MAGNITUDE) : is_speed (saying, at);
  saying_word (saying, is_measure && !is_plain ? "trên" : "một");
  if (entry) {
    saying_word (saying, entry->unit);
    return at + 1 + (int) entry->n_tokens;
  }
  saying_small (saying, at + 1);
  /* "đại biểu/đơn vị" */
  if (!(saying_class (saying, at + 1) & WORD_PER)
      && saying_phrase_class (saying, at + 1, at + 3) & WORD_PER) {
    saying_small (saying, at + 2);
    return at + 3;
  }
  return at + 2;
}

int
say_rates (Saying *saying, int at, gboolean is_plain)
{
  int end = at;

  while (saying_is_slash (saying, end)
         && (saying_is_glued (saying, end) || saying_is_glued (saying, end + 1))) {
    int next = say_per (saying, end, is_plain);
    if (next == end)
      break;
    end = next;
  }
  return end;
}

/* "21°01'42"N", "15°30'N": minutes and seconds of a degree, and which way it is counted; `at`
 * stands behind the minutes. */
static int
say_arc (Saying *saying, int at)
{
  static const struct {
    const char *written, *words;
  } ways[] = { { "N", "vĩ Bắc" }, { "B", "vĩ Bắc" },   { "E", "kinh Đông" }, { "Đ", "kinh Đông" },
               { "S", "vĩ Nam" }, { "W", "kinh Tây" }, { "T", "kinh Tây" } };

  if (!saying_is_minute_sign (saying, at) || !saying_is_glued (saying, at))
    return say_unit (saying, at);
  saying_word (saying, "phút");
  at++;
  if (saying_is_number (saying, at) && saying_is_glued (saying, at)
      && saying_is_second_sign (saying, at + 1) && saying_is_glued (saying, at + 1)) {
    saying_cardinal (saying, at);
    saying_word (saying, "giây");
    at += 2;
  }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (saying_is_glued (saying, at) && saying_matches (saying, at, ways[i].written)) {
      saying_word (saying, ways[i].words);
      return at + 1;
    }
  return at;
}

/* "12.8N", with one of two letters behind it: the numeral, whose end is behind the letter. */
static gboolean
read_degrees (const Saying *saying, int at, const char *const letters[2], Numeral *degrees)
{
  if (!numeral_read (saying, at, degrees) || degrees->fraction == NULL
      || !saying_is_glued (saying, degrees->end)
      || !(saying_matches (saying, degrees->end, letters[0])
           || saying_matches (saying, degrees->end, letters[1])))
    return FALSE;
  degrees->end++;
  return TRUE;
}

/* "12.8N; 113.4E", "15,2B-112,5Đ": a place at sea, whose degrees have no sign. */
int
say_position (Saying *saying, int at)
{
  static const char *const northward[] = { "N", "B" }, *const eastward[] = { "E", "Đ" };
  Numeral north, east;

  if (!read_degrees (saying, at, northward, &north))
    return at;
  int next = north.end + (saying_token (saying, north.end)->kind == SPEECH_MARK);
  if (!read_degrees (saying, next, eastward, &east))
    return at;
  numeral_say (saying, &north, FALSE);
  saying_word (saying, "độ vĩ Bắc");
  saying_pause (saying, ',');
  numeral_say (saying, &east, FALSE);
  saying_word (saying, "độ kinh Đông");
  saying->quantity_end = east.end;
  return east.end;
}

/* "2m15", "3tr5": what is behind the unit is a part of the next smaller one; of a million, it is
 * hundreds of thousands. */
static int
say_rest (Saying *saying, int at, const char *unit)
{
  gsize length = saying_length (saying, at);

  if (!saying_is_number (saying, at) || !saying_is_glued (saying, at) || length > 3)
    return at;
  if (strcmp (unit, "triệu") != 0 && strcmp (unit, "tỷ") != 0) {
    /* "cao 1m05" is five centimetres, "1m5" are fifty */
    if (strcmp (unit, "mét") == 0 && saying_at (saying, at)[0] == '0')
      saying_digits (saying, at);
    else
      saying_cardinal (saying, at);
    /* "15°30'N" */
    if (strcmp (unit, "độ") == 0)
      return say_arc (saying, at + 1);
    /* "4p30s" */
    if (!saying_matches (saying, at + 1, "s") || !saying_is_glued (saying, at + 1))
      return at + 1;
    saying_word (saying, "giây");
    return at + 2;
  }
  guint value = saying_value (saying, at);
  for (gsize i = length; i < 3; i++)
    value *= 10;
  saying_integer (saying, value);
  saying_word (saying, strcmp (unit, "tỷ") == 0 ? "triệu" : saying->style.thousand);
  return at + 1;
}

/* Short for thousands and millions: people write it, officials should not. */
static gboolean
is_informal (const LexiconEntry *entry)
{
  return strcmp (entry->written, "k") == 0 || strcmp (entry->written, "tr") == 0
         || strcmp (entry->written, "p") == 0;
}

/* "$2 tỷ", "$1.2M", "$3 million": what an amount is multiplied with. */
static int
say_magnitude (Saying *saying, int at)
{
  static const struct {
    const char *written, *words;
    gboolean is_glued;
  } rows[] = {
    { "K", "nghìn", TRUE },     { "k", "nghìn", TRUE },
    { "M", "triệu", TRUE },     { "B", "tỷ", TRUE },
    { "tr", "triệu", TRUE },    { "million", "triệu", FALSE },
    { "billion", "tỷ", FALSE }, { "trillion", "nghìn tỷ", FALSE },
  };

  if (saying_class (saying, at) & WORD_MAGNITUDE) {
    saying_small (saying, at);
    return at + 1;
  }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (saying_matches (saying, at, rows[i].written)
        && (!rows[i].is_glued || saying_is_glued (saying, at))) {
      saying_word (saying, rows[i].words);
      return at + 1;
    }
  return at;
}

int
say_unit (Saying *saying, int at)
{
  int unit = at;

  /* "1,2 tỷ đ", "1M USD" */
  gboolean is_multiplied =
    saying_class (saying, at) & WORD_MAGNITUDE
      ? unit_at (saying, at + 1) != NULL
      : saying_is_word (saying, at)
          && (unit_is_money (saying, at + 1)
              || (saying_matches (saying, at, "tr") && unit_at (saying, at + 1) != NULL));
  if (is_multiplied)
    unit = say_magnitude (saying, at);
  const LexiconEntry *entry = unit_at (saying, unit);
  if (entry == NULL)
    return at;
  saying_word (saying, entry->unit);
  saying->was_money = entry->is_money || is_informal (entry);
  if (is_informal (entry))
    saying_warn (saying, unit, entry->written, _ ("write the whole number or the word"),
                 _ ("“%s” after a number is informal"), entry->written);

  int end = unit + (int) entry->n_tokens;
  int rest = say_rest (saying, end, entry->unit);
  /* "38tr590k": the thousands were said */
  if (rest > end)
    end = rest
          + (strcmp (entry->unit, "triệu") == 0 && saying_matches (saying, rest, "k")
             && saying_is_glued (saying, rest));
  /* "500k đ", "3tr đồng" */
  if (is_informal (entry) && unit_at (saying, end) && unit_at (saying, end)->is_money) {
    saying_word (saying, unit_at (saying, end)->unit);
    saying->was_money = TRUE;
    end += (int) unit_at (saying, end)->n_tokens;
  }
  return say_rates (saying, end, saying->was_money);
}

/* "$10-20", "$10 - $20": the dash and what follows it. */
static int
say_upper_amount (Saying *saying, int at, const LexiconEntry *money)
{
  Numeral numeral;
  int number = at + 1;

  if (!saying_is_dash (saying, at))
    return at;
  if (lookup_unit (saying, number) == money)
    number += (int) money->n_tokens;
  if (!numeral_read (saying, number, &numeral))
    return at;
  saying_word (saying, "đến");
  numeral_say (saying, &numeral, FALSE);
  return numeral.end;
}

/* Signs and codes of money may stand before the amount; words do not: "hợp đồng 12 tháng". */
static gboolean
may_stand_first (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);
  return token->kind == SPEECH_MARK || (token->shape == SHAPE_CAPITALS && token->n_letters > 1);
}

/* "USD 100", "$100": the money stands first, and is said after. */
int
say_currency (Saying *saying, int at)
{
  if (!lexicon_filter_has (saying->filter, saying_token (saying, at)->hash)
      || !may_stand_first (saying, at))
    return at;
  const LexiconEntry *entry = lookup_unit (saying, at);
  Numeral numeral;

  if (entry == NULL || !entry->is_money)
    return at;
  int number = at + (int) entry->n_tokens;
  if (!numeral_read (saying, number, &numeral))
    return at;
  numeral_say (saying, &numeral, FALSE);
  int end = say_upper_amount (saying, numeral.end, entry);
  end = say_magnitude (saying, end);
  saying_word (saying, entry->unit);
  saying->was_money = TRUE;
  end = say_rates (saying, end, TRUE);
  saying->quantity_end = end;
  return end;
}
