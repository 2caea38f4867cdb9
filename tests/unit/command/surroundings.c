/* SPDX-License-Identifier: MIT */
#include "command/surroundings.h"

#include "../support.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static Digest
digest_of_file (const char *folder, const char *name, gint64 start_ns)
{
  DigestState state;
  digest_start (&state);
  surroundings_add_file (&state, folder, name, start_ns);
  return digest_finish (&state);
}

static void
expect (const Digest *one, const Digest *other, gboolean is_same)
{
  g_assert_cmpint (digest_equal (one, other), ==, is_same);
}

/* Also when size and times were set back to what they were. */
static void
test_file_changes (void)
{
  g_autofree char *folder = scratch_new ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  struct stat info;
  Digest absent = digest_of_file (folder, "a", G_MAXINT64);
  scratch_write (folder, "a", "one", -1);
  Digest first = digest_of_file (folder, "a", G_MAXINT64);
  Digest again = digest_of_file (folder, path, G_MAXINT64);
  Digest same = digest_of_file (folder, "a", G_MAXINT64);
  expect (&first, &same, TRUE);
  expect (&first, &absent, FALSE);
  expect (&first, &again, FALSE); /* by another name */
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_usleep (20000);
  scratch_write (folder, "a", "two", -1);
  const struct timespec times[] = { info.st_atim, info.st_mtim };
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  Digest then = digest_of_file (folder, "a", G_MAXINT64);
  expect (&first, &then, FALSE);
  /* Too young to be trusted: never the same twice. */
  Digest young = digest_of_file (folder, "a", 0);
  g_usleep (10);
  Digest younger = digest_of_file (folder, "a", 0);
  expect (&young, &younger, FALSE);
  scratch_remove (g_steal_pointer (&folder));
}

static gboolean
has_suffix (const GPtrArray *paths, const char *part)
{
  for (guint i = 0; i < paths->len; i++)
    if (strstr (paths->pdata[i], part) && g_path_is_absolute (paths->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
test_program (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  surroundings_list_program (paths);
  g_assert_true (has_suffix (paths, "/surroundings"));
  g_assert_true (has_suffix (paths, "/libglib-2.0.so"));
}

static void
test_variables (void)
{
  g_unsetenv ("FONTCONFIG_FILE");
  g_autofree char *without = surroundings_variables ();
  g_setenv ("FONTCONFIG_FILE", "/x", TRUE);
  g_autofree char *with = surroundings_variables ();
  g_assert_cmpstr (with, !=, without);
  g_assert_nonnull (strstr (with, "FONTCONFIG_FILE=/x\t"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/surroundings/file", test_file_changes);
  g_test_add_func ("/command/surroundings/program", test_program);
  g_test_add_func ("/command/surroundings/variables", test_variables);
  return g_test_run ();
}
