/* SPDX-License-Identifier: MIT */
#include "write/manifest.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEY "00112233445566778899aabbccddeeff"

static void
test_paths (void)
{
  static const char *const good[] = { "index.html", "a/b.html", "a/b/c.txt",
                                      "a..b",       ".a",       "tên.html" };
  static const char *const bad[] = { "",     "/etc/passwd",  "..", "../a", "a/../b", "a/..",
                                     "a//b", "a/",           ".",  "./a",  "a/.",    "a\nb",
                                     "a\tb", ".loa-manifest" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (manifest_path_is_good (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (manifest_path_is_good (bad[i]))
      g_error ("“%s” passes", bad[i]);
}

/* What is left of a manifest of these lines, as paths joined by spaces. */
static char *
read_back (const char *text, gsize length)
{
  g_autofree char *folder = g_dir_make_tmp ("loa-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, MANIFEST_NAME, NULL);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  int fd = open (folder, O_RDONLY | O_DIRECTORY);
  g_assert_cmpint (fd, >=, 0);

  g_autoptr (Manifest) manifest = manifest_read (fd, MANIFEST_NAME);
  GString *paths = g_string_new (NULL);
  for (guint i = 0; i < manifest->entries->len; i++)
    g_string_append_printf (paths, "%s%s", i ? " " : "", manifest_at (manifest, i)->path);
  close (fd);
  g_unlink (path);
  g_rmdir (folder);
  return g_string_free (paths, FALSE);
}

static void
test_hostile_lines (void)
{
  static const struct {
    const char *lines, *left;
  } cases[] = {
    { KEY " 5 a.html\n" KEY " 7 b.html\n", "a.html b.html" },
    { KEY " 5 ../a.html\n" KEY " 7 b.html\n", "b.html" },
    { KEY " 5 /a.html\n", "" },
    { KEY " 5 a.html\n" KEY " 6 a.html\n", "a.html" },
    { KEY " 5 b.html\n" KEY " 6 a.html\n", "b.html" },
    { "xyz\n" KEY " 7 b.html\n", "b.html" },
    { KEY " -5 a.html\n", "" },
    { KEY " 99999999999999999999999 a.html\n", "" },
    { KEY " 5 a.html", "" }, /* cut off */
    { "\n\n\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strconcat ("loa-manifest 2\n", cases[i].lines, NULL);
    g_autofree char *left = read_back (text, strlen (text));
    g_assert_cmpstr (left, ==, cases[i].left);
  }
  g_autofree char *other_version = read_back ("loa-manifest 3\n" KEY " 5 a\n", 52);
  g_assert_cmpstr (other_version, ==, "");
}

/* What has the name of a manifest and is no file says as little as none; what cannot be read now
 * may say a lot. */
static void
test_no_manifest (void)
{
  g_autofree char *folder = g_dir_make_tmp ("loa-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, MANIFEST_NAME, NULL);
  int fd = open (folder, O_RDONLY | O_DIRECTORY);

  for (guint i = 0; i < 4; i++) {
    g_assert_cmpint (i == 1   ? g_mkdir (path, 0700)
                     : i == 2 ? symlink ("/etc/passwd", path)
                     : i == 3 ? mkfifo (path, 0600)
                              : 0,
                     ==, 0);
    g_autoptr (Manifest) manifest = manifest_read (fd, MANIFEST_NAME);
    g_assert_nonnull (manifest);
    g_assert_cmpuint (manifest->entries->len, ==, 0);
    g_remove (path);
  }
  close (fd);
  g_assert_null (manifest_read (fd, MANIFEST_NAME));
  g_rmdir (folder);
}

static void
test_round_trip (void)
{
  g_autoptr (Manifest) manifest = manifest_new ();
  ManifestEntry entry = { "a/b.html", digest_of ("content", 7), 7 };

  manifest_add (manifest, &entry);
  g_autoptr (GString) text = manifest_print (manifest);
  g_autofree char *paths = read_back (text->str, text->len);
  g_assert_cmpstr (paths, ==, "a/b.html");
  g_assert_cmpuint (manifest_find (manifest, "a/b.html"), ==, 0);
  g_assert_cmpuint (manifest_find (manifest, "a"), ==, MANIFEST_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/paths", test_paths);
  g_test_add_func ("/manifest/hostile-lines", test_hostile_lines);
  g_test_add_func ("/manifest/no-manifest", test_no_manifest);
  g_test_add_func ("/manifest/round-trip", test_round_trip);
  return g_test_run ();
}
