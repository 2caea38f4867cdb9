/* SPDX-License-Identifier: MIT */
#include "press/press.h"

#include "base/i18n.h"
#include "base/parallel.h"
#include "base/pool.h"
#include "base/regular.h"
#include "check/drawing.h"
#include "check/file.h"
#include "check/names.h"
#include "check/xml.h"
#include "editor/editor.h"
#include "load/body.h"
#include "load/builtin.h"
#include "load/fragments.h"
#include "load/site.h"
#include "load/site_source.h"
#include "load/template_files.h"
#include "load/unused_templates.h"
#include "model/file_kind.h"
#include "picture/photo.h"
#include "press/page_rules.h"
#include "press/paper_files.h"
#include "print/read/dots.h"
#include "render/view.h"
#include "search/search.h"
#include "source-digest.h"

#include <string.h>

struct Press {
  Site *site;
  PressOptions options;
  char *search_file; /* where what the search met is kept between builds; or NULL */
  Source *style;
  char *style_path;
  Pictures *pictures;
  PaperFiles paper_files;
  PrintFiles print_files;
  Report *unread; /* of template files that are looked for once there is no report to tell */
  TemplateFiles template_files;
  Templates *templates;
  Value *built_in;
  Lexicon *lexicon;   /* NULL: nothing of the plan speaks */
  Value *synonyms;    /* NULL: no search was made */
  SearchIndex *index; /* or NULL: nothing can be made */
  Plan *plan;
  Renderer *renderer;     /* or NULL: nothing can be made */
  gboolean has_own_cards; /* by templates of the site */
  PageRules rules;
  PageFaults *faults;
  Pool *checkers; /* PageChecker */
  Editor *editor; /* for what may not leave the press in any text */
};

struct PressJob {
  const Press *press;
  Source *reread; /* the text of its document, when the site did not keep it */
  Body *body;     /* or NULL: nothing is made from it */
  RenderJob *rendering;
};

/* --- what pages look like --- */

/* Fingerprint of the style sheet in its address, so that browsers may keep it for ever. */
static char *
style_path (const Source *style)
{
  Digest digest = digest_of (style->text, style->length);
  char hex[DIGEST_HEX_LENGTH + 1];

  digest_to_hex (&digest, hex);
  return g_strdup_printf ("assets/loa-%.8s.css", hex);
}

static void
add_colour (const char *colour, GHashTable *seen, GString *text)
{
  if (colour == NULL || !g_hash_table_add (seen, (gpointer) colour))
    return;
  g_autofree char *name = view_colour_class (colour);
  g_string_append_printf (text, ".%s { --accent: %s }\n", name, colour);
}

/* The style sheet, and behind it the colours of offices and campaigns: in the pages themselves they
 * would be styles that browsers must be told to follow. */
static Source *
with_colours (const Source *style, const Site *site)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); /* Set<colour> */
  g_autoptr (GString) text = g_string_new (style->text);

  if (site->look.rules)
    g_string_append (text, site->look.rules);
  for (guint i = 0; i < site->office_list->len; i++)
    add_colour (((const Office *) site->office_list->pdata[i])->colour, seen, text);
  for (guint i = 0; i < site->campaigns->len; i++)
    add_colour (((const Campaign *) site->campaigns->pdata[i])->colour, seen, text);
  return source_new (style->path, text->str, text->len);
}

/* --- making ready --- */

/* FALSE when an office could not be found, which was reported. */
static gboolean
has_offices (const Site *site)
{
  for (guint i = 0; i < site->documents->len; i++)
    if (((const Document *) site->documents->pdata[i])->office == NULL)
      return FALSE;
  return site->office != NULL;
}

static void
check_names (const Plan *plan, Report *report)
{
  g_autofree PublishedName *names = g_new (PublishedName, plan->outputs->len);

  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    names[i] = (PublishedName){ output->path, output->file       ? output->file->path
                                              : output->document ? output->document->path
                                                                 : output->path };
  }
  names_check (names, plan->outputs->len, report);
}

