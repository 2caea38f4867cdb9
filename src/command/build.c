/* SPDX-License-Identifier: MIT */
/* loa build: load → plan → render → write. */
#include "command/command.h"

#include "base/i18n.h"
#include "base/parallel.h"
#include "base/regular.h"
#include "command/build.h"
#include "command/changes.h"
#include "command/forecast.h"
#include "command/options.h"
#include "command/preflight.h"
#include "command/surroundings.h"
#include "load/site.h"
#include "press/lasting.h"
#include "press/press.h"
#include "print/system_fonts.h"
#include "serve/watch.h"
#include "source-digest.h"
#include "write/archive.h"
#include "write/interrupt.h"
#include "write/packed.h"
#include "write/progress.h"
#include "write/writer.h"

#include <stdio.h>
#include <string.h>

typedef struct {
  char *site;
  char *out;
  char *now;
  char **only;
  char **offices;
  gboolean approved, drafts, dry_run, force, bundle, untrusted, no_sync, watch, zip, zip_no_kits,
    compress;
  gboolean quiet; /* say nothing but what stops the build */
  int n_threads;
  Moment *until; /* receives when the same content makes another site */
} Options;

typedef struct {
  const Options *options;
  const Site *site;
  const Press *press;
  const Plan *plan;
  const guint *order;     /* in which the jobs are done */
  guint n_first;          /* of them, after which it is known how much all is */
  const GPtrArray *paths; /* char *: those of the outputs, then of what is packed of them */
  const guint *twins;     /* by the outputs: where what is packed of them stands there; 0: none */
  Writer *writer;
  Progress *progress;
  Preflight *preflight;
  Digest digest;         /* of everything outputs share */
  Digest program_digest; /* of what makes them: the program, the fonts */
  const char *language;  /* of messages: notes are kept in the one they were made in */
  GError *error;         /* the first that kept a file from being written; under the lock */
  GMutex lock;
} Build;

/* --- one job --- */

static void
build_fail (Build *build, GError *error_take)
{
  g_mutex_lock (&build->lock);
  if (build->error == NULL)
    build->error = error_take;
  else
    g_error_free (error_take);
  g_mutex_unlock (&build->lock);
}

static gboolean
matches_any (char **globs, const char *text)
{
  for (; *globs; globs++)
    if (g_pattern_match_simple (*globs, text))
      return TRUE;
  return FALSE;
}

/* TRUE when the output is among those this run was asked for. */
static gboolean
is_selected (const Options *options, const Output *output)
{
  if (options->only && !matches_any (options->only, output->path))
    return FALSE;
  if (options->offices == NULL)
    return TRUE;
  gboolean is_of_office = output->document || output->product->scope == PRODUCT_OF_OFFICE;
  return is_of_office && matches_any (options->offices, output->office->id);
}

static gboolean
any_is_selected (const Plan *plan, char **only, char **offices)
{
  const Options asked = { .only = only, .offices = offices };

  for (guint i = 0; i < plan->outputs->len; i++)
    if (is_selected (&asked, &g_array_index (plan->outputs, Output, i)))
      return TRUE;
  return FALSE;
}

/* FALSE with a complaint when a pattern asks for nothing: it is misspelt. */
static gboolean
asks_for_something (const Options *options, const Plan *plan)
{
  for (char **glob = options->offices; glob && *glob; glob++)
    if (!any_is_selected (plan, NULL, (char *[]){ *glob, NULL })) {
      complain (_ ("no office that issues anything is called “%s”; write the id of a record in "
                   "content/offices.yaml, or a pattern such as “ubnd-*”"),
                *glob);
      return FALSE;
    }
  for (char **glob = options->only; glob && *glob; glob++)
    if (!any_is_selected (plan, (char *[]){ *glob, NULL }, NULL)) {
      complain (_ ("no file of the site matches “%s”; write a path as it is in the made site, or a "
                   "pattern such as “huong-dan/*.html”"),
                *glob);
      return FALSE;
    }
  if (options->only == NULL || options->offices == NULL
      || any_is_selected (plan, options->only, options->offices))
    return TRUE;
  complain (_ ("no file that --office asks for is among those of --only"));
  return FALSE;
}

