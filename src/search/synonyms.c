/* SPDX-License-Identifier: MIT */
#include "search/synonyms.h"

#include "text/fold.h"

#include <string.h>

#define MOST_WORDS 16 /* of one */

struct Synonyms {
  GPtrArray *groups; /* GStrv, owned */
};

/* All synonyms are a tree of their words: from a node the next word leads to another. Some words
 * begin a hundred of them, and none costs more than the words it shares with the text. */
typedef struct {
  guint64 from; /* node and word; 0: a free slot, since node 0 is reached by `roots` */
  guint32 to;
} Step;

typedef struct {
  guint32 synonym; /* its number */
  guint32 next;    /* another that ends at the same node: its place here + 1; or 0 */
} Ending;

struct SynonymFinder {
  GArray *words;   /* guint: of all */
  GArray *all;     /* Synonym, those of a group together */
  GArray *groups;  /* guint32: number of the first of each, and of all */
  GArray *roots;   /* guint32: the node of a word that starts one, or 0 */
  GArray *nodes;   /* guint32: what ends there: its place in `endings` + 1, or 0 */
  GArray *endings; /* Ending */
  Step *steps;
  guint n_steps; /* slots, a power of two */
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

/* --- the tree --- */

static const Synonym *
synonym_at (const SynonymFinder *finder, guint number)
{
  return &g_array_index (finder->all, Synonym, number);
}

static guint
root_of (const SynonymFinder *finder, guint word)
{
  return word < finder->roots->len ? g_array_index (finder->roots, guint32, word) : 0;
}

static Step *
step_at (const SynonymFinder *finder, guint node, guint word)
{
  guint64 from = (guint64) node << 32 | word;
  guint at = (guint) (from * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32) & (finder->n_steps - 1);

  while (finder->steps[at].from != 0 && finder->steps[at].from != from)
    at = (at + 1) & (finder->n_steps - 1);
  return &finder->steps[at];
}

static guint
add_node (SynonymFinder *finder)
{
  guint32 none = 0;
  g_array_append_val (finder->nodes, none);
  return finder->nodes->len - 1;
}

static guint
add_step (SynonymFinder *finder, guint node, guint word)
{
  Step *step = step_at (finder, node, word);

  if (step->from == 0)
    *step = (Step){ (guint64) node << 32 | word, add_node (finder) };
  return step->to;
}

/* In the order they were added in. */
static void
add_ending (SynonymFinder *finder, guint node, guint number)
{
  const Ending ending = { number, 0 };
  guint32 *last = &g_array_index (finder->nodes, guint32, node);

  g_array_append_val (finder->endings, ending);
  while (*last)
    last = &g_array_index (finder->endings, Ending, *last - 1).next;
  *last = finder->endings->len;
}

static void
add_to_tree (SynonymFinder *finder, guint number)
{
  const Synonym *synonym = synonym_at (finder, number);
  guint32 *root = &g_array_index (finder->roots, guint32, synonym->words[0]);

  if (*root == 0)
    *root = add_node (finder);
  guint node = *root;
  for (guint i = 1; i < synonym->n; i++)
    node = add_step (finder, node, synonym->words[i]);
  add_ending (finder, node, number);
}

/* Of all of its synonyms. */
static void
make_tree (SynonymFinder *finder, guint n_words)
{
  guint n = finder->words->len - finder->all->len; /* first words are no steps */

  for (finder->n_steps = 64; finder->n_steps < n + n / 2;)
    finder->n_steps *= 2;
  finder->steps = g_new0 (Step, finder->n_steps);
  g_array_set_size (finder->roots, n_words);
  add_node (finder); /* 0 is none */
  for (guint i = 0; i < finder->all->len; i++)
    add_to_tree (finder, i);
}

/* --- as words --- */

/* Where its words are is known when all are. */
static void
add_text (SynonymFinder *finder, Words *words, const char *text, guint group)
{
  gsize length = strlen (text);
  g_autofree WordSpot *spots = g_new (WordSpot, length + 1);
  guint n = MIN (words_split (words, text, length, spots), MOST_WORDS);
  const Synonym synonym = { NULL, n, n == 1 && is_in_capitals (text), group, finder->all->len };

  if (n == 0)
    return;
  g_array_append_val (finder->all, synonym);
  for (guint i = 0; i < n; i++)
    g_array_append_val (finder->words, spots[i].index);
}

static void
find_words (SynonymFinder *finder)
{
  const guint *at = (const guint *) finder->words->data;

  for (guint i = 0; i < finder->all->len; i++) {
    Synonym *synonym = &g_array_index (finder->all, Synonym, i);
    synonym->words = at;
    at += synonym->n;
  }
}

SynonymFinder *
synonym_finder_new (const Synonyms *synonyms, Words *words)
{
  SynonymFinder *finder = g_new (SynonymFinder, 1);

  finder->words = g_array_new (FALSE, FALSE, sizeof (guint));
  finder->all = g_array_new (FALSE, FALSE, sizeof (Synonym));
  finder->groups = g_array_new (FALSE, FALSE, sizeof (guint32));
  finder->roots = g_array_new (FALSE, TRUE, sizeof (guint32));
  finder->nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  finder->endings = g_array_new (FALSE, FALSE, sizeof (Ending));
  for (guint i = 0; i < synonyms->groups->len; i++) {
    g_array_append_val (finder->groups, finder->all->len);
    for (char **text = synonyms->groups->pdata[i]; *text; text++)
      add_text (finder, words, *text, i);
  }
  g_array_append_val (finder->groups, finder->all->len);
  find_words (finder);
  make_tree (finder, words_count (words));
  return finder;
}

void
synonym_finder_free (SynonymFinder *finder)
{
  if (finder == NULL)
    return;
  g_array_unref (finder->words);
  g_array_unref (finder->all);
  g_array_unref (finder->groups);
  g_array_unref (finder->roots);
  g_array_unref (finder->nodes);
  g_array_unref (finder->endings);
  g_free (finder->steps);
  g_free (finder);
}

guint
synonym_count (const SynonymFinder *finder)
{
  return finder->all->len;
}

const Synonym *
synonym_group (const SynonymFinder *finder, guint group, guint *n)
{
  const guint32 *first = &g_array_index (finder->groups, guint32, group);
  *n = first[1] - first[0];
  return synonym_at (finder, first[0]);
}

/* --- finding --- */

/* “CA” is the police, “ca” a shift. */
static gboolean
stands_in_capitals (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  gunichar second = g_utf8_get_char (g_utf8_next_char (text));
  return g_unichar_isupper (first) && g_unichar_isupper (second);
}

gboolean
synonym_is_word (const SynonymFinder *finder, guint word)
{
  return g_array_index (finder->nodes, guint32, root_of (finder, word)) != 0;
}

gboolean
synonym_starts (const SynonymFinder *finder, guint first, guint second)
{
  guint root = root_of (finder, first);
  return root != 0 && step_at (finder, root, second)->to != 0;
}

static void
end_at (const SynonymFinder *finder, guint node, const char *text, SynonymFound found,
        gpointer data)
{
  guint32 next = g_array_index (finder->nodes, guint32, node);

  while (next) {
    const Ending *ending = &g_array_index (finder->endings, Ending, next - 1);
    const Synonym *synonym = synonym_at (finder, ending->synonym);
    if (!synonym->is_abbreviation || stands_in_capitals (text))
      found (data, synonym);
    next = ending->next;
  }
}

void
synonym_find (const SynonymFinder *finder, const WordSpot *words, guint n, SynonymFound found,
              gpointer data)
{
  guint node = root_of (finder, words[0].index);

  for (guint i = 1; node; i++) {
    end_at (finder, node, words[0].text, found, data);
    node = i < n && words[i].follows ? step_at (finder, node, words[i].index)->to : 0;
  }
}
