/* SPDX-License-Identifier: MIT */
#include "write/stage.h"

#include "base/i18n.h"
#include "write/failure.h"
#include "write/interrupt.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  Outputs *outputs;
  const OldSite *old;
  const Target *target;
  int new_fd;
} Stage;

static gboolean
fail_at (const Stage *stage, const char *path, int code, GError **error)
{
  return failure_set (error, code, _ ("“%s/%s” cannot be taken over into the new site"),
                      stage->target->shown, path);
}

/* A file that was kept and is not there any more would be missing from the new site, so ENOENT is
 * a failure like any. */
static gboolean
link_outputs (const Stage *stage, GError **error)
{
  for (guint i = 0; i < stage->outputs->n_entries; i++) {
    const OutputEntry *output = &stage->outputs->entries[i];
    if (output->outcome != WRITER_OUTCOME_KEPT)
      continue;
    if (interrupt_is_requested ())
      return failure_set_interrupted (error);
    int code = outputs_make_folder (stage->outputs, output->folder, stage->new_fd);
    if (code == 0)
      code = disk_link (stage->old->fd, stage->new_fd, output->path);
    if (code != 0)
      return fail_at (stage, output->path, code, error);
  }
  return TRUE;
}

static int
link_kept (const Stage *stage, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = disk_make_folder (stage->new_fd, strcmp (folder, ".") == 0 ? "" : folder);
  if (fd < 0)
    return errno;
  disk_close (fd);
  int code = disk_link (stage->old->fd, stage->new_fd, path);
  return code == ENOENT ? 0 : code; /* whoever works with it deleted it meanwhile */
}

static gboolean
take_kept (const Stage *stage, const Survey *survey, GError **error)
{
  for (guint i = 0; i < survey->kept->len; i++) {
    const KeptItem *item = &g_array_index (survey->kept, KeptItem, i);
    int fd = item->is_folder ? disk_make_folder (stage->new_fd, item->path) : -1;
    int code = !item->is_folder ? link_kept (stage, item->path) : fd < 0 ? errno : 0;
    disk_close (fd);
    if (code != 0)
      return fail_at (stage, item->path, code, error);
  }
  return TRUE;
}

/* Mode and owner of a folder may have been set by hand, for a web server say. Not everybody may
 * give folders away, and not every file system has modes: what cannot be had is done without. */
static void
match_folder (const Stage *stage, const char *path)
{
  int old_fd = disk_open_folder (stage->old->fd, path);
  int new_fd = old_fd < 0 ? -1 : disk_open_folder (stage->new_fd, path);
  struct stat old_info, new_info;
  if (new_fd >= 0 && fstat (old_fd, &old_info) == 0 && fstat (new_fd, &new_info) == 0) {
    gboolean same_owner = old_info.st_uid == new_info.st_uid && old_info.st_gid == new_info.st_gid;
    gboolean is_like = same_owner || fchown (new_fd, old_info.st_uid, old_info.st_gid) == 0;
    if (is_like && old_info.st_mode != new_info.st_mode)
      is_like = fchmod (new_fd, old_info.st_mode & 07777) == 0;
    (void) is_like;
  }
  disk_close (old_fd);
  disk_close (new_fd);
}

static void
match_folders (const Stage *stage, const Survey *survey)
{
  const GArray *folders = stage->outputs->folders;
  for (guint i = 0; i < folders->len; i++) {
    const OutputFolder *folder = &g_array_index (folders, OutputFolder, i);
    if (folder->is_made)
      match_folder (stage, folder->path);
  }
  for (guint i = 0; i < survey->kept->len; i++) {
    const KeptItem *item = &g_array_index (survey->kept, KeptItem, i);
    if (item->is_folder)
      match_folder (stage, item->path);
  }
  match_folder (stage, "");
}

gboolean
stage_rest (Outputs *outputs, const OldSite *old, const Survey *survey, const Target *target,
            int new_fd, GError **error)
{
  const Stage stage = { outputs, old, target, new_fd };
  if (old->fd < 0)
    return TRUE;
  if (!link_outputs (&stage, error) || !take_kept (&stage, survey, error))
    return FALSE;
  match_folders (&stage, survey);
  return TRUE;
}