static void
free_checker (gpointer checker)
{
  page_checker_free (checker);
}

static void
clear_plan (Press *press)
{
  g_clear_pointer (&press->checkers, pool_free);
  g_clear_pointer (&press->faults, page_faults_free);
  page_rules_clear (&press->rules);
  g_clear_pointer (&press->renderer, renderer_free);
  g_clear_pointer (&press->plan, plan_free);
  g_clear_pointer (&press->index, search_index_free);
}

static const Source *
read_document (const Document *document, Source **reread, gpointer press, Report *report)
{
  return site_document_source (((Press *) press)->site, document, reread, report);
}

/* As it is in the program; read when it is first wanted. */
static const Value *
built_in_lexicon (Press *press)
{
  if (press->built_in == NULL)
    press->built_in = builtin_lexicon ();
  return press->built_in;
}

/* Who makes letters, or looks at pages, does without. */
static SearchWords
search_words (gpointer data)
{
  Press *press = data;

  if (press->synonyms == NULL)
    press->synonyms = builtin_synonyms ();
  return (SearchWords){ press->synonyms, built_in_lexicon (press) };
}

/* Of documents that are whole: those of a site with errors may lack anything. */
static void
plan_index (Press *press)
{
  const SearchSource source = { read_document, search_words, press, press->search_file,
                                LOA_SOURCE_DIGEST };

  press->index = search_index_new (press->site, &source, press->options.n_threads);
  plan_add_index (press->plan, search_index_paths (press->index));
}

/* To read the lexicon takes as long as to make a letter, so it is not read for what says nothing,
 * unless it may have faults. */
static void
read_lexicon (Press *press, Report *report)
{
  const Site *site = press->site;

  if (press->lexicon || (site->lexicon == NULL && !renderer_speaks (press->plan)))
    return;
  press->lexicon =
    lexicon_new (built_in_lexicon (press), site->lexicon, site->lexicon_source, report);
}

void
press_plan_again (Press *press, Report *report)
{
  clear_plan (press);
  press->template_files.report = report;
  press->plan = plan_new (press->site, press->style_path, press->options.has_bundles);
  read_lexicon (press, report);
  if (has_offices (press->site) && report_n_errors (report) == 0)
    plan_index (press);
  /* Templates are made ready even when nothing will be rendered, so that their faults stand in the
   * same list. */
  if (has_offices (press->site))
    press->renderer = renderer_new (press->site, press->plan, press->lexicon, press->templates,
                                    &press->print_files, press->style, report);
  if (press->renderer && press->options.is_preview)
    renderer_show_lines (press->renderer);
  check_names (press->plan, report);
  site_check_sections (press->site, report);
  site_check_languages (press->site, report);
  press->rules = page_rules_new (press->site, press->plan, press->style);
  press->faults = page_faults_new ();
  press->checkers = pool_new (free_checker);
  press->template_files.report = press->unread;
}

void
press_read_again (Press *press)
{
  if (press->index)
    search_index_forget (press->index);
}

/* Templates of a site may show anything of it on a card. */
static gboolean
has_own_cards (const Press *press)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, press->template_files.read);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (strstr (path, "/web/card"))
      return TRUE;
  return FALSE;
}

Press *
press_new (Site *site, const PressOptions *options, Report *report)
{
  Press *press = g_new0 (Press, 1);

  press->site = site;
  press->options = *options;
  if (options->work_folder)
    press->search_file = g_build_filename (options->work_folder, "search", NULL);
  press->unread = report_new ();
  press->template_files = (TemplateFiles){
    .root = site->is_untrusted ? NULL : site->root,
    .theme = site->look.theme,
    .digest = &site->digest,
    .read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .report = report,
  };
  g_autoptr (Source) plain_style =
    template_files_find (NULL, NULL, "web/style.css", &press->template_files);
  press->style = with_colours (plain_style, site);
  press->style_path = style_path (press->style);
  press->pictures = pictures_new (site, options->work_folder, options->n_threads, report);
  press->paper_files = (PaperFiles){ site, press->pictures };
  press->print_files = paper_files_print (&press->paper_files);
  press->templates = templates_new (site, template_files_find, &press->template_files);
  press->editor = editor_new (site, TRUE);
  press_plan_again (press, report);
  press->has_own_cards = has_own_cards (press);
  page_style_check (press->style, report);
  return press;
}

