/* SPDX-License-Identifier: MIT */
/* loa say: written text in, spoken words out. */
#include "command/command.h"
#include "command/options.h"

#include "base/i18n.h"
#include "load/body.h"
#include "load/builtin.h"
#include "load/site.h"
#include "load/yaml.h"
#include "speech/breath.h"
#include "speech/flatten.h"
#include "speech/legacy.h"
#include "speech/script.h"
#include "speech/ssml.h"
#include "text/sentence.h"

#include <stdio.h>
#include <string.h>

typedef struct {
  gboolean by_lines, with_marks, with_time, as_ssml, converts;
  SsmlVersion version;
  const char *office;
  const char *voice; /* of its station, or NULL */
} SayOptions;

/* Bytes of what was said that are kept before they are written: a long text is not kept twice. */
#define MOST_KEPT 65536

/* What is said, and how it comes out. */
typedef struct {
  const SayOptions *options;
  const Lexicon *lexicon;
  Speech *speech;
  GString *spoken; /* of the paragraph at hand */
  GArray *spans;   /* SpeechSpan, of the same */
  GString *out;
  guint syllables;
} Sayer;

static void
emit_sentences (Sayer *sayer)
{
  const char *spoken = sayer->spoken->str;

  for (gsize start = 0; spoken[start];) {
    gsize end = sentence_end (spoken, sayer->spoken->len, start);
    g_autofree char *sentence = sentence_copy (spoken + start, end - start);
    g_string_append_printf (sayer->out, "%s\n", sentence);
    for (start = end; spoken[start] == ' ';)
      start++;
  }
  g_string_append_c (sayer->out, '\n');
}

/* Whether it went well is asked at the end. */
static void
write_out (GString *out)
{
  fwrite (out->str, 1, out->len, stdout);
  g_string_truncate (out, 0);
}

/* The paragraph was said; `written` is what it was made of. A line of the input is one of the
 * output. */
static void
emit (Sayer *sayer, const char *written, gboolean is_line)
{
  const SpeechSpan *spans = (const SpeechSpan *) sayer->spans->data;

  if (sayer->options->with_time)
    sayer->syllables += speech_syllables (sayer->spoken->str, sayer->spoken->len);
  if (sayer->options->as_ssml) {
    g_autoptr (GArray) pieces =
      pieces_cut (sayer->lexicon, sayer->spoken->str, spans, sayer->spans->len, written, TRUE);
    ssml_paragraph (sayer->out, pieces);
  } else if (sayer->options->with_marks) {
    g_autofree char *marked =
      breath_mark (sayer->lexicon, sayer->spoken->str, spans, sayer->spans->len, TRUE);
    g_string_append_printf (sayer->out, "%s\n", marked);
  } else if (is_line) {
    g_string_append_len (sayer->out, sayer->spoken->str, sayer->spoken->len);
    g_string_append_c (sayer->out, '\n');
  } else {
    emit_sentences (sayer);
  }
  if (sayer->out->len >= MOST_KEPT)
    write_out (sayer->out);
}

static void
say_text (Sayer *sayer, const SpeechText *text)
{
  gboolean needs_spans = sayer->options->as_ssml || sayer->options->with_marks;

  g_string_truncate (sayer->spoken, 0);
  g_array_set_size (sayer->spans, 0);
  speech_say (sayer->speech, text, sayer->spoken, needs_spans ? sayer->spans : NULL);
}

/* --- plain text: each line is a paragraph --- */

/* Called for every line without its end. A last line without an end is a line. */
typedef void (*EachLine) (Sayer *sayer, const char *line, gsize length, guint number);

static void
lines_visit (const Source *source, EachLine each, Sayer *sayer)
{
  const char *end = source->text + source->length;
  guint number = 1;

  for (const char *line = source->text; line < end; number++) {
    const char *newline = memchr (line, '\n', end - line);
    const char *line_end = newline ? newline : end;
    each (sayer, line, line_end - line, number);
    line = newline ? newline + 1 : end;
  }
}

static void
learn_line (Sayer *sayer, const char *line, gsize length, guint number)
{
  (void) number;
  speech_learn (sayer->speech, line, length);
}

static void
say_line (Sayer *sayer, const char *line, gsize length, guint number)
{
  const SpeechPlace place = { 0, { number, 1 } };
  const SpeechText text = { line, length, &place, 1 };

  if (sayer->options->by_lines) {
    speech_forget (sayer->speech);
    speech_learn (sayer->speech, line, length);
  }
  say_text (sayer, &text);
  emit (sayer, line, TRUE);
}

