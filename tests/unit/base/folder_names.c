/* SPDX-License-Identifier: MIT */
/* That a list which breaks off is an error is seen in tests/robust/test-inputs. */
#include "base/folder_names.h"

#include "../support.h"

#include <unistd.h>

static void
test_names (void)
{
  char *folder = scratch_new ();
  g_autofree char *within = g_build_filename (folder, "b", NULL);
  g_autofree char *missing = g_build_filename (folder, "d", NULL);
  g_autoptr (GError) error = NULL;

  scratch_write (folder, "c", "", 0);
  scratch_write (folder, "b/x", "", 0);
  scratch_write (folder, ".a", "", 0);
  g_auto (GStrv) names = folder_names (folder, NULL);
  g_autofree char *joined = g_strjoinv (" ", names);
  g_assert_cmpstr (joined, ==, ".a b c");
  g_assert_null (folder_names (missing, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, missing));
  scratch_remove (folder);
}

static gboolean
is_left (const char *path, gpointer data)
{
  return strcmp (path, data) == 0;
}

static char *
joined_files (const char *folder, const char *left_out, GError **error)
{
  g_autoptr (GPtrArray) files = folder_files (folder, is_left, (gpointer) left_out, error);

  if (files == NULL)
    return NULL;
  g_ptr_array_add (files, NULL);
  return g_strjoinv (" ", (char **) files->pdata);
}

/* Links are named, whatever they lead to, and what is left out is left out with all below it. */
static void
test_files (void)
{
  char *folder = scratch_new ();
  g_autofree char *link = g_build_filename (folder, "b", "above", NULL);
  g_autofree char *missing = g_build_filename (folder, "d", NULL);
  g_autoptr (GError) error = NULL;

  scratch_write (folder, "c", "", 0);
  scratch_write (folder, "b/x/y", "", 0);
  scratch_write (folder, "b/x/z", "", 0);
  scratch_write (folder, ".a/b", "", 0);
  g_assert_cmpint (symlink ("..", link), ==, 0);
  g_autofree char *all = joined_files (folder, "none", NULL);
  g_assert_cmpstr (all, ==, ".a/b b/above b/x/y b/x/z c");
  g_autofree char *without = joined_files (folder, "b/x", NULL);
  g_assert_cmpstr (without, ==, ".a/b b/above c");
  g_assert_null (joined_files (missing, "none", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  scratch_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folder-names/names", test_names);
  g_test_add_func ("/folder-names/files", test_files);
  return g_test_run ();
}
