/* SPDX-License-Identifier: MIT */
/* One row for each kind of data a product may want: the function that fills its template, or makes
 * its bytes. All else a product is stands in the table of products. */
#include "render/renderer.h"

#include "base/i18n.h"
#include "model/document_facts.h"
#include "print/paint/line_map.h"
#include "render/broadcast_log.h"
#include "render/broadcasts.h"
#include "render/bundle.h"
#include "render/card.h"
#include "render/details.h"
#include "render/fitting.h"
#include "render/excerpt.h"
#include "render/fragment.h"
#include "render/html/body.h"
#include "render/index_pages.h"
#include "render/list_pages.h"
#include "render/post.h"
#include "render/qr.h"
#include "render/share.h"
#include "render/quantities.h"
#include "render/sheet.h"
#include "render/tokens.h"
#include "render/view.h"
#include "speech/ssml.h"
#include "text/fill.h"
#include "word/letter.h"
#include "word/script_docx.h"

#include <string.h>

static void
set_qr (const Renderer *renderer, Value *map, const char *url)
{
  const Value *shared = url ? g_hash_table_lookup (renderer->codes, url) : NULL;

  if (shared)
    value_set_shared (map, "qr", shared);
  else
    value_set (map, "qr", view_qr (renderer->site, url));
}

/* No two pages have the same description: that of a document is its summary or its first words.
 * Caller frees. */
static char *
describe (const PageContext *page)
{
  const RenderJob *job = page->job;

  if (page->output->product->form != PRODUCT_PAGE)
    return g_strdup (job->document->summary);
  if (page->output->product->scope == PRODUCT_OF_KIT)
    return text_fill (site_text (page->renderer->site, job->document->lang, "kit_description"),
                      "office", page->output->office->name, "title", job->document->title, NULL);
  return job->document->summary || job->body == NULL ? g_strdup (job->document->summary)
                                                     : excerpt_of_body (job->body);
}

/* What pages and sheets show of a document alike. */
static void
set_document (PageContext *page)
{
  RenderJob *job = page->job;

  if (job->document_view == NULL) {
    job->document_view = view_document (page->renderer->site, page->renderer->plan, job->document);
    g_autofree char *own = site_url (page->renderer->site, job->document->href);
    set_qr (page->renderer, job->document_view, job->document->manual);
    value_set_text (job->document_view, "page",
                    document_has_page (job->document) ? job->document->href : NULL);
    value_set_bool (job->document_view, "is_own_manual",
                    own && g_strcmp0 (own, job->document->manual) == 0);
    details_set (job->document_view, page->renderer->site, job->document, page->output->office,
                 job->document->co_issuer
                   ? g_hash_table_lookup (page->renderer->offices, job->document->co_issuer)
                   : NULL);
  }
  g_autofree char *description = describe (page);
  page_set (page, job->document->title, description, job->document->lang);
  value_set_shared (page->data, "document", job->document_view);
}

static void
reader_free (gpointer data)
{
  Reader *reader = data;
  announcer_free (reader->announcer);
  script_views_free (reader->views);
  g_free (reader);
}

static Reader *
borrow_reader (const Renderer *renderer)
{
  Reader *reader = pool_borrow (renderer->readers);

  if (reader == NULL) {
    g_assert (renderer->lexicon);
    reader = g_new (Reader, 1);
    *reader = (Reader){ announcer_new (renderer->lexicon), script_views_new () };
  }
  return reader;
}

/* Made once for all that is made of it. */
static const Script *
job_script (RenderJob *job, Report *report)
{
  if (job->script == NULL) {
    job->reader = borrow_reader (job->renderer);
    const FactScope scope =
      document_scope (job->renderer->site, job->document, job->outputs->office);
    job->script = script_new (job->reader->announcer, job->document, &scope, job->body,
                              job->facts && body_facts_differ (job->facts), job->source, report);
  }
  return job->script;
}

static gboolean
prints_script (const RenderJob *job)
{
  for (guint i = 0; i < job->n_outputs; i++)
    if (job->outputs[i].product->data == PRODUCT_DATA_SCRIPT_SHEET)
      return TRUE;
  return FALSE;
}

static const Value *
script_of_output (RenderJob *job, const Output *output, Report *report)
{
  if (job->script_view == NULL) {
    const Script *script = job_script (job, report);
    const ScriptViewOptions options = { job->renderer->has_lines, prints_script (job) };
    job->script_view = script_view (job->reader->views, script, output, options);
  }
  return job->script_view;
}

static void
fill_script (PageContext *page)
{
  set_document (page);
  value_set_shared (page->data, "script", script_of_output (page->job, page->output, page->report));
}

/* --- sheets of paper --- */

/* What hangs on a wall is read from 3 m away, and no more than a sentence of it. */
static void
check_title (const RenderJob *job, const Output *output, Report *report)
{
  const Document *document = job->document;
  const Source named = { document->path, "", 0 };
  guint most = output->product->most_title_words;
  g_auto (GStrv) words =
    g_strsplit (document->poster_title ? document->poster_title : document->title, " ", -1);
  guint n = g_strv_length (words);

  if (most > 0 && n > most)
    report_warning (report, &named, (Place){ 0, 0 },
                    _ ("shorten the title, or leave out the poster"),
                    _ ("the title has %u words; a poster is read up to %u"), n, most);
}

static void
fill_sheet (PageContext *page)
{
  RenderJob *job = page->job;
  Value *print = value_map ();

  set_document (page);
  fitting_fill (page);
  value_set_shared (page->data, "sheet", job_sheet_view (job));
  value_set_bool (print, "bleed", (output_print_options (page->output) & 1u << PRINT_BLEED) != 0);
  value_set_bool (print, "is_sparing",
                  (output_print_options (page->output) & 1u << PRINT_SPARING) != 0);
  value_set (page->data, "print", print);
}

