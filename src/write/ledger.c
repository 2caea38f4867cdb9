/* SPDX-License-Identifier: MIT */
#include "write/ledger.h"

#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

enum {
  STATE_UNSEEN,
  STATE_MISSING, /* or on its way out */
  STATE_THERE,
  STATE_BLOCKED, /* something else has the name */
};

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
add_folder (Ledger *ledger, const char *path, gsize length)
{
  g_autofree char *folder_path = g_strndup (path, length);
  gpointer known;
  if (g_hash_table_lookup_extended (ledger->folder_by_path, folder_path, NULL, &known))
    return GPOINTER_TO_UINT (known);

  const char *slash = strrchr (folder_path, '/');
  LedgerFolder folder = { .parent = LEDGER_NONE, .state = STATE_UNSEEN };
  if (slash)
    folder.parent = add_folder (ledger, folder_path, (gsize) (slash - folder_path));
  folder.path = g_steal_pointer (&folder_path);
  guint index = ledger->folders->len;
  g_array_append_val (ledger->folders, folder);
  g_hash_table_insert (ledger->folder_by_path, folder.path, GUINT_TO_POINTER (index));
  return index;
}

static int
compare_outputs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ledger *ledger = data;
  return strcmp (ledger->outputs[*(const guint *) a].path,
                 ledger->outputs[*(const guint *) b].path);
}

static void
sort_outputs (Ledger *ledger)
{
  ledger->sorted = g_new (guint, ledger->n_outputs + 1);
  for (guint i = 0; i < ledger->n_outputs; i++)
    ledger->sorted[i] = i;
  g_qsort_with_data (ledger->sorted, (gint) ledger->n_outputs, sizeof (guint), compare_outputs,
                     ledger);
}

/* Output `index` of `sorted`: its folder and its place in the old manifest, which is sorted too. */
static void
place_output (Ledger *ledger, guint index, const Manifest *old, guint *next_old)
{
  LedgerOutput *output = &ledger->outputs[ledger->sorted[index]];
  const char *slash = strrchr (output->path, '/');
  output->folder =
    slash ? add_folder (ledger, output->path, (gsize) (slash - output->path)) : LEDGER_NONE;

  int order = -1;
  while (*next_old < old->entries->len
         && (order = strcmp (manifest_at (old, *next_old)->path, output->path)) < 0)
    ++*next_old;
  output->old = *next_old < old->entries->len && order == 0 ? *next_old : MANIFEST_NONE;
}

static void
check_among_outputs (const Ledger *ledger, GPtrArray *clashes)
{
  const char *last = NULL;
  for (guint i = 0; i < ledger->n_outputs; i++) {
    const char *path = ledger->outputs[ledger->sorted[i]].path;
    if (!manifest_path_is_good (path))
      add_clash (clashes, _ ("“%s” cannot be the name of a file of the site"), path);
    else if (last && strcmp (last, path) == 0)
      add_clash (clashes, _ ("two pages are to be written to “%s”"), path);
    else if (ledger_has_folder (ledger, path))
      add_clash (clashes, _ ("“%s” is to be a file and a folder of other files at once"), path);
    last = path;
  }
}

Ledger *
ledger_new (const char *const *paths, guint n_paths, const OldSite *old, GPtrArray *clashes)
{
  Ledger *ledger = g_new0 (Ledger, 1);
  guint next_old = 0;
  ledger->n_outputs = n_paths;
  ledger->outputs = g_new0 (LedgerOutput, n_paths + 1);
  ledger->folders = g_array_new (FALSE, FALSE, sizeof (LedgerFolder));
  ledger->folder_by_path = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_paths; i++)
    ledger->outputs[i].path = paths[i];
  sort_outputs (ledger);
  for (guint i = 0; i < n_paths; i++)
    place_output (ledger, i, old->manifest, &next_old);
  check_among_outputs (ledger, clashes);
  return ledger;
}

void
ledger_free (Ledger *ledger)
{
  if (ledger == NULL)
    return;
  for (guint i = 0; i < ledger->folders->len; i++)
    g_free (g_array_index (ledger->folders, LedgerFolder, i).path);
  g_array_unref (ledger->folders);
  g_hash_table_unref (ledger->folder_by_path);
  g_free (ledger->outputs);
  g_free (ledger->sorted);
  g_free (ledger);
}

/* ------------------------------------------------------------------------- asking */

guint
ledger_find (const Ledger *ledger, const char *path)
{
  guint low = 0, high = ledger->n_outputs;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    int order = strcmp (ledger->outputs[ledger->sorted[middle]].path, path);
    if (order == 0)
      return ledger->sorted[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return LEDGER_NONE;
}

gboolean
ledger_has_folder (const Ledger *ledger, const char *path)
{
  return g_hash_table_contains (ledger->folder_by_path, path);
}

/* ------------------------------------------------------------------------- what is in the way */

typedef struct {
  Ledger *ledger;
  const OldSite *old;
  gboolean force;
  const char *shown;
  GPtrArray *clashes;
} Way;

static void
add_foreign (const Way *way, const char *path)
{
  add_clash (way->clashes, _ ("“%s/%s” is there already, and loa did not write it"), way->shown,
             path);
}

static char
look_at_folder (const Way *way, const LedgerFolder *folder)
{
  struct stat info;
  if (fstatat (way->old->fd, folder->path, &info, AT_SYMLINK_NOFOLLOW) < 0)
    return STATE_MISSING;
  if (S_ISDIR (info.st_mode))
    return STATE_THERE;
  if (way->force || manifest_find (way->old->manifest, folder->path) != MANIFEST_NONE)
    return STATE_MISSING;
  add_foreign (way, folder->path);
  return STATE_BLOCKED;
}

/* A folder is looked at once, however many outputs go into it, and only when its parent is there.
 */
static char
folder_state (const Way *way, guint index)
{
  if (index == LEDGER_NONE)
    return STATE_THERE;
  LedgerFolder *folder = &g_array_index (way->ledger->folders, LedgerFolder, index);
  if (folder->state == STATE_UNSEEN) {
    char parent = folder_state (way, folder->parent);
    folder->state = parent == STATE_THERE ? look_at_folder (way, folder) : parent;
  }
  return folder->state;
}

void
ledger_check_way (Ledger *ledger, const OldSite *old, gboolean force, const char *shown,
                  GPtrArray *clashes)
{
  Way way = { ledger, old, force, shown, clashes };
  struct stat info;
  if (old->fd < 0)
    return;
  /* Where loa wrote before there is nothing to ask. A folder at the place of a file may hold only
   * files that go; whether it does is seen when the site is put together. */
  for (guint i = 0; i < ledger->n_outputs; i++) {
    const LedgerOutput *output = &ledger->outputs[ledger->sorted[i]];
    if (output->old == MANIFEST_NONE && folder_state (&way, output->folder) == STATE_THERE
        && fstatat (old->fd, output->path, &info, AT_SYMLINK_NOFOLLOW) == 0
        && !S_ISDIR (info.st_mode) && !force)
      add_foreign (&way, output->path);
  }
}
