/* SPDX-License-Identifier: MIT */
/* One walk through the old site. Folders of the new one are made when the first thing goes in. */
#include "write/stage.h"

#include "base/i18n.h"
#include "write/failure.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  Ledger *ledger;
  const OldSite *old;
  const Remains *remains;
  const Target *target;
  int new_fd; /* the new site as a whole */
  gboolean force;
  GString *path; /* of what is being looked at */
} Stage;

/* The new version of a folder that is being walked through. */
typedef struct {
  const char *path;
  int fd;              /* -1: nothing went in yet */
  gboolean is_blocked; /* its name is needed for a file: nothing may go in */
} NewFolder;

static gboolean
fail_in_the_way (const Stage *stage, GError **error)
{
  g_set_error (error, WRITER_ERROR, WRITER_ERROR_CLASH,
               _ ("“%s/%s” is in the way of the site, and loa did not write it; move it away, or "
                  "replace files by --force"),
               stage->target->shown, stage->path->str);
  return FALSE;
}

static gboolean
fail_at (const Stage *stage, int code, GError **error)
{
  return failure_set (error, code, _ ("“%s/%s” cannot be taken over into the new site"),
                      stage->target->shown, stage->path->str);
}

static int
link_into (const Stage *stage, int old_fd, NewFolder *folder, const char *name)
{
  if (folder->fd < 0)
    folder->fd = tree_make_folder (stage->new_fd, folder->path);
  return folder->fd < 0 ? errno : tree_link (old_fd, folder->fd, name);
}

/* What cannot be linked or read now, or vanished, is not lost: whatever is found in the old site
 * after the switch is carried over by a rename. */
static gboolean
take_foreign (const Stage *stage, int old_fd, NewFolder *folder, const char *name, GError **error)
{
  if (folder->is_blocked)
    return fail_in_the_way (stage, error);
  int code = link_into (stage, old_fd, folder, name);
  if (code == 0 || code == ENOENT || code == EACCES || code == EPERM || code == EINVAL
      || code == ENXIO)
    return TRUE;
  return fail_at (stage, code, error);
}

static gboolean
take_kept (const Stage *stage, LedgerOutput *output, int old_fd, NewFolder *folder,
           const char *name, GError **error)
{
  int code = link_into (stage, old_fd, folder, name);
  output->is_found = code == 0;
  return code == 0 || fail_at (stage, code, error);
}

static gboolean
take_file (const Stage *stage, int old_fd, NewFolder *folder, const char *name, GError **error)
{
  const char *path = stage->path->str;
  guint index = ledger_find (stage->ledger, path);
  guint entry = manifest_find (stage->old->manifest, path);

  if (strcmp (path, MANIFEST_NAME) == 0)
    return TRUE;
  if (index != LEDGER_NONE && stage->ledger->outputs[index].fate == WRITER_FATE_KEPT)
    return take_kept (stage, &stage->ledger->outputs[index], old_fd, folder, name, error);
  if (index != LEDGER_NONE && stage->ledger->outputs[index].fate != WRITER_FATE_NONE)
    return entry != MANIFEST_NONE || stage->force || fail_in_the_way (stage, error);
  if (index == LEDGER_NONE && entry != MANIFEST_NONE && stage->remains[entry] != REMAINS_CHANGED)
    return TRUE;
  if (ledger_has_folder (stage->ledger, path))
    return stage->force || fail_in_the_way (stage, error);
  return take_foreign (stage, old_fd, folder, name, error);
}

