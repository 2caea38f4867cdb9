/* SPDX-License-Identifier: MIT */
#include "write/swap.h"

#include "base/i18n.h"
#include "write/disk.h"
#include "write/failure.h"
#include "write/interrupt.h"
#include "write/survey.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define JOURNAL_NAME "swap"
#define OLD_NAME     "old"
#define LEFT_NAME    "left"

static const char journal_start[] = "loa-swap 1 ";
static const char journal_end[] = "end\n";

static void warn (GPtrArray *warnings, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
warn (GPtrArray *warnings, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (warnings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* 0 in `*inode` when there is nothing of that name. Returns 0 or an errno value. */
static int
find_inode (int folder_fd, const char *name, guint64 *inode)
{
  mode_t mode;
  return disk_look (folder_fd, name, &mode, inode);
}

/* ------------------------------------------------------------------------- the exchange */

/* Where names cannot be exchanged. The old one ends where the new one was, as after an exchange. */
static int
exchange_by_steps (const Target *target)
{
  if (renameat (target->parent_fd, target->name, target->work_fd, OLD_NAME) < 0)
    return errno;
  if (renameat (target->work_fd, SWAP_NEW, target->parent_fd, target->name) < 0) {
    int code = errno;
    return renameat (target->work_fd, OLD_NAME, target->parent_fd, target->name) < 0 ? errno : code;
  }
  /* The new site stands. If this fails, the next run finds `old` and goes on. */
  return renameat (target->work_fd, OLD_NAME, target->work_fd, SWAP_NEW) < 0 ? errno : 0;
}

static int
exchange (const Target *target)
{
  guint64 inode;
  int code = find_inode (target->parent_fd, target->name, &inode);
  if (code != 0)
    return code;
  if (inode == 0)
    return disk_move (target->work_fd, SWAP_NEW, target->parent_fd, target->name);
  if (renameat2 (target->work_fd, SWAP_NEW, target->parent_fd, target->name, RENAME_EXCHANGE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  return exchange_by_steps (target);
}

/* ------------------------------------------------------------------------- the journal */

typedef struct {
  guint64 inode; /* of the new version; 0: there is no journal, or none written to its end */
  char **keep;
} Journal;

static void
journal_clear (Journal *journal)
{
  g_strfreev (journal->keep);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Journal, journal_clear)

/* The inode, a line for each pattern of what is kept, the end. */
static int
journal_write (const Target *target, guint64 inode, const Swap *swap)
{
  DiskStamp stamp;
  g_autoptr (GString) text = g_string_new (journal_start);
  g_string_append_printf (text, "%" G_GUINT64_FORMAT "\n", inode);
  for (const char *const *keep = swap->keep; keep && *keep; keep++)
    g_string_append_printf (text, "%s\n", *keep);
  g_string_append (text, journal_end);
  return disk_write_file (target->work_fd, JOURNAL_NAME, text->str, text->len, &stamp);
}

static void
journal_parse (Journal *journal, char *text)
{
  char *rest;
  guint64 inode = g_ascii_strtoull (text + strlen (journal_start), &rest, 10);
  if (*rest != '\n')
    return;
  journal->inode = inode;
  journal->keep = g_strsplit (rest + 1, "\n", -1);
}

/* Returns 0 or an errno value: a journal that cannot be read now is not one that is not there. */
static int
journal_read (const Target *target, Journal *journal)
{
  gsize length;
  *journal = (Journal){ 0 };
  g_autofree char *text = disk_read_text (target->work_fd, JOURNAL_NAME, &length);
  if (text == NULL)
    return errno == ENOENT ? 0 : errno;
  if (g_str_has_prefix (text, journal_start) && strlen (text) == length
      && g_str_has_suffix (text, "\nend\n")) {
    text[length - strlen (journal_end)] = '\0';
    journal_parse (journal, text);
  }
  return 0;
}

/* ------------------------------------------------------------------------- deleting with care */

typedef struct {
  const Target *target;
  const Swap *swap;
  int site_fd;     /* the new site */
  GString *path;   /* of what is being looked at, relative to the site */
  GPtrArray *left; /* char *: what is not deleted */
} Cleaner;

/* The same file has its name in the new site, too: nothing is lost with this one. */
static int
is_in_site (const Cleaner *cleaner, int folder_fd, const char *name, gboolean *is_there)
{
  guint64 inode, new_inode = 0;
  int code = find_inode (folder_fd, name, &inode);
  if (code == 0)
    code = find_inode (cleaner->site_fd, cleaner->path->str, &new_inode);
  *is_there = inode == new_inode;
  return code;
}

/* Whether it is what loa wrote. An output of both sites may have been changed by hand in between:
 * it is made again, as ever. One that is gone from the new site must be as it was written; where an
 * output is, an empty file may go even when the old manifest is lost. Returns 0 or an errno value.
 */
static int
is_ours (const Cleaner *cleaner, int folder_fd, const char *name, gboolean *is)
{
  const char *path = cleaner->path->str;
  guint index = manifest_find (cleaner->swap->old, path);
  Digest digest;
  guint64 size;
  gboolean was = index != MANIFEST_NONE;
  gboolean is_output = manifest_find (cleaner->swap->new, path) != MANIFEST_NONE;
  *is = was && is_output;
  if (was == is_output)
    return 0;
  int code = disk_digest_file (folder_fd, name, &digest, &size);
  *is = code == 0
        && (size == 0
            || (was && digest_equal (&digest, &manifest_at (cleaner->swap->old, index)->content)));
  return code == EINVAL || code == ELOOP ? 0 : code; /* no regular file */
}

/* The newer one wins: it may have been written after it was linked into the new site. */
static int
carry_over (const Cleaner *cleaner, int folder_fd, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (cleaner->path->str);
  int new_fd = disk_make_folder (cleaner->site_fd, strcmp (folder, ".") == 0 ? "" : folder);
  int code = new_fd < 0 || renameat (folder_fd, name, new_fd, name) < 0 ? errno : 0;
  disk_close (new_fd);
  return code;
}

static int
clean_file (const Cleaner *cleaner, int folder_fd, const char *name)
{
  gboolean may_go;
  int code = is_ours (cleaner, folder_fd, name, &may_go);
  if (code == 0 && !may_go)
    code = is_in_site (cleaner, folder_fd, name, &may_go);
  if (code != 0)
    return code;
  if (may_go)
    return disk_unlink (folder_fd, name, FALSE);
  if (survey_is_kept (cleaner->swap->keep, cleaner->path->str))
    return carry_over (cleaner, folder_fd, name);
  g_ptr_array_add (cleaner->left, g_strdup (cleaner->path->str));
  return 0;
}

static int clean (const Cleaner *cleaner, int folder_fd, const char *name, DiskType type);

/* The manifest of the old site goes last: a run that takes over needs it. */
static int
clean_inside (const Cleaner *cleaner, int folder_fd)
{
  g_autoptr (DiskList) list = disk_list (folder_fd);
  if (list == NULL)
    return errno;
  gsize length = cleaner->path->len;
  for (guint i = 0; i < list->items->len; i++) {
    const DiskItem *item = &g_array_index (list->items, DiskItem, i);
    if (length == 0 && strcmp (item->name, MANIFEST_NAME) == 0)
      continue;
    g_string_append_printf (cleaner->path, "%s%s", length ? "/" : "", item->name);
    int code = clean (cleaner, folder_fd, item->name, item->type);
    g_string_truncate (cleaner->path, length);
    if (code != 0)
      return code;
  }
  return length == 0 ? disk_unlink (folder_fd, MANIFEST_NAME, FALSE) : 0;
}

/* Deletes `name` but for what is left in it. Returns 0 or an errno value. */
static int
clean (const Cleaner *cleaner, int folder_fd, const char *name, DiskType type)
{
  guint n_left = cleaner->left->len;
  if (type != DISK_FOLDER)
    return clean_file (cleaner, folder_fd, name);
  if (disk_is_mounted (folder_fd, name))
    return EBUSY;
  int fd = disk_open_folder (folder_fd, name);
  if (fd < 0)
    return errno;
  int code = clean_inside (cleaner, fd);
  disk_close (fd);
  return code || cleaner->left->len > n_left ? code : disk_unlink (folder_fd, name, TRUE);
}

/* Somebody may have put a file in the place of the old site, right before the exchange. */
static int
clean_old (const Cleaner *cleaner)
{
  const Target *target = cleaner->target;
  mode_t mode;
  guint64 old;
  int code = disk_look (target->work_fd, SWAP_NEW, &mode, &old);
  if (code != 0 || old == 0)
    return code;
  if (S_ISDIR (mode))
    return clean (cleaner, target->work_fd, SWAP_NEW, DISK_FOLDER);
  g_ptr_array_add (cleaner->left, g_strdup (target->name));
  return 0;
}

/* What is left stays where it was in the old site, below a name that no later run touches. */
static int
set_aside (const Target *target, const GPtrArray *left, GPtrArray *warnings)
{
  int code = left->len > 0 ? EEXIST : 0;
  for (guint i = 1; code == EEXIST; i++) {
    g_autofree char *name = g_strdup_printf (LEFT_NAME "-%u", i);
    code = disk_move (target->work_fd, SWAP_NEW, target->work_fd, name);
    if (code != 0)
      continue;
    g_autofree char *list = failure_list (left);
    warn (warnings, _ ("loa did not write these files; they are left behind in “%s/%s/%s”:%s"),
          target->parent, target->work_name, name, list);
  }
  return code;
}

/* ------------------------------------------------------------------------- the steps */

/* Steps 4 and 5; also where a run takes over from a killed one. Returns 0 or an errno value. */
static int
finish (const Target *target, const Swap *swap, GPtrArray *warnings)
{
  int site_fd = disk_open_folder (target->parent_fd, target->name);
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  const Cleaner cleaner = { target, swap, site_fd, path, left };
  int code = site_fd < 0 ? errno : clean_old (&cleaner);
  disk_close (site_fd);
  if (code == 0)
    code = set_aside (target, left, warnings);
  if (code == 0)
    swap_discard (target);
  return code;
}

/* Steps 1 and 2. Returns 0 or an errno value. */
static int
prepare (const Target *target, const Swap *swap, guint64 *inode)
{
  int code = find_inode (target->work_fd, SWAP_NEW, inode);
  if (code == 0)
    code = journal_write (target, *inode, swap);
  if (code == 0 && swap->is_synced)
    code = disk_sync (target->work_fd);
  return code;
}

/* Whether the new site stands after an exchange that failed. */
static gboolean
is_exchanged (const Target *target, guint64 inode)
{
  guint64 there;
  return find_inode (target->parent_fd, target->name, &there) == 0 && there == inode;
}

gboolean
swap_sites (const Target *target, const Swap *swap, GPtrArray *warnings, GError **error)
{
  guint64 inode = 0;
  int code = prepare (target, swap, &inode);
  if (code == 0 && interrupt_is_requested ())
    return failure_set_interrupted (error);
  if (code == 0)
    code = exchange (target);
  if (code != 0 && (inode == 0 || !is_exchanged (target, inode)))
    return failure_set (error, code, _ ("“%s” cannot be replaced by the new site"), target->shown);
  if (code == 0)
    code = finish (target, swap, warnings);
  if (code != 0)
    warn (warnings, _ ("the site is written, but files of the old one are still in “%s/%s”: %s"),
          target->parent, target->work_name, g_strerror (code));
  return TRUE;
}

/* Unless the old site is still on its way back: then all is left to the next run. */
void
swap_discard (const Target *target)
{
  guint64 old;
  if (find_inode (target->work_fd, OLD_NAME, &old) != 0 || old != 0)
    return;
  /* The journal goes last: without it nothing says whose the rest is. */
  if (disk_wipe (target->work_fd, SWAP_NEW) == 0)
    disk_unlink (target->work_fd, JOURNAL_NAME, FALSE);
}

/* ------------------------------------------------------------------------- taking over */

/* Killed between the renames of an exchange by steps. */
static int
recover_old (const Target *target)
{
  guint64 old, there;
  int code = find_inode (target->work_fd, OLD_NAME, &old);
  if (code == 0)
    code = find_inode (target->parent_fd, target->name, &there);
  if (code != 0 || old == 0)
    return code;
  if (there == 0)
    return disk_move (target->work_fd, OLD_NAME, target->parent_fd, target->name);
  return disk_move (target->work_fd, OLD_NAME, target->work_fd, SWAP_NEW);
}

/* That of the folder, which may be gone already, or be a file. NULL with errno set when it cannot
 * be read. */
static Manifest *
read_manifest (int folder_fd, const char *name)
{
  int fd = disk_open_folder (folder_fd, name);
  if (fd < 0 && errno != ENOENT && errno != ENOTDIR)
    return NULL;
  Manifest *manifest = fd < 0 ? manifest_new () : manifest_read (fd, MANIFEST_NAME);
  disk_close (fd);
  return manifest;
}

static int
take_over (const Target *target, const Journal *journal, GPtrArray *warnings)
{
  g_autoptr (Manifest) old = read_manifest (target->work_fd, SWAP_NEW);
  g_autoptr (Manifest) new = old ? read_manifest (target->parent_fd, target->name) : NULL;
  if (new == NULL)
    return errno;
  const Swap swap = { old, new, (const char *const *) journal->keep, FALSE };
  return finish (target, &swap, warnings);
}

/* Neither here nor there: these folders are copies, and nobody knows of what. */
static int
set_strange_aside (const Target *target, guint64 inode, GPtrArray *warnings)
{
  guint64 waiting;
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  int code = find_inode (target->work_fd, SWAP_NEW, &waiting);
  if (code == 0 && waiting != 0 && waiting != inode)
    g_ptr_array_add (left, (char *) SWAP_NEW);
  return code ? code : set_aside (target, left, warnings);
}

static int
recover_journal (const Target *target, const Journal *journal, GPtrArray *warnings)
{
  guint64 there;
  int code = recover_old (target);
  if (code == 0)
    code = find_inode (target->parent_fd, target->name, &there);
  if (code != 0)
    return code;
  return there == journal->inode ? take_over (target, journal, warnings)
                                 : set_strange_aside (target, journal->inode, warnings);
}

gboolean
swap_recover (const Target *target, GPtrArray *warnings, GError **error)
{
  if (target->work_fd < 0)
    return TRUE;
  g_auto (Journal) journal;
  int code = journal_read (target, &journal);
  if (code == 0 && journal.inode != 0)
    code = recover_journal (target, &journal, warnings);
  if (code != 0)
    return failure_set (error, code,
                        _ ("what an interrupted run left in “%s/%s” cannot be tidied up"),
                        target->parent, target->work_name);
  swap_discard (target);
  return TRUE;
}
