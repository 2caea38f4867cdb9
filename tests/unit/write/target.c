/* SPDX-License-Identifier: MIT */
#include "write/target.h"

#include "site_kit.h"
#include "write/failure.h"

/* Which folders may be the folder of a site, seen from a site in the scratch folder. */
static void
test_places (void)
{
  static const struct {
    const char *out;
    int code; /* of WRITER_ERROR; -1: it may */
  } rows[] = {
    { "out", -1 },
    { "new/deep/out", -1 },
    { "site/out", -1 },
    { "site", WRITER_ERROR_FOLDER },
    { ".", WRITER_ERROR_FOLDER },
    { "site/content", WRITER_ERROR_FOLDER },
    { "site/content/out", WRITER_ERROR_FOLDER },
    { "site/contents", -1 },
    { "file", WRITER_ERROR_FOLDER },
    { "file/out", WRITER_ERROR_SYSTEM },
    { "dangling", WRITER_ERROR_FOLDER },
    { "to-site", WRITER_ERROR_FOLDER },
    { "/", WRITER_ERROR_FOLDER },
  };
  g_autofree char *folder = scratch_new ();
  g_autofree char *site = g_build_filename (folder, "site", NULL);
  g_autofree char *content = g_build_filename (site, "content", NULL);
  g_autofree char *dangling = g_build_filename (folder, "dangling", NULL);
  g_autofree char *to_site = g_build_filename (folder, "to-site", NULL);
  const char *const sources[] = { content, NULL };

  scratch_write (content, "a.md", "a", -1);
  scratch_write (folder, "file", "x", -1);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (symlink ("site", to_site), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *out =
      *rows[i].out == '/' ? g_strdup (rows[i].out) : g_build_filename (folder, rows[i].out, NULL);
    g_autoptr (Target) target = target_open (out, site, sources, FALSE, &error);
    g_test_message ("%s", rows[i].out);
    if (rows[i].code < 0)
      g_assert_no_error (error);
    else
      g_assert_error (error, WRITER_ERROR, rows[i].code);
    g_assert_cmpint (target == NULL, ==, rows[i].code >= 0);
  }
  scratch_remove (g_steal_pointer (&folder));
}

/* One at a time; what is empty goes with the one who made it, and a dry run makes nothing. */
static void
test_work_folder (void)
{
  g_autofree char *folder = scratch_new ();
  g_autofree char *out = g_build_filename (folder, "x/out", NULL);
  g_autofree char *work = g_build_filename (folder, "x/.out.loa", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Target) dry = target_open (out, NULL, NULL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dry->work_fd, ==, -1);
  g_autofree char *nothing = tree_show (folder);
  g_assert_cmpstr (nothing, ==, "");

  g_autoptr (Target) first = target_open (out, NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (target_open_out (first, &error));
  g_assert_cmpint (first->out_fd, ==, -1);
  g_assert_null (target_open (out, NULL, NULL, FALSE, &error));
  g_assert_error (error, WRITER_ERROR, WRITER_ERROR_SYSTEM);
  g_clear_error (&error);
  g_clear_pointer (&first, target_free);
  g_assert_false (g_file_test (work, G_FILE_TEST_EXISTS));

  scratch_write (out, "a", "a", -1);
  scratch_write (work, "stat-cache", "x", -1);
  g_autoptr (Target) second = target_open (out, NULL, NULL, FALSE, &error);
  g_assert_true (target_open_out (second, &error));
  g_assert_cmpint (second->out_fd, >=, 0);
  g_clear_pointer (&second, target_free);
  g_assert_true (g_file_test (work, G_FILE_TEST_IS_DIR));
  scratch_remove (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  scratch_in_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/target/places", test_places);
  g_test_add_func ("/write/target/work-folder", test_work_folder);
  return g_test_run ();
}
