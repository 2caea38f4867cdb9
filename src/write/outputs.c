/* SPDX-License-Identifier: MIT */
#include "write/outputs.h"

#include "base/i18n.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static void add_clash (GPtrArray *clashes, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_clash (GPtrArray *clashes, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (clashes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ------------------------------------------------------------------------- making */

/* The folder of the first `length` bytes of `path`, with all folders above it. */
static guint
add_folder (Outputs *outputs, const char *path, gsize length)
{
  g_autofree char *folder_path = g_strndup (path, length);
  gpointer known;
  if (g_hash_table_lookup_extended (outputs->folder_by_path, folder_path, NULL, &known))
    return GPOINTER_TO_UINT (known);

  const char *slash = strrchr (folder_path, '/');
  OutputFolder folder = { .parent = OUTPUTS_NONE };
  if (slash)
    folder.parent = add_folder (outputs, folder_path, (gsize) (slash - folder_path));
  folder.path = g_steal_pointer (&folder_path);
  guint index = outputs->folders->len;
  g_array_append_val (outputs->folders, folder);
  g_hash_table_insert (outputs->folder_by_path, folder.path, GUINT_TO_POINTER (index));
  return index;
}

static int
compare_outputs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Outputs *outputs = data;
  return strcmp (outputs->entries[*(const guint *) a].path,
                 outputs->entries[*(const guint *) b].path);
}

static void
sort_outputs (Outputs *outputs)
{
  outputs->sorted = g_new (guint, outputs->n_entries + 1);
  for (guint i = 0; i < outputs->n_entries; i++)
    outputs->sorted[i] = i;
  g_qsort_with_data (outputs->sorted, (gint) outputs->n_entries, sizeof (guint), compare_outputs,
                     outputs);
}

/* Output `index` of `sorted`: its folder and its place in the old manifest, which is sorted too. */
static void
place_output (Outputs *outputs, guint index, const Manifest *old, guint *next_old)
{
  OutputEntry *output = &outputs->entries[outputs->sorted[index]];
  const char *slash = strrchr (output->path, '/');
  output->folder =
    slash ? add_folder (outputs, output->path, (gsize) (slash - output->path)) : OUTPUTS_NONE;

  int order = -1;
  while (*next_old < old->entries->len
         && (order = strcmp (manifest_at (old, *next_old)->path, output->path)) < 0)
    ++*next_old;
  output->old = *next_old < old->entries->len && order == 0 ? *next_old : MANIFEST_NONE;
}

static void
check_among_outputs (const Outputs *outputs, GPtrArray *clashes)
{
  const char *last = NULL;
  for (guint i = 0; i < outputs->n_entries; i++) {
    const char *path = outputs->entries[outputs->sorted[i]].path;
    if (!manifest_path_is_good (path))
      add_clash (clashes, _ ("“%s” cannot be the name of a file of the site"), path);
    else if (last && strcmp (last, path) == 0)
      add_clash (clashes, _ ("two pages are to be written to “%s”"), path);
    else if (outputs_have_folder (outputs, path))
      add_clash (clashes, _ ("“%s” is to be a file and a folder of other files at once"), path);
    last = path;
  }
}

Outputs *
outputs_new (const char *const *paths, guint n_paths, const OldSite *old, GPtrArray *clashes)
{
  Outputs *outputs = g_new0 (Outputs, 1);
  guint next_old = 0;
  outputs->n_entries = n_paths;
  outputs->entries = g_new0 (OutputEntry, n_paths + 1);
  outputs->folders = g_array_new (FALSE, FALSE, sizeof (OutputFolder));
  outputs->folder_by_path = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_paths; i++)
    outputs->entries[i].path = paths[i];
  sort_outputs (outputs);
  for (guint i = 0; i < n_paths; i++)
    place_output (outputs, i, old->manifest, &next_old);
  check_among_outputs (outputs, clashes);
  return outputs;
}

void
outputs_free (Outputs *outputs)
{
  if (outputs == NULL)
    return;
  for (guint i = 0; i < outputs->folders->len; i++)
    g_free (g_array_index (outputs->folders, OutputFolder, i).path);
  for (guint i = 0; i < outputs->n_entries; i++)
    g_free (outputs->entries[i].note);
  g_array_unref (outputs->folders);
  g_hash_table_unref (outputs->folder_by_path);
  g_free (outputs->entries);
  g_free (outputs->sorted);
  g_free (outputs);
}

/* ------------------------------------------------------------------------- asking */

guint
outputs_find (const Outputs *outputs, const char *path)
{
  guint low = 0, high = outputs->n_entries;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    int order = strcmp (outputs->entries[outputs->sorted[middle]].path, path);
    if (order == 0)
      return outputs->sorted[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return OUTPUTS_NONE;
}

gboolean
outputs_have_folder (const Outputs *outputs, const char *path)
{
  return g_hash_table_contains (outputs->folder_by_path, path);
}

gboolean
outputs_change (const Outputs *outputs)
{
  for (guint i = 0; i < outputs->n_entries; i++) {
    WriterOutcome outcome = outputs->entries[i].outcome;
    if (outcome == WRITER_OUTCOME_ADDED || outcome == WRITER_OUTCOME_CHANGED)
      return TRUE;
  }
  return FALSE;
}

/* ------------------------------------------------------------------------- folders */

/* Two threads may both make a folder; to find it made is as good. */
int
outputs_make_folder (Outputs *outputs, guint folder, int new_fd)
{
  if (folder == OUTPUTS_NONE)
    return 0;
  OutputFolder *made = &g_array_index (outputs->folders, OutputFolder, folder);
  if (g_atomic_int_get (&made->is_made))
    return 0;
  int code = outputs_make_folder (outputs, made->parent, new_fd);
  if (code != 0)
    return code;
  if (mkdirat (new_fd, made->path, 0777) < 0 && errno != EEXIST)
    return errno;
  g_atomic_int_set (&made->is_made, 1);
  return 0;
}