void
press_free (Press *press)
{
  if (press == NULL)
    return;
  clear_plan (press);
  editor_free (press->editor);
  lexicon_free (press->lexicon);
  value_free (press->built_in);
  value_free (press->synonyms);
  templates_free (press->templates);
  g_hash_table_unref (press->template_files.read);
  pictures_free (press->pictures);
  source_free (press->style);
  report_free (press->unread);
  g_free (press->style_path);
  g_free (press->search_file);
  g_free (press);
}

void
press_check_templates (const Press *press, const GPtrArray *paths, Report *report)
{
  if (!press->site->is_untrusted)
    unused_templates_check (&press->template_files, paths, press->site, report);
}

const Plan *
press_plan (const Press *press)
{
  return press->plan;
}

const Pictures *
press_pictures (const Press *press)
{
  return press->pictures;
}

gboolean
press_is_ready (const Press *press)
{
  return press->renderer != NULL;
}

/* --- a last look --- */

/* The bytes of a page before they are looked at; NULL when it cannot be made, which is told where
 * it is made to be published. Caller frees. */
static GString *
draw_page (const Press *press, const Job *job, const Output *output)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (PressJob) making = press_job_new (press, job, output_needs_body (output), report);
  g_autoptr (GString) bytes = g_string_new (NULL);

  if (making == NULL || !render_job_render (making->rendering, output, bytes, report))
    return NULL;
  return g_steal_pointer (&bytes);
}

static GString *
read_page (const Press *press, const Output *output)
{
  g_autofree char *whole = g_build_filename (press->site->root, output->file->path, NULL);
  gsize length;
  g_autofree char *text = regular_read (whole, &length, NULL);

  return text ? g_string_new (text) : NULL;
}

/* Where leads of pages are looked for: in pages drawn anew, each once. */
typedef struct {
  const Press *press;
  GHashTable *jobs;  /* path → Job, both borrowed; NULL until a lead is looked for */
  GHashTable *pages; /* path → GString, owned; NULL: it cannot be drawn */
} Leads;

static void
free_page (gpointer page)
{
  if (page)
    g_string_free (page, TRUE);
}

static GHashTable *
jobs_by_path (const Plan *plan)
{
  GHashTable *jobs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plan->jobs->len; i++) {
    Job *job = &g_array_index (plan->jobs, Job, i);
    for (guint j = job->first; j < job->first + job->n; j++)
      g_hash_table_insert (jobs, (gpointer) g_array_index (plan->outputs, Output, j).path, job);
  }
  return jobs;
}

static void
leads_clear (Leads *leads)
{
  g_clear_pointer (&leads->jobs, g_hash_table_unref);
  g_hash_table_unref (leads->pages);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Leads, leads_clear)

static const Output *
output_of (const Press *press, const Job *job, const char *path)
{
  const Output *output = &g_array_index (press->plan->outputs, Output, job->first);
  while (strcmp (output->path, path) != 0)
    output++;
  return output;
}

static gboolean
has_name (const char *path, const char *name, gpointer data)
{
  Leads *leads = data;
  gpointer page = NULL;

  if (leads->jobs == NULL)
    leads->jobs = jobs_by_path (leads->press->plan);
  const Job *job = g_hash_table_lookup (leads->jobs, path);
  if (job == NULL)
    return TRUE;
  if (!g_hash_table_lookup_extended (leads->pages, path, NULL, &page)) {
    const Output *output = output_of (leads->press, job, path);
    page = output->file ? read_page (leads->press, output) : draw_page (leads->press, job, output);
    g_hash_table_insert (leads->pages, (gpointer) output->path, page);
  }
  return page == NULL || page_has_name (((const GString *) page)->str, name);
}

