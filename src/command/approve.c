/* SPDX-License-Identifier: MIT */
/* loa approve: who signs says so in the document, with a digest of what was approved. */
#include "command/command.h"

#include "base/i18n.h"
#include "command/options.h"
#include "load/approval.h"

#include <string.h>

typedef struct {
  char *position, *now;
} Options;

static int
approve (const char *path, const char *position, Date date)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error)) {
    complain ("%s", error->message);
    return EXIT_USAGE;
  }
  g_autoptr (Source) source = source_read (path, path, NULL);
  g_autofree char *digest = source ? approval_digest (source) : NULL;
  g_autofree char *signed_text =
    digest ? approval_sign (text, length, digest, position, date) : NULL;
  if (signed_text == NULL) {
    complain (_ ("“%s” is no document: it has no front matter in UTF-8"), path);
    return EXIT_CONTENT;
  }
  /* Beside the file first, and onto the disk: a power cut leaves the old one or the new one. */
  if (!g_file_set_contents_full (path, signed_text, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                 &error)) {
    complain ("%s", error->message);
    return EXIT_SYSTEM;
  }
  printf (_ ("%s: approved by “%s” on %02u/%02u/%u\n"), path, position, date.day, date.month,
          date.year);
  return EXIT_GOOD;
}

static int
run_with (const Options *options, int n, char **paths)
{
  Moment now;
  int status = EXIT_GOOD;

  if (options->position == NULL || *options->position == '\0'
      || strpbrk (options->position, "\"\\\n")) {
    complain (_ ("say who approves: --as \"Chánh Văn phòng\""));
    return EXIT_USAGE;
  }
  if (!options_parse_now (options->now, &now))
    return EXIT_USAGE;
  for (int i = 0; i < n; i++) {
    int one = approve (paths[i], options->position, date_of_moment (now));
    status = MAX (status, one);
  }
  return status;
}

int
command_approve (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = { { "as", 0, 0, G_OPTION_ARG_STRING, &options.position,
                                     N_ ("the position of who approves"), N_ ("POSITION") },
                                   { "now", 0, 0, G_OPTION_ARG_STRING, &options.now,
                                     N_ ("approve on this day (\"2026-03-05 05:30\")"),
                                     N_ ("TIME") },
                                   G_OPTION_ENTRY_NULL };

  if (!options_parse (entries, N_ ("FILE…"),
                      N_ ("Writes into each document FILE who approved it, when, and a digest of "
                          "what was approved."),
                      1, 1000, &argc, &argv))
    return EXIT_USAGE;
  int status = run_with (&options, argc - 1, argv + 1);
  g_free (options.position);
  g_free (options.now);
  return status;
}
