/* SPDX-License-Identifier: MIT */
#include "write/target.h"

#include "base/i18n.h"
#include "write/disk.h"
#include "write/failure.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_CLOEXEC)

/* ------------------------------------------------------------------------- where it is */

/* The real path of something whose last parts need not exist. NULL when a link leads nowhere. */
static char *
resolve (const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  char *real = realpath (whole, NULL);
  struct stat info;
  if (real) {
    char *copy = g_strdup (real);
    free (real);
    return copy;
  }
  if (errno != ENOENT || lstat (whole, &info) == 0)
    return NULL;
  g_autofree char *parent = g_path_get_dirname (whole);
  g_autofree char *name = g_path_get_basename (whole);
  g_autofree char *real_parent = resolve (parent);
  return real_parent ? g_build_filename (real_parent, name, NULL) : NULL;
}

/* Whether `inner` is `outer` or lies in it. Both are real paths. */
static gboolean
path_holds (const char *outer, const char *inner)
{
  gsize length = strlen (outer);
  if (strcmp (outer, "/") == 0)
    return TRUE;
  return strncmp (outer, inner, length) == 0 && (inner[length] == '/' || inner[length] == '\0');
}

/* The folder is replaced as a whole, so it may not be one that other things live from. */
static gboolean
check_place (const char *out, const char *site, const char *const *sources, const char *real,
             GError **error)
{
  g_autofree char *site_folder = site ? resolve (site) : NULL;
  g_autofree char *home = resolve (g_get_home_dir ());

  if (site_folder && path_holds (real, site_folder))
    return failure_set_folder (
      error,
      _ ("the site cannot be written to “%s”: its sources are in there; name a new folder "
         "with -o, such as “out”"),
      out);
  if (strcmp (real, "/") == 0 || (home && path_holds (real, home)))
    return failure_set_folder (
      error, _ ("the site cannot be written to “%s”: name a folder inside it with -o"), out);
  for (const char *const *source = sources; source && *source; source++) {
    g_autofree char *folder = resolve (*source);
    if (folder && (path_holds (real, folder) || path_holds (folder, real)))
      return failure_set_folder (error,
                                 _ ("the site cannot be written to “%s”: the sources in “%s” would "
                                    "mix with it; name another folder with -o"),
                                 out, *source);
  }
  return TRUE;
}

/* ------------------------------------------------------------------------- the lock */

static gboolean
is_still_there (int parent_fd, const char *name, int fd)
{
  struct stat here, there;
  return fstat (fd, &here) == 0 && fstatat (parent_fd, name, &there, AT_SYMLINK_NOFOLLOW) == 0
         && here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

/* File systems without locks are worked on unlocked. */
static gboolean
is_locked_by_others (int fd)
{
  return flock (fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK;
}

/* The folder may be deleted by the loa that held it, between our opening and our locking it. */
static gboolean
lock_work_folder (Target *target, GError **error)
{
  for (;;) {
    if (mkdirat (target->parent_fd, target->work_name, 0777) < 0 && errno != EEXIST)
      return failure_set (error, errno, _ ("“%s” cannot be written: no new folder in “%s”"),
                          target->shown, target->parent);
    int fd = openat (target->parent_fd, target->work_name, OPEN_FOLDER | O_NOFOLLOW);
    if (fd < 0 && errno == ENOENT)
      continue;
    if (fd < 0)
      return failure_set (error, errno, _ ("“%s/%s” cannot be used"), target->parent,
                          target->work_name);
    if (is_locked_by_others (fd)) {
      disk_close (fd);
      g_set_error (error, WRITER_ERROR, WRITER_ERROR_SYSTEM,
                   _ ("another loa is building “%s” right now; wait for it to end"), target->shown);
      return FALSE;
    }
    if (is_still_there (target->parent_fd, target->work_name, fd)) {
      target->work_fd = fd;
      return TRUE;
    }
    disk_close (fd);
  }
}

/* ------------------------------------------------------------------------- opening */

static gboolean
open_parent (Target *target, gboolean is_dry, GError **error)
{
  if (!is_dry && g_mkdir_with_parents (target->parent, 0777) < 0)
    return failure_set (error, errno, _ ("the folder “%s” cannot be made"), target->parent);
  target->parent_fd = open (target->parent, OPEN_FOLDER);
  if (target->parent_fd < 0 && !(is_dry && errno == ENOENT))
    return failure_set (error, errno, _ ("the folder “%s” cannot be opened"), target->parent);
  return TRUE;
}

static gboolean
check_kind (const Target *target, GError **error)
{
  struct stat info;
  if (target->parent_fd < 0
      || fstatat (target->parent_fd, target->name, &info, AT_SYMLINK_NOFOLLOW) < 0)
    return TRUE;
  if (!S_ISDIR (info.st_mode))
    return failure_set_folder (error, _ ("“%s” is a file; name a folder with -o"), target->shown);
  if (disk_is_mounted (target->parent_fd, target->name))
    return failure_set_folder (
      error,
      _ ("a disk or folder is mounted on “%s”, so it cannot be replaced as a whole; name a "
         "folder inside it with -o"),
      target->shown);
  return TRUE;
}

gboolean
target_open_out (Target *target, GError **error)
{
  if (target->parent_fd < 0)
    return TRUE;
  target->out_fd = openat (target->parent_fd, target->name, OPEN_FOLDER | O_NOFOLLOW);
  if (target->out_fd < 0 && errno != ENOENT)
    return failure_set (error, errno, _ ("“%s” cannot be read"), target->shown);
  return TRUE;
}

/* A link may lead nowhere, or in a circle; anything else is the disk's. */
static gboolean
fail_resolve (const char *out, int code, GError **error)
{
  if (code == ENOENT || code == ELOOP)
    return failure_set_folder (error, _ ("“%s” has no target; name another folder with -o"), out);
  return failure_set (error, code, _ ("the folder “%s” cannot be made"), out);
}

Target *
target_open (const char *out, const char *site, const char *const *sources, gboolean is_dry,
             GError **error)
{
  g_autofree char *real = resolve (out);
  if (real == NULL) {
    fail_resolve (out, errno, error);
    return NULL;
  }
  if (!check_place (out, site, sources, real, error))
    return NULL;

  g_autoptr (Target) target = g_new0 (Target, 1);
  target->shown = g_strdup (out);
  target->parent = g_path_get_dirname (real);
  target->name = g_path_get_basename (real);
  target->work_name = g_strdup_printf (".%s.loa", target->name);
  target->parent_fd = target->work_fd = target->out_fd = -1;
  if (!open_parent (target, is_dry, error) || !check_kind (target, error))
    return NULL;
  if (!is_dry && !lock_work_folder (target, error))
    return NULL;
  return g_steal_pointer (&target);
}

void
target_free (Target *target)
{
  if (target == NULL)
    return;
  /* Only when it is empty: the stat cache makes the next build fast. */
  if (target->work_fd >= 0)
    unlinkat (target->parent_fd, target->work_name, AT_REMOVEDIR);
  disk_close (target->out_fd);
  disk_close (target->work_fd);
  disk_close (target->parent_fd);
  g_free (target->shown);
  g_free (target->parent);
  g_free (target->name);
  g_free (target->work_name);
  g_free (target);
}