/* Of everything the output is made from. */
static Digest
output_key (const Build *build, const Output *output)
{
  DigestState state;

  digest_start (&state);
  if (press_add_card (build->press, output, &state)) {
    digest_add (&state, &build->program_digest, sizeof build->program_digest);
    return digest_finish (&state);
  }
  digest_add (&state, &build->digest, sizeof build->digest);
  digest_add_text (&state, output->path);
  if (output->document)
    digest_add (&state, &output->document->digest, sizeof output->document->digest);
  for (guint i = 0; output->document && i < output->document->n_parts; i++)
    digest_add (&state, &output->document->parts[i]->digest, sizeof (Digest));
  press_add_to_key (build->press, output, &state);
  return digest_finish (&state);
}

/* What tells a language from others: a word of it. */
static const char *
language_of_messages (void)
{
  return _ ("warning");
}

/* --- packed texts --- */

/* The paths of the outputs, and behind them of what is packed of texts; `twins` receives where.
 * Caller unrefs. */
static GPtrArray *
list_paths (const Options *options, const Plan *plan, guint *twins)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->outputs->len; i++)
    g_ptr_array_add (paths, g_strdup (g_array_index (plan->outputs, Output, i).path));
  for (guint i = 0; options->compress && i < plan->outputs->len; i++) {
    const char *path = paths->pdata[i];
    if (!packed_is_text (path))
      continue;
    twins[i] = paths->len;
    for (guint packing = 0; packing < N_PACKINGS; packing++)
      g_ptr_array_add (paths, g_strconcat (path, packed_suffix (packing), NULL));
  }
  return paths;
}

static guint
n_twins (const Build *build, guint index)
{
  return build->twins[index] > 0 ? N_PACKINGS : 0;
}

static gboolean
twins_are_there (const Build *build, guint index, const Digest *key)
{
  for (guint i = 0; i < n_twins (build, index); i++)
    if (!writer_has (build->writer, build->twins[index] + i, key))
      return FALSE;
  return TRUE;
}

static gboolean
reuse_twin (Build *build, guint twin, const Digest *key)
{
  const char *note;
  return !build->options->force
         && writer_reuse (build->writer, twin, key, build->language, &note);
}

static void
put_twins (Build *build, guint index, const Digest *key, const char *text, gsize length)
{
  g_autoptr (GString) packed = g_string_new (NULL);

  for (guint i = 0; i < n_twins (build, index); i++) {
    GError *error = NULL;
    guint twin = build->twins[index] + i;
    if (reuse_twin (build, twin, key))
      continue;
    packed_make (i, text, length, packed);
    if (!writer_put (build->writer, twin, key, packed->str, packed->len, NULL, &error))
      build_fail (build, error);
  }
}

/* What is there already, also of what it is packed into; then what was said of it is said again,
 * because it is still true. */
static gboolean
reuse (Build *build, guint index, const Output *output, Report *report)
{
  Digest key = output_key (build, output);
  const char *note = NULL;

  if (!twins_are_there (build, index, &key)
      || !writer_reuse (build->writer, index, &key, build->language, &note))
    return FALSE;
  for (guint i = 0; i < n_twins (build, index); i++)
    reuse_twin (build, build->twins[index] + i, &key);
  if (note)
    report_recall (report, note);
  return TRUE;
}

/* Outputs of the job that have to be made, in the order to make them: those asked for that are not
 * there already. */
static void
resolve_outputs (Build *build, const Job *job, GArray *wanted, Report *report)
{
  g_autoptr (GArray) order = plan_job_order (build->plan, job);

  for (guint k = 0; k < order->len; k++) {
    guint i = g_array_index (order, guint, k);
    const Output *output = &g_array_index (build->plan->outputs, Output, i);
    if (!is_selected (build->options, output)) {
      writer_keep (build->writer, i);
      for (guint twin = 0; twin < n_twins (build, i); twin++)
        writer_keep (build->writer, build->twins[i] + twin);
      continue;
    }
    if (output->file || build->options->force || !reuse (build, i, output, report))
      g_array_append_val (wanted, i);
  }
}

static gboolean
any_needs_body (const Build *build, const GArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    if (output_needs_body (
          &g_array_index (build->plan->outputs, Output, g_array_index (wanted, guint, i))))
      return TRUE;
  return FALSE;
}

