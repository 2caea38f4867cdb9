/* SPDX-License-Identifier: MIT */
#include "print/read/path_store.h"

#include "print/read/drawing.h"

#define MOST_KEPT (4 * 1024 * 1024) /* bytes */

struct PathStore {
  GHashTable *paths; /* char *data → KeptPath, both owned */
  gsize kept;        /* bytes of those */
  guint64 n_paths;   /* that there ever were */
};

static void
path_free (gpointer data)
{
  KeptPath *path = data;
  g_array_unref (path->steps);
  g_free (path);
}

PathStore *
path_store_new (void)
{
  PathStore *store = g_new0 (PathStore, 1);
  store->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, path_free);
  return store;
}

void
path_store_free (PathStore *store)
{
  if (store == NULL)
    return;
  g_hash_table_unref (store->paths);
  g_free (store);
}

const KeptPath *
path_store_find (const PathStore *store, const char *data)
{
  return g_hash_table_lookup (store->paths, data);
}

const KeptPath *
path_store_keep (PathStore *store, const char *data, GArray *steps)
{
  if (store->kept > MOST_KEPT) {
    g_hash_table_remove_all (store->paths);
    store->kept = 0;
  }
  KeptPath *path = g_new (KeptPath, 1);
  *path = (KeptPath){ g_array_ref (steps), ++store->n_paths };
  g_hash_table_insert (store->paths, g_strdup (data), path);
  store->kept += steps->len * sizeof (DrawStep);
  return path;
}
