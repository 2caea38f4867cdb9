/* SPDX-License-Identifier: MIT */
#include "command/new.h"

#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MOST_LISTED 12

char *
new_ask (const char *question)
{
  char line[4096];

  if (!isatty (STDIN_FILENO))
    return NULL;
  fprintf (stderr, "%s ", question);
  fflush (stderr);
  return fgets (line, sizeof line, stdin) ? g_strstrip (g_strdup (line)) : NULL;
}

void
new_print_localities (const LocalityTable *table, const GPtrArray *found, Date date)
{
  for (guint i = 0; i < found->len && i < MOST_LISTED; i++) {
    const Locality *locality = found->pdata[i];
    const Locality *parent = locality_parent (table, locality, date);
    g_autofree char *name = locality_full_name (locality);
    g_autofree char *of = parent ? locality_full_name (parent) : NULL;
    fprintf (stderr, "  %-6s %s%s%s\n", locality->code, name, of ? ", " : "", of ? of : "");
  }
  if (found->len > MOST_LISTED)
    fprintf (stderr, _ ("  … and %u more\n"), found->len - MOST_LISTED);
}

/* TRUE when all of it is on the disk. */
static gboolean
write_all (int file, const char *text)
{
  gsize left = strlen (text);

  while (left > 0) {
    ssize_t n = write (file, text, left);
    if (n < 0 && errno != EINTR)
      return FALSE;
    if (n > 0) {
      text += n;
      left -= n;
    }
  }
  return fsync (file) == 0;
}

static gboolean
fail_file (GError **error, const char *path)
{
  int number = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number),
               _ ("“%s” cannot be written: %s"), path, g_strerror (number));
  return FALSE;
}

gboolean
new_write (const char *path, const char *text, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0777) < 0)
    return fail_file (error, folder);
  int file = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0)
    return fail_file (error, path);
  gboolean is_written = write_all (file, text);
  int number = errno;
  is_written = close (file) == 0 && is_written;
  if (is_written)
    return TRUE;
  unlink (path); /* nothing half-written stays */
  errno = number;
  return fail_file (error, path);
}
