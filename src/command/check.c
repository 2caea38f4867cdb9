/* SPDX-License-Identifier: MIT */
/* loa check: what an editor-in-chief would find, and what a build would say. Everything is made
 * that would be made, but for the kits of others, and nothing is kept. */
#include "command/command.h"

#include "base/i18n.h"
#include "base/parallel.h"
#include "command/mending.h"
#include "command/online.h"
#include "command/options.h"
#include "editor/editor.h"
#include "editor/listing.h"
#include "load/body.h"
#include "load/site_source.h"
#include "load/site.h"
#include "press/press.h"

#include <string.h>

typedef struct {
  char *site, *format, *explain, *now;
  gboolean strict, upgrade, online, fix, write, drafts, untrusted, rules;
  int n_threads;
} Options;

typedef struct {
  const Site *site;
  Editor *editor;
  Mending *mending; /* or NULL */
  const Press *press;
  GHashTable *begun; /* Set<Document>: those that are read, or were; under the lock */
  GMutex lock;
} Check;

/* --- reading --- */

/* Signs from U+0300 to U+0323, in UTF-8. */
static const char *
find_sign_of_its_own (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; (p = memchr (p, 0xCC, (gsize) (end - p))) != NULL; p++)
    if ((guchar) p[1] >= 0x80 && (guchar) p[1] <= 0xA3)
      return p;
  return NULL;
}

