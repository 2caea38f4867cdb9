/* SPDX-License-Identifier: MIT */
/* A selector is looked at from its end. On the way up, the nearest element that fits is enough, but
 * for the part up to the next descendant combinator, so a walk is at most as long as the page is
 * deep for each part. Siblings may be many: what was found out about them is kept, and no two walks
 * pass the same of them. */
#include "print/style/selector.h"

#include <string.h>

/* An element among its siblings, from 1; 0: not counted yet. */
typedef struct {
  guint nth[2][2]; /* [from the end] [of its type] */
} Rank;

/* For a compound and a parent: its children up to `seen` are looked at, `found` is the first of
 * them that fits. */
typedef struct {
  const CompoundSelector *compound;
  const Element *parent;
  const Element *seen, *found;
} Walk;

struct Siblings {
  const Markup *markup;
  Rank *ranks;       /* by the index of the element; NULL until asked for */
  GHashTable *walks; /* Walk, owned; NULL until asked for */
};

Siblings *
siblings_new (const Markup *markup)
{
  Siblings *siblings = g_new0 (Siblings, 1);
  siblings->markup = markup;
  return siblings;
}

void
siblings_free (Siblings *siblings)
{
  if (siblings == NULL)
    return;
  g_free (siblings->ranks);
  g_clear_pointer (&siblings->walks, g_hash_table_unref);
  g_free (siblings);
}

/* --- counting --- */

static void
rank_in_one_direction (Siblings *siblings, const Element *element, gboolean is_from_end)
{
  g_autoptr (GHashTable) types = g_hash_table_new (NULL, NULL); /* name → how many so far */

  for (guint n = 0; element; element = is_from_end ? element->previous : element->next) {
    if (element->name == NULL)
      continue;
    guint n_of_type = GPOINTER_TO_UINT (g_hash_table_lookup (types, element->name)) + 1;
    g_hash_table_insert (types, (gpointer) element->name, GUINT_TO_POINTER (n_of_type));
    siblings->ranks[element->index].nth[is_from_end][FALSE] = ++n;
    siblings->ranks[element->index].nth[is_from_end][TRUE] = n_of_type;
  }
}

static const Rank *
rank_of (Siblings *siblings, const Element *element)
{
  if (siblings->ranks == NULL)
    siblings->ranks = g_new0 (Rank, siblings->markup->n_elements);
  Rank *rank = &siblings->ranks[element->index];
  if (rank->nth[FALSE][FALSE] == 0) {
    rank_in_one_direction (siblings, element->parent ? element->parent->first_child : element,
                           FALSE);
    rank_in_one_direction (siblings, element->parent ? element->parent->last_child : element, TRUE);
  }
  return rank;
}

static gboolean
matches_nth (const SimpleSelector *simple, const Element *element, Siblings *siblings)
{
  int beyond = (int) rank_of (siblings, element)->nth[simple->is_from_end][simple->is_of_type]
               - simple->offset;

  if (simple->step == 0)
    return beyond == 0;
  return beyond % simple->step == 0 && beyond / simple->step >= 0;
}

/* --- one element --- */

static gboolean
has_class (const Element *element, const char *name)
{
  for (const char *const *p = element->classes; *p; p++)
    if (*p == name)
      return TRUE;
  return FALSE;
}

static gboolean
has_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = text; length > 0 && *p;) {
    gsize n = strcspn (p, " \t\n");
    if (n == length && strncmp (p, word, n) == 0)
      return TRUE;
    p += n + (p[n] != '\0');
  }
  return FALSE;
}

static gboolean
matches_attribute (const SimpleSelector *simple, const Element *element)
{
  const char *value = element_attribute (element, simple->name);
  const char *wanted = simple->value;

  if (value == NULL || simple->kind == SIMPLE_HAS)
    return value != NULL;
  switch (simple->kind) {
  case SIMPLE_WORD:
    return has_word (value, wanted);
  case SIMPLE_STARTS:
    return *wanted && g_str_has_prefix (value, wanted);
  case SIMPLE_ENDS:
    return *wanted && g_str_has_suffix (value, wanted);
  case SIMPLE_HOLDS:
    return *wanted && strstr (value, wanted);
  case SIMPLE_LANG:
    return g_str_has_prefix (value, wanted) && strchr ("-", value[strlen (wanted)]);
  default:
    return strcmp (value, wanted) == 0;
  }
}

