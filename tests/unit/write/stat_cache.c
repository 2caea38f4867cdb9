/* SPDX-License-Identifier: MIT */
#include "write/stat_cache.h"

#include "site_kit.h"

static const char *const inputs[] = { "a.md", "folder", "absent" };

/* With outputs, one of which has something said of it, and what is awkward in texts. */
static StatCache *
new_cache (void)
{
  StatCache *cache = stat_cache_new ();
  StatOutput one = { "a.html", { 1, 2, 3 }, digest_of ("k", 1), NULL, "said\n\"so\"\\\037ồ" };
  StatOutput two = { "b/c d.html", { 4, -5, 6 }, digest_of ("l", 1), NULL, NULL };
  cache->site = g_strdup ("/site\nof mine");
  cache->settings = g_strdup ("settings\t\"x\"");
  cache->language = g_strdup ("cảnh báo");
  cache->from = -7;
  cache->until = G_MAXINT64;
  cache->is_whole = TRUE;
  cache->manifest = digest_of ("m", 1);
  cache->manifest_stamp = (DiskStamp){ 8, 9, G_MAXUINT64 };
  g_array_append_val (cache->outputs, one);
  g_array_append_val (cache->outputs, two);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++) {
    StatInput input = { .path = inputs[i], .kind = '-' };
    g_array_append_val (cache->inputs, input);
  }
  return cache;
}

static int
open_folder (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY);
  g_assert_cmpint (fd, >=, 0);
  return fd;
}

static void
expect_output (const StatCache *got, const StatCache *wanted, guint index)
{
  const StatOutput *one = &g_array_index (got->outputs, StatOutput, index);
  const StatOutput *other = &g_array_index (wanted->outputs, StatOutput, index);
  g_assert_cmpstr (one->path, ==, other->path);
  g_assert_cmpstr (one->note, ==, other->note);
  g_assert_true (disk_stamp_equal (&one->stamp, &other->stamp));
  Digest key = stat_output_key (one);
  g_assert_true (digest_equal (&key, &other->key));
}

static void
test_round_trip (void)
{
  g_autofree char *folder = scratch_new ();
  g_autoptr (StatCache) cache = new_cache ();
  int fd = open_folder (folder);
  g_assert_null (stat_cache_read (fd));
  g_assert_cmpint (stat_cache_write (cache, fd), ==, 0);
  g_autoptr (StatCache) got = stat_cache_read (fd);
  g_assert_nonnull (got);
  g_assert_cmpstr (got->site, ==, cache->site);
  g_assert_cmpstr (got->settings, ==, cache->settings);
  g_assert_cmpstr (got->language, ==, cache->language);
  g_assert_cmpint (got->from, ==, -7);
  g_assert_cmpint (got->until, ==, G_MAXINT64);
  g_assert_true (got->is_whole);
  g_assert_true (digest_equal (&got->manifest, &cache->manifest));
  g_assert_true (disk_stamp_equal (&got->manifest_stamp, &cache->manifest_stamp));
  g_assert_cmpuint (got->outputs->len, ==, 2);
  expect_output (got, cache, 0);
  expect_output (got, cache, 1);
  g_assert_cmpuint (got->inputs->len, ==, G_N_ELEMENTS (inputs));
  close (fd);
  scratch_remove (g_steal_pointer (&folder));
}

/* One that was cut anywhere, or has one bit turned, is none. */
static void
test_damaged (void)
{
  g_autofree char *folder = scratch_new ();
  g_autoptr (StatCache) cache = new_cache ();
  g_autofree char *path = g_build_filename (folder, "stat-cache", NULL);
  g_autofree char *text = NULL;
  gsize length;
  int fd = open_folder (folder);
  g_assert_cmpint (stat_cache_write (cache, fd), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i < length; i++) {
    g_assert_true (g_file_set_contents (path, text, (gssize) i, NULL));
    g_assert_null (stat_cache_read (fd));
    text[i] ^= 2;
    g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
    g_assert_null (stat_cache_read (fd));
    text[i] ^= 2;
  }
  close (fd);
  scratch_remove (g_steal_pointer (&folder));
}

static void
touch (const char *folder, const char *name)
{
  scratch_write (folder, name, "other", -1);
}

static void
test_holds (void)
{
  g_autofree char *folder = scratch_new ();
  int fd = open_folder (folder);
  for (guint i = 0; i <= G_N_ELEMENTS (inputs); i++) {
    g_autoptr (StatCache) cache = new_cache ();
    g_array_set_size (cache->outputs, 0);
    scratch_write (folder, "a.md", "x", -1);
    scratch_write (folder, "folder/x", "x", -1);
    stat_cache_look (cache, fd, G_MAXINT64, 1);
    g_assert_true (stat_cache_holds (cache, fd, fd, 1));
    if (i == 0)
      touch (folder, "a.md");
    else if (i == 1)
      touch (folder, "folder/more");
    else if (i == 2)
      touch (folder, "absent");
    g_assert_cmpint (stat_cache_holds (cache, fd, fd, 2), ==, i == 3);
  }
  /* What changed at the start or after it may have changed again. */
  struct stat info;
  g_autofree char *path = g_build_filename (folder, "a.md", NULL);
  g_assert_cmpint (stat (path, &info), ==, 0);
  gint64 changed = disk_time_ns (info.st_ctim);
  for (gint64 late = 0; late < 2; late++) {
    g_autoptr (StatCache) at_once = new_cache ();
    g_array_set_size (at_once->outputs, 0);
    g_array_set_size (at_once->inputs, 1);
    stat_cache_look (at_once, fd, changed + late, 1);
    g_assert_cmpint (stat_cache_holds (at_once, fd, fd, 1), ==, late == 1);
  }
  g_autoptr (StatCache) young = new_cache ();
  g_array_set_size (young->outputs, 0);
  stat_cache_look (young, fd, 0, 1);
  g_assert_false (stat_cache_holds (young, fd, fd, 1));
  close (fd);
  scratch_remove (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  scratch_in_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/stat-cache/round-trip", test_round_trip);
  g_test_add_func ("/write/stat-cache/damaged", test_damaged);
  g_test_add_func ("/write/stat-cache/holds", test_holds);
  return g_test_run ();
}