static void
fill_script_sheet (PageContext *page)
{
  fill_script (page);
  fill_sheet (page);
}

static gboolean render_source (RenderJob *job, const Output *output, GString *out, Report *report);
static const char *template_name (const Output *output);
static gboolean differs (const RenderJob *job);
static void speak_for (RenderJob *job, const Office *office);

/* The page of a sheet as XHTML, set as the job says. */
static gboolean
measure_output (const Value *fit, Measured *measured, guint n, gpointer data)
{
  const Fitting *fitting = data;
  g_autoptr (GString) page = g_string_sized_new (16384);
  g_autoptr (Report) report = report_new ();

  fitting->job->fit = fit;
  gboolean is_good = render_source (fitting->job, fitting->output, page, report);
  fitting->job->fit = NULL;
  const Source source = { fitting->output->path, page->str, page->len };
  return is_good
         && paper_measure (fitting->job->renderer->paper, fitting->output, &source, measured, n,
                           NULL);
}

/* How the document is set for its own office; found by whoever needs it first. */
static Fitted
fit_of_document (RenderJob *job, const Output *output)
{
  Renderer *renderer = (Renderer *) job->renderer;
  char digest[DIGEST_HEX_LENGTH + 1];
  digest_to_hex (&output->document->digest, digest);
  g_autofree char *key =
    g_strjoin ("\n", output->document->path, digest, template_name (output), NULL);
  Output own = { .product = output->product,
                 .path = output->path,
                 .document = output->document,
                 .office = output->document->office };

  g_mutex_lock (&renderer->lock);
  const Fitted *known = g_hash_table_lookup (renderer->fits, key);
  Fitted fitted = known ? *known : (Fitted){ 0 };
  g_mutex_unlock (&renderer->lock);
  if (known)
    return fitted;
  RenderJob *of_office = render_job_new (renderer, &own, 1, job->body, job->facts, job->source);
  gboolean is_other = own.office != output->office && differs (job);
  if (is_other)
    speak_for (of_office, own.office);
  fitted = fitting_find (&(Fitting){ of_office, &own, measure_output });
  render_job_free (of_office);
  if (is_other)
    speak_for (job, output->office);
  g_mutex_lock (&renderer->lock);
  g_hash_table_insert (renderer->fits, g_steal_pointer (&key), g_memdup2 (&fitted, sizeof fitted));
  g_mutex_unlock (&renderer->lock);
  return fitted;
}

/* Sets a sheet as its document is set. FALSE when it has to be set by itself: it has another
 * template, or its text is another for its office, and of other pieces or another length. */
static gboolean
set_as_document (RenderJob *job, const Output *output, Fitted *fitted)
{
  const Templates *templates = job->renderer->templates;
  const Office *issuer = output->document->office;
  const char *name = template_name (output);

  if (output->is_kit
      && templates_get (templates, issuer, name) != templates_get (templates, output->office, name))
    return FALSE;
  *fitted = fit_of_document (job, output);
  if (!output->is_kit || !differs (job))
    return TRUE;
  const PiecesShape shape = fitting_shape (job);
  return fitted->outcome.is_good && pieces_are_alike (&fitted->shape, &shape);
}

static gboolean
print_sheet (RenderJob *job, const Output *output, const Value *fit, GString *out,
             SheetFacts *facts, Report *report)
{
  g_autoptr (GString) page = g_string_sized_new (16384);

  job->fit = fit;
  gboolean is_good = render_source (job, output, page, report);
  job->fit = NULL;
  const Source source = { output->path, page->str, page->len };
  sheet_facts_clear (facts);
  *facts = (SheetFacts){ .pdf.lines = job->renderer->has_lines ? line_map_new () : NULL };
  return is_good
         && paper_print (job->renderer->paper, output, &source, job->source, out, facts, report);
}

/* TRUE when nothing is wrong with a sheet but that it came out larger than its paper after all, and
 * nobody asked for it. */
static gboolean
may_be_left_out (const Output *output, const Printed *printed, const Report *own)
{
  return !output->document->chooses_products && printed->facts.n_outside > 0
         && report_n_errors (own) == printed->facts.n_outside;
}

static void
leave_out (const Output *output, Printed *printed, Report *report)
{
  const Source named = { output->document->path, "", 0 };
  g_autofree char *file = g_path_get_basename (output->path);

  printed->is_left_out = TRUE;
  report_warning (report, &named, (Place){ 0, 0 },
                  _ ("shorten the text, or name the sheets you want in “outputs” (“đầu ra”)"),
                  _ ("%s does not fit its paper; it is left out"), file);
}

