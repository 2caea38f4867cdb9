/* SPDX-License-Identifier: MIT */
/* That a list which breaks off is an error is seen in tests/robust/test-inputs. */
#include "base/folder_names.h"

#include "../support.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folder-names/names", test_names);
  return g_test_run ();
}
