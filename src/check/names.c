/* SPDX-License-Identifier: MIT */
#include "check/names.h"

#include "base/i18n.h"
#include "text/invisible.h"

#include <string.h>

/* Windows knows 260 characters for the whole way, of which the folder the site is copied to takes
 * some. */
#define MOST_CHARACTERS 220

/* Bytes of "conout$". */
#define LONGEST_DEVICE 7

/* "con", "con.md", "com1.tar.gz", "lpt².txt": the part before the first dot counts. */
static gboolean
is_reserved (const char *name, gsize length)
{
  /* Most names are not: they are longer before the first dot. */
  if (strchr ("cpanlCPANL", *name) == NULL || strcspn (name, "./ ") > LONGEST_DEVICE)
    return FALSE;
  static const char *const devices[] = { "con", "prn", "aux", "nul", "conin$", "conout$", NULL };
  static const char *const raised[] = { "¹", "²", "³", NULL };
  g_autofree char *small = g_ascii_strdown (name, length);
  char *stem = g_strchomp (small);

  stem[strcspn (stem, ".")] = '\0';
  g_strchomp (stem);
  if (g_strv_contains (devices, stem))
    return TRUE;
  gboolean is_port = g_str_has_prefix (stem, "com") || g_str_has_prefix (stem, "lpt");
  return is_port
         && ((strlen (stem) == 4 && stem[3] >= '1' && stem[3] <= '9')
             || g_strv_contains (raised, stem + 3));
}

/* What is wrong with one part of a path, as a message; NULL when it is good. */
static const char *
part_fault (const char *part, gsize length)
{
  const char *unseen = invisible_find (part);

  if (unseen && unseen < part + length)
    return _ ("“%s” has characters nobody sees");
  if (is_reserved (part, length))
    return _ ("“%s” is the name of a device on Windows, and no file there can have it");
  if (part[length - 1] == '.' || part[length - 1] == ' ')
    return _ ("“%s”: on Windows no name ends in a dot or a space");
  for (gsize i = 0; i < length; i++)
    if ((guchar) part[i] < ' ' || strchr ("<>:\"|?*\\", part[i]))
      return _ ("“%s” has a character no name can have on Windows or a USB stick");
  return NULL;
}

static void
report_name (const PublishedName *name, Report *report, const char *message, const char *what)
{
  const Source named = { name->source, "", 0 };
  report_error (report, &named, (Place){ 0, 0 }, _ ("rename it; the site is also copied to sticks"),
                message, what);
}

static void
check_parts (const PublishedName *name, Report *report)
{
  for (const char *part = name->path; *part;) {
    gsize length = strcspn (part, "/");
    const char *fault = length > 0 ? part_fault (part, length) : NULL;
    if (fault) {
      g_autofree char *shown = g_strndup (part, length);
      report_name (name, report, fault, shown);
    }
    part += length + (part[length] == '/');
  }
  if (strlen (name->path) > MOST_CHARACTERS && g_utf8_strlen (name->path, -1) > MOST_CHARACTERS)
    report_name (name, report, _ ("“%s” is too long a way for Windows"), name->path);
}

/* "Ảnh.PNG" and "ảnh.png", composed or not, are one key. */
static char *
fold (const char *path)
{
  g_autofree char *small = g_utf8_casefold (path, -1);
  return g_utf8_normalize (small, -1, G_NORMALIZE_NFC);
}

/* "a/B" for "a/B/c.png": folders that differ in capitals are one, too. */
static void
check_twins (const PublishedName *name, GHashTable *seen, Report *report)
{
  for (const char *end = name->path; *end; end++) {
    end += strcspn (end, "/");
    g_autofree char *part = g_strndup (name->path, end - name->path);
    g_autofree char *key = fold (part);
    const char *first = g_hash_table_lookup (seen, key);
    if (first && strcmp (first, part) != 0) {
      report_name (name, report, _ ("on Windows and on a stick this name is the same as “%s”"),
                   first);
      return;
    }
    if (first == NULL)
      g_hash_table_insert (seen, g_steal_pointer (&key), g_steal_pointer (&part));
    if (*end == '\0')
      return;
  }
}

/* The name without ".gz" or ".br", newly allocated; NULL without one of them. */
static char *
packed_text_name (const char *path)
{
  static const char *const suffixes[] = { ".gz", ".br" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (path, suffixes[i]))
      return g_strndup (path, strlen (path) - strlen (suffixes[i]));
  return NULL;
}

static gboolean
has_path (const PublishedName *names, guint n, const char *path)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (names[i].path, path) == 0)
      return TRUE;
  return FALSE;
}

/* Packed files of a site's own are rare: each may look through all names. */
static void
check_packed (const PublishedName *names, guint n, Report *report)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = packed_text_name (names[i].path);
    if (text && has_path (names, n, text))
      report_name (&names[i], report, _ ("servers would send this file in place of “%s”"), text);
  }
}

/* Names made of these letters alone can be only themselves. Those of our own making are. */
static gboolean
is_plain (const char *path)
{
  return path[strspn (path, "abcdefghijklmnopqrstuvwxyz0123456789-_./")] == '\0';
}

void
names_check (const PublishedName *names, guint n, Report *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean all_plain = TRUE;

  for (guint i = 0; i < n; i++) {
    check_parts (&names[i], report);
    all_plain &= is_plain (names[i].path);
  }
  for (guint i = 0; !all_plain && i < n; i++)
    check_twins (&names[i], seen, report);
  check_packed (names, n, report);
}
