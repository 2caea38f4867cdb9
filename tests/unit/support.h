/* SPDX-License-Identifier: MIT */
/* What several unit tests need: the text of a report, a folder to write into, data that may be
 * absent. */
#pragma once

#include "base/report.h"

#include <ftw.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What report_print() prints. Caller frees. */
static inline char *
report_text (const Report *report)
{
  char *text = NULL;
  size_t length = 0;
  FILE *stream = open_memstream (&text, &length);

  report_print (report, stream);
  fclose (stream);
  char *copy = g_strdup (text);
  free (text);
  return copy;
}

/* The first lines of the faults alone, without the lines shown and the advice: "a.md:3:1: error:
 * …\n". Caller frees. */
static inline char *
report_faults (const Report *report)
{
  g_autofree char *text = report_text (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *faults = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    if (*lines[i] && !g_str_has_prefix (lines[i], "     ")
        && strstr (lines[i], " | ") != lines[i] + 5)
      g_string_append_printf (faults, "%s\n", lines[i]);
  return g_string_free (faults, FALSE);
}

/* A new folder below the temporary one; scratch_remove() takes it away and frees the name. */
static inline char *
scratch_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("loa-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

/* A file in the folder, with the folders it needs. */
static inline void
scratch_write (const char *folder, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0755), ==, 0);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static inline int
scratch_remove_one (const char *path, G_GNUC_UNUSED const struct stat *about,
                    G_GNUC_UNUSED int type, G_GNUC_UNUSED struct FTW *walk)
{
  return remove (path);
}

static inline void
scratch_remove (char *folder)
{
  nftw (folder, scratch_remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (folder);
}

/* The path of a file of shared test data, or NULL after marking the test as skipped. Caller frees.
 */
static inline char *
shared_data (const char *name)
{
  const char *folder = g_getenv ("LOA_SHARED");
  g_autofree char *path = g_build_filename (folder ? folder : "../shared", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_autofree char *why = g_strdup_printf ("%s is not there", path);
  g_test_skip (why);
  return NULL;
}