/* A kit is set as its document, unless its letterhead or its text leaves less room. */
static gboolean
print_fitted (RenderJob *job, const Output *output, GString *out, Printed *printed, Report *report)
{
  gsize before = out->len;
  Fitted fitted;
  gboolean is_alike = set_as_document (job, output, &fitted);
  if (!is_alike)
    fitted = fitting_find (&(Fitting){ job, output, measure_output });

  gboolean is_tight = FALSE; /* what no loop measures (who helps, who issues it) was too long */
  for (guint i = 0; i < 3; i++) {
    g_autoptr (Report) own = report_new ();
    printed->fit = fitted.outcome;
    if (!fitted.outcome.is_good) {
      printed->is_left_out = fitting_complain (job, output, &fitted.outcome, report);
      return FALSE;
    }
    g_autoptr (Value) fit = fitting_view (job, output, &fitted.choice);
    value_set_bool (fit, "is_tight", is_tight);
    gboolean is_good = print_sheet (job, output, fit, out, &printed->facts, own);
    gboolean is_over = printed->facts.pdf.n_pages > output->product->most_pages
                       || printed->facts.n_unsafe > 0 || printed->facts.n_overfull > 0;
    if (i == 0 && is_over && output->is_kit && is_alike) {
      g_string_truncate (out, before);
      fitted = fitting_find (&(Fitting){ job, output, measure_output });
      continue;
    }
    if (!is_good && printed->facts.n_outside > 0 && !is_tight) {
      g_string_truncate (out, before);
      is_tight = TRUE;
      continue;
    }
    if (!is_good && may_be_left_out (output, printed, own)) {
      leave_out (output, printed, report);
      return FALSE;
    }
    fitting_advise (job, output, &fitted.choice, report);
    report_join (report, own);
    return is_good;
  }
  return FALSE;
}

static gboolean
render_sheet (RenderJob *job, const Output *output, GString *out, Report *report)
{
  Printed *printed = &job->printed[output - job->outputs];
  gsize before = out->len;

  if (job->document)
    check_title (job, output, report);
  printed->is_left_out = FALSE;
  if (output->product->fit == FIT_AS_IT_IS
        ? !print_sheet (job, output, NULL, out, &printed->facts, report)
        : !print_fitted (job, output, out, printed, report))
    return FALSE;
  printed->size = out->len - before;
  if (output->product->is_lead && printed->sha256 == NULL)
    printed->sha256 = g_compute_checksum_for_data (
      G_CHECKSUM_SHA256, (const guchar *) out->str + before, printed->size);
  return TRUE;
}

/* A sheet that was not made in this run is made once more to be measured: the same input gives the
 * same bytes. */
static const Printed *
printed_sheet (PageContext *page, const Output *output)
{
  RenderJob *job = page->job;
  g_autoptr (GString) bytes = NULL;

  if (job->printed[output - job->outputs].size == 0
      && !job->printed[output - job->outputs].is_left_out) {
    bytes = g_string_sized_new (65536);
    if (!render_sheet (job, output, bytes, page->report))
      return NULL;
  }
  return &job->printed[output - job->outputs];
}

/* What a file is called that is offered; NULL when it is none. Caller frees. */
static char *
file_title (const Site *site, const Output *output)
{
  if (output->product->title == NULL)
    return NULL;
  const char *key = output->product->text;
  const char *title = key ? site_text (site, output->document->lang, key) : output->product->title;
  if (!output->product->is_titled_by_kind)
    return g_strdup (title);
  g_autofree char *kind = site_kind_text (site, output->document);
  return g_strjoin (" ", kind, title, NULL);
}

/* How many copies of a sheet the office is to get; NULL when nobody says. Caller frees. */
static char *
copies_of (const Output *output)
{
  const Office *office = output->office;

  for (guint i = 0; output->is_kit && i < office->n_quantities; i++)
    if (office->quantities[i].products & product_bit (output->product))
      return g_strdup_printf ("%u", office->quantities[i].n);
  return NULL;
}

/* The other outputs of the job, with what they are called. */
static Value *
view_downloads (PageContext *page)
{
  const RenderJob *job = page->job;
  Value *list = value_list ();

  for (guint i = 0; i < job->n_outputs; i++) {
    const Output *output = &job->outputs[i];
    g_autofree char *title = file_title (page->renderer->site, output);
    if (title == NULL)
      continue;
    const Printed *printed =
      output->product->form == PRODUCT_SHEET ? printed_sheet (page, output) : NULL;
    if (job->printed[i].is_left_out)
      continue;
    Value *download = view_download (title, output->path, printed ? printed->size : 0,
                                     printed ? printed->facts.pdf.n_pages : 0);
    value_set_text_take (download, "copies", copies_of (output));
    view_list_add (list, download);
  }
  view_list_end (list, value_length (list));
  return list;
}

/* A letter has its PDF above it. */
static Value *
view_pdf (PageContext *page)
{
  const RenderJob *job = page->job;

  for (guint i = 0; i < job->n_outputs; i++)
    if (job->outputs[i].product->is_lead) {
      const Printed *printed = printed_sheet (page, &job->outputs[i]);
      if (printed == NULL)
        return value_null ();
      Value *pdf =
        view_download (NULL, job->outputs[i].path, printed->size, printed->facts.pdf.n_pages);
      value_set_text (pdf, "sha256", printed->sha256);
      return pdf;
    }
  return value_null ();
}

/* From these on a page has a list of what is in it: so many headings, or fewer in so many bytes. */
#define HEADINGS_OF_MANY 6
#define HEADINGS_OF_LONG 3
#define BYTES_OF_LONG    6000

static gboolean
has_variants (const Value *contents)
{
  guint n = 0;

  for (guint i = 0; i < value_length (contents); i++)
    n += value_is_truthy (value_find (value_item (contents, i), "is_variant"));
  return n > 1;
}

static void
set_body (PageContext *page)
{
  RenderJob *job = page->job;
  Value *contents = value_list ();
  gsize length;

  job->html = page_body (page, job->document->kind, contents);
  value_get_text (job->html, &length);
  guint n = value_length (contents);
  view_list_end (contents, n);
  gboolean is_long = n >= HEADINGS_OF_MANY || (n >= HEADINGS_OF_LONG && length >= BYTES_OF_LONG);
  gboolean is_wanted = has_variants (contents) || is_long;
  value_set (job->document_view, "body", job->html);
  value_set_bool (job->document_view, "has_variants", has_variants (contents));
  value_set_bool (job->document_view, "is_long", is_long);
  value_set (job->document_view, "contents", is_wanted ? contents : value_list ());
  if (!is_wanted)
    value_free (contents);
}