static void
put_output (Build *build, const PressJob *job, guint index, const GString *bytes, const char *note)
{
  const Output *output = &g_array_index (build->plan->outputs, Output, index);
  Digest key = output_key (build, output);
  GError *error = NULL;

  if (!writer_put (build->writer, index, &key, bytes->str, bytes->len, note, &error))
    build_fail (build, error);
  else
    put_twins (build, index, &key, bytes->str, bytes->len);
  if (error == NULL && output->product->form == PRODUCT_SHEET)
    preflight_add (build->preflight, output, press_job_facts (job, output),
                   press_job_fit (job, output));
}

/* The text of a file that was copied. */
static void
put_twins_of_file (Build *build, guint index, const char *source)
{
  gsize length;
  GError *error = NULL;

  if (n_twins (build, index) == 0)
    return;
  g_autofree char *text = regular_read (source, &length, &error);
  if (text == NULL) {
    build_fail (build, error);
    return;
  }
  Digest key = digest_of (text, length);
  put_twins (build, index, &key, text, length);
}

/* A file of the site: made anew, or copied. */
static void
put_file (Build *build, guint index, const Output *output, Report *report)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *source = NULL;
  GError *error = NULL;

  if (!press_file (build->press, output, &source, bytes, report))
    return;
  Digest key = digest_of (bytes->str, bytes->len);
  gboolean is_put =
    bytes->len > 0 ? writer_put (build->writer, index, &key, bytes->str, bytes->len, NULL, &error)
                   : writer_copy (build->writer, index, source, &error);
  if (!is_put)
    build_fail (build, error);
  else if (bytes->len > 0)
    put_twins (build, index, &key, bytes->str, bytes->len);
  else
    put_twins_of_file (build, index, source);
}

/* What is said of the output meanwhile is remembered with it, and what was said of the body it is
 * made from, in `body_note`, or NULL. */
static void
render_output (Build *build, PressJob *job, guint index, const char *body_note, GString *bytes,
               Report *report)
{
  const Output *output = &g_array_index (build->plan->outputs, Output, index);
  g_autoptr (Report) own = report_new ();

  if (output->file) {
    put_file (build, index, output, report);
    return;
  }
  g_string_truncate (bytes, 0);
  if (press_job_make (job, output, bytes, own)) {
    const char *of_body = output_needs_body (output) ? body_note : NULL;
    g_autofree char *note = report_note (own);
    g_autofree char *whole = of_body ? g_strconcat (of_body, note, NULL) : NULL;
    put_output (build, job, index, bytes, whole ? whole : note);
  }
  report_join (report, own);
}

static void
render_outputs (Build *build, PressJob *job, const GArray *wanted, const char *body_note,
                Report *report)
{
  g_autoptr (GString) bytes = g_string_sized_new (32768);

  for (guint i = 0; i < wanted->len; i++)
    render_output (build, job, g_array_index (wanted, guint, i), body_note, bytes, report);
}

static void
build_job (guint index, gpointer data, Report *report)
{
  Build *build = data;
  const Job *job = &g_array_index (build->plan->jobs, Job, build->order[index]);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint)); /* indices of outputs */
  g_autoptr (Report) of_body = report_new ();

  progress_step (build->progress,
                 g_array_index (build->plan->outputs, Output, job->first).path);
  if (interrupt_is_requested () || g_atomic_pointer_get (&build->error))
    return;
  resolve_outputs (build, job, wanted, report);
  if (wanted->len == 0)
    return;
  g_autoptr (PressJob) making =
    press_job_new (build->press, job, any_needs_body (build, wanted), of_body);
  g_autofree char *body_note = report_note (of_body);
  report_join (report, of_body);
  if (making)
    render_outputs (build, making, wanted, body_note, report);
}

/* --- how much it is --- */

/* "640 KB", "1.5 MB" or "78.1 GB" */
static char *
bytes_text (guint64 bytes)
{
  const guint64 megabyte = 1 << 20, gigabyte = 1 << 30;

  if (bytes < megabyte)
    return g_strdup_printf ("%.0f KB", bytes / 1024.0);
  return bytes < gigabyte ? g_strdup_printf ("%.1f MB", (double) bytes / megabyte)
                          : g_strdup_printf ("%.1f GB", (double) bytes / gigabyte);
}

