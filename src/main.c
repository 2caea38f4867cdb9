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
  { "approve", command_approve, N_ ("say in a document who approved it as it is") },
  { "build", command_build, N_ ("make the site and everything that leaves the office") },
  { "check", command_check, N_ ("find what an editor would mend") },
  { "diff", command_diff, N_ ("say what changed between two sites, for the one who signs") },
  { "doctor", command_doctor, N_ ("say what this machine lacks, and what that means") },
  { "fill", command_fill, N_ ("fill one template with data") },
  { "import", command_import, N_ ("make documents of Word files") },
  { "new", command_new, N_ ("make a new site, or a document to write in") },
  { "pictures", command_pictures, N_ ("list the drawings that documents can show by name") },
  { "qr", command_qr, N_ ("draw a QR code") },
  { "say", command_say, N_ ("turn written text into spoken words") },
  { "template", command_template, N_ ("list the built-in templates, or print one") },
  { "serve", command_serve, N_ ("show the site in a browser while it is written") },
  { "translations", command_translations, N_ ("list what has no translation") },
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

/* What stands where, and what to do next, for somebody who has just got hold of the program. */
static void
print_first_steps (const char *program)
{
  printf (
    _ ("An office writes each text once, and loa makes everything of it that leaves the office:\n"
       "web pages, letters, leaflets, posters, scripts for loudspeakers.\n\n"));
  if (g_file_test ("content/site.yaml", G_FILE_TEST_EXISTS)) {
    if (g_file_test ("out/index.html", G_FILE_TEST_EXISTS))
      printf (_ ("  Look at it     out/index.html: open it in a browser; sheets and scripts are "
                 "beside it\n"));
    printf (
      _ ("  Write          the files in content/; “%s serve --open” shows them while you write\n"),
      program);
    printf (
      _ ("  New text       %s new ban-tin \"Tiêu đề\" (or huong-dan, cong-van, ke-hoach …)\n"),
      program);
    printf (_ ("  Make it        %s build: all of it into out/\n"), program);
  } else {
    printf (
      _ ("  Begin          %s new site my-site: asks whose it is, and makes a folder with one "
         "text of each kind\n"),
      program);
    printf (_ ("  Look at it     %s serve --open my-site: in a browser, while you write\n"),
            program);
    printf (_ ("  Make it        %s build my-site: all of it into my-site/out/\n"), program);
  }
  printf (_ ("  Something off  %s doctor says what this machine lacks\n"), program);
  printf (_ ("  All commands   %s help; the manual: docs/vi/README.md, or “man loa”\n"), program);
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
    print_first_steps (argc > 0 && strchr (argv[0], '/') ? argv[0] : "loa");
    return EXIT_GOOD;
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
