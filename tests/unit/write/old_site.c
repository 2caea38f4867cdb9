/* SPDX-License-Identifier: MIT */
#include "write/old_site.h"

#include "site_kit.h"

#include <errno.h>

/* A site of two pages as a build left it, and what is known of it. */
typedef struct {
  char *folder;
  int fd;
  StatCache *cache;
} Left;

static void
left_begin (Left *left, gconstpointer data)
{
  (void) data;
  static const char *const paths[] = { "a.html", "b.html" };
  g_autoptr (Manifest) manifest = manifest_new ();
  left->folder = scratch_new ();
  left->fd = open (left->folder, O_RDONLY | O_DIRECTORY);
  left->cache = stat_cache_new ();
  for (guint i = 0; i < 2; i++) {
    StatOutput output = { .path = paths[i], .key = digest_of (paths[i], 1) };
    g_assert_cmpint (disk_write_file (left->fd, paths[i], paths[i], 6, &output.stamp), ==, 0);
    ManifestEntry entry = { paths[i], digest_of (paths[i], 6), 6 };
    manifest_add (manifest, &entry);
    g_array_append_val (left->cache->outputs, output);
  }
  g_autoptr (GString) text = manifest_print (manifest);
  left->cache->manifest = manifest->digest;
  scratch_write (left->folder, MANIFEST_NAME, text->str, -1);
}

static void
left_end (Left *left, gconstpointer data)
{
  (void) data;
  close (left->fd);
  stat_cache_free (left->cache);
  scratch_remove (left->folder);
}

static gboolean
has (const OldSite *old, const char *path, const char *key)
{
  DiskStamp stamp;
  Digest digest = digest_of (key, 1);
  guint index = manifest_find (old->manifest, path);
  return index != MANIFEST_NONE && old_site_has (old, index, &digest, &stamp);
}

static gboolean
is_intact (const OldSite *old, const char *path)
{
  DiskStamp stamp;
  gboolean is;
  g_assert_cmpint (old_site_look (old, manifest_find (old->manifest, path), &stamp, &is), ==, 0);
  return is;
}

static void
test_as_left (Left *left, gconstpointer data)
{
  (void) data;
  g_autoptr (OldSite) old = old_site_new (left->fd, left->cache);
  g_assert_cmpuint (old->manifest->entries->len, ==, 2);
  g_assert_true (has (old, "a.html", "a") && has (old, "b.html", "b"));
  g_assert_false (has (old, "a.html", "b"));
  scratch_write (left->folder, "a.html", "A.html", -1);
  g_assert_false (is_intact (old, "a.html"));
  scratch_write (left->folder, "a.html", "a.html", -1); /* another inode or time, the same bytes */
  g_assert_true (is_intact (old, "a.html"));
}

/* The stat cache alone says what loa left. */
static void
test_without_manifest (Left *left, gconstpointer data)
{
  (void) data;
  scratch_write (left->folder, MANIFEST_NAME, "", 0);
  scratch_write (left->folder, "b.html", "B.html", -1);
  g_autoptr (OldSite) old = old_site_new (left->fd, left->cache);
  g_assert_cmpuint (old->manifest->entries->len, ==, 1);
  g_assert_true (is_intact (old, "a.html") && has (old, "a.html", "a"));
}

/* The manifest alone says whose a file is and what was in it, but not from what it was made. */
static void
test_without_cache (Left *left, gconstpointer data)
{
  (void) data;
  g_autoptr (OldSite) old = old_site_new (left->fd, NULL);
  g_assert_cmpuint (old->manifest->entries->len, ==, 2);
  g_assert_true (is_intact (old, "a.html"));
  g_assert_false (has (old, "a.html", "a"));
}

/* A stamp of one build says nothing of what another build listed. */
static void
test_cache_of_other_manifest (Left *left, gconstpointer data)
{
  (void) data;
  left->cache->manifest = digest_of ("other", 5);
  g_autoptr (OldSite) old = old_site_new (left->fd, left->cache);
  g_assert_cmpuint (old->manifest->entries->len, ==, 2);
  g_assert_cmpuint (old->made[0].stamp.inode, ==, 0);
  g_assert_true (is_intact (old, "a.html"));
}

static void
test_bytes (Left *left, gconstpointer data)
{
  (void) data;
  g_autoptr (OldSite) old = old_site_new (left->fd, left->cache);
  Digest right = digest_of ("a.html", 6), wrong = digest_of ("A.html", 6);
  DiskStamp stamp;
  g_assert_true (old_site_has_bytes (old, "a.html", &right, 6, &stamp));
  g_assert_cmpuint (stamp.size, ==, 6);
  g_assert_false (old_site_has_bytes (old, "a.html", &wrong, 6, &stamp));
  g_assert_false (old_site_has_bytes (old, "a.html", &right, 7, &stamp));
  g_assert_false (old_site_has_bytes (old, "c.html", &right, 6, &stamp));
}

/* What cannot be read is not what is not there. */
static void
test_unreadable (Left *left, gconstpointer data)
{
  (void) data;
  g_assert_null (old_site_new (100000, left->cache));
  g_assert_cmpint (errno, ==, EBADF);
  g_autoptr (OldSite) none = old_site_new (-1, left->cache);
  g_assert_cmpuint (none->manifest->entries->len, ==, 0);
}

static void
add (const char *name, void (*test) (Left *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/write/old-site/", name, NULL);
  g_test_add (path, Left, NULL, left_begin, test, left_end);
}

int
main (int argc, char **argv)
{
  scratch_in_memory ();
  g_test_init (&argc, &argv, NULL);
  add ("as-left", test_as_left);
  add ("without-manifest", test_without_manifest);
  add ("without-cache", test_without_cache);
  add ("other-manifest", test_cache_of_other_manifest);
  add ("bytes", test_bytes);
  add ("unreadable", test_unreadable);
  return g_test_run ();
}