static guint64
bytes_to_write (const Build *build)
{
  guint n = build->plan->outputs->len;
  g_autofree Forecast *outputs = g_new0 (Forecast, n + 1);

  for (guint i = 0; i < n; i++) {
    const Output *output = &g_array_index (build->plan->outputs, Output, i);
    Forecast *known = &outputs[i];
    if (!is_selected (build->options, output)) {
      known->is_there = TRUE;
      continue;
    }
    Digest key = output_key (build, output);
    gboolean is_kept = !build->options->force;
    known->is_known =
      writer_known_size (build->writer, i, is_kept ? &key : NULL, &known->size, &known->is_there);
    /* Files are kept by what is in them, which is too much to look at here. */
    if (output->file && known->is_known && is_kept)
      known->is_there |=
        output->width > 0 || output->file->picture.width > 0 || known->size == output->file->size;
  }
  return forecast_bytes (build->plan, outputs);
}

#define WORTH_SAYING (25 << 20) /* bytes */

/* FALSE with a complaint when the disk lacks the room even if of `bytes` only that many eighths
 * come to be: a build that would fail after an hour fails at its start. Where it is close, the disk
 * will tell. */
static gboolean
check_room (const Build *build, guint64 bytes, guint eighths)
{
  guint64 room = writer_room (build->writer);
  g_autofree char *wanted = bytes_text (bytes);
  g_autofree char *left = bytes_text (room);

  if (bytes / 8 * eighths <= room)
    return TRUE;
  complain (_ ("the disk has room for %s, and about %s are to be written; free some space, or "
               "send less: fewer documents to all offices, fewer kinds of sheets"),
            left, wanted);
  return FALSE;
}

static void
say_room (const Build *build, guint64 bytes)
{
  guint64 room = writer_room (build->writer);
  g_autofree char *wanted = bytes_text (bytes);
  g_autofree char *left = bytes_text (room);

  if (bytes <= WORTH_SAYING)
    return;
  if (room == G_MAXUINT64)
    printf (_ ("about %s are to be written\n"), wanted);
  else
    printf (_ ("about %s are to be written; the disk has room for %s\n"), wanted, left);
  fflush (stdout);
}

static void
build_rest (guint index, gpointer data, Report *report)
{
  Build *build = data;
  build_job (index + build->n_first, data, report);
}

/* FALSE after complaining that there is no room: told by what such files weigh, and more exactly
 * once the first kits are made. */
static gboolean
run_jobs (Build *build, Report *report)
{
  guint n = build->plan->jobs->len, n_threads = build->options->n_threads;
  g_autoptr (GArray) order = forecast_order (build->plan, &build->n_first);

  build->order = (const guint *) order->data;
  if (build->n_first > 0 && !check_room (build, bytes_to_write (build), 4))
    return FALSE;
  parallel_for (build->n_first, n_threads, build_job, build, report);
  guint64 bytes = bytes_to_write (build);
  if (!interrupt_is_requested () && build->error == NULL && !check_room (build, bytes, 7))
    return FALSE;
  if (!build->options->quiet)
    say_room (build, bytes);
  build->progress = progress_new (_ ("Making pages"), n - build->n_first);
  parallel_for (n - build->n_first, n_threads, build_rest, build, report);
  progress_free (build->progress);
  return TRUE;
}

/* --- the whole --- */

/* Everything that outputs share and that was not read as a part of the site: the program, the
 * options, fonts where there are sheets of paper, and the pictures, which are looked at when they
 * are needed. All of it counts for every output; what depends on what is not worth a mistake. */
static Digest
digest_of_surroundings (Build *build, const GPtrArray *files, DigestState *state)
{
  const Site *site = build->site;
  gint64 start_ns = writer_start_ns (build->writer);

  for (guint i = 0; i < files->len; i++)
    surroundings_add_file (state, site->root, files->pdata[i], start_ns);
  for (guint i = 0; i < site->files->len; i++)
    surroundings_add_file (state, site->root, g_array_index (site->files, SiteFile, i).path,
                           start_ns);
  return digest_finish (state);
}

