/* SPDX-License-Identifier: MIT */
/* loa diff: what changed between two sites, for the one who signs. A made site is compared as it
 * is; a folder that a site is made from stands for what a build makes of it now. */
#include "command/command.h"

#include "base/i18n.h"
#include "command/build.h"
#include "command/options.h"
#include "diff/report.h"

#include <errno.h>
#include <glib/gstdio.h>

typedef struct {
  char *page, *now;
  char **only;
} Options;

/* Deletes a folder that this program made. No link is followed. */
static void
delete_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *whole = g_build_filename (path, name, NULL);
    if (g_file_test (whole, G_FILE_TEST_IS_DIR) && !g_file_test (whole, G_FILE_TEST_IS_SYMLINK))
      delete_folder (whole);
    else
      g_unlink (whole);
  }
  g_rmdir (path);
}

static gboolean
is_source (const char *folder)
{
  g_autofree char *config = g_build_filename (folder, "content", "site.yaml", NULL);
  return g_file_test (config, G_FILE_TEST_EXISTS);
}

/* The folder with the made site: `folder` itself, or one in `work`. NULL with `status`. */
static char *
made_folder (const char *folder, const char *work, const char *name, Moment now, int *status)
{
  g_autofree char *out = g_build_filename (work, name, NULL);

  if (!is_source (folder))
    return g_strdup (folder);
  *status = build_quietly (folder, out, now);
  return *status == EXIT_GOOD ? g_steal_pointer (&out) : NULL;
}

/* To standard output, or into the file of --html. */
static int
say (const Difference *difference, const char *page_path)
{
  g_autoptr (GError) error = NULL;

  difference_print (difference, stdout);
  if (page_path == NULL)
    return EXIT_GOOD;
  g_autofree char *page = difference_page (difference);
  if (g_file_set_contents (page_path, page, -1, &error)) {
    printf (_ ("%s has it with the sheets side by side\n"), page_path);
    return EXIT_GOOD;
  }
  complain ("%s", error->message);
  return EXIT_SYSTEM;
}

static int
compare (const Options *options, const char *old, const char *new, const char *work, Moment now)
{
  int status = EXIT_GOOD;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = made_folder (old, work, "old", now, &status);
  g_autofree char *after = before ? made_folder (new, work, "new", now, &status) : NULL;

  if (after == NULL)
    return status;
  g_autoptr (Difference) difference = difference_new (before, after, options->only, &error);
  if (difference == NULL) {
    complain ("%s", error->message);
    return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? EXIT_USAGE : EXIT_SYSTEM;
  }
  difference_name (difference, old, new);
  return say (difference, options->page);
}

static int
run_with (const Options *options, const char *old, const char *new)
{
  g_autoptr (GError) error = NULL;
  Moment now;

  if (!options_parse_now (options->now, &now))
    return EXIT_USAGE;
  g_autofree char *work = g_dir_make_tmp ("loa-diff-XXXXXX", &error);
  if (work == NULL) {
    complain ("%s", error->message);
    return EXIT_SYSTEM;
  }
  int status = compare (options, old, new, work, now);
  delete_folder (work);
  return status;
}

int
command_diff (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "html", 0, 0, G_OPTION_ARG_FILENAME, &options.page,
      N_ ("write it to FILE, too, as a page with the sheets side by side"), N_ ("FILE") },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.only,
      N_ ("compare only files whose path matches GLOB"), N_ ("GLOB") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &options.now,
      N_ ("make sites for this moment (\"2026-03-05 05:30\")"), N_ ("TIME") },
    G_OPTION_ENTRY_NULL
  };

  if (!options_parse (entries, N_ ("OLD NEW"),
                      N_ ("Says which pages, sheets and words that are read aloud differ between "
                          "two sites: each a folder\nthat was made, or one that a site is made "
                          "from."),
                      2, 2, &argc, &argv))
    return EXIT_USAGE;
  int status = run_with (&options, argv[1], argv[2]);
  g_free (options.page);
  g_free (options.now);
  g_strfreev (options.only);
  return status;
}