/* Whether loa wrote something into the folder `path`, so that it goes when that does. */
static gboolean
was_made_by_loa (const Manifest *old, const char *path)
{
  g_autofree char *start = g_strconcat (path, "/", NULL);
  guint low = 0, high = old->entries->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (strcmp (manifest_at (old, middle)->path, start) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low < old->entries->len && g_str_has_prefix (manifest_at (old, low)->path, start);
}

/* Mode and owner of a folder may have been set by hand, for a web server say. Not everybody may
 * give folders away, and not every file system has modes: what cannot be had is done without. */
static void
match_folder (const Stage *stage, int old_fd, const NewFolder *folder)
{
  struct stat old_info, new_info;
  int fd = folder->fd >= 0 ? tree_open_folder (folder->fd, "")
                           : tree_open_folder (stage->new_fd, folder->path);
  if (fd >= 0 && fstat (old_fd, &old_info) == 0 && fstat (fd, &new_info) == 0) {
    gboolean same_owner = old_info.st_uid == new_info.st_uid && old_info.st_gid == new_info.st_gid;
    gboolean is_like = same_owner || fchown (fd, old_info.st_uid, old_info.st_gid) == 0;
    if (is_like && old_info.st_mode != new_info.st_mode)
      is_like = fchmod (fd, old_info.st_mode & 07777) == 0;
    (void) is_like;
  }
  tree_close (fd);
}

static gboolean take_folder (const Stage *stage, int old_fd, gboolean is_blocked, GError **error);

static gboolean
take_item (const Stage *stage, int old_fd, NewFolder *folder, const TreeItem *item, GError **error)
{
  if (writer_is_interrupted ())
    return failure_set_interrupted (error);
  if (item->type != TREE_FOLDER)
    return take_file (stage, old_fd, folder, item->name, error);

  guint index = ledger_find (stage->ledger, stage->path->str);
  gboolean is_file_now =
    index != LEDGER_NONE && stage->ledger->outputs[index].fate != WRITER_FATE_NONE;
  int fd = tree_open_folder (old_fd, item->name);
  if (fd < 0)
    return errno == ENOENT || fail_at (stage, errno, error);
  gboolean taken = take_folder (stage, fd, folder->is_blocked || is_file_now, error);
  tree_close (fd);
  return taken;
}

static gboolean
take_all (const Stage *stage, int old_fd, const TreeList *list, NewFolder *folder, GError **error)
{
  gsize length = stage->path->len;
  gboolean good = TRUE;
  for (guint i = 0; good && i < list->items->len; i++) {
    const TreeItem *item = &g_array_index (list->items, TreeItem, i);
    g_string_append_printf (stage->path, "%s%s", length ? "/" : "", item->name);
    good = take_item (stage, old_fd, folder, item, error);
    g_string_truncate (stage->path, length);
  }
  return good;
}

static gboolean
take_folder (const Stage *stage, int old_fd, gboolean is_blocked, GError **error)
{
  if (tree_is_mounted (old_fd, ""))
    return fail_at (stage, EBUSY, error);
  g_autoptr (TreeList) list = tree_list (old_fd);
  if (list == NULL)
    return fail_at (stage, errno, error);

  g_autofree char *path = g_strdup (stage->path->str);
  NewFolder folder = { path, -1, is_blocked };
  gboolean good = take_all (stage, old_fd, list, &folder, error);
  /* An empty folder that loa did not make is somebody's, too. */
  if (good && list->items->len == 0 && !is_blocked && *path
      && !was_made_by_loa (stage->old->manifest, path)) {
    folder.fd = tree_make_folder (stage->new_fd, path);
    good = folder.fd >= 0 || fail_at (stage, errno, error);
  }
  if (good && !is_blocked)
    match_folder (stage, old_fd, &folder);
  tree_close (folder.fd);
  return good;
}

/* The point itself, which the old site may not have, or as something else. */
static gboolean
take_point (const Stage *stage, const char *point, GError **error)
{
  const char *name;
  struct stat info;
  int old_fd = tree_open_parent (stage->old->fd, point, &name);
  gboolean good = TRUE;
  if (old_fd < 0 || fstatat (old_fd, name, &info, AT_SYMLINK_NOFOLLOW) < 0) {
    good = errno == ENOENT || fail_at (stage, errno, error);
  } else {
    g_autofree char *parent = g_strndup (point, (gsize) (name - point) - (name > point));
    NewFolder folder = { parent, -1, FALSE };
    TreeItem item = { name, S_ISDIR (info.st_mode) ? TREE_FOLDER : TREE_FILE };
    good = take_item (stage, old_fd, &folder, &item, error);
    tree_close (folder.fd);
  }
  tree_close (old_fd);
  return good;
}

static gboolean
is_below (const char *path, const char *point)
{
  gsize length = strlen (point);
  return length == 0
         || (strncmp (path, point, length) == 0 && (path[length] == '/' || path[length] == '\0'));
}

/* A file that was kept and is not there any more would be missing from the new site. */
static gboolean
check_found (const Stage *stage, const char *point, GError **error)
{
  for (guint i = 0; i < stage->ledger->n_outputs; i++) {
    const LedgerOutput *output = &stage->ledger->outputs[i];
    if (output->fate == WRITER_FATE_KEPT && !output->is_found && is_below (output->path, point)) {
      g_string_assign (stage->path, output->path);
      return fail_at (stage, ENOENT, error);
    }
  }
  return TRUE;
}

gboolean
stage_rest (Ledger *ledger, const OldSite *old, const Remains *remains, const Target *target,
            int new_fd, const char *point, gboolean force, GError **error)
{
  if (old->fd < 0)
    return TRUE;
  g_autoptr (GString) path = g_string_new (point);
  Stage stage = { ledger, old, remains, target, new_fd, force, path };
  gboolean good =
    *point ? take_point (&stage, point, error) : take_folder (&stage, old->fd, FALSE, error);
  return good && check_found (&stage, point, error);
}
