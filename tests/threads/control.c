/* SPDX-License-Identifier: MIT */
/* What the sanitizer must see, and what it must not: two threads fill a table, one of them with
 * "race" without its lock. */
#include <glib.h>

typedef struct {
  GMutex lock;
  GHashTable *table;
  gboolean races;
} Shared;

static gpointer
make_table (gpointer unused G_GNUC_UNUSED)
{
  return g_hash_table_new (NULL, NULL);
}

static gpointer
fill (gpointer data)
{
  static GOnce once = G_ONCE_INIT;
  Shared *shared = data;

  for (guint i = 1; i < 1000; i++) {
    if (!shared->races)
      g_mutex_lock (&shared->lock);
    shared->table = g_once (&once, make_table, NULL);
    g_hash_table_add (shared->table, GUINT_TO_POINTER (i));
    if (!shared->races)
      g_mutex_unlock (&shared->lock);
  }
  return NULL;
}

int
main (int n_arguments, char **arguments)
{
  Shared shared = { .races = n_arguments > 1 && g_str_equal (arguments[1], "race") };
  GThread *thread = g_thread_new ("other", fill, &shared);

  fill (&shared);
  g_thread_join (thread);
  g_hash_table_unref (shared.table);
  return 0;
}