static gboolean
matches_simple (const SimpleSelector *simple, const Element *element, Siblings *siblings)
{
  switch (simple->kind) {
  case SIMPLE_TYPE:
    return element->name == simple->name;
  case SIMPLE_ID:
    return element->id == simple->name;
  case SIMPLE_CLASS:
    return has_class (element, simple->name);
  case SIMPLE_NTH:
    return matches_nth (simple, element, siblings);
  case SIMPLE_ROOT:
    return element->parent == NULL;
  case SIMPLE_EMPTY:
    return element->first_child == NULL;
  default:
    return matches_attribute (simple, element);
  }
}

static gboolean
matches_compound (const CompoundSelector *compound, const Element *element, Siblings *siblings)
{
  for (guint i = 0; i < compound->n_simples; i++)
    if (matches_simple (&compound->simples[i], element, siblings) == compound->simples[i].is_not)
      return FALSE;
  return TRUE;
}

/* --- several --- */

/* NOWHERE: no element further up can make it match either. */
typedef enum { MATCHES, FAILS, FAILS_NOWHERE_TO_GO } Outcome;

static Outcome match (const CompoundSelector *compound, const CompoundSelector *end,
                      const Element *element, Siblings *siblings);

static const Element *
previous_element (const Element *element)
{
  do
    element = element->previous;
  while (element && element->name == NULL);
  return element;
}

static guint
walk_hash (gconstpointer data)
{
  const Walk *walk = data;
  return g_direct_hash (walk->compound) * 31 + g_direct_hash (walk->parent);
}

static gboolean
walk_equal (gconstpointer a, gconstpointer b)
{
  const Walk *one = a, *other = b;
  return one->compound == other->compound && one->parent == other->parent;
}

static Walk *
walk_find (Siblings *siblings, const CompoundSelector *compound, const Element *parent)
{
  Walk key = { .compound = compound, .parent = parent };

  if (siblings->walks == NULL)
    siblings->walks = g_hash_table_new_full (walk_hash, walk_equal, g_free, NULL);
  Walk *walk = g_hash_table_lookup (siblings->walks, &key);
  if (walk == NULL) {
    walk = g_memdup2 (&key, sizeof key);
    g_hash_table_add (siblings->walks, walk);
  }
  return walk;
}

/* TRUE when `compound` and all before it match an earlier sibling of `element`. */
static gboolean
match_earlier_sibling (const CompoundSelector *compound, const CompoundSelector *end,
                       const Element *element, Siblings *siblings)
{
  Walk *walk = walk_find (siblings, compound, element->parent);

  while (walk->found == NULL) {
    const Element *next = walk->seen        ? walk->seen->next
                          : element->parent ? element->parent->first_child
                                            : NULL;
    if (next == NULL || next->index >= element->index)
      return FALSE;
    walk->seen = next;
    if (next->name && match (compound, end, next, siblings) == MATCHES)
      walk->found = next;
  }
  return walk->found->index < element->index;
}

static Outcome
match_ancestor (const CompoundSelector *compound, const CompoundSelector *end,
                const Element *element, Siblings *siblings)
{
  for (element = element->parent; element; element = element->parent) {
    Outcome outcome = match (compound, end, element, siblings);
    if (outcome != FAILS)
      return outcome;
  }
  return FAILS_NOWHERE_TO_GO;
}

static Outcome
match (const CompoundSelector *compound, const CompoundSelector *end, const Element *element,
       Siblings *siblings)
{
  for (;; compound++) {
    if (!matches_compound (compound, element, siblings))
      return FAILS;
    if (compound + 1 == end)
      return MATCHES;
    if (compound->combinator == ' ')
      return match_ancestor (compound + 1, end, element, siblings);
    if (compound->combinator == '~')
      return match_earlier_sibling (compound + 1, end, element, siblings) ? MATCHES : FAILS;
    element = compound->combinator == '>' ? element->parent : previous_element (element);
    if (element == NULL)
      return FAILS;
  }
}

gboolean
selector_matches (const Selector *selector, const Element *element, Siblings *siblings)
{
  return match (selector->compounds, selector->compounds + selector->n_compounds, element, siblings)
         == MATCHES;
}
