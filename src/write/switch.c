/* SPDX-License-Identifier: MIT */
#include "write/switch.h"

#include "base/i18n.h"
#include "write/failure.h"
#include "write/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define JOURNAL_NAME "building"
#define OLD_NAME     "old"
#define KEPT_NAME    "kept"

static const char journal_start[] = "loa-building 1 ";

static void warn (GPtrArray *warnings, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
warn (GPtrArray *warnings, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (warnings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ------------------------------------------------------------------------- the two ends */

/* Where the point is in the site and where its new version waits (afterwards: the old one). */
typedef struct {
  int site_fd; /* the folder holding it */
  const char *site_name;
  int new_fd;
  const char *new_name;
  char *new_path;
} Ends;

static void
ends_clear (Ends *ends)
{
  tree_close (ends->site_fd);
  tree_close (ends->new_fd);
  g_free (ends->new_path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ends, ends_clear)

/* FALSE with errno set. Names point into `point`, `target` and the ends themselves. */
static gboolean
ends_open (Ends *ends, const Target *target, const char *point)
{
  *ends = (Ends){ .site_fd = -1, .new_fd = -1 };
  ends->new_path = *point ? g_build_filename (SWITCH_NEW, point, NULL) : g_strdup (SWITCH_NEW);
  ends->new_fd = tree_open_parent (target->beside_fd, ends->new_path, &ends->new_name);
  if (*point == '\0') {
    ends->site_fd = tree_open_folder (target->parent_fd, "");
    ends->site_name = target->name;
  } else {
    int out_fd = tree_open_folder (target->parent_fd, target->name);
    ends->site_fd = out_fd < 0 ? -1 : tree_open_parent (out_fd, point, &ends->site_name);
    tree_close (out_fd);
  }
  return ends->new_fd >= 0 && ends->site_fd >= 0;
}

/* 0 when there is nothing of that name. */
static guint64
inode_of (int folder_fd, const char *name)
{
  struct stat info;
  return fstatat (folder_fd, name, &info, AT_SYMLINK_NOFOLLOW) == 0 ? info.st_ino : 0;
}

/* ------------------------------------------------------------------------- the exchange */

/* Where names cannot be exchanged. The old one ends where the new one was, as after an exchange. */
static int
exchange_by_steps (const Target *target, const Ends *ends)
{
  if (renameat (ends->site_fd, ends->site_name, target->beside_fd, OLD_NAME) < 0)
    return errno;
  if (renameat (ends->new_fd, ends->new_name, ends->site_fd, ends->site_name) < 0) {
    int code = errno;
    return renameat (target->beside_fd, OLD_NAME, ends->site_fd, ends->site_name) < 0 ? errno
                                                                                      : code;
  }
  /* The new site stands. If this fails, the next run finds `old` and goes on. */
  return renameat (target->beside_fd, OLD_NAME, ends->new_fd, ends->new_name) < 0 ? errno : 0;
}

static int
exchange (const Target *target, const Ends *ends)
{
  if (inode_of (ends->site_fd, ends->site_name) == 0)
    return tree_move (ends->new_fd, ends->new_name, ends->site_fd, ends->site_name);
  if (renameat2 (ends->new_fd, ends->new_name, ends->site_fd, ends->site_name, RENAME_EXCHANGE)
      == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  return exchange_by_steps (target, ends);
}

/* ------------------------------------------------------------------------- the journal */

static int
journal_write (const Target *target, const Ends *ends, const char *point)
{
  TreeStamp stamp;
  g_autofree char *text = g_strdup_printf ("%s%" G_GUINT64_FORMAT " %s\n", journal_start,
                                           inode_of (ends->new_fd, ends->new_name), point);
  return tree_write_file (target->beside_fd, JOURNAL_NAME, text, strlen (text), &stamp);
}

/* Sets the point, or NULL when there is no journal or it was not written to its end. Caller frees.
 * Returns 0 or an errno value: a journal that cannot be read now is not one that is not there. */
static int
journal_read (const Target *target, guint64 *inode, char **point)
{
  gsize length;
  *point = NULL;
  g_autofree char *text = tree_read_text (target->beside_fd, JOURNAL_NAME, &length);
  if (text == NULL)
    return errno == ENOENT ? 0 : errno;
  if (!g_str_has_prefix (text, journal_start) || strlen (text) != length
      || text[length - 1] != '\n')
    return 0;
  text[length - 1] = '\0';
  char *rest;
  *inode = g_ascii_strtoull (text + strlen (journal_start), &rest, 10);
  if (*inode != 0 && *rest == ' ' && (rest[1] == '\0' || manifest_path_is_good (rest + 1)))
    *point = g_strdup (rest + 1);
  return 0;
}

/* ------------------------------------------------------------------------- deleting with care */

typedef struct {
  const Target *target;
  int site_fd; /* the new site */
  const Manifest *old;
  const Manifest *new;
  gboolean force;
  GPtrArray *warnings;
  GString *path; /* of what is being looked at, relative to the site */
} Cleaner;

/* Out of the way, but not gone. */
static int
keep_aside (const Target *target, int folder_fd, const char *name, const char *shown_path,
            GPtrArray *warnings)
{
  int kept_fd = tree_make_folder (target->beside_fd, KEPT_NAME);
  int code = kept_fd < 0 ? errno : EEXIST;
  for (guint i = 1; code == EEXIST; i++) {
    g_autofree char *kept_name = g_strdup_printf ("%u-%s", i, name);
    code = tree_move (folder_fd, name, kept_fd, kept_name);
    if (code == 0)
      warn (
        warnings,
        _ ("“%s/%s” was not written by loa and its place is taken; it is kept as “%s/%s/%s/%s”"),
        target->shown, shown_path, target->parent, target->beside, KEPT_NAME, kept_name);
  }
  tree_close (kept_fd);
  return code;
}

static gboolean
was_left_as_written (const Cleaner *cleaner, guint old_index, int folder_fd, const char *name)
{
  Digest digest;
  guint64 size;
  return tree_digest_file (folder_fd, name, &digest, &size) == 0
         && digest_equal (&digest, &manifest_at (cleaner->old, old_index)->content);
}

/* Whether the new site has the same thing in the same place. A folder that cannot be opened now
 * says neither yes nor no. Returns 0 or an errno value. */
static int
is_in_site (const Cleaner *cleaner, int folder_fd, const char *name, gboolean *is_there)
{
  const char *new_name;
  int new_fd = tree_open_parent (cleaner->site_fd, cleaner->path->str, &new_name);
  *is_there = FALSE;
  if (new_fd < 0)
    return errno == ENOENT || errno == ENOTDIR || errno == ELOOP ? 0 : errno;
  *is_there = tree_same (folder_fd, name, new_fd, new_name);
  tree_close (new_fd);
  return 0;
}

/* Returns 0 or an errno value. */
static int
may_delete (const Cleaner *cleaner, int folder_fd, const char *name, gboolean *may)
{
  const char *path = cleaner->path->str;
  guint old_index = manifest_find (cleaner->old, path);
  gboolean is_in_new = manifest_find (cleaner->new, path) != MANIFEST_NONE;

  *may = is_in_new && (old_index != MANIFEST_NONE || cleaner->force);
  if (*may)
    return 0;
  int code = is_in_site (cleaner, folder_fd, name, may);
  if (code == 0 && !*may && old_index != MANIFEST_NONE)
    *may = was_left_as_written (cleaner, old_index, folder_fd, name);
  return code;
}

/* Moves something that is not loa's to where it was, in the new site. */
static int
carry_over (const Cleaner *cleaner, int folder_fd, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (cleaner->path->str);
  int new_fd = tree_make_folder (cleaner->site_fd, strcmp (folder, ".") == 0 ? "" : folder);
  int code = new_fd < 0 ? errno : tree_move (folder_fd, name, new_fd, name);
  tree_close (new_fd);
  if (code == EEXIST || code == ENOTDIR || code == ELOOP)
    return keep_aside (cleaner->target, folder_fd, name, cleaner->path->str, cleaner->warnings);
  return code;
}

static int
clean_file (const Cleaner *cleaner, int folder_fd, const char *name)
{
  gboolean may;
  int code = may_delete (cleaner, folder_fd, name, &may);
  if (code != 0)
    return code;
  return may ? tree_unlink (folder_fd, name, FALSE) : carry_over (cleaner, folder_fd, name);
}

static int clean (const Cleaner *cleaner, int folder_fd, const char *name, TreeType type);

/* The manifest of the old site goes last: a run that takes over needs it. */
static int
clean_inside (const Cleaner *cleaner, int folder_fd)
{
  g_autoptr (TreeList) list = tree_list (folder_fd);
  if (list == NULL)
    return errno;
  gsize length = cleaner->path->len;
  for (guint i = 0; i < list->items->len; i++) {
    const TreeItem *item = &g_array_index (list->items, TreeItem, i);
    if (length == 0 && strcmp (item->name, MANIFEST_NAME) == 0)
      continue;
    g_string_append_printf (cleaner->path, "%s%s", length ? "/" : "", item->name);
    int code = clean (cleaner, folder_fd, item->name, item->type);
    g_string_truncate (cleaner->path, length);
    if (code != 0)
      return code;
  }
  return length == 0 ? tree_unlink (folder_fd, MANIFEST_NAME, FALSE) : 0;
}

/* Deletes `name` or carries it over. Returns 0 or an errno value. */
static int
clean (const Cleaner *cleaner, int folder_fd, const char *name, TreeType type)
{
  if (type != TREE_FOLDER)
    return clean_file (cleaner, folder_fd, name);
  if (tree_is_mounted (folder_fd, name))
    return EBUSY;
  int fd = tree_open_folder (folder_fd, name);
  if (fd < 0)
    return errno;
  int code = clean_inside (cleaner, fd);
  tree_close (fd);
  return code ? code : tree_unlink (folder_fd, name, TRUE);
}

/* ------------------------------------------------------------------------- the steps */

/* Steps 3 to 5; also where a run takes over from a killed one. */
static int
finish (const Target *target, const Ends *ends, const char *point, const Manifest *old,
        const Manifest *new, gboolean force, GPtrArray *warnings)
{
  int site_fd = tree_open_folder (target->parent_fd, target->name);
  g_autoptr (GString) path = g_string_new (point);
  Cleaner cleaner = { target, site_fd, old, new, force, warnings, path };
  struct stat info;
  int code = site_fd < 0 ? errno : 0;
  if (code == 0 && fstatat (ends->new_fd, ends->new_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
    code = clean (&cleaner, ends->new_fd, ends->new_name,
                  S_ISDIR (info.st_mode) ? TREE_FOLDER : TREE_FILE);
  if (code == 0 && *point
      && renameat (target->beside_fd, SWITCH_MANIFEST, site_fd, MANIFEST_NAME) < 0
      && errno != ENOENT)
    code = errno;
  tree_close (site_fd);
  if (code == 0)
    switch_discard (target);
  return code;
}

gboolean
switch_to_new (const Target *target, const char *point, const Manifest *old, const Manifest *new,
               gboolean force, GPtrArray *warnings, GError **error)
{
  g_auto (Ends) ends;
  int code = ends_open (&ends, target, point) ? journal_write (target, &ends, point) : errno;
  if (code == 0 && writer_is_interrupted ())
    return failure_set_interrupted (error);
  guint64 inode = code ? 0 : inode_of (ends.new_fd, ends.new_name);
  if (code == 0)
    code = exchange (target, &ends);
  if (code != 0 && (inode == 0 || inode_of (ends.site_fd, ends.site_name) != inode))
    return failure_set (error, code, _ ("“%s” cannot be replaced by the new site"), target->shown);
  if (code == 0)
    code = finish (target, &ends, point, old, new, force, warnings);
  if (code != 0)
    warn (warnings, _ ("the site is written, but files of the old one are still in “%s/%s”: %s"),
          target->parent, target->beside, g_strerror (code));
  return TRUE;
}

void
switch_discard (const Target *target)
{
  /* The journal goes last: without it nothing says whose the rest is. */
  if (tree_wipe (target->beside_fd, SWITCH_NEW) == 0
      && tree_unlink (target->beside_fd, SWITCH_MANIFEST, FALSE) == 0)
    tree_unlink (target->beside_fd, JOURNAL_NAME, FALSE);
}

/* ------------------------------------------------------------------------- taking over */

/* Killed between the renames of an exchange by steps. */
static int
recover_old (const Target *target, const Ends *ends)
{
  if (inode_of (target->beside_fd, OLD_NAME) == 0)
    return 0;
  if (inode_of (ends->site_fd, ends->site_name) == 0)
    return tree_move (target->beside_fd, OLD_NAME, ends->site_fd, ends->site_name);
  return tree_move (target->beside_fd, OLD_NAME, ends->new_fd, ends->new_name);
}

static int
take_over (const Target *target, const Ends *ends, const char *point, GPtrArray *warnings)
{
  int out_fd = tree_open_folder (target->parent_fd, target->name);
  int new_fd = tree_open_folder (target->beside_fd, SWITCH_NEW);
  g_autoptr (Manifest) old =
    *point ? manifest_read (out_fd, MANIFEST_NAME) : manifest_read (new_fd, MANIFEST_NAME);
  g_autoptr (Manifest) new = *point ? manifest_read (target->beside_fd, SWITCH_MANIFEST)
                                    : manifest_read (out_fd, MANIFEST_NAME);
  tree_close (out_fd);
  tree_close (new_fd);
  return finish (target, ends, point, old, new, FALSE, warnings);
}

static int
recover_journal (const Target *target, const char *point, guint64 inode, GPtrArray *warnings)
{
  g_auto (Ends) ends;
  if (!ends_open (&ends, target, point))
    return errno == ENOENT ? 0 : errno;
  int code = recover_old (target, &ends);
  if (code != 0)
    return code;
  if (inode_of (ends.site_fd, ends.site_name) == inode)
    return take_over (target, &ends, point, warnings);
  /* Neither here nor there: these folders are copies, and nobody knows of what. */
  guint64 waiting = inode_of (ends.new_fd, ends.new_name);
  if (waiting != 0 && waiting != inode)
    return keep_aside (target, target->beside_fd, SWITCH_NEW, "", warnings);
  return 0;
}

gboolean
switch_recover (const Target *target, GPtrArray *warnings, GError **error)
{
  if (target->beside_fd < 0)
    return TRUE;
  guint64 inode;
  g_autofree char *point = NULL;
  int code = journal_read (target, &inode, &point);
  if (code == 0 && point)
    code = recover_journal (target, point, inode, warnings);
  if (code != 0)
    return failure_set (error, code,
                        _ ("what an interrupted run left in “%s/%s” cannot be tidied up"),
                        target->parent, target->beside);
  switch_discard (target);
  return TRUE;
}