static Digest
digest_of_program (Build *build, const GPtrArray *files)
{
  gint64 start_ns = writer_start_ns (build->writer);
  DigestState state;

  digest_start (&state);
  digest_add_text (&state, LOA_SOURCE_DIGEST);
  for (guint i = 0; i < files->len; i++)
    surroundings_add_file (&state, build->site->root, files->pdata[i], start_ns);
  return digest_finish (&state);
}

static gboolean
needs_fonts (const Plan *plan)
{
  for (guint i = 0; i < plan->outputs->len; i++)
    switch (g_array_index (plan->outputs, Output, i).product->form) {
    case PRODUCT_SHEET:
    case PRODUCT_PICTURE:
      return TRUE;
    case PRODUCT_PAGE:
    case PRODUCT_TEXT:
    case PRODUCT_XML:
    case PRODUCT_DRAWING:
    case PRODUCT_BYTES:
    case N_PRODUCT_FORMS:
      break;
    }
  return FALSE;
}

/* Before any photo is read: the library for them is loaded only when one is not kept from another
 * build, and must not make everything else look new. */
static GPtrArray *
list_program (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  surroundings_list_program (files);
  return files;
}

/* Adds to `files` those outside the site that its outputs depend on (char *), which the next build
 * looks at first. */
static void
list_surroundings (Build *build, GPtrArray *files)
{
  if (needs_fonts (build->plan))
    system_fonts_list (files);
  for (guint i = 0; i < files->len; i++)
    writer_add_input (build->writer, files->pdata[i]);
}

/* What must be the same for an output to be the same, besides the content and the moment. */
static char *
output_settings (const Options *options)
{
  g_autofree char *variables = surroundings_variables ();
  return g_strdup_printf ("loa %s %s; approved %d; drafts %d; untrusted %d; bundle %d; %s",
                          LOA_VERSION, LOA_SOURCE_DIGEST, options->approved, options->drafts,
                          options->untrusted, options->bundle, variables);
}

/* And for the whole: which outputs there are, and what is packed of them. */
static char *
settings_text (const Options *options)
{
  g_autofree char *of_outputs = output_settings (options);
  g_autofree char *only = options->only ? g_strjoinv ("\t", options->only) : g_strdup ("");
  g_autofree char *offices = options->offices ? g_strjoinv ("\t", options->offices) : g_strdup ("");
  return g_strdup_printf ("%s; compress %d; only %s; offices %s", of_outputs, options->compress,
                          only, offices);
}

static void
print_outcome (const Build *build)
{
  static const char marks[] = { [WRITER_OUTCOME_CHANGED] = '~', [WRITER_OUTCOME_ADDED] = '+' };
  const GPtrArray *removed = writer_removed (build->writer);

  for (guint i = 0; i < build->paths->len; i++) {
    WriterOutcome outcome = writer_outcome (build->writer, i);
    if (outcome == WRITER_OUTCOME_CHANGED || outcome == WRITER_OUTCOME_ADDED)
      printf ("%c %s\n", marks[outcome], (const char *) build->paths->pdata[i]);
  }
  for (guint i = 0; i < removed->len; i++)
    printf ("- %s\n", (const char *) removed->pdata[i]);
}

static void
print_summary (const Options *options, const WriterCounts *counts, guint n_warnings, gint64 start)
{
  g_autofree char *size = bytes_text (counts->n_bytes);
  double seconds = (g_get_monotonic_time () - start) / 1e6;

  if (n_warnings > 0)
    fprintf (stderr, ngettext ("%u warning\n", "%u warnings\n", n_warnings), n_warnings);
  printf (
    options->dry_run
      ? _ (
        "%s would have %u pages in %u files (%s): %u to write, %u to keep, %u to remove; %.2f s\n")
      : _ ("%s has %u pages in %u files (%s): %u written, %u kept, %u removed; %.2f s\n"),
    options->out, counts->n_pages, counts->n_written + counts->n_kept, size, counts->n_written,
    counts->n_kept, counts->n_removed, seconds);
}

/* When there are errors, prints all that was found and returns TRUE. */
static gboolean
stops_at_errors (const Options *options, const Report *report)
{
  if (report_n_errors (report) == 0)
    return FALSE;
  guint n = report_print (report, stderr).errors;
  if (options->quiet)
    complain (_ ("“%s” has errors, and nothing can be made of it"), options->site);
  else
    fprintf (stderr,
             ngettext ("%u error; “%s” stays as it is\n", "%u errors; “%s” stays as it is\n", n), n,
             options->out);
  return TRUE;
}