/* The page of a document, with its text. */
static void
fill_document (PageContext *page)
{
  RenderJob *job = page->job;

  set_document (page);
  if (job->document->kind == KIND_LETTER)
    sheet_set_letter (job->document_view, job->renderer->site, job->document, job->body,
                      job->renderer->has_lines);
  else
    set_body (page);
  value_set (job->document_view, "pdf", view_pdf (page));
  value_set (job->document_view, "downloads", view_downloads (page));
}

static void
fill_kit (PageContext *page)
{
  set_document (page);
  value_set (page->job->document_view, "downloads", view_downloads (page));
}

static void
fill_post (PageContext *page)
{
  set_document (page);
  post_set (page);
}

static void
fill_card (PageContext *page)
{
  set_document (page);
  card_set (page);
}

/* --- what is filled --- */

/* The way from the output to the root of the site. A page that is shown at any address names it
 * from the host on. */
static char *
root_of (const Site *site, const Output *output)
{
  if (output->product->is_anywhere) {
    g_autoptr (GUri) uri =
      site->base_url ? g_uri_parse (site->base_url, G_URI_FLAGS_NONE, NULL) : NULL;
    return g_strdup (uri ? g_uri_get_path (uri) : "/");
  }
  GString *root = g_string_new (NULL);
  for (const char *p = output->path; (p = strchr (p, '/')) != NULL; p++)
    g_string_append (root, "../");
  return g_string_free (root, FALSE);
}

static const char *
section_of (const Output *output)
{
  if (output->section)
    return output->section->id;
  return output->document ? output->document->section : "";
}

static char *
frame_key (const Site *site, const Output *output)
{
  g_autofree char *root = root_of (site, output);
  const SiteLanguage *language = site_language (site, output_lang (output));
  return g_strdup_printf ("%s\n%s\n%s", language ? language->code : "", root, section_of (output));
}

static const char *
template_name (const Output *output)
{
  return output->product->template ? output->product->template
                                   : document_kind_template (output->document->kind);
}

/* What stands between the marks of the language a product is written in. */
static const TemplateEscape escapes[] = {
  [PRODUCT_PAGE] = template_escape_html,    [PRODUCT_SHEET] = template_escape_html,
  [PRODUCT_TEXT] = template_escape_none,    [PRODUCT_XML] = template_escape_html,
  [PRODUCT_BYTES] = template_escape_none,   [PRODUCT_PICTURE] = template_escape_html,
  [PRODUCT_DRAWING] = template_escape_html,
};
G_STATIC_ASSERT (G_N_ELEMENTS (escapes) == N_PRODUCT_FORMS);

/* That of the campaign, which all who speak for it have in common; else that of the office. */
static void
set_colour (Value *data, const Output *output, const Value *office)
{
  const Campaign *campaign = output->document ? output->document->campaign : NULL;

  if (campaign && campaign->colour) {
    value_set_text (data, "colour", campaign->colour);
    value_set_text_take (data, "colour_class", view_colour_class (campaign->colour));
  } else {
    value_set_shared (data, "colour", value_find (office, "colour"));
    value_set_shared (data, "colour_class", value_find (office, "colour_class"));
  }
}

/* What sheets are coloured with: what a kit's office has none for is that of who sends it. */
static void
set_tokens (Value *data, const Output *output)
{
  const Value *colour = value_find (data, "colour");
  const char *sent = output->document ? output->document->office->colour : NULL;

  if (output->product->form == PRODUCT_SHEET)
    value_set (data, "tokens",
               tokens_view (value_is_truthy (colour) ? value_get_text (colour, NULL) : sent));
}

static gboolean
render_template (RenderJob *job, const Output *output, void (*fill) (PageContext *page),
                 GString *out, Report *report)
{
  const Renderer *renderer = job->renderer;
  const Template *template =
    templates_get (renderer->templates, output->office, template_name (output));

  if (template == NULL)
    return FALSE;
  g_autoptr (Value) data = value_map ();
  g_autofree char *key = frame_key (renderer->site, output);
  PageContext page = { renderer, job, output, report, data };
  const Value *office = g_hash_table_lookup (renderer->offices, output->office);
  value_set_shared (data, "office", office);
  set_colour (data, output, office);
  set_tokens (data, output);
  fill (&page);
  if (output->product->form == PRODUCT_PAGE)
    share_set (&page);
  const Value *frame = g_hash_table_lookup (renderer->frames, key);
  TemplateEscape escape = escapes[output->product->form];
  RenderTrace *trace = job->trace;
  if (trace)
    trace->source = template_trace (template, frame, data, escape, trace->offset, &trace->place);
  return !trace && template_fill (template, frame, data, escape, out, report);
}

/* --- what is not --- */

static gboolean
render_qr (RenderJob *job, const Output *output, GString *out, Report *report)
{
  const Document *document = output->document;
  const Value *shared = g_hash_table_lookup (job->renderer->codes, document->manual);
  const Value *file = shared ? value_find (shared, "file") : NULL;

  if (file) {
    gsize length;
    const char *text = value_get_text (file, &length);
    g_string_append_len (out, text, (gssize) length);
    g_string_append_c (out, '\n');
    return TRUE;
  }
  g_autoptr (QrCode) code = qr_new_uri (document->manual, job->renderer->site->qr_ecc);
  Source named = { document->path, "", 0 };

  if (code == NULL) {
    report_error (report, &named, (Place){ 0, 0 }, _ ("use a shorter address"),
                  _ ("the address of the manual is too long for a QR code"));
    return FALSE;
  }
  qr_svg (code, document->manual, out);
  g_string_append_c (out, '\n');
  return TRUE;
}

