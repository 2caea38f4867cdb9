/* SPDX-License-Identifier: MIT */
#include "load/folder.h"

#include "base/i18n.h"
#include "model/file_kind.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define MOST_LEVELS 16

static void
report_path (Report *report, const char *path, const char *advice, const char *message)
{
  g_autofree char *shown = g_utf8_make_valid (path, -1);
  Source named = { shown, "", 0 };
  report_error (report, &named, (Place){ 0, 0 }, advice, "%s", message);
}

typedef struct {
  char *name;
  unsigned char type; /* as told by readdir(): DT_… */
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->name);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->name, ((const Entry *) b)->name);
}

/* What is hidden, but for what servers read. */
static gboolean
is_hidden (const char *folder, const char *name)
{
  if (*name != '.')
    return FALSE;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *within = file_within_static (path);
  return within == NULL
         || (strcmp (name, ".htaccess") != 0 && strcmp (name, ".nojekyll") != 0
             && strcmp (within, ".well-known") != 0);
}

/* What editors and systems leave behind, and hidden files. */
static gboolean
is_passed_over (const char *folder, const char *name)
{
  static const char *const left[] = { "thumbs.db", "ehthumbs.db",  "desktop.ini",
                                      "__macosx",  "$recycle.bin", NULL };
  g_autofree char *small = g_ascii_strdown (name, -1);
  return is_hidden (folder, name) || g_str_has_prefix (name, "~$")
         || g_str_has_suffix (name, "~") || g_strv_contains (left, small);
}

/* What cannot be read is not the same as what is not there: the site would lose its pages without a
 * word. */
static void
report_unreadable (Report *report, const char *folder)
{
  report_path (report, folder, _ ("check what it is, and who may read it"),
               _ ("this folder cannot be read"));
}

/* FALSE when there may be more: readdir() ends a list and breaks it off in the same way, but for
 * errno. */
static gboolean
add_entries (GArray *entries, DIR *dir, const char *folder)
{
  const struct dirent *found;

  for (errno = 0; (found = readdir (dir)) != NULL; errno = 0)
    if (!is_passed_over (folder, found->d_name)) {
      Entry entry = { g_strdup (found->d_name), found->d_type };
      g_array_append_val (entries, entry);
    }
  return errno == 0;
}

static GArray *
sorted_entries (const char *path, const char *folder, Report *report)
{
  DIR *dir = opendir (path);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);
  if (dir == NULL && errno != ENOENT)
    report_unreadable (report, folder);
  if (dir && !add_entries (entries, dir, folder))
    report_unreadable (report, folder);
  if (dir)
    closedir (dir);
  g_array_sort (entries, compare_entries);
  return entries;
}

/* Not every file system tells. DT_UNKNOWN, with errno set, when it cannot be found out. */
static unsigned char
entry_type (const Entry *entry, const char *path)
{
  struct stat about;

  if (entry->type != DT_UNKNOWN)
    return entry->type;
  return lstat (path, &about) == 0 ? IFTODT (about.st_mode) : DT_UNKNOWN;
}

static gboolean
is_clean_name (const char *name)
{
  for (const char *p = name; *p; p++)
    if ((guchar) *p < ' ' || *p == 0x7f || *p == '\\')
      return FALSE;
  return g_utf8_validate (name, -1, NULL);
}

static void
add_file (GPtrArray *files, GPtrArray *inputs, char *path_take)
{
  g_ptr_array_add (inputs, g_strdup (path_take));
  g_ptr_array_add (files, path_take);
}

static void
list_level (const char *root, const char *folder, guint level, GPtrArray *files, GPtrArray *inputs,
            Report *report)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GArray) entries = sorted_entries (path, folder, report);

  if (level > MOST_LEVELS) {
    report_path (report, folder, NULL, _ ("folders are nested too deeply"));
    return;
  }
  g_ptr_array_add (inputs, g_strdup (folder));
  for (guint i = 0; i < entries->len; i++) {
    const Entry *found = &g_array_index (entries, Entry, i);
    g_autofree char *entry = g_strconcat (folder, "/", found->name, NULL);
    g_autofree char *whole = g_build_filename (root, entry, NULL);
    unsigned char type = entry_type (found, whole);
    if (!is_clean_name (found->name))
      report_path (report, entry, _ ("rename it"),
                   _ ("this name has characters an address cannot have"));
    else if (type == DT_UNKNOWN)
      report_path (report, entry, NULL, g_strerror (errno));
    else if (type == DT_DIR)
      list_level (root, entry, level + 1, files, inputs, report);
    else if (type == DT_REG)
      add_file (files, inputs, g_steal_pointer (&entry));
    else
      report_path (report, entry, _ ("put the file itself here"), _ (source_not_regular));
  }
}

void
folder_list (const char *root, const char *folder, GPtrArray *files, GPtrArray *inputs,
             Report *report)
{
  list_level (root, folder, 0, files, inputs, report);
}
