/* SPDX-License-Identifier: MIT */
/* Keys and styles are hashed and compared as bytes: a Style has a hundred fields, and a comparison
 * field by field would forget the next one. For that both must have no byte that nobody set: they
 * start as a whole from another or from nothing, and grow by fields alone. Text in them is
 * interned.
 *
 * Styles live as long as the sheets they come from. What a page declares itself is not kept: then
 * its styles go with it. */
#include "print/style/styles.h"

#include <string.h>

/* A kit has a few kinds of sheets. A page that needs thousands of styles is not like any other. */
#define MOST_KEPT        8
#define MOST_SHAPES      8
#define MOST_KEPT_STYLES 4096
#define MOST_KEPT_SHEETS 256

typedef struct {
  const StyleKey *key;
  const Style *style;
} Known;

struct StyleStore {
  GPtrArray *kept;    /* Styles, owned; the latest last */
  GHashTable *sheets; /* char *text → StyleSheet */
};

/* Origins and styles are hashed and compared as bytes, eight at a time. */
_Static_assert(sizeof (StyleKey) % 8 == 0 && sizeof (Style) % 8 == 0, "whole words");

static guint
hash_words (const void *bytes, gsize length)
{
  const guint64 *words = bytes;
  guint64 hash = 0xCBF29CE484222325;

  for (gsize i = 0; i < length / sizeof *words; i++)
    hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15 ^ (hash >> 29);
  return hash >> 32 ^ hash;
}

gsize
style_key_size (guint n)
{
  return sizeof (StyleKey) + n * sizeof (const DeclarationBlock *);
}

static guint
known_hash (gconstpointer data)
{
  const StyleKey *key = ((const Known *) data)->key;
  return hash_words (key, style_key_size (key->n));
}

static gboolean
known_equal (gconstpointer a, gconstpointer b)
{
  const StyleKey *one = ((const Known *) a)->key, *other = ((const Known *) b)->key;
  return one->n == other->n && memcmp (one, other, style_key_size (one->n)) == 0;
}

static guint
style_hash (gconstpointer data)
{
  return hash_words (data, sizeof (Style));
}

static gboolean
style_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Style)) == 0;
}

static Styles *
styles_new (const GArray *cascade_sheets)
{
  Styles *styles = g_new (Styles, 1);

  *styles = (Styles){ .cascade_sheets = g_array_sized_new (FALSE, FALSE, sizeof (CascadeSheet),
                                                           cascade_sheets->len),
                      .arena = arena_new (),
                      .known = g_hash_table_new (known_hash, known_equal),
                      .styles = g_hash_table_new (style_hash, style_equal),
                      .pages = g_array_new (FALSE, FALSE, sizeof (CachedPage)),
                      .shapes = g_hash_table_new_full (NULL, NULL, NULL, g_free) };
  g_array_append_vals (styles->cascade_sheets, cascade_sheets->data, cascade_sheets->len);
  return styles;
}

static void
styles_free (Styles *styles)
{
  g_array_unref (styles->cascade_sheets);
  g_hash_table_unref (styles->known);
  g_hash_table_unref (styles->styles);
  g_array_unref (styles->pages);
  g_hash_table_unref (styles->shapes);
  arena_free (styles->arena);
  g_free (styles);
}

const Style *
styles_find (const Styles *styles, const StyleKey *key)
{
  const Known *known = g_hash_table_lookup (styles->known, &(Known){ key, NULL });
  return known ? known->style : NULL;
}

const Style *
styles_keep (Styles *styles, const Style *style)
{
  const Style *kept = g_hash_table_lookup (styles->styles, style);

  if (kept == NULL) {
    Style *copy = arena_alloc_raw (styles->arena, sizeof (Style));
    memcpy (copy, style, sizeof (Style));
    g_hash_table_add (styles->styles, copy);
    kept = copy;
  }
  return kept;
}

const Style *
styles_add (Styles *styles, const StyleKey *key, const Style *style)
{
  Known *known = arena_alloc_raw (styles->arena, sizeof (Known) + style_key_size (key->n));
  StyleKey *copy = (StyleKey *) (known + 1);

  memcpy (copy, key, style_key_size (key->n));
  *known = (Known){ copy, styles_keep (styles, style) };
  g_hash_table_add (styles->known, known);
  return known->style;
}

/* --- from page to page --- */

void
styles_expect (Styles *styles, const Markup *markup)
{
  gpointer shape = GUINT_TO_POINTER (markup->shape);

  styles->of_elements = g_hash_table_lookup (styles->shapes, shape);
  if (styles->of_elements || markup->shape == 0)
    return;
  if (g_hash_table_size (styles->shapes) == MOST_SHAPES)
    g_hash_table_remove_all (styles->shapes);
  styles->of_elements = g_new0 (ElementStyles, markup->n_elements);
  g_hash_table_insert (styles->shapes, shape, styles->of_elements);
}

ElementStyles *
styles_of_element (const Styles *styles, const Element *element)
{
  return styles->of_elements ? &styles->of_elements[element->index] : NULL;
}

StyleStore *
style_store_new (void)
{
  StyleStore *store = g_new (StyleStore, 1);
  store->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) styles_free);
  store->sheets =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) style_sheet_free);
  return store;
}

void
style_store_free (StyleStore *store)
{
  if (store == NULL)
    return;
  g_ptr_array_unref (store->kept);
  g_hash_table_unref (store->sheets);
  g_free (store);
}

static gboolean
are_same_sheets (const GArray *one, const GArray *other)
{
  return one->len == other->len
         && (one->len == 0
             || memcmp (one->data, other->data, one->len * sizeof (CascadeSheet)) == 0);
}

Styles *
style_store_borrow (StyleStore *store, const GArray *cascade_sheets)
{
  for (guint i = 0; store && i < store->kept->len; i++)
    if (are_same_sheets (((Styles *) store->kept->pdata[i])->cascade_sheets, cascade_sheets))
      return g_ptr_array_steal_index (store->kept, i);
  return styles_new (cascade_sheets);
}

static void
keep (StyleStore *store, Styles *styles)
{
  if (store->kept->len == MOST_KEPT)
    g_ptr_array_remove_index (store->kept, 0);
  g_ptr_array_add (store->kept, styles);
}

/* Styles are made of the sheets, and go with them. */
static void
trim (StyleStore *store)
{
  if (g_hash_table_size (store->sheets) <= MOST_KEPT_SHEETS)
    return;
  g_ptr_array_set_size (store->kept, 0);
  g_hash_table_remove_all (store->sheets);
}

void
style_store_give_back (StyleStore *store, Styles *styles, gboolean is_of_sheets_alone)
{
  if (store && is_of_sheets_alone && g_hash_table_size (styles->known) <= MOST_KEPT_STYLES)
    keep (store, styles);
  else
    styles_free (styles);
  if (store)
    trim (store);
}

const StyleSheet *
style_store_sheet (const StyleStore *store, const char *text)
{
  return g_hash_table_lookup (store->sheets, text);
}

void
style_store_keep_sheet (StyleStore *store, const char *text, StyleSheet *sheet)
{
  g_hash_table_insert (store->sheets, g_strdup (text), sheet);
}