static void
say_lines (Sayer *sayer, const Source *source)
{
  if (!sayer->options->by_lines)
    lines_visit (source, learn_line, sayer);
  lines_visit (source, say_line, sayer);
}

/* --- Markdown --- */

typedef struct {
  gsize offset;
  guint line;
  gboolean is_guide;
} BodyStart;

/* Behind the front matter, if there is any. */
static BodyStart
find_body (const Source *source)
{
  BodyStart start = { 0, 1, FALSE };
  g_autoptr (Report) ignored = report_new ();
  const char *end =
    g_str_has_prefix (source->text, "---\n") ? strstr (source->text + 3, "\n---\n") : NULL;

  if (end == NULL)
    return start;
  start.offset = end - source->text + strlen ("\n---\n");
  start.line = source_place (source, start.offset).line;
  g_autoptr (YamlNode) node = yaml_parse (source, 4, end + 1 - (source->text + 4), 2, ignored);
  const YamlNode *kind = node ? yaml_find (node, "kind") : NULL;
  if (node && kind == NULL)
    kind = yaml_find (node, "loại");
  start.is_guide = kind && kind->text
                   && (strcmp (kind->text, "guide") == 0 || strcmp (kind->text, "hướng dẫn") == 0);
  return start;
}

static void
say_markdown (Sayer *sayer, const Source *source, Report *report)
{
  BodyStart start = find_body (source);
  g_autoptr (Body) body = body_parse (source, start.offset, start.line, start.is_guide, report);
  cmark_node *root = body ? body_root (body) : NULL;
  g_autoptr (GArray) paragraphs =
    flatten_body (root, sayer->lexicon, source, start.offset, start.line);

  for (guint i = 0; i < paragraphs->len; i++) {
    const FlatParagraph *paragraph = &g_array_index (paragraphs, FlatParagraph, i);
    speech_learn (sayer->speech, paragraph->text, strlen (paragraph->text));
  }
  for (guint i = 0; i < paragraphs->len; i++) {
    const FlatParagraph *paragraph = &g_array_index (paragraphs, FlatParagraph, i);
    if (paragraph->is_silent)
      continue;
    const SpeechText text = { paragraph->text, strlen (paragraph->text),
                              (const SpeechPlace *) paragraph->places->data,
                              paragraph->places->len };
    say_text (sayer, &text);
    sentence_close (sayer->spoken, 0, paragraph->leads_on);
    emit (sayer, paragraph->text, FALSE);
  }
}

/* --- the command --- */

static void
print_time (guint syllables, guint pace)
{
  guint seconds = (syllables * 60 + pace / 2) / pace;

  fprintf (stderr, _ ("%u syllables, %u:%02u minutes at %u syllables a minute\n"), syllables,
           seconds / 60, seconds % 60, pace);
}

/* The text as it was meant, unsaid. */
static void
convert_source (const Source *source, GString *out)
{
  gsize offset;
  LegacyEncoding encoding = legacy_find (source->text, source->length, &offset);
  g_autofree char *meant = legacy_convert (source->text, source->length, encoding);
  g_string_append (out, meant);
}

/* Says the source into `out`, of which much is written at once; `site` (or NULL) has the lexicon.
 */
static guint
say_source (const Source *source, const Site *site, const Reading *reading,
            const SayOptions *options, GString *out, Report *report)
{
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Lexicon) lexicon = lexicon_new (built_in, site ? site->lexicon : NULL, NULL, report);
  g_autoptr (Speech) speech = speech_new (lexicon, reading, source, report);
  Sayer sayer = { .options = options,
                  .lexicon = lexicon,
                  .speech = speech,
                  .spoken = g_string_new (NULL),
                  .spans = g_array_new (FALSE, FALSE, sizeof (SpeechSpan)),
                  .out = out };

  const char *voice = options->version == SSML_1_0 ? options->voice : NULL;
  if (options->as_ssml)
    ssml_begin (out, options->version);
  if (options->as_ssml && voice)
    ssml_voice_begin (out, voice);
  if (!options->by_lines && g_str_has_suffix (source->path, ".md"))
    say_markdown (&sayer, source, report);
  else
    say_lines (&sayer, source);
  if (options->as_ssml && voice)
    ssml_voice_end (out);
  if (options->as_ssml)
    ssml_end (out);
  g_string_free (sayer.spoken, TRUE);
  g_array_unref (sayer.spans);
  return sayer.syllables;
}

