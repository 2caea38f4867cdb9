/* SPDX-License-Identifier: MIT */
#include "print/paint/shown.h"

static void
test_found (void)
{
  static const struct {
    guint64 kept, asked;
    gboolean is_found;
  } rows[] = { { 7, 7, TRUE },
               { 7, 8, FALSE },
               { 0, 0, FALSE },
               { G_GUINT64_CONSTANT (1) << 40, G_GUINT64_CONSTANT (1) << 40, TRUE },
               { G_GUINT64_CONSTANT (1) << 40, 0, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    ShownStore *store = shown_store_new ();
    shown_store_keep (store, rows[i].kept, "(a\0b)Tj", 7, i % 2 == 0);
    const Shown *shown = shown_store_find (store, rows[i].asked);
    g_test_message ("%u", i);
    g_assert_cmpint (shown != NULL, ==, rows[i].is_found);
    if (shown) {
      g_assert_cmpmem (shown->bytes, shown->length, "(a\0b)Tj", 7);
      g_assert_cmpint (shown->has_space, ==, i % 2 == 0);
    }
    shown_store_free (store);
  }
}

/* It does not grow for ever; the last one is always there. */
static void
test_bound (void)
{
  enum { LENGTH = 64 * 1024, N = 1024 };
  ShownStore *store = shown_store_new ();
  g_autofree char *bytes = g_malloc0 (LENGTH);
  guint n = 0;

  for (guint i = 1; i <= N; i++) {
    shown_store_keep (store, i, bytes, LENGTH, FALSE);
    g_assert_nonnull (shown_store_find (store, i));
  }
  for (guint i = 1; i <= N; i++)
    n += shown_store_find (store, i) != NULL;
  g_assert_cmpuint (n, <, 140); /* 8 MB */
  shown_store_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shown/found", test_found);
  g_test_add_func ("/shown/bound", test_bound);
  return g_test_run ();
}
