/* SPDX-License-Identifier: MIT */
#include "write/manifest.h"

#include "write/tree.h"

#include <limits.h>
#include <string.h>

static const char first_line[] = "loa-manifest 1\n";

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

/* `line` has its end cut off. */
static gboolean
parse_line (const char *line, ManifestEntry *entry)
{
  const char *content = line + DIGEST_HEX_LENGTH + 1;
  const char *size = content + DIGEST_HEX_LENGTH + 1;
  char *path;

  if (strlen (line) <= 2 * (DIGEST_HEX_LENGTH + 1) || content[-1] != ' ' || size[-1] != ' '
      || !digest_from_hex (line, &entry->key) || !digest_from_hex (content, &entry->content)
      || !g_ascii_isdigit (*size))
    return FALSE;
  entry->size = g_ascii_strtoull (size, &path, 10);
  if (*path != ' ' || entry->size == G_MAXUINT64)
    return FALSE;
  entry->path = path + 1;
  return manifest_path_is_good (entry->path);
}

Manifest *
manifest_read (int folder_fd, const char *name)
{
  Manifest *manifest = manifest_new ();
  gsize length;
  char *text = tree_read_text (folder_fd, name, &length);
  if (text == NULL || !g_str_has_prefix (text, first_line)) {
    g_free (text);
    return manifest;
  }
  manifest->text = text;
  manifest->digest = digest_of (text, length);

  /* A last line without its end was cut off: its path may be the beginning of another. */
  const char *last = "";
  char *line = text + strlen (first_line);
  for (char *end; (end = memchr (line, '\n', length - (gsize) (line - text))); line = end + 1) {
    ManifestEntry entry;
    *end = '\0';
    if (strlen (line) == (gsize) (end - line) && parse_line (line, &entry)
        && strcmp (entry.path, last) > 0) {
      manifest_add (manifest, &entry);
      last = entry.path;
    }
  }
  return manifest;
}

GString *
manifest_print (Manifest *manifest)
{
  GString *text = g_string_new (first_line);
  for (guint i = 0; i < manifest->entries->len; i++) {
    const ManifestEntry *entry = manifest_at (manifest, i);
    char key[DIGEST_HEX_LENGTH + 1], content[DIGEST_HEX_LENGTH + 1];
    digest_to_hex (&entry->key, key);
    digest_to_hex (&entry->content, content);
    g_string_append_printf (text, "%s %s %" G_GUINT64_FORMAT " %s\n", key, content, entry->size,
                            entry->path);
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
