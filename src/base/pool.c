/* SPDX-License-Identifier: MIT */
#include "base/pool.h"

struct Pool {
  GMutex lock;
  GPtrArray *idle; /* owned */
};

Pool *
pool_new (GDestroyNotify free_item)
{
  Pool *pool = g_new0 (Pool, 1);
  g_mutex_init (&pool->lock);
  pool->idle = g_ptr_array_new_with_free_func (free_item);
  return pool;
}

void
pool_free (Pool *pool)
{
  if (pool == NULL)
    return;
  g_ptr_array_unref (pool->idle);
  g_mutex_clear (&pool->lock);
  g_free (pool);
}

gpointer
pool_borrow (Pool *pool)
{
  g_mutex_lock (&pool->lock);
  guint n = pool->idle->len;
  gpointer item = n > 0 ? g_ptr_array_steal_index (pool->idle, n - 1) : NULL;
  g_mutex_unlock (&pool->lock);
  return item;
}

void
pool_give_back (Pool *pool, gpointer item)
{
  g_mutex_lock (&pool->lock);
  g_ptr_array_add (pool->idle, item);
  g_mutex_unlock (&pool->lock);
}
