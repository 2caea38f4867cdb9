/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include "../support.h"

/* Pieces of all sizes are zeroed, aligned and do not overlap. */
static void
test_alloc (void)
{
  enum { N = 3000 };
  g_autoptr (Arena) arena = arena_new ();
  guchar *pieces[N];
  gsize sizes[N];

  for (guint i = 0; i < N; i++) {
    sizes[i] = i % 500 == 499 ? 200000 : i * 7 % 301;
    pieces[i] = arena_alloc (arena, sizes[i]);
    g_assert_cmpuint ((gsize) pieces[i] % sizeof (double), ==, 0);
    for (gsize j = 0; j < sizes[i]; j++)
      g_assert_cmpuint (pieces[i][j], ==, 0);
    memset (pieces[i], i % 255 + 1, sizes[i]);
    arena_copy (arena, "x"); /* leaves the next piece at an odd place */
  }
  for (guint i = 0; i < N; i++)
    for (gsize j = 0; j < sizes[i]; j++)
      g_assert_cmpuint (pieces[i][j], ==, i % 255 + 1);
}

/* What was cleared is used again, whatever had been in it. */
static void
test_clear (void)
{
  static const gsize sizes[] = { 10, 3000, 40000, 90000, 1000000, 0 };
  g_autoptr (Arena) arena = arena_new ();

  arena_clear (arena);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    for (guint n = 0; n < 50; n++)
      memset (arena_alloc_raw (arena, sizes[i]), 0xFF, sizes[i]);
    arena_clear (arena);
    const guchar *piece = arena_alloc (arena, 500);
    for (guint j = 0; j < 500; j++)
      g_assert_cmpuint (piece[j], ==, 0);
  }
  const char *first = arena_copy (arena, "một");
  arena_clear (arena);
  g_assert_true (arena_copy (arena, "hai") <= first);

  g_autoptr (Arena) fresh = arena_new ();
  first = arena_copy (fresh, "một");
  arena_clear (fresh);
  g_assert_true (arena_copy (fresh, "hai") == first); /* from the first byte on */
}

static void
test_texts (void)
{
  g_autoptr (Arena) arena = arena_new ();
  const char *const texts[] = { "một", "hai", "ba" };

  g_assert_null (arena_copy (arena, NULL));
  g_assert_cmpstr (arena_copy (arena, "Hà Đông"), ==, "Hà Đông");
  g_assert_cmpstr (arena_copy_n (arena, "Hà Đông", 3), ==, "Hà");
  g_assert_cmpstr (arena_copy_n (arena, "", 0), ==, "");
  g_assert_cmpstr (arena_copy_n (arena, NULL, 0), ==, "");
  g_assert_cmpstr (arena_printf (arena, "%s-%d", "a", 5), ==, "a-5");
  const char *const *list = arena_list (arena, texts, 2);
  g_assert_cmpstr (list[0], ==, "một");
  g_assert_cmpstr (list[1], ==, "hai");
  g_assert_null (list[2]);
  g_assert_null (arena_list (arena, NULL, 0)[0]);
}

static void
test_array (void)
{
  g_autoptr (Arena) arena = arena_new ();
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 numbers[] = { 1, -2, G_MAXINT64 };

  g_assert_nonnull (arena_array (arena, array));
  g_array_append_vals (array, numbers, G_N_ELEMENTS (numbers));
  const gint64 *kept = arena_array (arena, array);
  g_assert_true ((gpointer) kept != (gpointer) array->data);
  g_assert_cmpmem (kept, sizeof numbers, numbers, sizeof numbers);
}

static void
test_large_text (void)
{
  g_autoptr (Arena) arena = arena_new ();
  g_autofree char *large = g_strnfill (5 * 1024 * 1024, 'a');

  char *copy = arena_copy (arena, large);
  char *after = arena_copy (arena, "b");
  g_assert_cmpstr (copy, ==, large);
  g_assert_cmpstr (after, ==, "b");
  arena_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/alloc", test_alloc);
  g_test_add_func ("/arena/clear", test_clear);
  g_test_add_func ("/arena/texts", test_texts);
  g_test_add_func ("/arena/array", test_array);
  g_test_add_func ("/arena/large-text", test_large_text);
  return g_test_run ();
}
