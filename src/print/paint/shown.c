/* SPDX-License-Identifier: MIT */
/* Runs and paths are known by a number that is never given twice, so nothing is compared. When
 * there is too much, all is dropped: what a kit needs is back after one document, and no order has
 * to be kept. */
#include "print/paint/shown.h"

#include <string.h>

#define MOST_KEPT (8 * 1024 * 1024) /* bytes */

struct ShownStore {
  GHashTable *shown; /* run, in its entry → Entry, owned */
  gsize kept;        /* bytes of those */
};

typedef struct {
  guint64 run;
  Shown shown;
} Entry;

ShownStore *
shown_store_new (void)
{
  ShownStore *store = g_new0 (ShownStore, 1);
  store->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return store;
}

void
shown_store_free (ShownStore *store)
{
  if (store == NULL)
    return;
  g_hash_table_unref (store->shown);
  g_free (store);
}

const Shown *
shown_store_find (ShownStore *store, guint64 run)
{
  const Entry *entry = run ? g_hash_table_lookup (store->shown, &run) : NULL;
  return entry ? &entry->shown : NULL;
}

void
shown_store_keep (ShownStore *store, guint64 run, const char *bytes, gsize length,
                  gboolean has_space)
{
  if (run == 0)
    return;
  if (store->kept > MOST_KEPT) {
    g_hash_table_remove_all (store->shown);
    store->kept = 0;
  }
  Entry *entry = g_malloc (sizeof *entry + length);
  entry->run = run;
  entry->shown.has_space = has_space;
  entry->shown.length = length;
  memcpy (entry->shown.bytes, bytes, length);
  g_hash_table_insert (store->shown, &entry->run, entry);
  store->kept += sizeof *entry + length;
}