static int
fail_with (const GError *error)
{
  complain ("%s", error->message);
  return g_error_matches (error, WRITER_ERROR, WRITER_ERROR_CLASH) ? EXIT_CONTENT : EXIT_SYSTEM;
}

static int
commit (Build *build, const WriterRun *run, guint n_warnings, gint64 start)
{
  g_autoptr (GError) error = NULL;
  WriterCounts counts;

  if (!writer_commit (build->writer, run, &counts, &error))
    return fail_with (error);
  pictures_sweep (press_pictures (build->press));
  if (build->options->quiet)
    return EXIT_GOOD;
  const GPtrArray *warnings = writer_warnings (build->writer);
  for (guint i = 0; i < warnings->len; i++)
    complain ("%s", (const char *) warnings->pdata[i]);
  if (build->options->dry_run)
    print_outcome (build);
  preflight_print (build->preflight, stdout);
  if (!build->options->dry_run)
    changes_print (build->plan, build->writer, stdout);
  print_summary (build->options, &counts, n_warnings, start);
  return EXIT_GOOD;
}

/* Renders everything and writes it. */
static int
build_site (const Options *options, Site *site, const GPtrArray *templates, Writer *writer,
            WriterRun *run, Report *report, gint64 start)
{
  g_autofree char *work_folder = writer_work_folder (writer);
  const PressOptions pressing = { .work_folder = work_folder,
                                  .n_threads = options->n_threads,
                                  .has_bundles = options->bundle };
  g_autoptr (GPtrArray) surroundings = list_program ();
  g_autoptr (Press) press = press_new (site, &pressing, report);
  const Plan *plan = press_plan (press);
  g_autoptr (GError) error = NULL;

  press_check_templates (press, templates, report);
  lasting_check_codes (site, plan, report);
  if (report_n_errors (report) > 0)
    press_check_unrendered (press, report);
  if (stops_at_errors (options, report))
    return EXIT_CONTENT;
  if (!asks_for_something (options, plan))
    return EXIT_USAGE;

  g_autofree guint *twins = g_new0 (guint, plan->outputs->len + 1);
  g_autoptr (GPtrArray) paths = list_paths (options, plan, twins);
  if (!writer_plan (writer, (const char *const *) paths->pdata, paths->len, site->keep, &error))
    return fail_with (error);
  lasting_check_removed (writer_removed (writer), report);

  g_autoptr (Preflight) preflight = preflight_new ();
  Build build = { .options = options,
                  .site = site,
                  .press = press,
                  .plan = plan,
                  .paths = paths,
                  .twins = twins,
                  .writer = writer,
                  .preflight = preflight,
                  .language = run->language };
  list_surroundings (&build, surroundings);
  build.program_digest = digest_of_program (&build, surroundings);
  g_autofree char *settings = output_settings (options);
  digest_add_text (&site->digest, settings);
  build.digest = digest_of_surroundings (&build, surroundings, &site->digest);
  g_mutex_init (&build.lock);
  gboolean has_room = run_jobs (&build, report);
  g_mutex_clear (&build.lock);
  press_report_pages (press, report);

  g_autoptr (GError) write_error = build.error;
  if (!has_room)
    return EXIT_SYSTEM;
  if (write_error) {
    report_print (report, stderr);
    return fail_with (write_error);
  }
  if (stops_at_errors (options, report))
    return EXIT_CONTENT;
  guint n_warnings = options->quiet ? 0 : report_print (report, stderr).warnings;
  /* What was warned of is warned of again: such a site is looked at every time. */
  run->until = n_warnings > 0 ? run->now : site->until;
  *options->until = site->until;
  return commit (&build, run, n_warnings, start);
}

static void
refuse_templates (const GPtrArray *templates, Report *report)
{
  for (guint i = 0; i < templates->len; i++) {
    const Source named = { templates->pdata[i], "", 0 };
    report_error (report, &named, (Place){ 0, 0 },
                  _ ("move templates/ out of the folder; the built-in ones make its pages"),
                  _ ("templates are not taken from a folder that is not trusted"));
  }
}

