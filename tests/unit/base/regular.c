/* SPDX-License-Identifier: MIT */
#include "base/regular.h"

#include "../support.h"

#include <sys/stat.h>
#include <unistd.h>

/* What is a file is read; nothing else is opened, and nobody waits for it. */
static void
test_kinds (void)
{
  static const struct {
    const char *name;
    int code; /* of G_FILE_ERROR; -1: it is read */
  } rows[] = {
    { "file", -1 },
    { "empty", -1 },
    { "link", G_FILE_ERROR_INVAL },
    { "pipe", G_FILE_ERROR_INVAL },
    { "folder", G_FILE_ERROR_INVAL },
    { "nothing", G_FILE_ERROR_NOENT },
    { "huge", G_FILE_ERROR_NOMEM },
  };
  char *folder = scratch_new ();
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);

  scratch_write (folder, "file", "a\0b", 3);
  scratch_write (folder, "empty", "", 0);
  scratch_write (folder, "huge", "", 0);
  scratch_write (folder, "folder/x", "x", 1);
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_cmpint (truncate (huge, G_GINT64_CONSTANT (1) << 40), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_build_filename (folder, rows[i].name, NULL);
    g_autoptr (GError) unread = NULL;
    gsize length = 99;
    g_autofree char *bytes = regular_read (path, &length, &unread);
    g_test_message ("%s", rows[i].name);
    if (rows[i].code >= 0) {
      g_assert_error (unread, G_FILE_ERROR, rows[i].code);
      g_assert_null (bytes);
      continue;
    }
    g_assert_cmpmem (bytes, length + 1, i == 0 ? "a\0b" : "", i == 0 ? 4 : 1);
  }
  scratch_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regular/kinds", test_kinds);
  return g_test_run ();
}