static void
report_faults (const Press *press, const PageFaults *faults, Report *report)
{
  g_auto (Leads)
    leads = { press, NULL, g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_page) };

  page_faults_report (faults, has_name, &leads, report);
}

/* For a page by itself: what is wrong with it is told at once. */
static gboolean
check_page_alone (const Press *press, const char *path, GString *page, const PageBody *body,
                  const PageMaker *maker, Report *report)
{
  g_autoptr (PageFaults) faults = page_faults_new ();
  g_autoptr (PageChecker) checker = page_checker_new (&press->rules, faults);
  gboolean is_good = page_check (checker, path, page, body, maker);

  report_faults (press, faults, report);
  return is_good;
}

static gboolean
check_page (const Press *press, const char *path, GString *page, const PageBody *body,
            const PageMaker *maker, Report *report)
{
  if (press->options.is_preview)
    return check_page_alone (press, path, page, body, maker, report);
  PageChecker *checker = pool_borrow (press->checkers);
  if (checker == NULL)
    checker = page_checker_new (&press->rules, press->faults);
  gboolean is_good = page_check (checker, path, page, body, maker);
  pool_give_back (press->checkers, checker);
  return is_good;
}

/* A page in static/ is a page of the site like any other. One without tags proves to a search
 * engine whose site it is. */
static gboolean
check_own_page (const Press *press, const Output *output, const char *source, GString *page,
                Report *report)
{
  g_autofree char *ending = file_kind_ending (output->path);
  g_autoptr (GError) error = NULL;
  gsize length;

  if (strcmp (ending, "html") != 0)
    return TRUE;
  g_autofree char *text = regular_read (source, &length, &error);
  if (text == NULL) {
    const Source named = { output->file->path, "", 0 };
    report_error (report, &named, (Place){ 0, 0 }, NULL, "%s", error->message);
    return FALSE;
  }
  if (memchr (text, '<', length) == NULL)
    return TRUE;
  g_string_append_len (page, text, length);
  return check_page (press, output->path, page, NULL, NULL, report);
}

static gboolean
check_file (const Site *site, const SiteFile *file, GString *cleaned, Report *report)
{
  return file_check (site, file, cleaned, report) && pictures_check (file, report);
}

static const char *
template_of (const Output *output)
{
  return output->product->template ? output->product->template
                                   : document_kind_template (output->document->kind);
}

/* The same list as for drawings that somebody puts beside a document. */
static gboolean
check_drawing (const Source *source, GString *bytes, Report *report)
{
  g_autoptr (GString) cleaned = g_string_new (NULL);

  if (!drawing_check (source, cleaned, report))
    return FALSE;
  if (cleaned->len > 0)
    g_string_assign (bytes, cleaned->str);
  return TRUE;
}

/* A page that is made by a job. */
typedef struct {
  RenderJob *job;
  const Output *output;
} MadePage;

/* What is built in has no place that anybody could mend. */
static const Source *
origin_of (gsize offset, Place *place, gpointer data)
{
  const MadePage *made = data;
  const Source *source = render_job_trace (made->job, made->output, offset, place);

  return source && !g_str_has_prefix (source->path, TEMPLATE_BUILT_IN) ? source : NULL;
}

/* Templates of a site may turn the feed into something no reader reads, and a page into anything.
 */
static gboolean
is_sound (const Press *press, RenderJob *job, const Output *output, GString *bytes, Report *report)
{
  const Source source = { output->path, bytes->str, bytes->len };

  if (output->product->form == PRODUCT_XML)
    return xml_check (&source, report);
  if (output->product->form == PRODUCT_DRAWING)
    return check_drawing (&source, bytes, report);
  if (output->product->form != PRODUCT_PAGE)
    return TRUE;
  PageBody body = { 0 };
  body.text = render_job_body (job, &body.length, &body.has_pictures);
  MadePage made = { job, output };
  const PageMaker maker = { template_of (output), origin_of, &made };
  return check_page (press, output->path, bytes, &body, &maker, report);
}

