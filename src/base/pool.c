/* SPDX-License-Identifier: MIT */
/* A list behind one lock: what is borrowed is used for milliseconds, so nobody waits. The thread
 * that had an item last gets it back, because what it remembers (shaped paragraphs, open fonts)
 * still lies in the cache of its core. Not a thread-local variable: the items must all be found in
 * the end, to be freed, and threads come and go with each parallel_for(). */
#include "base/pool.h"

typedef struct {
  gpointer item;         /* owned */
  const GThread *thread; /* that had it last */
} Idle;

struct Pool {
  GMutex lock;
  GArray *idle; /* Idle */
  GDestroyNotify free_item;
};

Pool *
pool_new (GDestroyNotify free_item)
{
  Pool *pool = g_new0 (Pool, 1);
  g_mutex_init (&pool->lock);
  pool->idle = g_array_new (FALSE, FALSE, sizeof (Idle));
  pool->free_item = free_item;
  return pool;
}

void
pool_free (Pool *pool)
{
  if (pool == NULL)
    return;
  for (guint i = 0; i < pool->idle->len; i++)
    pool->free_item (g_array_index (pool->idle, Idle, i).item);
  g_array_unref (pool->idle);
  g_mutex_clear (&pool->lock);
  g_free (pool);
}

/* The one `thread` had, or else the last one. */
static guint
choose (const GArray *idle, const GThread *thread)
{
  for (guint i = 0; i < idle->len; i++)
    if (g_array_index (idle, Idle, i).thread == thread)
      return i;
  return idle->len - 1;
}

gpointer
pool_borrow (Pool *pool)
{
  gpointer item = NULL;

  g_mutex_lock (&pool->lock);
  if (pool->idle->len > 0) {
    guint index = choose (pool->idle, g_thread_self ());
    item = g_array_index (pool->idle, Idle, index).item;
    g_array_remove_index_fast (pool->idle, index);
  }
  g_mutex_unlock (&pool->lock);
  return item;
}

void
pool_give_back (Pool *pool, gpointer item)
{
  Idle idle = { item, g_thread_self () };

  g_mutex_lock (&pool->lock);
  g_array_append_val (pool->idle, idle);
  g_mutex_unlock (&pool->lock);
}
