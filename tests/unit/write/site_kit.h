/* SPDX-License-Identifier: MIT */
/* Small sites for the tests of the writer: to build them, and to see what is in a folder. */
#pragma once

#include "../support.h"
#include "write/interrupt.h"
#include "write/manifest.h"
#include "write/writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  const char *path;
  const char *text;
  const char *key; /* what it was made from; NULL: the text */
} Page;

/* Thousands of small sites: in memory, where there is such a folder. Before g_test_init(). */
static inline void
scratch_in_memory (void)
{
  if (g_getenv ("TMPDIR") == NULL && access ("/dev/shm", W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

/* The site of these pages goes to `out`; a page without text is kept as it is. `keep` as for
 * writer_plan(). Whatever the writer says of it goes to the others where they are not NULL. */
static inline gboolean
site_write_keeping (const WriterOptions *options, const Page *pages, guint n_pages,
                    const char *const *keep, WriterCounts *counts, char **warnings, GError **error)
{
  g_autoptr (Writer) writer = writer_open (options, error);
  g_autofree const char **paths = g_new0 (const char *, n_pages + 1);
  const WriterRun run = { "settings", "en", 100, 200 };
  const char *note;
  WriterCounts ignored;

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < n_pages; i++)
    paths[i] = pages[i].path;
  if (!writer_plan (writer, paths, n_pages, keep, error))
    return FALSE;
  for (guint i = 0; i < n_pages; i++) {
    if (pages[i].text == NULL) {
      writer_keep (writer, i);
      continue;
    }
    const char *made_of = pages[i].key ? pages[i].key : pages[i].text;
    Digest key = digest_of (made_of, strlen (made_of));
    if (!writer_reuse (writer, i, &key, "en", &note)
        && !writer_put (writer, i, &key, pages[i].text, strlen (pages[i].text), NULL, error))
      return FALSE;
  }
  if (!writer_commit (writer, &run, counts ? counts : &ignored, error))
    return FALSE;
  if (warnings) {
    GPtrArray *lines = g_ptr_array_new ();
    for (guint i = 0; i < writer_warnings (writer)->len; i++)
      g_ptr_array_add (lines, writer_warnings (writer)->pdata[i]);
    g_ptr_array_add (lines, NULL);
    *warnings = g_strjoinv ("\n", (char **) lines->pdata);
    g_ptr_array_unref (lines);
  }
  return TRUE;
}

static inline gboolean
site_write (const WriterOptions *options, const Page *pages, guint n_pages, WriterCounts *counts,
            char **warnings, GError **error)
{
  return site_write_keeping (options, pages, n_pages, NULL, counts, warnings, error);
}

static inline int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static inline void
tree_show_into (GString *text, const char *root, const char *folder)
{
  g_autofree char *whole = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (whole, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name; dir && (name = g_dir_read_name (dir));)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    g_autofree char *inside = *folder ? g_build_filename (folder, name, NULL) : g_strdup (name);
    g_autofree char *path = g_build_filename (root, inside, NULL);
    g_autofree char *bytes = NULL;
    struct stat info;
    if (strcmp (name, MANIFEST_NAME) == 0 || lstat (path, &info) < 0)
      continue;
    if (S_ISDIR (info.st_mode)) {
      g_string_append_printf (text, "%s/\n", inside);
      tree_show_into (text, root, inside);
    } else if (S_ISLNK (info.st_mode)) {
      bytes = g_file_read_link (path, NULL);
      g_string_append_printf (text, "%s -> %s\n", inside, bytes);
    } else if (S_ISREG (info.st_mode) && g_file_get_contents (path, &bytes, NULL, NULL)) {
      g_string_append_printf (text, "%s = %s\n", inside, bytes);
    } else {
      g_string_append_printf (text, "%s ?\n", inside);
    }
  }
}

/* All that is in the folder but the manifest, sorted: "a/\na/b.html = text\n". "none" when there is
 * no such folder. Caller frees. */
static inline char *
tree_show (const char *folder)
{
  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return g_strdup ("none");
  GString *text = g_string_new (NULL);
  tree_show_into (text, folder, "");
  return g_string_free (text, FALSE);
}
