/* SPDX-License-Identifier: MIT */
#include "editor/spelling.h"

#include "text/letter.h"

#include <string.h>

/* Bytes that words may take: more than those of any language do. What has more is no text. */
#define MOST_KEPT (1 << 24)

typedef struct {
  const char *text; /* as it is written */
  gsize length;
  Word word;
} Spelling;

struct Spellings {
  const Wordlist *list;
  SpellingJudge judge;
  Arena *arena;
  GHashTable *known; /* Set<Spelling>, in the arena */
  gsize n_bytes;     /* of the arena */
  GString *small, *key;
};

static guint
hash_text (gconstpointer data)
{
  const Spelling *spelling = data;
  guint hash = 2166136261u;

  for (gsize i = 0; i < spelling->length; i++)
    hash = (hash ^ (guchar) spelling->text[i]) * 16777619u;
  return hash;
}

static gboolean
is_same_text (gconstpointer a, gconstpointer b)
{
  const Spelling *one = a, *other = b;
  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

Spellings *
spellings_new (const Wordlist *list, SpellingJudge judge)
{
  Spellings *spellings = g_new0 (Spellings, 1);

  *spellings = (Spellings){ .list = list,
                            .judge = judge,
                            .arena = arena_new (),
                            .known = g_hash_table_new (hash_text, is_same_text),
                            .small = g_string_new (NULL),
                            .key = g_string_new (NULL) };
  return spellings;
}

void
spellings_free (Spellings *spellings)
{
  if (spellings == NULL)
    return;
  g_hash_table_unref (spellings->known);
  arena_free (spellings->arena);
  g_string_free (spellings->small, TRUE);
  g_string_free (spellings->key, TRUE);
  g_free (spellings);
}

void
spellings_begin (Spellings *spellings)
{
  if (spellings->n_bytes < MOST_KEPT)
    return;
  spellings->n_bytes = 0;
  g_hash_table_remove_all (spellings->known);
  arena_clear (spellings->arena);
}

static WordCase
case_of (guint n, guint n_capitals, gboolean first_is_capital)
{
  if (n_capitals == 0)
    return CASE_SMALL;
  if (n_capitals == 1 && first_is_capital)
    return CASE_TITLE;
  return n_capitals == n ? CASE_CAPITALS : CASE_MIXED;
}

static void
spell (Spellings *spellings, const char *text, Word *word)
{
  const char *end = text + word->length;
  guint n = 0, n_capitals = 0, tone = TONE_LEVEL;
  gboolean first_is_capital = FALSE;

  g_string_truncate (spellings->small, 0);
  g_string_truncate (spellings->key, 0);
  word->is_bare = TRUE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p), n++) {
    gunichar c = g_utf8_get_char (p);
    Letter letter = letter_of (c);
    gboolean is_capital = g_unichar_isupper (c);
    n_capitals += is_capital;
    first_is_capital |= n == 0 && is_capital;
    word->has_marks |= c >= 0x80;
    word->has_tone |= letter.tone != TONE_LEVEL;
    word->is_bare &= letter.plain != 0;
    g_string_append_unichar (spellings->small, g_unichar_tolower (c));
    g_string_append_c (spellings->key, letter.code ? letter.code : '?');
    tone = letter.tone != TONE_LEVEL ? letter.tone : tone;
  }
  g_string_append_c (spellings->key, (char) ('0' + tone));
  word->key = arena_copy (spellings->arena, spellings->key->str);
  word->small = arena_copy (spellings->arena, spellings->small->str);
  word->letters = case_of (n, n_capitals, first_is_capital);
}

Word
spellings_word (Spellings *spellings, const char *text, gsize length)
{
  const Spelling asked = { text, length, { 0 } };
  Spelling *spelling = g_hash_table_lookup (spellings->known, &asked);

  if (spelling)
    return spelling->word;
  spelling = arena_alloc (spellings->arena, sizeof *spelling);
  spelling->text = arena_copy_n (spellings->arena, text, length);
  spelling->length = length;
  spelling->word.length = (guint) length;
  spell (spellings, spelling->text, &spelling->word);
  if (spellings->judge)
    spellings->judge (spellings->list, spelling->text, &spelling->word);
  g_hash_table_add (spellings->known, spelling);
  spellings->n_bytes += sizeof *spelling + 3 * length;
  return spelling->word;
}
