/* SPDX-License-Identifier: MIT */
#include "model/locality_search.h"

#include "text/fold.h"

#include <string.h>

/* "ubnd-phuong-ha-dong" → "phuong-ha-dong" */
static const char *
without_committee (const char *slug)
{
  static const char *const words[] = { "ubnd-", "uy-ban-nhan-dan-" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (slug, words[i]))
      return slug + strlen (words[i]);
  return slug;
}

/* What a unit is called, as slugs. */
typedef struct {
  char *name, *full, *parent, *full_parent;
} Names;

static char *
slug_take (char *text)
{
  char *slug = text_slug (text);
  g_free (text);
  return slug;
}

static Names
names_of (const LocalityTable *table, const Locality *locality, Date date)
{
  const Locality *parent = locality_parent (table, locality, date);
  return (Names){ text_slug (locality->name), slug_take (locality_full_name (locality)),
                  parent ? text_slug (parent->name) : NULL,
                  parent ? slug_take (locality_full_name (parent)) : NULL };
}

static void
names_clear (Names *names)
{
  g_free (names->name);
  g_free (names->full);
  g_free (names->parent);
  g_free (names->full_parent);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/* TRUE when `slug` is `first`, or `first` and behind it `second` or `third`. */
static gboolean
is_joined (const char *slug, const char *first, const char *second, const char *third)
{
  if (!g_str_has_prefix (slug, first))
    return FALSE;
  const char *rest = slug + strlen (first);
  if (*rest == '\0')
    return TRUE;
  return *rest == '-' && (g_strcmp0 (rest + 1, second) == 0 || g_strcmp0 (rest + 1, third) == 0);
}

static gboolean
is_called (const Names *names, const char *slug)
{
  return is_joined (slug, names->name, names->parent, names->full_parent)
         || is_joined (slug, names->full, names->parent, names->full_parent);
}

/* TRUE when each word of `slug` is a word of the names. */
static gboolean
has_words (const Names *names, const char *slug)
{
  g_autofree char *all =
    g_strdup_printf ("-%s-%s-", names->full, names->parent ? names->parent : "");
  g_auto (GStrv) words = g_strsplit (slug, "-", -1);

  for (char **word = words; *word; word++) {
    g_autofree char *wanted = g_strdup_printf ("-%s-", *word);
    if (strstr (all, wanted) == NULL)
      return FALSE;
  }
  return *slug != '\0';
}

GPtrArray *
locality_search (const LocalityTable *table, const char *words, Date date, gboolean *is_called_so)
{
  GPtrArray *called = g_ptr_array_new ();
  g_autoptr (GPtrArray) similar = g_ptr_array_new ();
  g_autofree char *whole = text_slug (words);
  const char *slug = without_committee (whole);

  for (guint i = 0; i < locality_table_size (table); i++) {
    const Locality *locality = locality_table_row (table, i);
    if (!locality_is_valid_on (locality, date))
      continue;
    g_auto (Names) names = names_of (table, locality, date);
    if (strcmp (locality->code, slug) == 0 || is_called (&names, slug))
      g_ptr_array_add (called, (gpointer) locality);
    else if (has_words (&names, slug))
      g_ptr_array_add (similar, (gpointer) locality);
  }
  if (is_called_so)
    *is_called_so = called->len > 0;
  if (called->len > 0)
    return called;
  g_ptr_array_unref (called);
  return g_steal_pointer (&similar);
}

/* Bytes of `name` before its last `n` words; 0 when it has no more than these. */
static gsize
length_before (const char *name, guint n)
{
  const char *end = name + strlen (name);

  for (; n > 0 && end > name; n--) {
    while (end > name && end[-1] == ' ')
      end--;
    while (end > name && end[-1] != ' ')
      end--;
  }
  while (end > name && (end[-1] == ' ' || end[-1] == ','))
    end--;
  return end - name;
}

static guint
count_words (const char *slug)
{
  guint n = 1;

  for (; *slug; slug++)
    n += *slug == '-';
  return n;
}

const Locality *
locality_at_end (const LocalityTable *table, const char *name, Date date, char **before)
{
  g_autofree char *slug = text_slug (name);
  const Locality *found = NULL;
  gsize longest = 0;
  guint n_words = 0;

  for (guint i = 0; i < locality_table_size (table); i++) {
    const Locality *locality = locality_table_row (table, i);
    if (!locality_is_valid_on (locality, date))
      continue;
    g_auto (Names) names = names_of (table, locality, date);
    const char *const forms[] = { names.name, names.full };
    for (guint j = 0; j < G_N_ELEMENTS (forms); j++) {
      g_autofree char *ending = g_strconcat ("-", forms[j], NULL);
      gsize length = strlen (ending);
      if (!g_str_has_suffix (slug, ending) || length < longest)
        continue;
      found = length > longest ? locality : NULL;
      longest = length;
      n_words = count_words (forms[j]);
    }
  }
  gsize length = found ? length_before (name, n_words) : 0;
  if (length == 0)
    return NULL;
  *before = g_strndup (name, length);
  return found;
}
