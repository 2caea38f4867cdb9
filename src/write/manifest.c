/* SPDX-License-Identifier: MIT */
#include "write/manifest.h"

#include "base/append.h"
#include "write/disk.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

static const char first_line[] = "loa-manifest 2\n";
static const char first_line_of_old[] = "loa-manifest 1\n";

gboolean
manifest_path_is_good (const char *path)
{
  if (strlen (path) >= PATH_MAX || strcmp (path, MANIFEST_NAME) == 0)
    return FALSE;
  for (const char *part = path;;) {
    const char *end = strchrnul (part, '/');
    gsize length = (gsize) (end - part);
    if (length == 0 || (length <= 2 && strncmp (part, "..", length) == 0))
      return FALSE;
    for (const char *p = part; p < end; p++)
      if (g_ascii_iscntrl (*p))
        return FALSE;
    if (*end == '\0')
      return TRUE;
    part = end + 1;
  }
}

Manifest *
manifest_new (void)
{
  Manifest *manifest = g_new0 (Manifest, 1);
  manifest->entries = g_array_new (FALSE, FALSE, sizeof (ManifestEntry));
  return manifest;
}

void
manifest_free (Manifest *manifest)
{
  if (manifest == NULL)
    return;
  g_array_unref (manifest->entries);
  g_free (manifest->text);
  g_free (manifest);
}

void
manifest_add (Manifest *manifest, const ManifestEntry *entry)
{
  g_array_append_vals (manifest->entries, entry, 1);
}

/* `line` has its end cut off, and the key of the first version. */
static gboolean
parse_line (const char *line, ManifestEntry *entry)
{
  const char *size = line + DIGEST_HEX_LENGTH + 1;
  char *path;

  if (strlen (line) <= DIGEST_HEX_LENGTH + 1 || size[-1] != ' '
      || !digest_from_hex (line, &entry->content) || !g_ascii_isdigit (*size))
    return FALSE;
  entry->size = g_ascii_strtoull (size, &path, 10);
  if (*path != ' ' || entry->size == G_MAXUINT64)
    return FALSE;
  entry->path = path + 1;
  return manifest_path_is_good (entry->path);
}

/* Lines from `line` to the end of `length` bytes, each of which has `n_skipped` bytes before what
 * counts. A last line without its end was cut off: its path may be the beginning of another. */
static void
parse_lines (Manifest *manifest, char *line, gsize length, gsize n_skipped)
{
  const char *last = "", *end_of_text = line + length;
  for (char *end; (end = memchr (line, '\n', (gsize) (end_of_text - line))); line = end + 1) {
    ManifestEntry entry;
    *end = '\0';
    if (strlen (line) == (gsize) (end - line) && strlen (line) > n_skipped
        && parse_line (line + n_skipped, &entry) && strcmp (entry.path, last) > 0) {
      manifest_add (manifest, &entry);
      last = entry.path;
    }
  }
}

/* Something of that name is there, but no file that loa could have written. */
static gboolean
is_no_manifest (int code)
{
  return code == ENOENT || code == EINVAL || code == ELOOP || code == EFBIG;
}

Manifest *
manifest_read (int folder_fd, const char *name)
{
  gsize length = 0, head = strlen (first_line);
  char *text = disk_read_text (folder_fd, name, &length);
  if (text == NULL && !is_no_manifest (errno))
    return NULL;
  Manifest *manifest = manifest_new ();
  manifest->text = text;
  manifest->digest = digest_of (text, length);
  if (text && g_str_has_prefix (text, first_line))
    parse_lines (manifest, text + head, length - head, 0);
  manifest->is_of_version_1 = text && g_str_has_prefix (text, first_line_of_old);
  if (manifest->is_of_version_1)
    parse_lines (manifest, text + head, length - head, DIGEST_HEX_LENGTH + 1);
  return manifest;
}

GString *
manifest_print (Manifest *manifest)
{
  GString *text = g_string_new (first_line);
  for (guint i = 0; i < manifest->entries->len; i++) {
    const ManifestEntry *entry = manifest_at (manifest, i);
    char content[DIGEST_HEX_LENGTH + 1];
    digest_to_hex (&entry->content, content);
    append_piece (text, content, DIGEST_HEX_LENGTH);
    append_text (text, " ");
    append_number (text, (gint64) entry->size);
    append_text (text, " ");
    append_text (text, entry->path);
    append_text (text, "\n");
  }
  manifest->digest = digest_of (text->str, text->len);
  return text;
}

guint
manifest_find (const Manifest *manifest, const char *path)
{
  guint low = 0, high = manifest->entries->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    int order = strcmp (manifest_at (manifest, middle)->path, path);
    if (order == 0)
      return middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return MANIFEST_NONE;
}

const ManifestEntry *
manifest_at (const Manifest *manifest, guint index)
{
  return &g_array_index (manifest->entries, ManifestEntry, index);
}
