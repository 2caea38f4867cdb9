/* SPDX-License-Identifier: MIT */
#include "speech/vocabulary.h"

#include "text/letter.h"

#include <string.h>

/* The longest word of a class, "nhân dân tệ", and room for longer ones. */
#define LONGEST_BYTES 32

struct Vocabulary {
  GHashTable *words; /* char: small letters → WordClasses, both owned */
};

static const struct {
  const char *name;
  WordClass class;
} classes[] = {
  { "day", WORD_DAY },
  { "month", WORD_MONTH },
  { "date", WORD_DATE },
  { "lunar", WORD_LUNAR },
  { "weekday-before", WORD_WEEKDAY_BEFORE },
  { "clock", WORD_CLOCK },
  { "issue", WORD_ISSUE },
  { "holiday", WORD_HOLIDAY },
  { "part", WORD_PART },
  { "whole", WORD_WHOLE },
  { "total", WORD_TOTAL },
  { "result", WORD_RESULT },
  { "match", WORD_MATCH },
  { "ratio", WORD_RATIO },
  { "phone", WORD_PHONE },
  { "call", WORD_CALL },
  { "link", WORD_LINK },
  { "short-number", WORD_SHORT_NUMBER },
  { "account", WORD_ACCOUNT },
  { "number-name", WORD_NUMBER_NAME },
  { "building", WORD_BUILDING },
  { "numbered", WORD_NUMBERED },
  { "parcel", WORD_PARCEL },
  { "house", WORD_HOUSE },
  { "street", WORD_STREET },
  { "code", WORD_CODE },
  { "form", WORD_FORM },
  { "compose", WORD_COMPOSE },
  { "dotted", WORD_DOTTED },
  { "order", WORD_ORDER },
  { "level", WORD_LEVEL },
  { "first", WORD_FIRST },
  { "roman", WORD_ROMAN },
  { "not-roman", WORD_NOT_ROMAN },
  { "magnitude", WORD_MAGNITUDE },
  { "money", WORD_MONEY },
  { "length", WORD_LENGTH },
  { "current", WORD_CURRENT },
  { "per", WORD_PER },
  { "speed", WORD_SPEED },
  { "person", WORD_PERSON },
  { "document", WORD_DOCUMENT },
  { "place", WORD_PLACE },
  { "domain", WORD_DOMAIN },
  { "choose", WORD_CHOOSE },
  { "menu", WORD_MENU },
  { "counter", WORD_COUNTER },
  { "function", WORD_FUNCTION },
  { "breath", WORD_BREATH },
  { "phrase", WORD_PHRASE },
  { "title", WORD_TITLE },
  { "pair", WORD_PAIR },
  { "highland", WORD_HIGHLAND },
  { "eye", WORD_EYE },
  { "more", WORD_MORE },
  { "head", WORD_HEAD },
  { "front", WORD_FRONT },
  { "standard", WORD_STANDARD },
  { "formulation", WORD_DRUG },
  { "emergency", WORD_EMERGENCY },
};

Vocabulary *
vocabulary_new (void)
{
  Vocabulary *vocabulary = g_new0 (Vocabulary, 1);
  vocabulary->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return vocabulary;
}

void
vocabulary_free (Vocabulary *vocabulary)
{
  g_hash_table_unref (vocabulary->words);
  g_free (vocabulary);
}

WordClasses
vocabulary_class (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strcmp (classes[i].name, name) == 0)
      return classes[i].class;
  return 0;
}

const char *const *
vocabulary_class_names (void)
{
  static const char *names[G_N_ELEMENTS (classes) + 1];
  static gsize is_filled = 0;

  if (g_once_init_enter (&is_filled)) {
    for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
      names[i] = classes[i].name;
    g_once_init_leave (&is_filled, 1);
  }
  return names;
}

gboolean
vocabulary_lower (const char *text, gsize length, char *buffer, gsize room)
{
  char *out = buffer;

  if (length + 2 > room)
    return FALSE;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    if ((guchar) *p < 0x80) {
      *out++ = *p >= 'A' && *p <= 'Z' ? *p + ('a' - 'A') : *p;
      continue;
    }
    if (letter_is_long (p)) {
      if (out + 4 > buffer + room)
        return FALSE;
      *out++ = p[0];
      *out++ = p[1];
      *out++ = (char) (p[2] | 1);
      continue;
    }
    /* No small letter of Vietnamese is longer than its capital; others may be. */
    char letter[6];
    int n = g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (p)), letter);
    if (out + n + 1 > buffer + room)
      return FALSE;
    memcpy (out, letter, n);
    out += n;
  }
  *out = '\0';
  return TRUE;
}

static void
add_classes (Vocabulary *vocabulary, const char *small, WordClasses more)
{
  WordClasses *known = g_hash_table_lookup (vocabulary->words, small);

  if (known == NULL) {
    known = g_new0 (WordClasses, 1);
    g_hash_table_insert (vocabulary->words, g_strdup (small), known);
  }
  *known |= more;
}

gboolean
vocabulary_add (Vocabulary *vocabulary, const char *word, WordClasses classes_of_word)
{
  char small[LONGEST_BYTES];

  if (!vocabulary_lower (word, strlen (word), small, sizeof small))
    return FALSE;
  add_classes (vocabulary, small, classes_of_word);
  char *space = strchr (small, ' ');
  if (space) {
    add_classes (vocabulary, strrchr (small, ' ') + 1, WORD_ENDS_PHRASE);
    space[space > small && space[-1] == ',' ? -1 : 0] = '\0';
    add_classes (vocabulary, small, WORD_STARTS_PHRASE);
  }
  return TRUE;
}

WordClasses
vocabulary_find (const Vocabulary *vocabulary, const char *text, gsize length)
{
  char word[LONGEST_BYTES];

  if (!vocabulary_lower (text, length, word, sizeof word))
    return 0;
  const WordClasses *known = g_hash_table_lookup (vocabulary->words, word);
  return known ? *known : 0;
}
