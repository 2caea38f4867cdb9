/* SPDX-License-Identifier: MIT */
#include "base/folder_names.h"

#include "base/compare.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

/* 0, or the errno value that broke it off. */
static int
read_names (DIR *dir, GPtrArray *names)
{
  const struct dirent *found;

  for (errno = 0; (found = readdir (dir)) != NULL; errno = 0)
    if (strcmp (found->d_name, ".") != 0 && strcmp (found->d_name, "..") != 0)
      g_ptr_array_add (names, g_strdup (found->d_name));
  return errno;
}

char **
folder_names (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  DIR *dir = opendir (path);
  int code = dir ? read_names (dir, names) : errno;

  if (dir)
    closedir (dir);
  if (code != 0) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", path,
                 g_strerror (code));
    return NULL;
  }
  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
