/* SPDX-License-Identifier: MIT */
#include "search/synonyms.h"

#include "text/fold.h"

#include <string.h>

#define MOST_WORDS 16 /* of one */

struct Synonyms {
  GPtrArray *groups; /* GStrv, owned */
};

/* Whether a word is one by itself, or one starts with it. */
enum { ALONE = 1, TOGETHER = 2 };
#define N_PAIR_BITS 65536

struct SynonymFinder {
  GPtrArray *all;                  /* Synonym, owned */
  GPtrArray *groups;               /* GPtrArray of Synonym */
  GHashTable *by_start;            /* start_key() → GPtrArray of Synonym */
  GByteArray *starts;              /* for each word: ALONE, TOGETHER */
  guint64 pairs[N_PAIR_BITS / 64]; /* of first and second words, by a hash */
};

Synonyms *
synonyms_new (void)
{
  Synonyms *synonyms = g_new (Synonyms, 1);
  synonyms->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return synonyms;
}

void
synonyms_free (Synonyms *synonyms)
{
  if (synonyms == NULL)
    return;
  g_ptr_array_unref (synonyms->groups);
  g_free (synonyms);
}

void
synonyms_add (Synonyms *synonyms, const char *const *texts)
{
  if (texts[0] && texts[1])
    g_ptr_array_add (synonyms->groups, g_strdupv ((char **) texts));
}

void
synonyms_add_lists (Synonyms *synonyms, const Value *lists)
{
  for (guint i = 0; lists && value_kind (lists) == VALUE_LIST && i < value_length (lists); i++) {
    const Value *list = value_item (lists, i);
    g_autoptr (GPtrArray) texts = g_ptr_array_new ();
    for (guint j = 0; value_kind (list) == VALUE_LIST && j < value_length (list); j++)
      if (value_kind (value_item (list, j)) == VALUE_TEXT)
        g_ptr_array_add (texts, (gpointer) value_get_text (value_item (list, j), NULL));
    g_ptr_array_add (texts, NULL);
    synonyms_add (synonyms, (const char *const *) texts->pdata);
  }
}

/* --- abbreviations --- */

static gboolean
is_in_capitals (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p), n++)
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return n >= 2;
}

/* “CCCD” of “căn cước công dân”: what is merely said for it is no other name of it. */
static gboolean
is_made_of_initials (const char *abbreviation, const char *text)
{
  g_autofree char *letters = text_fold (abbreviation);
  g_autofree char *slug = text_slug (text);
  const char *letter = letters;

  for (const char *p = slug; *p; p++)
    if (p == slug || p[-1] == '-')
      if (*letter++ != *p)
        return FALSE;
  return *letter == '\0' && strchr (slug, '-');
}

static void
add_abbreviation (Synonyms *synonyms, const char *abbreviation, const Value *said)
{
  if (said == NULL || value_kind (said) != VALUE_TEXT)
    return;
  const char *const texts[] = { abbreviation, value_get_text (said, NULL), NULL };
  if (is_made_of_initials (abbreviation, texts[1]))
    synonyms_add (synonyms, texts);
}

void
synonyms_add_lexicon (Synonyms *synonyms, const Value *lexicon)
{
  for (guint i = 0; lexicon && value_kind (lexicon) == VALUE_MAP && i < value_length (lexicon);
       i++) {
    const char *key = value_key (lexicon, i);
    const Value *entry = value_find (lexicon, key);
    if (!is_in_capitals (key))
      continue;
    add_abbreviation (synonyms, key, entry);
    if (value_kind (entry) == VALUE_MAP) {
      add_abbreviation (synonyms, key, value_find (entry, "say"));
      add_abbreviation (synonyms, key, value_find (entry, "usual"));
    }
  }
}

/* --- as words --- */

static void
list_unref (gpointer list)
{
  if (list)
    g_ptr_array_unref (list);
}

static void
synonym_free (gpointer data)
{
  Synonym *synonym = data;
  g_free ((guint *) synonym->words);
  g_free (synonym);
}

/* Of its first two words; some words begin a hundred of them. */
static gpointer
start_key (const guint *words, guint n)
{
  return GSIZE_TO_POINTER ((gsize) words[0] << 32 | (n > 1 ? words[1] + 1 : 0));
}

static guint
hash_start (gconstpointer key)
{
  return (guint) (GPOINTER_TO_SIZE (key) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
}

static void
add_start (SynonymFinder *finder, Synonym *synonym)
{
  gpointer key = start_key (synonym->words, synonym->n);
  GPtrArray *list = g_hash_table_lookup (finder->by_start, key);

  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (finder->by_start, key, list);
  }
  g_ptr_array_add (list, synonym);
}

