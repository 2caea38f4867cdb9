/* SPDX-License-Identifier: MIT */
#include "base/pool.h"

static void
test_lends (void)
{
  g_autoptr (Pool) pool = pool_new (g_free);
  char *one = g_strdup ("1");
  char *two = g_strdup ("2");

  g_assert_null (pool_borrow (pool));
  pool_give_back (pool, one);
  pool_give_back (pool, two);
  char *first = pool_borrow (pool);
  char *second = pool_borrow (pool);
  g_assert_true ((first == one && second == two) || (first == two && second == one));
  g_assert_null (pool_borrow (pool));
  pool_give_back (pool, one);
  pool_give_back (pool, two); /* both are freed with the pool */
}

static gpointer
give_back (gpointer data)
{
  pool_give_back (data, g_strdup ("of another thread"));
  return NULL;
}

/* What a thread had comes back to it; it takes what others had when there is nothing else. */
static void
test_own (void)
{
  g_autoptr (Pool) pool = pool_new (g_free);
  char *mine = g_strdup ("mine");

  g_thread_join (g_thread_new ("before", give_back, pool));
  pool_give_back (pool, mine);
  g_thread_join (g_thread_new ("after", give_back, pool));
  g_assert_true (pool_borrow (pool) == mine);
  char *other = pool_borrow (pool);
  g_assert_cmpstr (other, ==, "of another thread");
  pool_give_back (pool, mine);
  pool_give_back (pool, other);
}

static gpointer
use (gpointer data)
{
  Pool *pool = data;

  for (guint i = 0; i < 10000; i++) {
    guint *item = pool_borrow (pool);
    if (item == NULL)
      item = g_new0 (guint, 1);
    (*item)++; /* nobody else has it */
    pool_give_back (pool, item);
  }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (Pool) pool = pool_new (g_free);
  GThread *threads[4];
  guint n_used = 0, n_items = 0;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("user", use, pool);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  for (guint *item; (item = pool_borrow (pool)); g_free (item), n_items++)
    n_used += *item;
  g_assert_cmpuint (n_used, ==, 40000);
  g_assert_cmpuint (n_items, <=, G_N_ELEMENTS (threads));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pool/lends", test_lends);
  g_test_add_func ("/pool/own", test_own);
  g_test_add_func ("/pool/threads", test_threads);
  return g_test_run ();
}
