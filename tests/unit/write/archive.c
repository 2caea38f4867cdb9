/* SPDX-License-Identifier: MIT */
#include "write/archive.h"

#include "../support.h"
#include "write/sums.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <utime.h>

typedef struct {
  GString *names; /* each with a space behind it */
  char *sums;
} Seen;

static void
see (const char *name, const char *hex, const char *text, gsize length, gpointer data)
{
  Seen *seen = data;

  g_assert_cmpuint (strlen (hex), ==, 64);
  g_string_append_printf (seen->names, "%s ", name);
  if (strcmp (name, SUMS_FILE) == 0)
    seen->sums = g_strndup (text, length);
}

static char *
site_new (void)
{
  char *folder = scratch_new ();
  g_autofree char *large = g_strnfill (3000, 'x');

  scratch_write (folder, "out/index.html", "<p>", -1);
  scratch_write (folder, "out/b/tệp.pdf", large, -1);
  scratch_write (folder, "out/b/a.html", large, -1);
  scratch_write (folder, "out/.loa/manifest", "x", -1);
  scratch_write (folder, "out/co-quan/01.html", "x", -1);
  scratch_write (folder, "out/co-quan/01/a/to-roi.pdf", "x", -1);
  scratch_write (folder, "out/nha-in/75/a/to-roi.pdf", "x", -1);
  return folder;
}

static char *
names_in (const char *file, char **sums)
{
  Seen seen = { g_string_new (NULL), NULL };
  g_autoptr (GError) error = NULL;

  archive_read (file, see, &seen, &error);
  g_assert_no_error (error);
  if (sums)
    *sums = seen.sums;
  else
    g_free (seen.sums);
  return g_string_free (seen.names, FALSE);
}

#define PLAIN                                                                                      \
  "MO-TRANG-NAY.html b/a.html b/tệp.pdf co-quan/01.html co-quan/01/a/to-roi.pdf index.html "     \
  "nha-in/75/a/to-roi.pdf SHA256SUMS "

/* In the order of names, without what is hidden; later, with other times, the same bytes. */
static void
test_same (void)
{
  char *folder = site_new ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *file = g_build_filename (folder, "x.zip", NULL);
  g_autofree char *page = g_build_filename (out, "index.html", NULL);
  ArchiveOptions options = { out, file, ARCHIVE_MOST_BYTES, FALSE };
  ArchiveCounts counts;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL, *sums = NULL;
  gsize n_first, n_second;
  guint line;

  g_assert_true (archive_write (&options, &counts, &error));
  g_assert_cmpuint (counts.n_parts, ==, 1);
  g_assert_cmpuint (counts.n_files, ==, 6);
  g_file_get_contents (file, &first, &n_first, NULL);
  g_assert_cmpuint (counts.bytes, ==, n_first);
  g_autofree char *names = names_in (file, &sums);
  g_assert_cmpstr (names, ==, PLAIN);
  g_autoptr (GHashTable) read = sums_read (sums, strlen (sums), &line);
  g_assert_cmpuint (g_hash_table_size (read), ==, 7);
  g_assert_cmpint (utime (page, &(struct utimbuf){ 1, 1 }), ==, 0);
  g_assert_true (archive_write (&options, &counts, &error));
  g_file_get_contents (file, &second, &n_second, NULL);
  g_assert_cmpmem (first, n_first, second, n_second);
  options.leave_kits = TRUE;
  g_assert_true (archive_write (&options, &counts, &error));
  g_autofree char *fewer = names_in (file, NULL);
  g_assert_cmpstr (fewer, ==,
                   "MO-TRANG-NAY.html b/a.html b/tệp.pdf co-quan/01.html index.html SHA256SUMS ");
  scratch_remove (folder);
}

/* No part is larger than allowed, and parts of an earlier, larger site go. */
static void
test_parts (void)
{
  char *folder = site_new ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *file = g_build_filename (folder, "x.zip", NULL);
  ArchiveOptions options = { out, file, 12000, FALSE };
  ArchiveCounts counts;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_true (archive_write (&options, &counts, &error));
  g_assert_cmpuint (counts.n_parts, >, 1);
  for (guint number = 1; number <= counts.n_parts; number++) {
    g_autofree char *part = archive_part_name (file, number);
    g_autofree char *names = names_in (part, NULL);
    GStatBuf info;
    g_assert_cmpint (g_stat (part, &info), ==, 0);
    g_assert_cmpint (info.st_size, <=, 12000);
    g_string_append (all, names);
  }
  g_assert_cmpstr (all->str, ==, PLAIN);
  options.most_bytes = ARCHIVE_MOST_BYTES;
  g_assert_true (archive_write (&options, &counts, &error));
  g_autofree char *second = archive_part_name (file, 2);
  g_assert_true (g_str_has_suffix (second, "/x-2.zip"));
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));
  /* One that no part can hold: nothing is left behind, and what was there stays. */
  options.most_bytes = 5000;
  g_assert_false (archive_write (&options, &counts, &error));
  g_assert_nonnull (strstr (error->message, "b/a.html"));
  g_autofree char *kept = names_in (file, NULL);
  g_assert_cmpstr (kept, ==, PLAIN);
  g_autofree char *unfinished = g_strconcat (file, ".part", NULL);
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
  scratch_remove (folder);
}

/* Another archive that is called like a part, or anything else: neither deleted nor written over.
 */
static void
test_in_the_way (void)
{
  char *folder = site_new ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *file = g_build_filename (folder, "x.zip", NULL);
  g_autofree char *other = g_build_filename (folder, "x-2.zip", NULL);
  ArchiveOptions options = { out, other, ARCHIVE_MOST_BYTES, FALSE };
  ArchiveCounts counts;
  g_autoptr (GError) error = NULL;

  g_assert_true (archive_write (&options, &counts, &error));
  options.file = file;
  for (guint i = 0; i < 2; i++) {
    g_assert_false (archive_write (&options, &counts, &error));
    g_assert_nonnull (strstr (error->message, "x-2.zip: this is no part of"));
    g_clear_error (&error);
    g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
    g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
    scratch_write (folder, "x-2.zip", "nothing of the kind", -1);
  }
  scratch_remove (folder);
}

static void
test_no_archive (void)
{
  char *folder = scratch_new ();
  g_autofree char *file = g_build_filename (folder, "x.zip", NULL);
  g_autoptr (GError) error = NULL;
  Seen seen = { g_string_new (NULL), NULL };

  scratch_write (folder, "x.zip", "nothing of the kind", -1);
  g_assert_false (archive_read (file, see, &seen, &error));
  g_assert_nonnull (error);
  g_string_free (seen.names, TRUE);
  scratch_remove (folder);
}

static void
test_kits (void)
{
  g_assert_true (archive_is_kit ("co-quan/01/a/index.html"));
  g_assert_true (archive_is_kit ("nha-in/75/a/to-roi.pdf"));
  g_assert_false (archive_is_kit ("co-quan/01.html"));
  g_assert_false (archive_is_kit ("co-quan/01/so-phat-thanh-2026-12.pdf"));
  g_assert_false (archive_is_kit ("huong-dan/a/to-roi.pdf"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8"); /* as the program has it: names are UTF-8 */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/same", test_same);
  g_test_add_func ("/archive/parts", test_parts);
  g_test_add_func ("/archive/in-the-way", test_in_the_way);
  g_test_add_func ("/archive/no-archive", test_no_archive);
  g_test_add_func ("/archive/kits", test_kits);
  return g_test_run ();
}