static gboolean
render_ssml (RenderJob *job, G_GNUC_UNUSED const Output *output, GString *out, Report *report)
{
  ssml_script (out, job_script (job, report));
  return TRUE;
}

typedef struct {
  const Paper *paper;
  const Output *output;
} LetterFiles;

static gboolean
letter_picture (const char *address, double width, double height, LetterPicture *picture,
                gpointer data)
{
  const LetterFiles *files = data;

  picture->bytes = paper_picture (files->paper, files->output, html_from_root (address), width,
                                  height, &picture->width, &picture->height);
  return picture->bytes != NULL;
}

static gboolean
has_table (cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node))
    if (body_role (node) == BODY_TABLE || has_table (node))
      return TRUE;
  return FALSE;
}

/* A Word file counts its pages and shares out its tables as the sheet of the letter does: `sheet`,
 * as it would be planned, where it stands alone. FALSE of another file. */
static gboolean
letter_sheet (const Output *output, Output *sheet)
{
  *sheet = *output;
  if (output->product->data != PRODUCT_DATA_LETTER_DOCX)
    return FALSE;
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (product->form == PRODUCT_SHEET && product->only_for == output->product->only_for) {
      sheet->product = product;
      return TRUE;
    }
  return FALSE;
}

/* Rows for what `contents` lists, behind the others. */
static void
measure_contents (const Value *contents, GArray *rows)
{
  for (guint i = 0; i < value_length (contents); i++) {
    const Measured row = { .id = value_find_text (value_item (contents, i), "id") };
    g_array_append_val (rows, row);
  }
}

/* What of a letter is seen only when it is on paper. */
typedef struct {
  GHashTable *pages; /* id of what contents list → the page where it stands */
  GArray *facts;     /* TableFacts, which own what `tables` point to; or NULL */
  GArray *tables;    /* LetterTable */
} LetterOnPaper;

static void
letter_on_paper_clear (LetterOnPaper *letter)
{
  g_hash_table_unref (letter->pages);
  g_array_unref (letter->tables);
  if (letter->facts)
    g_array_unref (letter->facts);
}

static void
take_tables (LetterOnPaper *letter)
{
  for (guint i = 0; letter->facts && i < letter->facts->len; i++) {
    const TableFacts *facts = &g_array_index (letter->facts, TableFacts, i);
    const LetterTable table = { facts->size, facts->is_wide, facts->columns };
    g_array_append_val (letter->tables, table);
  }
}

/* The caller clears it. */
static LetterOnPaper
letter_on_paper (RenderJob *job, const Output *output)
{
  LetterOnPaper letter = { .pages = g_hash_table_new (g_str_hash, g_str_equal),
                           .tables = g_array_new (FALSE, FALSE, sizeof (LetterTable)) };
  const Value *view = job_sheet_view (job), *appendices = value_find (view, "appendices");
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Measured));
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (Report) report = report_new ();
  Output sheet;

  if (!(output->document->has_contents || has_table (job->body)) || !letter_sheet (output, &sheet)
      || !render_source (job, &sheet, page, report))
    return letter;
  measure_contents (value_find (view, "contents"), rows);
  for (guint i = 0; i < value_length (appendices); i++)
    measure_contents (value_find (value_item (appendices, i), "contents"), rows);
  const Source source = { sheet.path, page->str, page->len };
  Measured *measured = (Measured *) rows->data;
  paper_measure (job->renderer->paper, &sheet, &source, measured, rows->len, &letter.facts);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (letter.pages, (gpointer) measured[i].id,
                         GUINT_TO_POINTER (measured[i].page));
  take_tables (&letter);
  return letter;
}

/* The same lines and pictures as on the sheet. */
static gboolean
render_letter_docx (RenderJob *job, const Output *output, GString *out,
                    G_GNUC_UNUSED Report *report)
{
  const Value *view = job_sheet_view (job);
  LetterOnPaper letter = letter_on_paper (job, output);
  g_autoptr (Value) form = view_letter (job->renderer->site, job->document);
  g_autofree char *contacts = view_contacts_line (output->office);
  LetterFiles files = { job->renderer->paper, output };
  const LetterLines lines = { .form = form,
                              .contacts = *contacts ? contacts : NULL,
                              .contents = value_find (view, "contents"),
                              .appendices = value_find (view, "appendices"),
                              .pages = letter.pages,
                              .tables = letter.tables,
                              .picture = letter_picture,
                              .data = &files };

  letter_docx (job->document, &lines, job->body, out);
  letter_on_paper_clear (&letter);
  return TRUE;
}

/* The same words as on the sheet. */
static gboolean
render_script_docx (RenderJob *job, const Output *output, GString *out, Report *report)
{
  script_docx (job->document, script_of_output (job, output, report), out);
  return TRUE;
}

static gboolean
render_ssml_parts (RenderJob *job, G_GNUC_UNUSED const Output *output, GString *out, Report *report)
{
  ssml_parts (out, job_script (job, report));
  return TRUE;
}

static gboolean
render_machine_text (RenderJob *job, G_GNUC_UNUSED const Output *output, GString *out,
                     Report *report)
{
  machine_text (out, job_script (job, report), job->renderer->site->machine_letters);
  return TRUE;
}

