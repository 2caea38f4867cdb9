/* SPDX-License-Identifier: MIT */
/* loa verify: whether a copy of a site is still what it was when it was packed. */
#include "command/command.h"

#include "base/compare.h"
#include "base/folder_names.h"
#include "base/i18n.h"
#include "base/printable.h"
#include "command/options.h"
#include "write/archive.h"
#include "write/sums.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  GHashTable *found; /* name → hex digits, both owned */
  char *sums;        /* the text of SHA256SUMS, or NULL */
  gsize sums_length;
} Copy;

/* What systems leave on a stick by themselves is nobody's change. */
static gboolean
is_of_system (const char *name, G_GNUC_UNUSED gpointer data)
{
  static const char *const names[] = { "System Volume Information", "$RECYCLE.BIN", ".Trashes",
                                       ".Spotlight-V100",           ".fseventsd",   NULL };
  g_autofree char *top = g_strndup (name, strcspn (name, "/"));

  return g_strv_contains (names, top) || strcmp (top, ".DS_Store") == 0;
}

static void
add_found (const char *name, const char *hex, const char *text, gsize length, gpointer data)
{
  Copy *copy = data;

  if (strcmp (name, SUMS_FILE) == 0) {
    g_free (copy->sums);
    copy->sums = g_strndup (text, length);
    copy->sums_length = length;
  } else if (!is_of_system (name, NULL))
    g_hash_table_replace (copy->found, g_strdup (name), g_strdup (hex));
}

/* NULL after saying why. */
static char *
sum_of (const char *path)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guchar chunk[65536];
  FILE *file = fopen (path, "rb");
  gsize n;

  while (file && (n = fread (chunk, 1, sizeof chunk, file)) > 0)
    g_checksum_update (sum, chunk, (gssize) n);
  if (file == NULL || ferror (file)) {
    complain ("%s: %s", path, g_strerror (errno));
    if (file)
      fclose (file);
    return NULL;
  }
  fclose (file);
  return g_strdup (g_checksum_get_string (sum));
}

/* A link has no sum: it is no file of the site, whatever it leads to. */
static gboolean
add_one (const char *whole, const char *name, Copy *copy)
{
  struct stat info;
  char *text = NULL;
  gsize length = 0;

  if (lstat (whole, &info) != 0 || !S_ISREG (info.st_mode)) {
    add_found (name, "", "", 0, copy);
    return TRUE;
  }
  g_autofree char *hex = sum_of (whole);
  if (hex == NULL)
    return FALSE;
  if (strcmp (name, SUMS_FILE) == 0)
    g_file_get_contents (whole, &text, &length, NULL);
  add_found (name, hex, text ? text : "", length, copy);
  g_free (text);
  return TRUE;
}

static gboolean
read_folder (const char *folder, Copy *copy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = folder_files (folder, is_of_system, NULL, &error);
  gboolean is_good = files != NULL;

  if (files == NULL)
    complain ("%s", error->message);
  for (guint i = 0; files && i < files->len; i++) {
    g_autofree char *whole = g_build_filename (folder, files->pdata[i], NULL);
    is_good = add_one (whole, files->pdata[i], copy) && is_good;
  }
  return is_good;
}

static gboolean
read_copy (const char *path, Copy *copy)
{
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return read_folder (path, copy);
  if (archive_read (path, add_found, copy, &error))
    return TRUE;
  complain ("%s", error->message);
  return FALSE;
}

/* Prints what differs, in the order of names; how much it is. */
static guint
compare (GHashTable *wanted, GHashTable *found)
{
  g_autoptr (GPtrArray) names = compare_names (wanted, found);
  guint n = 0;

  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    const char *packed = g_hash_table_lookup (wanted, name);
    const char *now = g_hash_table_lookup (found, name);
    if (packed && now && strcmp (packed, now) == 0)
      continue;
    g_autofree char *shown = printable_copy (name, PRINTABLE_LINE);
    n++;
    printf ("%s %s\n", !now ? _ ("missing:") : !packed ? _ ("added:") : _ ("changed:"), shown);
  }
  return n;
}

static int
verify (Copy *copy)
{
  guint line;

  if (copy->sums == NULL) {
    complain (_ ("there is no SHA256SUMS here; “loa build --zip” packs a site with one"));
    return EXIT_USAGE;
  }
  g_autoptr (GHashTable) wanted = sums_read (copy->sums, copy->sums_length, &line);
  if (wanted == NULL) {
    complain (_ ("SHA256SUMS is damaged: line %u is not one of it"), line);
    return EXIT_CONTENT;
  }
  guint n = compare (wanted, copy->found);
  if (n > 0) {
    printf (
      ngettext ("%u file is not as it was packed\n", "%u files are not as they were packed\n", n),
      n);
    return EXIT_CONTENT;
  }
  printf (ngettext ("%u file is as it was packed\n", "all %u files are as they were packed\n",
                    g_hash_table_size (wanted)),
          g_hash_table_size (wanted));
  return EXIT_GOOD;
}

int
command_verify (int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  Copy copy = { .sums = NULL };
  int status = EXIT_SYSTEM;
  gboolean is_read = TRUE;

  if (!options_parse (entries, N_ ("FOLDER|ZIP…"),
                      N_ ("Says what was changed, is missing or was added in a copy of a site that "
                          "“loa build --zip” packed:\n"
                          "a folder into which all parts were unpacked, or all parts themselves."),
                      1, G_MAXINT, &argc, &argv))
    return EXIT_USAGE;
  copy.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (int i = 1; i < argc; i++)
    is_read = read_copy (argv[i], &copy) && is_read;
  if (is_read)
    status = verify (&copy);
  g_hash_table_unref (copy.found);
  g_free (copy.sums);
  return status;
}
