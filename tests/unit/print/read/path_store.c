/* SPDX-License-Identifier: MIT */
#include "print/read/path_store.h"

#include "print/read/drawing.h"

static GArray *
steps_new (guint n)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (DrawStep));
  g_array_set_size (steps, n);
  return steps;
}

static void
test_found (void)
{
  g_autoptr (PathStore) store = path_store_new ();
  g_autoptr (GArray) one = steps_new (1), other = steps_new (2);

  g_assert_null (path_store_find (store, "M0 0"));
  g_assert_cmpuint (path_store_keep (store, "M0 0", one)->number, ==, 1);
  g_assert_cmpuint (path_store_keep (store, "M1 1", other)->number, ==, 2);
  g_assert_true (path_store_find (store, "M0 0")->steps == one);
  g_assert_cmpuint (path_store_find (store, "M1 1")->number, ==, 2);
}

/* It does not grow for ever, and a path that comes back has a number nobody had. */
static void
test_bound (void)
{
  enum { N = 256 };
  g_autoptr (PathStore) store = path_store_new ();
  guint n = 0;

  for (guint i = 1; i <= N; i++) {
    g_autoptr (GArray) steps = steps_new (64 * 1024 / sizeof (DrawStep));
    g_autofree char *data = g_strdup_printf ("M%u 0", i);
    g_assert_cmpuint (path_store_keep (store, data, steps)->number, ==, i);
  }
  for (guint i = 1; i <= N; i++) {
    g_autofree char *data = g_strdup_printf ("M%u 0", i);
    n += path_store_find (store, data) != NULL;
  }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, 70); /* 4 MB */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path-store/found", test_found);
  g_test_add_func ("/path-store/bound", test_bound);
  return g_test_run ();
}
