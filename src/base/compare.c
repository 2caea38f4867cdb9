/* SPDX-License-Identifier: MIT */
#include "base/compare.h"

/* `but` NULL: all keys of the table. */
static void
add_keys (GPtrArray *names, GHashTable *table, GHashTable *but)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (but == NULL || !g_hash_table_contains (but, name))
      g_ptr_array_add (names, name);
}

GPtrArray *
compare_names (GHashTable *one, GHashTable *other)
{
  GPtrArray *names = g_ptr_array_new ();

  add_keys (names, one, NULL);
  add_keys (names, other, one);
  g_ptr_array_sort (names, compare_texts);
  return names;
}