static void
read_text (const Press *press, const Document *document, const Source *source, const Body *body,
           Report *report)
{
  cmark_node *root = body ? body_root (body) : NULL;

  if (press->options.reader)
    press->options.reader (document, source, root, press->options.reader_data, report);
  else if (root)
    editor_read (press->editor, document, source, root, NULL, report);
}

/* With faults already found nothing will be rendered, but the faults in the bodies belong into the
 * same list. */
static void
check_body (guint index, gpointer data, Report *report)
{
  const Press *press = data;
  const Site *site = press->site;
  gboolean is_home = index == site->documents->len;
  const Document *document = is_home ? site->home : site->documents->pdata[index];
  g_autoptr (Source) reread = NULL;
  const Source *source = site_document_source (site, document, &reread, report);

  g_autoptr (Body) body =
    source ? body_load (site, document, document->office, source, report) : NULL;
  if (source && document->office)
    read_text (press, document, source, body, report);
}

void
press_check_unrendered (const Press *press, Report *report)
{
  Site *site = press->site;

  parallel_for (site->documents->len + (site->home != NULL), press->options.n_threads, check_body,
                (gpointer) press, report);
  g_autoptr (GString) cleaned = g_string_new (NULL);
  for (guint i = 0; i < site->files->len; i++)
    check_file (site, &g_array_index (site->files, SiteFile, i), cleaned, report);
}

void
press_report_pages (const Press *press, Report *report)
{
  report_faults (press, press->faults, report);
  fragments_check (press->site, report);
}

/* --- one output --- */

PressJob *
press_job_new (const Press *press, const Job *job, gboolean needs_body, Report *report)
{
  const Output *outputs = &g_array_index (press->plan->outputs, Output, job->first);
  g_autoptr (PressJob) made = g_new0 (PressJob, 1);
  const Source *source = NULL;

  made->press = press;
  if (needs_body) {
    const Document *document = outputs->document;
    source = site_document_source (press->site, document, &made->reread, report);
    made->body = source ? body_load (press->site, document, outputs->office, source, report) : NULL;
    if (source && outputs->office == document->office)
      read_text (press, document, source, made->body, report);
    if (made->body == NULL)
      return NULL;
  }
  made->rendering =
    render_job_new (press->renderer, outputs, job->n, made->body ? body_root (made->body) : NULL,
                    made->body ? body_facts (made->body) : NULL, source);
  return g_steal_pointer (&made);
}

void
press_job_free (PressJob *job)
{
  if (job == NULL)
    return;
  render_job_free (job->rendering);
  body_free (job->body);
  source_free (job->reread);
  g_free (job);
}

/* What apps take of a picture they show for a link: 150 KB, however they count. */
#define CARD_MOST_BYTES 150000

/* As good as it may be within that; a photo of leaves and gravel takes the last. */
static GBytes *
pack_photo (const guint8 *rgb, guint width, guint height)
{
  static const guint qualities[] = { 85, 75, 60, 45, 30, 20, 12 };
  g_autoptr (Photo) photo = photo_of_dots (rgb, width, height);
  GBytes *bytes = NULL;

  for (guint i = 0; photo && i < G_N_ELEMENTS (qualities); i++) {
    g_clear_pointer (&bytes, g_bytes_unref);
    bytes = photo_pack (photo, PHOTO_JPEG, width, qualities[i]);
    if (bytes && g_bytes_get_size (bytes) <= CARD_MOST_BYTES)
      break;
  }
  return bytes;
}

