/* SPDX-License-Identifier: MIT */
#include "write/sums.h"

#include <string.h>

#define HEX_LENGTH 64

void
sums_add (GString *sums, const char *name, const char *hex)
{
  gboolean is_escaped = strpbrk (name, "\\\n\r") != NULL;

  if (is_escaped)
    g_string_append_c (sums, '\\');
  g_string_append_printf (sums, "%s  ", hex);
  for (const char *p = name; *p; p++)
    switch (*p) {
    case '\\':
      g_string_append (sums, "\\\\");
      break;
    case '\n':
      g_string_append (sums, "\\n");
      break;
    case '\r':
      g_string_append (sums, "\\r");
      break;
    default:
      g_string_append_c (sums, *p);
    }
  g_string_append_c (sums, '\n');
}

static char *
unescape (const char *name)
{
  GString *out = g_string_new (NULL);

  for (; *name; name++) {
    if (*name == '\\' && name[1]) {
      name++;
      g_string_append_c (out, *name == 'n' ? '\n' : *name == 'r' ? '\r' : *name);
    } else
      g_string_append_c (out, *name);
  }
  return g_string_free (out, FALSE);
}

/* FALSE for what leads out of the folder, on any system. */
static gboolean
is_inside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  for (char **part = parts; *part; part++)
    if (**part == '\0' || strcmp (*part, ".") == 0 || strcmp (*part, "..") == 0)
      return FALSE;
  return *name != '\0';
}

/* “<64 digits> [ *]name”, perhaps with a backslash before it. */
static gboolean
read_line (const char *line, GHashTable *sums)
{
  gboolean is_escaped = *line == '\\';
  const char *hex = line + is_escaped;

  if (strspn (hex, "0123456789abcdef") != HEX_LENGTH || hex[HEX_LENGTH] != ' '
      || (hex[HEX_LENGTH + 1] != ' ' && hex[HEX_LENGTH + 1] != '*'))
    return FALSE;
  const char *written = hex + HEX_LENGTH + 2;
  char *name = is_escaped ? unescape (written) : g_strdup (written);
  if (!is_inside (name)) {
    g_free (name);
    return FALSE;
  }
  g_hash_table_replace (sums, name, g_strndup (hex, HEX_LENGTH));
  return TRUE;
}

GHashTable *
sums_read (const char *text, gsize length, guint *line)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *end = text + length;

  *line = 1;
  for (const char *at = text; at < end; ++*line) {
    const char *stop = memchr (at, '\n', end - at);
    gsize n = (stop ? stop : end) - at;
    gsize bare = n > 0 && at[n - 1] == '\r' ? n - 1 : n;
    g_autofree char *row = g_strndup (at, bare);
    if (strlen (row) != bare || (bare > 0 && !read_line (row, sums)))
      return NULL;
    at += n + 1;
  }
  return g_steal_pointer (&sums);
}
