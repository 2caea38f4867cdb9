/* SPDX-License-Identifier: MIT */
/* loa: one source, every channel. This file finds the command; the commands are in command/. */
#include "base/i18n.h"
#include "command/command.h"
#include "command/options.h"

#include <libxml/parser.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  const char *name;
  int (*run) (int argc, char **argv);
  const char *about;
} Command;

static const Command commands[] = {
  { "build", command_build, N_ ("make the site and everything that leaves the office") },
  { "check", command_check, N_ ("find what an editor would mend") },
  { "fill", command_fill, N_ ("fill one template with data") },
  { "import", command_import, N_ ("make documents of Word files") },
  { "pictures", command_pictures, N_ ("list the drawings that documents can show by name") },
  { "qr", command_qr, N_ ("draw a QR code") },
  { "say", command_say, N_ ("turn written text into spoken words") },
  { "template", command_template, N_ ("list the built-in templates, or print one") },
  { "typeset", command_typeset, N_ ("make a PDF of one print page") },
  { "verify", command_verify, N_ ("say what was changed in a copy of a site") },
};

static const Command *
command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static void
print_usage (FILE *stream)
{
  fprintf (stream, _ ("Usage: loa COMMAND [OPTION…] [ARGUMENT…]\n\nCommands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-8s %s\n", commands[i].name, _ (commands[i].about));
  fprintf (stream, _ ("\n“loa help COMMAND” says more, “loa help outputs” what a document can "
                      "become; the manual page is loa(1).\n"));
}

/* loa help [COMMAND|outputs] */
static int
help (int argc, char **argv)
{
  if (argc < 2) {
    print_usage (stdout);
    return EXIT_GOOD;
  }
  if (strcmp (argv[1], "outputs") == 0) {
    outputs_print (stdout);
    return EXIT_GOOD;
  }
  const Command *command = command_find (argv[1]);
  if (command == NULL) {
    complain (_ ("there is no command “%s”"), argv[1]);
    print_usage (stderr);
    return EXIT_USAGE;
  }
  char *arguments[] = { (char *) command->name, (char *) "--help", NULL };
  return command->run (2, arguments);
}

/* Where the messages are: beside the program in build/, or where it was installed, wherever that is
 * now. */
static char *
locale_folder (void)
{
  static const char *const places[] = { "locale", "../share/locale" };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *beside = program ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; beside && i < G_N_ELEMENTS (places); i++) {
    g_autofree char *folder = g_build_filename (beside, places[i], NULL);
    if (g_file_test (folder, G_FILE_TEST_IS_DIR))
      return g_steal_pointer (&folder);
  }
  return g_strdup (LOA_LOCALE_DIR);
}

/* Messages come from the locale of the user; where that locale is not installed but its language
 * was asked for, from C.UTF-8 with that language, so that a bare Vietnamese machine still speaks
 * Vietnamese. */
static void
set_language (void)
{
  if (setlocale (LC_ALL, "") == NULL || strcmp (setlocale (LC_MESSAGES, NULL), "C") == 0) {
    const char *wanted = g_getenv ("LC_ALL");
    if (wanted == NULL || !*wanted)
      wanted = g_getenv ("LC_MESSAGES");
    if (wanted == NULL || !*wanted)
      wanted = g_getenv ("LANG");
    setlocale (LC_ALL, "C.UTF-8");
    const char *chosen = g_getenv ("LANGUAGE");
    if (wanted && g_str_has_prefix (wanted, "vi") && (chosen == NULL || !*chosen))
      g_setenv ("LANGUAGE", "vi", TRUE);
  }
  /* Numbers in what is written never follow the locale. */
  setlocale (LC_NUMERIC, "C");

  g_autofree char *folder = locale_folder ();
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Each document takes some hundred kilobytes and gives them back: they stay with the program, which
 * needs them again at once. */
static void
keep_memory (void)
{
  mallopt (M_TRIM_THRESHOLD, 64 * 1024 * 1024);
  mallopt (M_TOP_PAD, 1024 * 1024);
  mallopt (M_MMAP_THRESHOLD, 8 * 1024 * 1024);
}

static int
run (int argc, char **argv)
{
  if (argc < 2) {
    print_usage (stderr);
    return EXIT_USAGE;
  }
  if (strcmp (argv[1], "--version") == 0) {
    printf ("loa %s\n", LOA_VERSION);
    return EXIT_GOOD;
  }
  if (strcmp (argv[1], "help") == 0 || strcmp (argv[1], "--help") == 0)
    return help (argc - 1, argv + 1);

  const Command *command = command_find (argv[1]);
  if (command == NULL) {
    complain (_ ("there is no command “%s”"), argv[1]);
    print_usage (stderr);
    return EXIT_USAGE;
  }
  return command->run (argc - 1, argv + 1);
}

int
main (int argc, char **argv)
{
  keep_memory ();
  set_language ();
  xmlInitParser (); /* before there are threads */
  return output_end (run (argc, argv));
}