/* The drawing in `bytes` becomes the dots of it. */
static gboolean
paint_card (const Output *output, GString *bytes, Report *report)
{
  const Product *product = output->product;
  const Source named = { output->path, "", 0 };
  const char *why = NULL;
  g_autofree guint8 *rgb = dots_rgb (bytes->str, bytes->len, product->width, product->height, &why);
  g_autoptr (GBytes) packed = rgb == NULL ? NULL
                              : product->needs_photo
                                ? pack_photo (rgb, product->width, product->height)
                                : dots_png (rgb, product->width, product->height);
  gsize length;

  if (packed == NULL) {
    report_error (report, &named, (Place){ 0, 0 }, NULL, _ ("the card cannot be made: it %s"), why);
    return FALSE;
  }
  const char *data = g_bytes_get_data (packed, &length);
  g_string_truncate (bytes, 0);
  g_string_append_len (bytes, data, (gssize) length);
  return TRUE;
}

gboolean
press_job_make (PressJob *job, const Output *output, GString *bytes, Report *report)
{
  if (output->product->scope == PRODUCT_OF_INDEX)
    return search_index_write (job->press->index, output->index_file, bytes, report);
  if (output->product->form == PRODUCT_PICTURE)
    return render_job_render (job->rendering, output, bytes, report)
           && paint_card (output, bytes, report);
  return render_job_render (job->rendering, output, bytes, report)
         && is_sound (job->press, job->rendering, output, bytes, report);
}

void
press_add_to_key (const Press *press, const Output *output, DigestState *state)
{
  if (output->product->scope != PRODUCT_OF_INDEX)
    return;
  Digest key = search_index_key (press->index, output->index_file);
  digest_add (state, &key, sizeof key);
}

static void
add_office (DigestState *state, const Office *office)
{
  digest_add_text (state, office->name);
  digest_add_text (state, office->colour);
  digest_add_text (state, office->web);
}

gboolean
press_add_card (const Press *press, const Output *output, DigestState *state)
{
  const Document *document = output->document;

  if (output->product->form != PRODUCT_PICTURE || press->has_own_cards)
    return FALSE;
  const Campaign *campaign = document->campaign;
  const SiteFile *cover =
    document->cover.file ? site_file (press->site, document->cover.file) : NULL;
  digest_add_text (state, output->path);
  digest_add (state, &document->matter_digest, sizeof document->matter_digest);
  digest_add_text (state, document->title);
  digest_add_text (state, document->summary);
  digest_add_text (state, document->slogan);
  digest_add_text (state, document->poster_title);
  digest_add_text (state, document->manual);
  digest_add_text (state, press->site->base_url);
  digest_add (state, &press->site->qr_ecc, 1);
  add_office (state, output->office);
  digest_add_text (state, campaign ? campaign->colour : NULL);
  digest_add_text (state, cover ? cover->path : NULL);
  if (cover) {
    digest_add (state, &cover->size, sizeof cover->size);
    digest_add (state, &cover->modified, sizeof cover->modified);
  }
  return TRUE;
}

const SheetFacts *
press_job_facts (const PressJob *job, const Output *output)
{
  return render_job_facts (job->rendering, output);
}

const FitOutcome *
press_job_fit (const PressJob *job, const Output *output)
{
  return render_job_fit (job->rendering, output);
}

guint
press_job_seconds (const PressJob *job)
{
  return render_job_seconds (job->rendering);
}

/* Drawings are cleaned by file_check(), photos are made anew, other files are copied. */
gboolean
press_file (const Press *press, const Output *output, char **source, GString *bytes, Report *report)
{
  g_autofree char *whole = g_build_filename (press->site->root, output->file->path, NULL);

  if (output->width == 0
      && (!check_file (press->site, output->file, bytes, report)
          || !check_own_page (press, output, whole, bytes, report)))
    return FALSE;
  GBytes *photo = pictures_published (press->pictures, output->file, output->width);
  if (photo) {
    gsize length;
    const char *data = g_bytes_get_data (photo, &length);
    g_string_truncate (bytes, 0);
    g_string_append_len (bytes, data, length);
  }
  *source = g_steal_pointer (&whole);
  return TRUE;
}