/* Behind what begins at `p`: a string, a comment, or one letter. */
static const char *
skip_piece (const char *p, const char *end)
{
  if (*p == '/' && end - p > 1 && p[1] == '*') {
    const char *close = g_strstr_len (p + 2, end - p - 2, "*/");
    return close ? close + 2 : end;
  }
  const char *begin = p++;
  if (*begin != '"' && *begin != '\'')
    return p;
  while (p < end && *p != *begin && *p != '\n')
    p += *p == '\\' && end - p > 1 ? 2 : 1;
  return p < end ? p + 1 : end;
}

/* Comments are for those who change the sheet, and an eighth of what is sent: no phone has to fetch
 * them. A blank stays in their place. */
static void
append_without_comments (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text, *next; p < end; p = next) {
    next = skip_piece (p, end);
    if (*p != '/' || next - p == 1)
      g_string_append_len (out, p, next - p);
    else if (out->len > 0 && !g_ascii_isspace (out->str[out->len - 1]))
      g_string_append_c (out, ' ');
    else
      next += next < end && *next == '\n';
  }
}

static gboolean
render_style (RenderJob *job, G_GNUC_UNUSED const Output *output, GString *out,
              G_GNUC_UNUSED Report *report)
{
  const Source *style = job->renderer->style;
  append_without_comments (out, style->text, style->length);
  return TRUE;
}

/* From now on `office` says the document; what was made of it for another is made anew. */
static void
speak_for (RenderJob *job, const Office *office)
{
  const Site *site = job->renderer->site;
  const Document *document = job->outputs->document;
  const FactScope scope = document_scope (site, document, office);

  if (job->arena == NULL)
    job->arena = arena_new ();
  if (job->facts && body_facts_differ (job->facts)) {
    body_facts_fill (job->facts, &scope);
    g_clear_pointer (&job->sheet_view, value_free);
    g_clear_pointer (&job->pieces, pieces_free);
  }
  g_clear_pointer (&job->document_view, value_free);
  job->document = document_of_office (site, document, office, job->arena);
}

/* TRUE when what a sheet says depends on who says it. */
static gboolean
differs (const RenderJob *job)
{
  const Document *document = job->outputs->document;
  g_autoptr (GArray) details = details_new (document);

  if (document->voiced || (job->facts && body_facts_differ (job->facts)))
    return TRUE;
  for (guint i = 0; i < details->len; i++) {
    const GPtrArray *texts = g_array_index (details, Detail, i).texts;
    for (guint j = 0; j < texts->len; j++)
      if (fact_names_office (texts->pdata[j]))
        return TRUE;
  }
  return FALSE;
}

/* TRUE when the sheet by itself had to be set tight: in a bundle it is set in the same way. */
static gboolean
is_too_long (RenderJob *job, const Output *part, const Value *fit)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autoptr (Report) unheard = report_new ();
  g_auto (SheetFacts) facts = { 0 };

  print_sheet (job, part, fit, scratch, &facts, unheard);
  return facts.n_outside > 0;
}

/* One of them, set as its document is. */
static gboolean
render_part (RenderJob *job, const Output *part, GString *out, Report *report)
{
  if (part->product->fit == FIT_AS_IT_IS)
    return render_source (job, part, out, report);
  Fitted fitted;
  if (!set_as_document (job, part, &fitted))
    fitted = fitting_find (&(Fitting){ job, part, measure_output });
  if (!fitted.outcome.is_good) {
    fitting_complain (job, part, &fitted.outcome, report);
    return FALSE;
  }
  g_autoptr (Value) fit = fitting_view (job, part, &fitted.choice);
  value_set_bool (fit, "is_tight", fitted.choice.is_trifold && is_too_long (job, part, fit));
  job->fit = fit;
  gboolean is_good = render_source (job, part, out, report);
  job->fit = NULL;
  return is_good;
}

/* The sheets of all offices of a province that the document is sent to, as one page. */
static gboolean
render_bundle (RenderJob *job, const Output *output, GString *out, Report *report)
{
  const Document *document = output->document;
  g_autoptr (Bundle) bundle = bundle_new ();
  g_autoptr (GString) sheet = g_string_new (NULL);
  gboolean is_of_office = differs (job);

  for (guint i = 0; i < document->n_kits; i++) {
    Output part = { .product = output->bundled,
                    .path = output->path,
                    .document = document,
                    .office = document->kits[i],
                    .is_kit = TRUE };
    if (plan_province_of (job->renderer->site, part.office) != output->province)
      continue;
    g_string_truncate (sheet, 0);
    if (is_of_office)
      speak_for (job, part.office);
    if (!render_part (job, &part, sheet, report))
      return FALSE;
    if (!bundle_add (bundle, sheet->str, part.office->name)) {
      const Source named = { output->path, "", 0 };
      report_error (report, &named, (Place){ 0, 0 }, NULL,
                    _ ("a print page needs a head and a body"));
      return FALSE;
    }
  }
  bundle_write (bundle, out);
  return TRUE;
}

static gboolean
render_quantities (RenderJob *job, const Output *output, GString *out, G_GNUC_UNUSED Report *report)
{
  quantities_write (job->renderer->plan, job->renderer->site, output->province, out);
  return TRUE;
}

static gboolean
render_calendar (RenderJob *job, const Output *output, GString *out, G_GNUC_UNUSED Report *report)
{
  broadcasts_calendar (job->renderer->site, job->renderer->plan, output, out);
  return TRUE;
}