/* Signs that stand behind the letter they belong to, in a file that is read as if they did not. */
static void
look_at_bytes (const Check *check, const Document *document, Report *report)
{
  g_autofree char *path = g_build_filename (check->site->root, document->path, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return;
  const char *found = find_sign_of_its_own (text, length);
  if (found == NULL || !g_utf8_validate (text, length, NULL))
    return;
  const Source source = { document->path, text, length };
  const Rule *rule = rule_find ("CODE-03");
  report_finding (report, rule->level, rule->code, &source,
                  source_place (&source, (gsize) (found - text)), 1,
                  _ ("“loa check --fix” composes them"),
                  _ ("a tone or hat is a sign of its own here, behind its letter"));
}

/* Each once, though something may be made of it in several places. */
static gboolean
begin_reading (Check *check, const Document *document)
{
  g_mutex_lock (&check->lock);
  gboolean is_first = g_hash_table_add (check->begun, (gpointer) document);
  g_mutex_unlock (&check->lock);
  return is_first;
}

static void
read_text (const Check *check, const Document *document, const Source *source, cmark_node *root,
           Report *report)
{
  look_at_bytes (check, document, report);
  GArray *edits = check->mending ? mending_edits (check->mending, document, source) : NULL;
  editor_read (check->editor, document, source, root, edits, report);
}

static void
read_made (const Document *document, const Source *source, cmark_node *root, gpointer data,
           Report *report)
{
  Check *check = data;

  if (begin_reading (check, document))
    read_text (check, document, source, root, report);
}

static void
read_document (guint index, gpointer data, Report *report)
{
  Check *check = data;
  const Site *site = check->site;
  const Document *document =
    index == site->documents->len ? site->home : site->documents->pdata[index];
  if (!begin_reading (check, document))
    return;
  g_autoptr (Source) reread = NULL;
  const Source *source = site_document_source (site, document, &reread, report);

  if (source == NULL || document->office == NULL)
    return;
  g_autoptr (Body) body = body_load (site, document, document->office, source, report);
  read_text (check, document, source, body ? body_root (body) : NULL, report);
}

/* Texts of which nothing is made stand in others, or wait. */
static void
read_rest (Check *check, guint n_threads, Report *report)
{
  const Site *site = check->site;

  parallel_for (site->documents->len + (site->home != NULL), n_threads, read_document, check,
                report);
}

/* --- making --- */

/* What is sent to another office differs from the document's own in names alone, and nothing can be
 * wrong with the index of the search that is not wrong with its documents. */
static gboolean
is_wanted (const Output *output)
{
  if (output->product->scope == PRODUCT_OF_INDEX)
    return FALSE;
  return !output->is_kit || output->document == NULL || output->office == output->document->office;
}

static void
look_at_file (const Check *check, const Output *output, GString *bytes, Report *report)
{
  g_autofree char *source = NULL;

  if (output->width == 0)
    press_file (check->press, output, &source, bytes, report);
}

/* What a job makes while it is under way. */
typedef struct {
  const Check *check;
  const Job *job;
  PressJob *pressing; /* NULL: not begun, or it could not be */
  gboolean is_begun;
  GString *bytes; /* of the last output; thrown away */
} Making;

static void
make_output (Making *making, const Output *output, Report *report)
{
  const Check *check = making->check;

  g_string_truncate (making->bytes, 0);
  if (output->file) {
    look_at_file (check, output, making->bytes, report);
    return;
  }
  if (!is_wanted (output))
    return;
  if (!making->is_begun)
    making->pressing = press_job_new (check->press, making->job, output->document != NULL, report);
  making->is_begun = TRUE;
  if (making->pressing)
    press_job_make (making->pressing, output, making->bytes, report);
}

static void
make_job (guint index, gpointer data, Report *report)
{
  const Check *check = data;
  const Plan *plan = press_plan (check->press);
  Making making = { .check = check,
                    .job = &g_array_index (plan->jobs, Job, index),
                    .bytes = g_string_new (NULL) };
  g_autoptr (GArray) order = plan_job_order (plan, making.job);

  for (guint i = 0; i < order->len; i++)
    make_output (&making, &g_array_index (plan->outputs, Output, g_array_index (order, guint, i)),
                 report);
  press_job_free (making.pressing);
  g_string_free (making.bytes, TRUE);
}

static void
make_all (const Check *check, guint n_threads, Report *report)
{
  parallel_for (press_plan (check->press)->jobs->len, n_threads, make_job, (gpointer) check,
                report);
  press_report_pages (check->press, report);
}

/* --- saying --- */

static int
finish (const Options *options, ListingFormat format, const Check *check, const Report *report)
{
  FILE *stream = options->fix ? stderr : stdout;

  if (check->mending && !mending_end (check->mending, check->site, options->write, stdout))
    return EXIT_SYSTEM;
  if (options->write)
    return EXIT_GOOD;
  ListingTotals totals = listing_print (report, check->site, format,
                                        options->upgrade  ? LISTING_UPGRADE
                                        : options->strict ? LISTING_STRICT
                                                          : LISTING_ALL,
                                        stream);
  if (format == LISTING_TEXT)
    listing_print_totals (&totals, check->site->documents->len, stream);
  return totals.errors > 0 ? EXIT_CONTENT : EXIT_GOOD;
}

static void
check_clear (Check *check)
{
  g_hash_table_unref (check->begun);
  g_mutex_clear (&check->lock);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

static int
check_site (const Options *options, ListingFormat format, Site *site, Report *report)
{
  g_autoptr (Mending) mending = options->fix ? mending_new () : NULL;
  g_autoptr (Editor) editor = editor_new (site, FALSE);
  g_auto (Check) check = {
    .site = site, .editor = editor, .mending = mending, .begun = g_hash_table_new (NULL, NULL)
  };
  g_mutex_init (&check.lock);
  const PressOptions pressing = { .n_threads = options->n_threads,
                                  .reader = read_made,
                                  .reader_data = &check };
  g_autoptr (Press) press = press_new (site, &pressing, report);
  /* Of a site that is not loaded whole, nothing can be made; its texts are read all the same. */
  gboolean is_whole = report_n_errors (report) == 0;

  check.press = press;
  if (is_whole && press_is_ready (press))
    make_all (&check, options->n_threads, report);
  else
    press_check_unrendered (press, report);
  read_rest (&check, options->n_threads, report);
  editor_compare (editor, report);
  if (options->online) {
    g_autoptr (GPtrArray) links = editor_outer_links (editor);
    online_check (links, report);
  }
  return finish (options, format, &check, report);
}

static int
run (const Options *options, ListingFormat format, Moment now)
{
  LoadOptions loading = { .now = now,
                          .drafts = options->drafts,
                          .n_threads = options->n_threads,
                          .untrusted = options->untrusted };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Site) site = site_load (options->site, &loading, inputs, report, &error);

  if (site)
    return check_site (options, format, site, report);
  return complain_site (error);
}

/* --- the command --- */

static int
explain (const char *code)
{
  const Rule *rule = rule_find (code);

  if (rule == NULL) {
    complain (_ ("there is no rule “%s”; “loa check --rules” lists them"), code);
    return EXIT_USAGE;
  }
  listing_explain (rule, stdout);
  return EXIT_GOOD;
}

static gboolean
read_format (const char *text, ListingFormat *format)
{
  static const char *const words[] = {
    [LISTING_TEXT] = "text", [LISTING_JSON] = "json", [LISTING_SARIF] = "sarif"
  };

  for (guint i = 0; text && i < G_N_ELEMENTS (words); i++)
    if (strcmp (text, words[i]) == 0) {
      *format = i;
      return TRUE;
    }
  if (text)
    complain (_ ("“%s” is not a format; write text, json or sarif"), text);
  return text == NULL;
}

static int
run_with (const Options *options)
{
  ListingFormat format = LISTING_TEXT;
  Moment now;

  if (options->explain)
    return explain (options->explain);
  if (options->rules) {
    listing_rules (stdout);
    return EXIT_GOOD;
  }
  if (!options_check_threads (options->n_threads))
    return EXIT_USAGE;
  if (options->write && !options->fix) {
    complain (_ ("--write goes with --fix"));
    return EXIT_USAGE;
  }
  if (options->online && options->untrusted) {
    complain (_ ("a folder that is trusted less does not say where this machine calls: leave "
                 "--online or --untrusted out"));
    return EXIT_USAGE;
  }
  if (!read_format (options->format, &format) || !options_parse_now (options->now, &now))
    return EXIT_USAGE;
  return run (options, format, now);
}

int
command_check (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("print for people, as a list of objects, or as SARIF (default: text)"),
      "text|json|sarif" },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict, N_ ("warnings are errors"), NULL },
    { "upgrade", 0, 0, G_OPTION_ARG_NONE, &options.upgrade,
      N_ ("list only what a site of the former version has to mend, in order"), NULL },
    { "online", 0, 0, G_OPTION_ARG_NONE, &options.online,
      N_ ("also try the links to other hosts: this machine asks there, and remembers it"), NULL },
    { "fix", 0, 0, G_OPTION_ARG_NONE, &options.fix, N_ ("show how what is certain would be mended"),
      NULL },
    { "write", 0, 0, G_OPTION_ARG_NONE, &options.write, N_ ("with --fix: mend it"), NULL },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &options.explain,
      N_ ("say why there is the rule CODE, and where it is written"), N_ ("CODE") },
    { "rules", 0, 0, G_OPTION_ARG_NONE, &options.rules, N_ ("list all rules"), NULL },
    { "drafts", 0, 0, G_OPTION_ARG_NONE, &options.drafts,
      N_ ("with drafts, and documents whose time has not come"), NULL },
    { "untrusted", 0, 0, G_OPTION_ARG_NONE, &options.untrusted,
      N_ ("the folder comes from somebody who is trusted less: no templates, no HTML, and doubts "
          "are errors"),
      NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options.n_threads,
      N_ ("work on N threads (default: one per processor)"), "N" },
    { "now", 0, 0, G_OPTION_ARG_STRING, &options.now,
      N_ ("check for this moment (\"2026-03-05 05:30\")"), N_ ("TIME") },
    G_OPTION_ENTRY_NULL
  };

  if (!options_parse (
        entries, N_ ("[SITE]"),
        N_ ("Reads the site in folder SITE (default: this folder) as an editor would, and says "
            "what to mend."),
        0, 1, &argc, &argv))
    return EXIT_USAGE;
  options.site = g_strdup (argc > 1 ? argv[1] : ".");
  int status = run_with (&options);
  g_free (options.site);
  g_free (options.format);
  g_free (options.explain);
  g_free (options.now);
  return status;
}