/* All but the archive. */
static int
make_site (const Options *options, Moment now, Writer *writer, gint64 start)
{
  g_autofree char *settings = settings_text (options);
  WriterRun writer_run = { settings, language_of_messages (), now, G_MAXINT64 };
  LoadOptions loading = { now,   options->drafts,  options->n_threads, options->untrusted,
                          FALSE, options->approved };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GError) error = NULL;
  WriterCounts counts;

  if (!options->force && !options->dry_run && writer_is_current (writer, &writer_run, &counts)) {
    print_summary (options, &counts, 0, start);
    return EXIT_GOOD;
  }
  g_autoptr (Site) site = site_load (options->site, &loading, inputs, report, &error);
  if (site == NULL)
    return complain_site (error);
  site_list_templates (site, templates, inputs, report);
  if (options->untrusted)
    refuse_templates (templates, report);
  for (guint i = 0; i < inputs->len; i++)
    writer_add_input (writer, inputs->pdata[i]);
  return build_site (options, site, templates, writer, &writer_run, report, start);
}

static gboolean
packs (const Options *options)
{
  return (options->zip || options->zip_no_kits) && !options->dry_run;
}

/* The made site, as it stands there now. */
static int
pack (const Options *options)
{
  gsize length = strlen (options->out);
  g_autoptr (GError) error = NULL;
  ArchiveCounts counts;

  while (length > 1 && options->out[length - 1] == '/')
    length--;
  g_autofree char *file = g_strdup_printf ("%.*s.zip", (int) length, options->out);
  const ArchiveOptions packing = { options->out, file, ARCHIVE_MOST_BYTES, options->zip_no_kits };
  if (!archive_write (&packing, &counts, &error)) {
    complain ("%s", error->message);
    return EXIT_SYSTEM;
  }
  g_autofree char *size = bytes_text (counts.bytes);
  printf (ngettext ("%s: %u files (%s)\n", "%s: %u files (%s), in %u parts\n", counts.n_parts),
          file, counts.n_files, size, counts.n_parts);
  return EXIT_GOOD;
}

static int
run (const Options *options, Moment now)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *content = g_build_filename (options->site, "content", NULL);
  g_autofree char *template_folder = g_build_filename (options->site, "templates", NULL);
  g_autofree char *copied = g_build_filename (options->site, "static", NULL);
  g_autofree char *themes = g_build_filename (options->site, "themes", NULL);
  const char *const sources[] = { content, template_folder, copied, themes, NULL };
  WriterOptions writing = { .out = options->out,
                            .site = options->site,
                            .sources = sources,
                            .n_threads = options->n_threads,
                            .force = options->force,
                            .dry_run = options->dry_run,
                            .no_sync = options->no_sync };
  g_autoptr (GError) error = NULL;

  /* Before anything is made: the name of the site may be misspelt. */
  if (!site_check_folder (options->site, &error))
    return complain_site (error);
  g_autoptr (Writer) writer = writer_open (&writing, &error);
  if (writer == NULL)
    return fail_with (error);
  int status = make_site (options, now, writer, start);
  /* Nobody else exchanges the site as long as there is a writer, so that one site is packed. */
  return status == EXIT_GOOD && packs (options) ? pack (options) : status;
}

int
build_quietly (const char *site, const char *out, Moment now)
{
  Moment until;
  const Options options = {
    .site = (char *) site, .out = (char *) out, .no_sync = TRUE, .quiet = TRUE, .until = &until
  };

  return run (&options, now);
}

/* --- again and again --- */

typedef struct {
  Options *options;
  GMainLoop *loop;
} Watching;

static Moment
now_of (const Options *options)
{
  Moment now = g_get_real_time () / G_USEC_PER_SEC;

  if (options->now)
    moment_parse (options->now, &now); /* it was good */
  return now;
}

static void
build_again (G_GNUC_UNUSED const GPtrArray *changed, gpointer data)
{
  const Watching *watching = data;

  *watching->options->until = G_MAXINT64;
  run (watching->options, now_of (watching->options));
  fflush (stdout);
}

/* Looks for Ctrl-C, and whether the time of a document has come. */
static gboolean
look_at_clock (gpointer data)
{
  const Watching *watching = data;

  if (interrupt_is_requested ())
    g_main_loop_quit (watching->loop);
  else if (watching->options->now == NULL
           && now_of (watching->options) >= *watching->options->until)
    build_again (NULL, data);
  return G_SOURCE_CONTINUE;
}