static Synonym *
synonym_new (Words *words, const char *text, guint group, guint number)
{
  const char *at = text, *start;
  guint found[MOST_WORDS];
  WordEnd before;
  guint n = 0;

  while (n < MOST_WORDS
         && words_next (words, &at, text + strlen (text), &found[n], &start, &before))
    n++;
  if (n == 0)
    return NULL;
  Synonym *synonym = g_new (Synonym, 1);
  *synonym = (Synonym){ g_memdup2 (found, n * sizeof found[0]), n, n == 1 && is_in_capitals (text),
                        group, number };
  return synonym;
}

static guint
pair_bit (guint first, guint second)
{
  return (first * 2654435761u ^ second * 40503u * 65599u) >> 16 & (N_PAIR_BITS - 1);
}

static void
note_start (SynonymFinder *finder, const Synonym *synonym)
{
  finder->starts->data[synonym->words[0]] |= synonym->n > 1 ? TOGETHER : ALONE;
  if (synonym->n > 1) {
    guint bit = pair_bit (synonym->words[0], synonym->words[1]);
    finder->pairs[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
  }
}

SynonymFinder *
synonym_finder_new (const Synonyms *synonyms, Words *words)
{
  SynonymFinder *finder = g_new (SynonymFinder, 1);

  finder->all = g_ptr_array_new_with_free_func (synonym_free);
  finder->groups = g_ptr_array_new_with_free_func (list_unref);
  finder->by_start = g_hash_table_new_full (hash_start, NULL, NULL, list_unref);
  for (guint i = 0; i < synonyms->groups->len; i++) {
    GPtrArray *group = g_ptr_array_new ();
    g_ptr_array_add (finder->groups, group);
    for (char **text = synonyms->groups->pdata[i]; *text; text++) {
      Synonym *synonym = synonym_new (words, *text, i, finder->all->len);
      if (synonym == NULL)
        continue;
      g_ptr_array_add (finder->all, synonym);
      g_ptr_array_add (group, synonym);
      add_start (finder, synonym);
    }
  }
  finder->starts = g_byte_array_new ();
  g_byte_array_set_size (finder->starts, words_count (words));
  memset (finder->starts->data, 0, finder->starts->len);
  memset (finder->pairs, 0, sizeof finder->pairs);
  for (guint i = 0; i < finder->all->len; i++)
    note_start (finder, finder->all->pdata[i]);
  return finder;
}

void
synonym_finder_free (SynonymFinder *finder)
{
  if (finder == NULL)
    return;
  g_hash_table_unref (finder->by_start);
  g_ptr_array_unref (finder->groups);
  g_ptr_array_unref (finder->all);
  g_byte_array_unref (finder->starts);
  g_free (finder);
}

gboolean
synonym_may_start (const SynonymFinder *finder, guint word, const guint *next)
{
  guint start = word < finder->starts->len ? finder->starts->data[word] : 0;

  if (start == 0 || start & ALONE || next == NULL)
    return (start & ALONE) != 0;
  guint bit = pair_bit (word, *next);
  return (finder->pairs[bit / 64] >> bit % 64 & 1) != 0;
}

/* “CA” is the police, “ca” a shift. */
static gboolean
stands_in_capitals (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  gunichar second = g_utf8_get_char (g_utf8_next_char (text));
  return g_unichar_isupper (first) && g_unichar_isupper (second);
}

static void
find_by (const SynonymFinder *finder, guint n_start, const guint *words, guint n, const char *text,
         SynonymFound found, gpointer data)
{
  const GPtrArray *list = g_hash_table_lookup (finder->by_start, start_key (words, n_start));

  for (guint i = 0; list && i < list->len; i++) {
    const Synonym *synonym = list->pdata[i];
    if (synonym->n <= n && memcmp (synonym->words, words, synonym->n * sizeof words[0]) == 0
        && (!synonym->is_abbreviation || stands_in_capitals (text)))
      found (data, synonym);
  }
}

void
synonym_find (const SynonymFinder *finder, const guint *words, guint n, const char *text,
              SynonymFound found, gpointer data)
{
  guint start = words[0] < finder->starts->len ? finder->starts->data[words[0]] : 0;

  if (start & ALONE)
    find_by (finder, 1, words, n, text, found, data);
  if (start & TOGETHER && n > 1)
    find_by (finder, 2, words, n, text, found, data);
}

const Synonym *const *
synonym_group (const SynonymFinder *finder, guint group, guint *n)
{
  const GPtrArray *list = finder->groups->pdata[group];
  *n = list->len;
  return (const Synonym *const *) list->pdata;
}
