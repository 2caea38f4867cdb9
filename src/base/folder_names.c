/* SPDX-License-Identifier: MIT */
#include "base/folder_names.h"

#include "base/compare.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static gboolean
fail (const char *path, int code, GError **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
  return FALSE;
}

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
    fail (path, code, error);
    return NULL;
  }
  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

typedef struct {
  const char *folder;
  FolderLeaves leaves;
  gpointer data;
  GPtrArray *files;
} Listing;

static gboolean
list_below (const Listing *listing, const char *within, GError **error)
{
  g_autofree char *here = g_build_filename (listing->folder, within, NULL);
  g_auto (GStrv) names = folder_names (here, error);

  for (char **name = names; name && *name; name++) {
    g_autofree char *path = *within ? g_strconcat (within, "/", *name, NULL) : g_strdup (*name);
    g_autofree char *whole = g_build_filename (listing->folder, path, NULL);
    struct stat info;
    if (listing->leaves (path, listing->data))
      continue;
    if (lstat (whole, &info) != 0)
      return fail (whole, errno, error);
    if (!S_ISDIR (info.st_mode))
      g_ptr_array_add (listing->files, g_steal_pointer (&path));
    else if (!list_below (listing, path, error))
      return FALSE;
  }
  return names != NULL;
}

GPtrArray *
folder_files (const char *folder, FolderLeaves leaves, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  const Listing listing = { folder, leaves, data, files };

  return list_below (&listing, "", error) ? g_steal_pointer (&files) : NULL;
}