/* The site in this folder, for the station of an office and the lexicon. NULL with a complaint. */
static Site *
load_site (const char *office)
{
  const LoadOptions load = { .now = g_get_real_time () / G_USEC_PER_SEC, .drafts = TRUE };
  g_autoptr (Report) report = report_new ();
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (Site) site = site_load (".", &load, inputs, report, &error);

  if (site == NULL) {
    complain ("%s", error->message);
    return NULL;
  }
  if (site_office (site, office) == NULL) {
    complain (_ ("the site in this folder has no office “%s”"), office);
    return NULL;
  }
  return g_steal_pointer (&site);
}

static int
say_file (const char *path, SayOptions *options)
{
  gboolean is_stdin = path == NULL || strcmp (path, "-") == 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (Source) source =
    source_read (is_stdin ? "/dev/stdin" : path, is_stdin ? "-" : path, &error);

  if (source == NULL) {
    complain ("%s: %s", is_stdin ? "-" : path, error->message);
    return error->domain == G_CONVERT_ERROR ? EXIT_CONTENT : EXIT_SYSTEM;
  }
  g_autoptr (Site) site = options->office ? load_site (options->office) : NULL;
  if (options->office && site == NULL)
    return EXIT_USAGE;
  const Reading *reading = site ? &site_office (site, options->office)->station.reading : NULL;

  options->voice = site ? site_office (site, options->office)->station.voice : NULL;
  guint syllables = 0;
  if (options->converts)
    convert_source (source, out);
  else
    syllables = say_source (source, site, reading, options, out, report);
  write_out (out);
  gboolean is_written = fflush (stdout) == 0 && !ferror (stdout);
  report_print (report, stderr);
  if (options->with_time)
    print_time (syllables, script_pace (reading));
  if (!is_written)
    complain (_ ("the spoken text could not be written"));
  return !is_written ? EXIT_SYSTEM : report_n_errors (report) > 0 ? EXIT_CONTENT : EXIT_GOOD;
}

/* "--ssml" without a version is the newest: GLib has no option whose argument may be left out. */
static void
complete_version (int argc, char **argv)
{
  static char newest[] = "--ssml=1.1";

  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--ssml") == 0
        && (i + 1 == argc || !g_ascii_isdigit (argv[i + 1][0]) || strlen (argv[i + 1]) > 4))
      argv[i] = newest;
}

int
command_say (int argc, char **argv)
{
  SayOptions say = { 0 };
  g_autofree char *office = NULL;
  g_autofree char *version = NULL;
  const GOptionEntry entries[] = {
    { "lines", 0, 0, G_OPTION_ARG_NONE, &say.by_lines,
      N_ ("say each line by itself, one line for each"), NULL },
    { "marks", 0, 0, G_OPTION_ARG_NONE, &say.with_marks, N_ ("mark where to breathe: / // ///"),
      NULL },
    { "time", 0, 0, G_OPTION_ARG_NONE, &say.with_time,
      N_ ("print the syllables and the time they take"), NULL },
    { "convert", 0, 0, G_OPTION_ARG_NONE, &say.converts,
      N_ ("write the text itself in Unicode, whatever encoding it is in"), NULL },
    { "ssml", 0, 0, G_OPTION_ARG_STRING, &version, N_ ("write SSML for synthesisers"), "1.0|1.1" },
    { "office", 0, 0, G_OPTION_ARG_STRING, &office, N_ ("read as the station of this office does"),
      N_ ("ID") },
    { 0 },
  };

  complete_version (argc, argv);
  if (!options_parse (entries, N_ ("[FILE]"), N_ ("Turns written text into spoken words."), 0, 1,
                      &argc, &argv))
    return EXIT_USAGE;
  if (version && strcmp (version, "1.0") != 0 && strcmp (version, "1.1") != 0) {
    complain (_ ("SSML has no version “%s”"), version);
    return EXIT_USAGE;
  }
  say.as_ssml = version != NULL;
  say.version = g_strcmp0 (version, "1.0") == 0 ? SSML_1_0 : SSML_1_1;
  say.office = office;
  return say_file (argc > 1 ? argv[1] : NULL, &say);
}
