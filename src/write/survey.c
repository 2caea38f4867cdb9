/* SPDX-License-Identifier: MIT */
#include "write/survey.h"

#include "base/append.h"
#include "base/compare.h"
#include "base/i18n.h"
#include "write/failure.h"
#include "write/interrupt.h"

#include <errno.h>
#include <string.h>

typedef struct {
  Survey *survey;
  const OldSite *old;
  const Outputs *outputs;
  const char *const *keep;
  const char *shown;
  GString *path; /* of what is being looked at */
} Walk;

static void
kept_clear (gpointer data)
{
  g_free (((KeptItem *) data)->path);
}

void
survey_free (Survey *survey)
{
  if (survey == NULL)
    return;
  g_ptr_array_unref (survey->removed);
  g_ptr_array_unref (survey->foreign);
  g_array_unref (survey->kept);
  g_free (survey);
}

static gboolean
is_named (const char *const *keep, const char *path)
{
  for (; keep && *keep; keep++)
    if (g_pattern_match_simple (*keep, path))
      return TRUE;
  return strcmp (path, ".git") == 0;
}

gboolean
survey_is_kept (const char *const *keep, const char *path)
{
  g_autofree char *part = g_strdup (path);
  while (!is_named (keep, part)) {
    char *slash = strrchr (part, '/');
    if (slash == NULL)
      return FALSE;
    *slash = '\0';
  }
  return TRUE;
}

static gboolean
fail_at (const Walk *walk, int code, GError **error)
{
  return failure_set (error, code, _ ("“%s/%s” cannot be read"), walk->shown, walk->path->str);
}

/* An output lies where it is, or it lies in one. */
static gboolean
is_in_the_way (const Walk *walk, const char *path)
{
  g_autofree char *part = g_strdup (path);
  if (outputs_have_folder (walk->outputs, path))
    return TRUE;
  for (char *slash; (slash = strrchr (part, '/')); *slash = '\0')
    if (outputs_find (walk->outputs, part) != OUTPUTS_NONE)
      return TRUE;
  return outputs_find (walk->outputs, part) != OUTPUTS_NONE;
}

static void
add_kept (const Walk *walk, gboolean is_folder)
{
  KeptItem item = { g_strdup (walk->path->str), is_folder };
  g_array_append_val (walk->survey->kept, item);
}

/* Loa wrote it once, and it does not belong any more. An empty file is what a power cut leaves of
 * one that was not on the disk yet. */
static gboolean
take_leftover (const Walk *walk, guint entry, GError **error)
{
  gboolean is_intact;
  DiskStamp stamp;
  int code = old_site_look (walk->old, entry, &stamp, &is_intact);
  if (code != 0)
    return fail_at (walk, code, error);
  gboolean is_ours = is_intact || (stamp.inode != 0 && stamp.size == 0);
  g_ptr_array_add (is_ours ? walk->survey->removed : walk->survey->foreign,
                   g_strdup (walk->path->str));
  return TRUE;
}

/* A file that lies where an output has to go is judged when its bytes are there to compare. */
static gboolean
take_file (const Walk *walk, DiskType type, GError **error)
{
  const char *path = walk->path->str;
  guint entry = manifest_find (walk->old->manifest, path);
  if (strcmp (path, MANIFEST_NAME) == 0)
    return TRUE;
  if (type == DISK_FILE && outputs_find (walk->outputs, path) != OUTPUTS_NONE)
    return TRUE;
  if (entry != MANIFEST_NONE)
    return take_leftover (walk, entry, error);
  if (survey_is_kept (walk->keep, path) && !is_in_the_way (walk, path))
    add_kept (walk, FALSE);
  else
    g_ptr_array_add (walk->survey->foreign, g_strdup (path));
  return TRUE;
}

static gboolean walk_folder (const Walk *walk, int fd, GError **error);

static gboolean
take_folder (const Walk *walk, int folder_fd, const char *name, GError **error)
{
  int fd = disk_open_folder (folder_fd, name);
  if (fd < 0)
    return fail_at (walk, errno, error);
  /* Empty folders of a `.git` have a meaning, those of a site have none. */
  if (survey_is_kept (walk->keep, walk->path->str) && !is_in_the_way (walk, walk->path->str))
    add_kept (walk, TRUE);
  gboolean good = walk_folder (walk, fd, error);
  disk_close (fd);
  return good;
}

static gboolean
walk_folder (const Walk *walk, int fd, GError **error)
{
  if (disk_is_mounted (fd, ""))
    return fail_at (walk, EBUSY, error);
  g_autoptr (DiskList) list = disk_list (fd);
  if (list == NULL)
    return fail_at (walk, errno, error);
  gsize length = walk->path->len;
  gboolean good = TRUE;
  for (guint i = 0; good && i < list->items->len; i++) {
    const DiskItem *item = &g_array_index (list->items, DiskItem, i);
    if (interrupt_is_requested ())
      return failure_set_interrupted (error);
    append_text (walk->path, length ? "/" : "");
    append_text (walk->path, item->name);
    good = item->type == DISK_FOLDER ? take_folder (walk, fd, item->name, error)
                                     : take_file (walk, item->type, error);
    g_string_truncate (walk->path, length);
  }
  return good;
}

Survey *
survey_new (const OldSite *old, const Outputs *outputs, const char *const *keep, const char *shown,
            GError **error)
{
  g_autoptr (Survey) survey = g_new0 (Survey, 1);
  g_autoptr (GString) path = g_string_new (NULL);
  survey->removed = g_ptr_array_new_with_free_func (g_free);
  survey->foreign = g_ptr_array_new_with_free_func (g_free);
  survey->kept = g_array_new (FALSE, FALSE, sizeof (KeptItem));
  g_array_set_clear_func (survey->kept, kept_clear);
  const Walk walk = { survey, old, outputs, keep, shown, path };
  if (old->fd >= 0 && !walk_folder (&walk, old->fd, error))
    return NULL;
  g_ptr_array_sort (survey->removed, compare_texts);
  g_ptr_array_sort (survey->foreign, compare_texts);
  return g_steal_pointer (&survey);
}
