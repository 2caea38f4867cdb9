/* SPDX-License-Identifier: MIT */
/* Units of measure and money behind a number, with what they are counted by: km/h, đ/kg,
 * đ/người/tháng. */
#include "speech/recognisers.h"

#include "base/i18n.h"
#include "speech/lookup.h"
#include "speech/numeral.h"

#include <string.h>

static const char *const monies[] = { "đồng", "đô la", "ơ rô", "bảng Anh", "yên", "nhân dân tệ" };

static gboolean
is_money (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (monies); i++)
    if (g_str_has_prefix (words, monies[i]))
      return TRUE;
  return FALSE;
}

/* A lone letter behind a space is a unit only if it usually is: "5 m", but "lớp 5 A". */
static gboolean
may_stand_apart (const Saying *saying, int at, const LexiconEntry *entry)
{
  static const char *const letters[] = { "m", "g", "l", "đ", "s", "h", "V", "W" };

  if (saying_is_glued (saying, at) || entry->length > 2 || !saying_is_word (saying, at)
      || saying_atom (saying, at)->n_letters > 1)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strcmp (entry->written, letters[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "kg" and "%" are units wherever they stand; "TP" and "B" are not when they are glued to what
 * follows. */
static const LexiconEntry *
unit_at (const Saying *saying, int at)
{
  const LexiconEntry *entry = lookup_unit (saying, at);

  if (entry == NULL || !may_stand_apart (saying, at, entry))
    return NULL;
  return entry;
}

/* What stands behind the slash of a rate: a unit, or a word such as "người". */
static int
say_per (Saying *saying, int at, gboolean is_plain)
{
  const LexiconEntry *entry = unit_at (saying, at + 1);

  if (entry == NULL && !(saying_class (saying, at + 1) & WORD_PER))
    return at;
  saying_word (saying, is_plain || entry == NULL ? "một" : "trên");
  if (entry) {
    saying_word (saying, entry->unit);
    return at + 1 + (int) entry->n_atoms;
  }
  saying_copy (saying, at + 1, at + 2);
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

/* "2m15", "3tr5": what is behind the unit is a part of the next smaller one; of a million, it is
 * hundreds of thousands. */
static int
say_rest (Saying *saying, int at, const char *unit)
{
  gsize length = saying_length (saying, at);

  if (!saying_is_number (saying, at) || !saying_is_glued (saying, at) || length > 3)
    return at;
  if (strcmp (unit, "triệu") != 0 && strcmp (unit, "tỷ") != 0) {
    saying_cardinal (saying, at);
    return at + 1;
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

int
say_unit (Saying *saying, int at)
{
  int unit = at;

  /* "1,2 tỷ đ" */
  if (saying_class (saying, at) & WORD_MAGNITUDE && unit_at (saying, at + 1))
    unit = at + 1;
  const LexiconEntry *entry = unit_at (saying, unit);
  if (entry == NULL)
    return at;
  if (unit > at)
    saying_copy (saying, at, unit);
  saying_word (saying, entry->unit);
  saying->was_money = is_money (entry->unit);
  if (is_informal (entry))
    saying_warn (saying, unit, entry->written, _ ("write the whole number or the word"),
                 _ ("“%s” after a number is informal"), entry->written);

  int end = unit + (int) entry->n_atoms;
  int rest = say_rest (saying, end, entry->unit);
  if (rest > end)
    end = rest;
  /* "500k đ", "3tr đồng" */
  if (is_informal (entry) && unit_at (saying, end) && is_money (unit_at (saying, end)->unit)) {
    saying_word (saying, unit_at (saying, end)->unit);
    saying->was_money = TRUE;
    end += (int) unit_at (saying, end)->n_atoms;
  }
  return say_rates (saying, end, saying->was_money);
}

/* "USD 100", "$100": the money stands first, and is said after. */
int
say_currency (Saying *saying, int at)
{
  const LexiconEntry *entry = lookup_unit (saying, at);
  Numeral numeral;

  if (entry == NULL || !is_money (entry->unit))
    return at;
  int number = at + (int) entry->n_atoms;
  if (!numeral_read (saying, number, &numeral))
    return at;
  numeral_say (saying, &numeral, FALSE);
  int end = numeral.end;
  if (saying_class (saying, end) & WORD_MAGNITUDE) {
    saying_copy (saying, end, end + 1);
    end++;
  }
  saying_word (saying, entry->unit);
  saying->was_money = TRUE;
  end = say_rates (saying, end, TRUE);
  saying->quantity_end = end;
  return end;
}
