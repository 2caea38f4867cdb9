/* SPDX-License-Identifier: MIT */
#include "online/visit_cache.h"

#include <glib/gstdio.h>

static void
test_cache (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "a", "visits", NULL);
  Visit visit = N_VISITS;

  {
    g_autoptr (VisitCache) cache = visit_cache_new (path);
    g_assert_false (visit_cache_find (cache, "https://a.vn/", 1000, &visit));
    visit_cache_add (cache, "https://a.vn/", 1000, VISIT_GOOD);
    visit_cache_add (cache, "https://b.vn/x y", 1000, VISIT_GONE);
    g_assert_true (visit_cache_write (cache));
  }
  g_autoptr (VisitCache) cache = visit_cache_new (path);
  g_assert_true (visit_cache_find (cache, "https://a.vn/", 1000 + 6 * 24 * 3600, &visit));
  g_assert_cmpint (visit, ==, VISIT_GOOD);
  g_assert_false (visit_cache_find (cache, "https://a.vn/", 1000 + 8 * 24 * 3600, &visit));
  g_assert_true (visit_cache_find (cache, "https://b.vn/x y", 1000 + 3599, &visit));
  g_assert_cmpint (visit, ==, VISIT_GONE);
  g_assert_false (visit_cache_find (cache, "https://b.vn/x y", 1000 + 3600, &visit));
  /* A clock that was set back knows nothing of the future. */
  g_assert_false (visit_cache_find (cache, "https://a.vn/", 999, &visit));
}

/* What somebody else wrote there is as if it were not there. */
static void
test_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "visits", NULL);
  Visit visit;

  g_file_set_contents (path,
                       "loa-visits 1\n0 1000 https://a.vn/\n99 1000 https://b.vn/\n0 x https://c.vn/\n"
                       "\n0 1000 \n0\nx\n",
                       -1, NULL);
  g_autoptr (VisitCache) cache = visit_cache_new (path);
  g_assert_true (visit_cache_find (cache, "https://a.vn/", 1000, &visit));
  g_assert_false (visit_cache_find (cache, "https://b.vn/", 1000, &visit));
  g_assert_false (visit_cache_find (cache, "https://c.vn/", 1000, &visit));
  g_file_set_contents (path, "other\n0 1000 https://a.vn/\n", -1, NULL);
  g_autoptr (VisitCache) other = visit_cache_new (path);
  g_assert_false (visit_cache_find (other, "https://a.vn/", 1000, &visit));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/online/visit_cache/cache", test_cache);
  g_test_add_func ("/online/visit_cache/damaged", test_damaged);
  return g_test_run ();
}
