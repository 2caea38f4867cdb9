/* SPDX-License-Identifier: MIT */
#include "command/options.h"

#include "base/i18n.h"
#include "base/printable.h"
#include "command/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
complain (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_autofree char *shown = printable_copy (message, PRINTABLE_LINES);
  fprintf (stderr, "loa: %s\n", shown);
}

int
output_end (int status)
{
  errno = 0;
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  /* Commands that write nothing else say it themselves. */
  if (status != EXIT_SYSTEM)
    complain (_ ("standard output cannot be written: %s"), g_strerror (errno ? errno : EIO));
  return EXIT_SYSTEM;
}

/* GLib's own words in a help: its translations lag behind them, or are not installed. */
static void
print_help (GOptionContext *context)
{
  static const char *const words[] = { N_ ("Usage:"), N_ ("[OPTION…]"), N_ ("Options:") };
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  g_autoptr (GString) text = g_string_new (help);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_replace (text, words[i], _ (words[i]), 1);
  fputs (text->str, stdout);
}

/* The option that -letter means, when it takes a value. */
static const GOptionEntry *
find_valued (const GOptionEntry *entries, char letter)
{
  for (; entries->long_name; entries++)
    if (entries->short_name == letter && entries->arg != G_OPTION_ARG_NONE)
      return entries;
  return NULL;
}

/* GOption knows “-j 4” alone; everybody writes “-j4”. The words are borrowed. */
static GPtrArray *
split_values (const GOptionEntry *entries, int argc, char **argv)
{
  GPtrArray *words = g_ptr_array_new ();
  gboolean are_options = TRUE;

  for (int i = 0; i < argc; i++) {
    char *word = argv[i];
    are_options = are_options && strcmp (word, "--") != 0;
    if (are_options && word[0] == '-' && strlen (word) > 2 && find_valued (entries, word[1])) {
      const char letter[] = { '-', word[1], '\0' };
      g_ptr_array_add (words, (char *) g_intern_string (letter));
      word += 2;
    }
    g_ptr_array_add (words, word);
  }
  g_ptr_array_add (words, NULL);
  return words;
}

/* Takes the options out of the command line. GOption leaves the “--” there when what follows it
 * starts with “-”. */
static gboolean
take_options (GOptionContext *context, const GOptionEntry *entries, int *argc, char **argv,
              GError **error)
{
  g_autoptr (GPtrArray) words = split_values (entries, *argc, argv);
  char **rest = (char **) words->pdata;
  int n = words->len - 1;

  if (!g_option_context_parse (context, &n, &rest, error))
    return FALSE;
  gboolean are_options = TRUE;
  *argc = 0;
  for (int i = 0; i < n; i++) {
    gboolean is_end = are_options && strcmp (rest[i], "--") == 0;
    are_options = are_options && !is_end;
    if (!is_end)
      argv[(*argc)++] = rest[i];
  }
  argv[*argc] = NULL;
  return TRUE;
}

gboolean
options_parse_now (const char *text, Moment *now)
{
  *now = g_get_real_time () / G_USEC_PER_SEC;
  if (text == NULL || moment_parse (text, now) == DATE_GOOD)
    return TRUE;
  complain (_ ("“%s” is not a moment; write it like “2026-03-05 05:30”"), text);
  return FALSE;
}

gboolean
options_check_threads (int n_threads)
{
  if (n_threads >= 0 && n_threads <= 256)
    return TRUE;
  complain (_ ("the number of threads is between 1 and 256"));
  return FALSE;
}

gboolean
options_parse (const GOptionEntry *entries, const char *summary, const char *about, int least,
               int most, int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (summary);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup ((*argv)[0]);
  g_autofree char *program = g_strconcat ("loa ", name, NULL);
  gboolean wants_help = FALSE;
  const GOptionEntry help_entries[] = { { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help,
                                          N_ ("show this help"), NULL },
                                        G_OPTION_ENTRY_NULL };

  g_set_prgname (program);
  g_option_context_set_summary (context, about);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);
  if (!take_options (context, entries, argc, *argv, &error)) {
    complain ("%s", error->message);
  } else if (wants_help) {
    print_help (context);
    exit (output_end (EXIT_GOOD));
  } else if (*argc - 1 < least) {
    complain (_ ("%s: something is missing after “%s”"), name, program);
  } else if (*argc - 1 > most) {
    complain (_ ("%s: “%s” is one argument too many"), name, (*argv)[most + 1]);
  } else {
    return TRUE;
  }
  fprintf (stderr, _ ("Try “loa help %s”.\n"), name);
  return FALSE;
}

int
complain_site (const GError *error)
{
  complain ("%s", error->message);
  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? EXIT_USAGE : EXIT_SYSTEM;
}
