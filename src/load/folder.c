/* SPDX-License-Identifier: MIT */
#include "load/folder.h"

#include "base/i18n.h"

#include <string.h>
#include <sys/stat.h>

#define MOST_LEVELS 16

static void
report_path (Report *report, const char *path, const char *advice, const char *message)
{
  g_autofree char *shown = g_utf8_make_valid (path, -1);
  Source named = { shown, "", 0 };
  report_error (report, &named, (Place) { 0, 0 }, advice, "%s", message);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
sorted_names (const char *path, const char *folder, Report *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  /* What cannot be read is not the same as what is not there: the site would lose its pages without a word. */
  if (error && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    report_path (report, folder, _ ("check what it is, and who may read it"), _ ("this folder cannot be read"));
  while (dir && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && !g_str_has_suffix (name, "~"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
is_clean_name (const char *name)
{
  for (const char *p = name; *p; p++)
    if ((guchar) *p < ' ' || *p == 0x7f || *p == '\\')
      return FALSE;
  return g_utf8_validate (name, -1, NULL);
}

static void
add_file (GPtrArray *files, GPtrArray *inputs, char *path_take)
{
  g_ptr_array_add (inputs, g_strdup (path_take));
  g_ptr_array_add (files, path_take);
}

static void
list_level (const char *root, const char *folder, guint level, GPtrArray *files, GPtrArray *inputs,
            Report *report)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GPtrArray) names = sorted_names (path, folder, report);

  if (level > MOST_LEVELS) {
    report_path (report, folder, NULL, _ ("folders are nested too deeply"));
    return;
  }
  g_ptr_array_add (inputs, g_strdup (folder));
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    g_autofree char *entry = g_strconcat (folder, "/", name, NULL);
    g_autofree char *whole = g_build_filename (root, entry, NULL);
    struct stat about;
    if (!is_clean_name (name))
      report_path (report, entry, _ ("rename it"), _ ("this name has characters an address cannot have"));
    else if (lstat (whole, &about) != 0)
      report_path (report, entry, NULL, g_strerror (errno));
    else if (S_ISDIR (about.st_mode))
      list_level (root, entry, level + 1, files, inputs, report);
    else if (S_ISREG (about.st_mode))
      add_file (files, inputs, g_steal_pointer (&entry));
    else
      report_path (report, entry, _ ("put the file itself here"),
                   _ ("this is a symbolic link or a device, not a file, and is not published"));
  }
}

void
folder_list (const char *root, const char *folder, GPtrArray *files, GPtrArray *inputs, Report *report)
{
  list_level (root, folder, 0, files, inputs, report);
}