/* For an editor there are neither colours nor contents, and a summary is its first paragraph. */
static gboolean
render_fragment (RenderJob *job, const Output *output, GString *out, G_GNUC_UNUSED Report *report)
{
  const Document *document = job->document;
  const Site *site = job->renderer->site;
  g_autoptr (GString) html = g_string_new (NULL);

  details_write_list (site, document, output->office, html);
  html_body (job->body, document->kind, site, document->lang, NULL, NULL, FALSE, html);
  if (document->summary) {
    g_string_append (out, "<p><strong>");
    template_escape_html (out, document->summary, strlen (document->summary));
    g_string_append (out, "</strong></p>\n");
  }
  fragment_write (html->str, site, output->document->href, out);
  return TRUE;
}

/* --- the table --- */

/* For each kind of data one of the two; copies are made by nobody here. `speaks`: by job_script().
 */
static const struct {
  void (*fill) (PageContext *page);
  gboolean (*render) (RenderJob *job, const Output *output, GString *out, Report *report);
  gboolean speaks;
} makers[] = {
  [PRODUCT_DATA_PLAIN] = { .fill = list_page_plain },
  [PRODUCT_DATA_MANIFEST] = { .fill = share_fill_manifest },
  [PRODUCT_DATA_HOME] = { .fill = list_page_home },
  [PRODUCT_DATA_SECTION] = { .fill = list_page_section },
  [PRODUCT_DATA_LANGUAGE] = { .fill = list_page_language },
  [PRODUCT_DATA_OFFICES] = { .fill = list_page_offices },
  [PRODUCT_DATA_OFFICE] = { .fill = list_page_office },
  [PRODUCT_DATA_BROADCASTS] = { .fill = broadcasts_fill_week },
  [PRODUCT_DATA_STATION] = { .fill = broadcasts_fill_station },
  [PRODUCT_DATA_CALENDAR] = { .render = render_calendar },
  [PRODUCT_DATA_LOG] = { .fill = broadcast_log_fill },
  [PRODUCT_DATA_SEARCH] = { .fill = list_page_search },
  [PRODUCT_DATA_LETTER] = { .fill = list_page_letter },
  [PRODUCT_DATA_PROVINCE] = { .fill = index_page_province },
  [PRODUCT_DATA_ARCHIVE] = { .fill = index_page_archive },
  [PRODUCT_DATA_MONTH] = { .fill = index_page_month },
  [PRODUCT_DATA_SITE_MAP] = { .fill = index_page_site_map },
  [PRODUCT_DATA_CONTACT] = { .fill = index_page_contact },
  [PRODUCT_DATA_MOVED] = { .fill = index_page_moved },
  [PRODUCT_DATA_SHORT_LINK] = { .fill = index_page_short_link },
  [PRODUCT_DATA_FEED] = { .fill = list_page_feed },
  [PRODUCT_DATA_SITEMAP] = { .fill = list_page_sitemap },
  [PRODUCT_DATA_DOCUMENT] = { .fill = fill_document },
  [PRODUCT_DATA_KIT] = { .fill = fill_kit },
  [PRODUCT_DATA_SCRIPT] = { .fill = fill_script, .speaks = TRUE },
  [PRODUCT_DATA_SHEET] = { .fill = fill_sheet },
  [PRODUCT_DATA_SCRIPT_SHEET] = { .fill = fill_script_sheet, .speaks = TRUE },
  [PRODUCT_DATA_SSML] = { .render = render_ssml, .speaks = TRUE },
  [PRODUCT_DATA_SSML_PARTS] = { .render = render_ssml_parts, .speaks = TRUE },
  [PRODUCT_DATA_MACHINE_TEXT] = { .render = render_machine_text, .speaks = TRUE },
  [PRODUCT_DATA_LETTER_DOCX] = { .render = render_letter_docx },
  [PRODUCT_DATA_SCRIPT_DOCX] = { .render = render_script_docx, .speaks = TRUE },
  [PRODUCT_DATA_QR] = { .render = render_qr },
  [PRODUCT_DATA_FRAGMENT] = { .render = render_fragment },
  [PRODUCT_DATA_CARD] = { .fill = fill_card },
  [PRODUCT_DATA_POST] = { .fill = fill_post },
  [PRODUCT_DATA_STYLE] = { .render = render_style },
  [PRODUCT_DATA_BUNDLE] = { .render = render_bundle },
  [PRODUCT_DATA_INDEX] = { .fill = NULL },
  [PRODUCT_DATA_QUANTITIES] = { .render = render_quantities },
  [PRODUCT_DATA_FILE] = { .fill = NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (makers) == N_PRODUCT_DATA);

gboolean
renderer_speaks (const Plan *plan)
{
  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    if (makers[output->product->data].speaks
        || (output->bundled && makers[output->bundled->data].speaks))
      return TRUE;
  }
  return FALSE;
}

/* What the product is, or what its PDF is made from. */
static gboolean
render_source (RenderJob *job, const Output *output, GString *out, Report *report)
{
  ProductData data = output->product->data;

  return makers[data].render ? makers[data].render (job, output, out, report)
                             : render_template (job, output, makers[data].fill, out, report);
}

/* --- making ready --- */

static void
prepare_frame (Renderer *renderer, const Output *output)
{
  g_autofree char *key = frame_key (renderer->site, output);
  Value *frame = g_hash_table_lookup (renderer->frames, key);

  if (frame == NULL) {
    g_autofree char *root = root_of (renderer->site, output);
    const ViewShared shared = { renderer->sections, renderer->menu };
    const SiteLanguage *language = site_language (renderer->site, output_lang (output));
    frame =
      view_frame (renderer->site, renderer->plan, &shared, language, root, section_of (output));
    value_set_text_take (frame, "style", g_strconcat (root, renderer->plan->style_path, NULL));
    value_set_text (frame, "style_file", renderer->plan->style_path);
    g_hash_table_insert (renderer->frames, g_steal_pointer (&key), frame);
  }
}