/* Until Ctrl-C. What is wrong with the content stands there until it is mended; `status` is that of
 * the first build. */
static int
watch_and_build (Options *options, int status)
{
  static const char *const folders[] = { "content", "templates", "static", "themes", NULL };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watching watching = { options, loop };

  if (status == EXIT_USAGE || status == EXIT_SYSTEM)
    return status;
  G_GNUC_UNUSED g_autoptr (Watch) watch =
    watch_new (options->site, folders, build_again, &watching);
  guint clock = g_timeout_add (200, look_at_clock, &watching);
  fprintf (stderr, _ ("The site is made again whenever something in it changes; Ctrl-C ends.\n"));
  fflush (stdout);
  g_main_loop_run (loop);
  g_source_remove (clock);
  return EXIT_GOOD;
}

/* Once, or until Ctrl-C. */
static int
run_as_asked (Options *options)
{
  Moment now;

  if (!options_check_threads (options->n_threads) || !options_parse_now (options->now, &now))
    return EXIT_USAGE;
  interrupt_catch_signals ();
  int status = run (options, now);
  return options->watch ? watch_and_build (options, status) : status;
}

int
command_build (int argc, char **argv)
{
  Moment until = G_MAXINT64;
  Options options = { .until = &until };
  const GOptionEntry entries[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &options.out,
      N_ ("write the site to FOLDER (default: “out” in the site)"), N_ ("FOLDER") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options.n_threads,
      N_ ("work on N threads (default: one per processor)"), "N" },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.only,
      N_ ("make only files whose path matches GLOB; the others stay as they are"), N_ ("GLOB") },
    { "office", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.offices,
      N_ ("make only what offices matching GLOB issue"), N_ ("GLOB") },
    { "drafts", 0, 0, G_OPTION_ARG_NONE, &options.drafts,
      N_ ("with drafts, and documents whose time has not come"), NULL },
    { "approved", 0, 0, G_OPTION_ARG_NONE, &options.approved,
      N_ ("make only documents that were approved, and not changed since"), NULL },
    { "untrusted", 0, 0, G_OPTION_ARG_NONE, &options.untrusted,
      N_ ("the folder comes from somebody who is trusted less: no templates, no HTML, and doubts "
          "are errors"),
      NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, &options.now,
      N_ ("build for this moment (\"2026-03-05 05:30\")"), N_ ("TIME") },
    { "bundle", 0, 0, G_OPTION_ARG_NONE, &options.bundle,
      N_ ("with the leaflets and posters of each province in one file, for the print shop"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("say what would change, and write nothing"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force,
      N_ ("make everything again, and leave behind files that loa did not write"), NULL },
    { "watch", 0, 0, G_OPTION_ARG_NONE, &options.watch,
      N_ ("make it again whenever something in it changes, until Ctrl-C"), NULL },
    { "zip", 0, 0, G_OPTION_ARG_NONE, &options.zip,
      N_ ("pack the site for a USB stick too, beside its folder: out.zip"), NULL },
    { "zip-without-kits", 0, 0, G_OPTION_ARG_NONE, &options.zip_no_kits,
      N_ ("the same without what offices are sent"), NULL },
    { "compress", 0, 0, G_OPTION_ARG_NONE, &options.compress,
      N_ ("with each text packed beside it too, as servers send it: .gz and .br"), NULL },
    { "no-sync", 0, 0, G_OPTION_ARG_NONE, &options.no_sync,
      N_ ("do not wait until the disk has it; a power cut may then cost the site"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!options_parse (
        entries, N_ ("[SITE]"),
        N_ ("Makes the site in folder SITE (default: this folder) and all that leaves the office."),
        0, 1, &argc, &argv))
    return EXIT_USAGE;
  options.site = g_strdup (argc > 1 ? argv[1] : ".");
  if (options.out == NULL)
    options.out = g_build_filename (options.site, "out", NULL);
  int status = run_as_asked (&options);
  g_free (options.site);
  g_free (options.out);
  g_free (options.now);
  g_strfreev (options.only);
  g_strfreev (options.offices);
  return status;
}
