/* SPDX-License-Identifier: MIT */
/* loa say: written text in, spoken words out. */
#include "command/command.h"
#include "command/options.h"

#include "base/i18n.h"
#include "load/builtin.h"
#include "speech/speech.h"

#include <stdio.h>
#include <string.h>

/* Syllables a minute of a station that does not say. */
#define USUAL_PACE 200

typedef struct {
  gboolean by_lines;
  gboolean with_time;
} SayOptions;

/* Calls `each` for every line of the source, without its end. A last line without an end is a line.
 */
typedef void (*EachLine) (const char *line, gsize length, guint number, gpointer data);

static void
lines_visit (const Source *source, EachLine each, gpointer data)
{
  const char *end = source->text + source->length;
  guint number = 1;

  for (const char *line = source->text; line < end; number++) {
    const char *newline = memchr (line, '\n', end - line);
    const char *line_end = newline ? newline : end;
    each (line, line_end - line, number, data);
    line = newline ? newline + 1 : end;
  }
}

typedef struct {
  Speech *speech;
  gboolean by_lines;
  GString *out;
} Sayer;

static void
learn_line (const char *line, gsize length, guint number, gpointer data)
{
  (void)number;
  speech_learn (((Sayer *)data)->speech, line, length);
}

static void
say_line (const char *line, gsize length, guint number, gpointer data)
{
  const Sayer *sayer = data;

  if (sayer->by_lines) {
    speech_forget (sayer->speech);
    speech_learn (sayer->speech, line, length);
  }
  speech_say_line (sayer->speech, line, length, (Place){ number, 1 }, sayer->out);
  g_string_append_c (sayer->out, '\n');
}

static void
print_time (const GString *spoken)
{
  guint syllables = speech_syllables (spoken->str, spoken->len);
  guint seconds = (syllables * 60 + USUAL_PACE - 1) / USUAL_PACE;

  printf (_ ("%u syllables, %u:%02u minutes at %u syllables a minute\n"), syllables, seconds / 60,
          seconds % 60, USUAL_PACE);
}

static int
say_source (const Source *source, const SayOptions *options)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Lexicon) lexicon = lexicon_new (built_in, NULL, NULL, report);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (Speech) speech = speech_new (lexicon, NULL, source, report);
  Sayer sayer = { speech, options->by_lines, out };

  if (!options->by_lines)
    lines_visit (source, learn_line, &sayer);
  lines_visit (source, say_line, &sayer);
  gboolean is_written = fwrite (out->str, 1, out->len, stdout) == out->len;
  if (options->with_time)
    print_time (out);
  report_print (report, stderr);
  if (!is_written || fflush (stdout) != 0)
    return EXIT_SYSTEM;
  return report_n_errors (report) > 0 ? EXIT_CONTENT : EXIT_GOOD;
}

int
command_say (int argc, char **argv)
{
  SayOptions say = { FALSE, FALSE };
  const GOptionEntry entries[] = {
    { "lines", 0, 0, G_OPTION_ARG_NONE, &say.by_lines,
      N_ ("Say each line by itself, one line for each"), NULL },
    { "time", 0, 0, G_OPTION_ARG_NONE, &say.with_time,
      N_ ("Add the syllables and the time they take"), NULL },
    { 0 },
  };
  g_autoptr (GError) error = NULL;

  if (!options_parse (entries, N_ ("[FILE]"), N_ ("Turn written text into spoken words."), 0, 1,
                      &argc, &argv))
    return EXIT_USAGE;
  gboolean is_stdin = argc < 2 || strcmp (argv[1], "-") == 0;
  g_autoptr (Source) source =
    source_read (is_stdin ? "/dev/stdin" : argv[1], is_stdin ? "-" : argv[1], &error);
  if (source == NULL) {
    complain ("%s", error->message);
    return EXIT_SYSTEM;
  }
  return say_source (source, &say);
}
