/* SPDX-License-Identifier: MIT */
#include "speech/unit.h"

#include "speech/lookup.h"

#include <string.h>

/* A film has 4K, a price 50K; a picture has 720p, a talk 45p. */
#define LEAST_THOUSANDS 10
#define MOST_MINUTES    300

/* A lone letter behind a space is a unit only if it usually is: "5 m", but "lớp 5 A". */
static gboolean
may_stand_apart (const Saying *saying, int at, const LexiconEntry *entry)
{
  static const char *const letters[] = { "m", "g", "l", "đ", "s", "h", "V", "W", "k", "L", "Ω" };

  if (saying_is_glued (saying, at) || entry->n_tokens > 1 || !saying_is_word (saying, at)
      || saying_token (saying, at)->n_letters > 1)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strcmp (entry->written, letters[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Letters that are another thing behind a number of another size. */
static gboolean
has_size (const Saying *saying, int at, const LexiconEntry *entry)
{
  int value = saying_value (saying, at - 1);

  if (strcmp (entry->written, "K") == 0)
    return value < 0 || value >= LEAST_THOUSANDS;
  if (strcmp (entry->written, "p") == 0)
    return value < MOST_MINUTES;
  /* "50.000d" was typed without its mark; "lớp 5d" was not. */
  if (strcmp (entry->written, "d") == 0)
    return saying_is_glued (saying, at) && value >= 0
           && (value >= 1000 || saying_matches (saying, at - 1, "000"));
  return TRUE;
}

/* "kg" and "%" are units wherever they stand; "TP" and "B" are not when they are glued to what
 * follows. */
const LexiconEntry *
unit_at (const Saying *saying, int at)
{
  const LexiconEntry *entry = lookup_unit (saying, at);

  if (entry == NULL || !may_stand_apart (saying, at, entry) || !has_size (saying, at, entry))
    return NULL;
  return entry;
}

gboolean
unit_is_money (const Saying *saying, int at)
{
  const LexiconEntry *entry = unit_at (saying, at);
  return entry != NULL && entry->is_money;
}
