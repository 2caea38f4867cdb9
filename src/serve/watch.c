/* SPDX-License-Identifier: MIT */
#include "serve/watch.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>

#define QUIET_MS      6   /* after a file was closed, or renamed: nobody writes any more */
#define UNFINISHED_MS 120 /* after a write whose end nobody told */
#define LOOK_SECONDS  3
#define MOST_FOLDERS  4096 /* beyond them only looking helps */
#define MOST_DEEP     32

/* What stat() says of a file. */
typedef struct {
  gint64 size, modified_ns, changed_ns;
  guint64 inode;
} State;

struct Watch {
  char *root;
  char **folders;
  WatchChanged changed;
  gpointer data;
  GHashTable *files;    /* path → State, both owned */
  GHashTable *monitors; /* folder → GFileMonitor, both owned */
  GHashTable *hints;    /* Set<path>, owned: where to look; of files and folders */
  guint timer, looking; /* sources, or 0 */
  gint64 due;           /* when the timer fires */
};

/* As folder_list() has it, and what editors put beside a file while they write it. */
static gboolean
is_hidden (const char *name)
{
  gsize n = strlen (name);
  return *name == '.' || (n > 0 && name[n - 1] == '~') || g_str_has_suffix (name, ".swp")
         || g_str_has_prefix (name, "~$") || (*name == '#' && name[n - 1] == '#');
}

static gint64
nanoseconds (struct timespec time)
{
  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

static void hint (gpointer file, gpointer event, Watch *watch);

static void
on_event (G_GNUC_UNUSED GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
          gpointer data)
{
  hint (file, GINT_TO_POINTER (event), data);
  if (other)
    hint (other, GINT_TO_POINTER (event), data);
}

static void
free_monitor (gpointer data)
{
  g_file_monitor_cancel (data);
  g_object_unref (data);
}

/* A folder that was put in the place of another is watched anew. */
static void
watch_folder (Watch *watch, const char *folder, guint64 inode)
{
  GFileMonitor *known = g_hash_table_lookup (watch->monitors, folder);

  if (known && GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (known), "inode")) == inode)
    return;
  if (known == NULL && g_hash_table_size (watch->monitors) >= MOST_FOLDERS)
    return;
  g_autofree char *whole = g_build_filename (watch->root, folder, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (whole);
  GFileMonitor *monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor == NULL)
    return; /* looking every few seconds has to do */
  g_file_monitor_set_rate_limit (monitor, 20);
  g_object_set_data (G_OBJECT (monitor), "inode", GSIZE_TO_POINTER (inode));
  g_signal_connect (monitor, "changed", G_CALLBACK (on_event), watch);
  g_hash_table_replace (watch->monitors, g_strdup (folder), monitor);
}

/* --- looking --- */

/* Notes what is there at `path`; adds it to `changed` when it is not what it was. */
static void
look_at_file (Watch *watch, const char *path, const struct stat *about, GPtrArray *changed)
{
  const State now = { about->st_size, nanoseconds (about->st_mtim), nanoseconds (about->st_ctim),
                      about->st_ino };
  const State *before = g_hash_table_lookup (watch->files, path);

  if (before && memcmp (before, &now, sizeof now) == 0)
    return;
  g_hash_table_replace (watch->files, g_strdup (path), g_memdup2 (&now, sizeof now));
  g_ptr_array_add (changed, g_strdup (path));
}

/* Everything at and below `path`; what is there goes into `seen`. */
static void
look_below (Watch *watch, const char *path, guint depth, GHashTable *seen, GPtrArray *changed)
{
  g_autofree char *whole = g_build_filename (watch->root, path, NULL);
  struct stat about;

  if (depth > MOST_DEEP || lstat (whole, &about) < 0)
    return;
  if (!S_ISDIR (about.st_mode)) {
    g_hash_table_add (seen, g_strdup (path));
    look_at_file (watch, path, &about, changed);
    return;
  }
  watch_folder (watch, path, about.st_ino);
  g_autoptr (GDir) dir = g_dir_open (whole, 0, NULL);
  const char *name;
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *inner = is_hidden (name) ? NULL : g_build_filename (path, name, NULL);
    if (inner)
      look_below (watch, inner, depth + 1, seen, changed);
  }
}

static gboolean
is_below (const char *path, const char *folder)
{
  gsize n = strlen (folder);
  return g_str_has_prefix (path, folder) && (path[n] == '/' || path[n] == '\0');
}

static gboolean
is_monitor_of (gpointer folder, gpointer monitor, gpointer data)
{
  const char *path = data;
  (void) monitor;
  return is_below (folder, path);
}