/* Most documents of a campaign lead to the same manual, and all kits of a document do; its code is
 * made once. */
static void
prepare_codes (Renderer *renderer)
{
  const Site *site = renderer->site;
  g_autoptr (GHashTable) seen =
    g_hash_table_new (g_str_hash, g_str_equal); /* Set<address>, borrowed */

  renderer->codes =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) value_free);
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    const char *manual = document->manual;
    if (manual && (!g_hash_table_add (seen, (gpointer) manual) || document->n_kits > 1)
        && !g_hash_table_contains (renderer->codes, manual))
      g_hash_table_insert (renderer->codes, (gpointer) manual, view_qr (site, manual));
  }
}

static void
prepare_output (Renderer *renderer, Templates *templates, const Output *output, Report *report)
{
  Output sheet;

  if (letter_sheet (output, &sheet))
    output = &sheet;
  if (makers[output->product->data].fill == NULL)
    return;
  prepare_frame (renderer, output);
  templates_prepare (templates, output->office, template_name (output), report);
  if (output->product->style) {
    templates_prepare_sheet (templates, output->office, "print/print.css");
    templates_prepare_sheet (templates, output->office, output->product->style);
  }
}

Renderer *
renderer_new (const Site *site, const Plan *plan, const Lexicon *lexicon, Templates *templates,
              const PrintFiles *files, const Source *style, Report *report)
{
  Renderer *renderer = g_new0 (Renderer, 1);

  *renderer = (Renderer){ .site = site,
                          .plan = plan,
                          .lexicon = lexicon,
                          .templates = templates,
                          .paper = paper_new (site, templates, files),
                          .files = files,
                          .style = style };
  g_mutex_init (&renderer->lock);
  renderer->fits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  renderer->frames =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) value_free);
  renderer->sections = view_sections (site, plan);
  renderer->menu = view_site_menu (site, NULL);
  renderer->offices = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) value_free);
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    g_hash_table_insert (renderer->offices, (gpointer) office, view_office (site, office));
  }
  renderer->readers = pool_new (reader_free);
  prepare_codes (renderer);
  for (guint i = 0; i < plan->outputs->len; i++)
    prepare_output (renderer, templates, &g_array_index (plan->outputs, Output, i), report);
  return renderer;
}

void
renderer_show_lines (Renderer *renderer)
{
  renderer->has_lines = TRUE;
}

void
renderer_free (Renderer *renderer)
{
  if (renderer == NULL)
    return;
  g_hash_table_unref (renderer->frames);
  value_free (renderer->sections);
  value_free (renderer->menu);
  g_hash_table_unref (renderer->offices);
  g_hash_table_unref (renderer->codes);
  pool_free (renderer->readers);
  paper_free (renderer->paper);
  g_hash_table_unref (renderer->fits);
  g_mutex_clear (&renderer->lock);
  g_free (renderer);
}

/* --- rendering --- */

RenderJob *
render_job_new (const Renderer *renderer, const Output *outputs, guint n_outputs, cmark_node *body,
                BodyFacts *facts, const Source *source)
{
  RenderJob *job = g_new0 (RenderJob, 1);
  job->renderer = renderer;
  job->outputs = outputs;
  job->n_outputs = n_outputs;
  job->printed = g_new0 (Printed, n_outputs);
  job->document = outputs->document;
  if (outputs->document && outputs->document->voiced) {
    job->arena = arena_new ();
    job->document =
      document_of_office (renderer->site, outputs->document, outputs->office, job->arena);
  }
  job->body = body;
  job->facts = facts;
  job->source = source;
  return job;
}

void
render_job_free (RenderJob *job)
{
  if (job == NULL)
    return;
  for (guint i = 0; i < job->n_outputs; i++) {
    sheet_facts_clear (&job->printed[i].facts);
    g_free (job->printed[i].sha256);
  }
  g_free (job->printed);
  value_free (job->document_view);
  value_free (job->sheet_view);
  pieces_free (job->pieces);
  value_free (job->script_view);
  script_free (job->script);
  g_clear_pointer (&job->arena, arena_free);
  if (job->reader)
    pool_give_back (job->renderer->readers, job->reader);
  g_free (job);
}

gboolean
render_job_render (RenderJob *job, const Output *output, GString *out, Report *report)
{
  return output->product->form == PRODUCT_SHEET ? render_sheet (job, output, out, report)
                                                : render_source (job, output, out, report);
}

const Source *
render_job_trace (RenderJob *job, const Output *output, gsize offset, Place *place)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autoptr (Report) unheard = report_new ();
  RenderTrace trace = { .offset = offset };

  job->trace = &trace;
  render_source (job, output, scratch, unheard);
  job->trace = NULL;
  *place = trace.place;
  return trace.source;
}

const FitOutcome *
render_job_fit (const RenderJob *job, const Output *output)
{
  const Printed *printed = &job->printed[output - job->outputs];
  return printed->size > 0 && printed->fit.name && *printed->fit.name ? &printed->fit : NULL;
}

const SheetFacts *
render_job_facts (const RenderJob *job, const Output *output)
{
  const Printed *printed = &job->printed[output - job->outputs];
  return printed->size > 0 ? &printed->facts : NULL;
}

const char *
render_job_body (const RenderJob *job, gsize *length, gboolean *has_pictures)
{
  *has_pictures = job->has_pictures;
  return job->html ? value_get_text (job->html, length) : NULL;
}

guint
render_job_seconds (const RenderJob *job)
{
  return job->script ? job->script->seconds : 0;
}