/* What was at or below `path` and is not among `seen` is gone. */
static void
forget_below (Watch *watch, const char *path, GHashTable *seen, GPtrArray *changed)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, watch->files);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (is_below (key, path) && !g_hash_table_contains (seen, key)) {
      g_ptr_array_add (changed, g_strdup (key));
      g_hash_table_iter_remove (&iter);
    }
}

static void
look (Watch *watch, const char *path, GPtrArray *changed)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_autofree char *whole = g_build_filename (watch->root, path, NULL);
  if (!g_file_test (whole, G_FILE_TEST_IS_DIR))
    g_hash_table_foreach_remove (watch->monitors, is_monitor_of, (gpointer) path);
  look_below (watch, path, 0, seen, changed);
  /* A file that is there was looked at: only where one is gone all have to be gone through. */
  if (!(g_hash_table_size (seen) == 1 && g_hash_table_contains (seen, path)))
    forget_below (watch, path, seen, changed);
}

static void
tell (Watch *watch, const GPtrArray *changed)
{
  if (changed->len > 0)
    watch->changed (changed, watch->data);
}

void
watch_look (Watch *watch)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);

  for (char **folder = watch->folders; *folder; folder++)
    look (watch, *folder, changed);
  tell (watch, changed);
}

static gboolean
look_at_all (gpointer data)
{
  watch_look (data);
  return G_SOURCE_CONTINUE;
}

/* --- hints --- */

static gboolean
look_at_hints (gpointer data)
{
  Watch *watch = data;
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) hints = watch->hints;
  GHashTableIter iter;
  gpointer path;

  watch->timer = 0;
  watch->hints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* What is gone first: a folder that moved is one and the same to the system, and would be watched
   * no longer when its old name is given up last. */
  for (guint is_there = 0; is_there < 2; is_there++) {
    g_hash_table_iter_init (&iter, hints);
    while (g_hash_table_iter_next (&iter, &path, NULL)) {
      g_autofree char *whole = g_build_filename (watch->root, path, NULL);
      if (g_file_test (whole, G_FILE_TEST_EXISTS) == (gboolean) is_there)
        look (watch, path, changed);
    }
  }
  tell (watch, changed);
  return G_SOURCE_REMOVE;
}

/* In the folders that are watched? */
static gboolean
is_watched (const Watch *watch, const char *path)
{
  for (char **folder = watch->folders; *folder; folder++)
    if (is_below (path, *folder))
      return TRUE;
  return FALSE;
}

static void
hint (gpointer file, gpointer event, Watch *watch)
{
  g_autofree char *whole = g_file_get_path (file);
  gboolean is_unfinished = GPOINTER_TO_INT (event) == G_FILE_MONITOR_EVENT_CHANGED
                           || GPOINTER_TO_INT (event) == G_FILE_MONITOR_EVENT_CREATED;
  gsize n = strlen (watch->root);

  if (whole == NULL || !is_below (whole, watch->root) || whole[n] == '\0')
    return;
  const char *path = whole + n + 1;
  g_autofree char *name = g_path_get_basename (path);
  if (is_hidden (name) || !is_watched (watch, path))
    return;
  g_hash_table_add (watch->hints, g_strdup (path));
  gint64 due = g_get_monotonic_time () + (is_unfinished ? UNFINISHED_MS : QUIET_MS) * 1000;
  if (watch->timer && watch->due <= due && is_unfinished)
    return;
  if (watch->timer)
    g_source_remove (watch->timer);
  watch->due = due;
  watch->timer = g_timeout_add (is_unfinished ? UNFINISHED_MS : QUIET_MS, look_at_hints, watch);
}

/* --- the whole --- */

Watch *
watch_new (const char *root, const char *const *folders, WatchChanged changed, gpointer data)
{
  Watch *watch = g_new0 (Watch, 1);
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_free); /* nobody is told of it */

  watch->root = g_canonicalize_filename (root, NULL);
  watch->folders = g_strdupv ((char **) folders);
  watch->changed = changed;
  watch->data = data;
  watch->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  watch->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_monitor);
  watch->hints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  watch_folder (watch, "", 0); /* where folders may still come */
  for (char **folder = watch->folders; *folder; folder++)
    look (watch, *folder, first);
  watch->looking = g_timeout_add_seconds (LOOK_SECONDS, look_at_all, watch);
  return watch;
}

void
watch_free (Watch *watch)
{
  if (watch == NULL)
    return;
  if (watch->timer)
    g_source_remove (watch->timer);
  g_source_remove (watch->looking);
  g_hash_table_unref (watch->monitors);
  g_hash_table_unref (watch->files);
  g_hash_table_unref (watch->hints);
  g_strfreev (watch->folders);
  g_free (watch->root);
  g_free (watch);
}
