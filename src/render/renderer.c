/* SPDX-License-Identifier: MIT */
/* One row for each kind of page: its template, what it is filled with, how names are escaped. */
#include "render/renderer.h"

#include "base/i18n.h"
#include "render/bundle.h"
#include "render/html/body.h"
#include "render/paper.h"
#include "render/qr.h"
#include "render/sheet.h"
#include "render/view.h"
#include "speech/script.h"
#include "speech/ssml.h"
#include "text/fold.h"

#include <string.h>

#define ITEMS_ON_HOME_PAGE 10
#define ENTRIES_IN_FEED    30
#define MOST_WORDS_ON_POSTER 20

struct Renderer {
  const Site *site;
  const Plan *plan;
  const Lexicon *lexicon;
  const Templates *templates;
  Paper *paper;
  const char *style_path;
  const Source *style;
  GHashTable *frames;  /* "<root>\n<section>" → Value, owned */
  Value *sections;     /* lent to the frames */
  GHashTable *offices; /* Office → Value, owned */
  GHashTable *codes;   /* address → view of its QR code, owned: those that more than one document or kit leads to */
};

/* What is known of a sheet once it was made. */
typedef struct {
  SheetFacts facts;
  gsize size; /* bytes; 0: not made yet */
} Printed;

struct RenderJob {
  const Renderer *renderer;
  const Document *document;
  const Output *outputs;
  guint n_outputs;
  Printed *printed; /* one for each output */
  cmark_node *body;
  const Source *source;
  Value *document_view; /* made when first needed, like the others */
  Value *sheet_view;
  Script *script;
  Value *script_view;
};

/* What one page is made of. */
typedef struct {
  const Renderer *renderer;
  RenderJob *job;
  const Output *output;
  Report *report;
  Value *data;
} Page;

static void
set_take (Value *map, const char *key, char *text_take)
{
  value_set (map, key, value_text_take (text_take));
}

/* --- one page --- */

static char *
canonical_url (const Site *site, const char *path)
{
  if (site->base_url == NULL)
    return NULL;
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  return g_strconcat (site->base_url, strcmp (path, "index.html") == 0 ? "" : escaped, NULL);
}

static void
set_page (Page *page, const char *title, const char *description, const char *lang)
{
  Value *map = value_map ();

  value_set_text (map, "title", title);
  value_set_text (map, "description", description);
  value_set_text (map, "lang", lang);
  set_take (map, "canonical", canonical_url (page->renderer->site, page->output->path));
  value_set (page->data, "page", map);
}

static Value *
html_of_body (const Page *page, DocumentKind kind)
{
  GString *html = g_string_sized_new (page->job->source->length + 1024);
  html_body (page->job->body, kind, html);
  return value_text_take (g_string_free (html, FALSE));
}

static void
set_qr (const Renderer *renderer, Value *map, const char *url)
{
  const Value *shared = url ? g_hash_table_lookup (renderer->codes, url) : NULL;

  if (shared)
    value_set_lent (map, "qr", shared);
  else
    value_set (map, "qr", view_qr (renderer->site, url));
}

/* What pages and sheets show of a document alike. */
static void
set_document (Page *page)
{
  RenderJob *job = page->job;

  if (job->document_view == NULL) {
    job->document_view = view_document (page->renderer->site, page->renderer->plan, job->document);
    set_qr (page->renderer, job->document_view, job->document->manual);
  }
  set_page (page, job->document->title, job->document->summary, job->document->lang);
  value_set_lent (page->data, "document", job->document_view);
}

/* 1:05 */
static char *
clock_text (guint seconds)
{
  return g_strdup_printf ("%u:%02u", seconds / 60, seconds % 60);
}

/* Where only the stop at the end is new there is nothing to check. */
static gboolean
differs (const ScriptSentence *sentence)
{
  gsize length = strlen (sentence->written);
  return strncmp (sentence->spoken, sentence->written, length) != 0
         || strspn (sentence->spoken + length, ".?!:") != strlen (sentence->spoken + length);
}

/* The sentence in pieces: words, what they stand for, and the breath behind them. */
static Value *
view_pieces (const ScriptSentence *sentence)
{
  Value *list = value_list ();

  for (guint i = 0; i < sentence->pieces->len; i++) {
    const ScriptPiece *piece = &g_array_index (sentence->pieces, ScriptPiece, i);
    Value *map = value_map ();
    value_set_text (map, "spoken", piece->spoken);
    value_set_text (map, "written", piece->written);
    value_set_text (map, "breath", piece->breath ? breath_sign (piece->breath) : NULL);
    value_set_bool (map, "is_undecided", piece->is_undecided);
    value_set_bool (map, "ends_line", piece->ends_line && i + 1 < sentence->pieces->len);
    view_list_add (list, map);
  }
  view_list_end (list, sentence->pieces->len);
  return list;
}

static Value *
view_sentences (const ScriptParagraph *paragraph)
{
  Value *list = value_list ();

  for (guint i = 0; i < paragraph->sentences->len; i++) {
    const ScriptSentence *sentence = &g_array_index (paragraph->sentences, ScriptSentence, i);
    Value *map = value_map ();
    value_set_text (map, "spoken", sentence->spoken);
    value_set_text (map, "written", sentence->written);
    value_set_text (map, "marked", sentence->marked);
    value_set_bool (map, "differs", differs (sentence));
    value_set_bool (map, "is_long", sentence->is_long);
    value_set_bool (map, "is_undecided", sentence->is_undecided);
    set_take (map, "syllables", g_strdup_printf ("%u", sentence->syllables));
    value_set (map, "pieces", view_pieces (sentence));
    view_list_add (list, map);
  }
  view_list_end (list, paragraph->sentences->len);
  return list;
}

static Value *
view_script (const Script *script, const Output *output)
{
  const Document *document = output->document;
  const Station *station = &output->office->station;
  /* An office that was sent the text reads it when it is on the air. */
  const char *const *slots = output->is_kit && *station->slots ? station->slots : document->broadcast.times;
  guint pace = station->reading.syllables_per_minute;
  Value *map = value_map ();
  Value *paragraphs = value_list ();
  guint until = 0;

  for (guint i = 0; i < script->paragraphs->len; i++) {
    const ScriptParagraph *paragraph = &g_array_index (script->paragraphs, ScriptParagraph, i);
    Value *entry = value_map ();
    until += paragraph->seconds;
    value_set_bool (entry, "is_heading", paragraph->is_heading);
    value_set (entry, "sentences", view_sentences (paragraph));
    set_take (entry, "syllables", g_strdup_printf ("%u", paragraph->syllables));
    set_take (entry, "time", clock_text (paragraph->seconds));
    set_take (entry, "until", clock_text (until));
    view_list_add (paragraphs, entry);
  }
  view_list_end (paragraphs, script->paragraphs->len);
  value_set (map, "paragraphs", paragraphs);
  set_take (map, "syllables", g_strdup_printf ("%u", script->syllables));
  set_take (map, "time", clock_text (script->seconds));
  set_take (map, "pace", g_strdup_printf ("%u", pace ? pace : 200));
  value_set_text (map, "station", station->name);
  set_take (map, "slots", *slots ? g_strjoinv (", ", (char **) slots) : NULL);
  set_take (map, "date_official",
            date_is_set (document->date) ? date_official (document->date) : NULL);
  return map;
}

/* Made once for all that is made of it; what it complains of is said once. */
static const Script *
job_script (RenderJob *job, Report *report)
{
  if (job->script == NULL)
    job->script
      = script_new (job->renderer->lexicon, job->document, job->outputs->office, job->body, job->source, report);
  return job->script;
}

static void
fill_script (Page *page)
{
  RenderJob *job = page->job;

  if (job->script_view == NULL)
    job->script_view = view_script (job_script (job, page->report), page->output);
  set_document (page);
  value_set_lent (page->data, "script", job->script_view);
}

/* --- sheets of paper --- */

/* Leaflets and posters of the print shop are cut; what the office printer makes has the size of its paper. */
static gboolean
has_bleed (const Output *output)
{
  PageKind kind = output->kind == PAGE_BUNDLE ? output->bundled : output->kind;
  return (output->document->prints & 1u << PRINT_BLEED) && kind >= PAGE_LEAFLET && kind <= PAGE_POSTER_A3
         && kind != PAGE_LEAFLET_A4;
}

static void
fill_sheet (Page *page)
{
  RenderJob *job = page->job;
  Value *print = value_map ();

  if (job->sheet_view == NULL)
    job->sheet_view = sheet_view (page->renderer->site, job->document, job->body);
  set_document (page);
  value_set_lent (page->data, "sheet", job->sheet_view);
  value_set_bool (print, "bleed", has_bleed (page->output));
  value_set (page->data, "print", print);
}

/* From 3 m away nobody reads more than one sentence. */
static void
fill_poster (Page *page)
{
  const Document *document = page->job->document;
  const Source named = { document->path, "", 0 };
  g_auto (GStrv) words = g_strsplit (document->title, " ", -1);
  guint n = g_strv_length (words);

  if (n > MOST_WORDS_ON_POSTER)
    report_warning (page->report, &named, (Place) { 0, 0 }, _ ("shorten the title, or leave out the poster"),
                    _ ("the title has %u words; a poster is read up to %u"), n, MOST_WORDS_ON_POSTER);
  fill_sheet (page);
}

static void
fill_script_sheet (Page *page)
{
  fill_script (page);
  fill_sheet (page);
}

static gboolean render_page (RenderJob *job, const Output *output, GString *out, Report *report);
static gboolean fill_bundle (RenderJob *job, const Output *output, GString *out, Report *report);
static gboolean is_sheet (PageKind kind);

static gboolean
render_sheet (RenderJob *job, const Output *output, GString *out, Report *report)
{
  g_autoptr (GString) page = g_string_sized_new (16384);
  Printed *printed = &job->printed[output - job->outputs];
  gsize before = out->len;

  gboolean is_filled = output->kind == PAGE_BUNDLE ? fill_bundle (job, output, page, report)
                                                   : render_page (job, output, page, report);
  if (!is_filled)
    return FALSE;
  const Source source = { output->path, page->str, page->len };
  sheet_facts_clear (&printed->facts);
  if (!paper_print (job->renderer->paper, output, &source, out, &printed->facts, report))
    return FALSE;
  printed->size = out->len - before;
  return TRUE;
}

/* A sheet that was not made in this run is made once more to be measured: the same input gives the same bytes. */
static const Printed *
printed_sheet (Page *page, const Output *output)
{
  RenderJob *job = page->job;
  g_autoptr (GString) bytes = NULL;

  if (job->printed[output - job->outputs].size == 0) {
    bytes = g_string_sized_new (65536);
    if (!render_sheet (job, output, bytes, page->report))
      return NULL;
  }
  return &job->printed[output - job->outputs];
}

/* The other outputs of the job, with what they are called. */
static Value *
view_downloads (Page *page)
{
  const RenderJob *job = page->job;
  Value *list = value_list ();

  for (guint i = 0; i < job->n_outputs; i++) {
    const Output *output = &job->outputs[i];
    const char *title = plan_file_title (output->kind);
    if (title == NULL)
      continue;
    const Printed *printed = is_sheet (output->kind) ? printed_sheet (page, output) : NULL;
    view_list_add (list, view_download (title, output->path, printed ? printed->size : 0,
                                        printed ? printed->facts.pdf.n_pages : 0));
  }
  view_list_end (list, value_length (list));
  return list;
}

/* A letter has its PDF above it. */
static Value *
view_pdf (Page *page)
{
  const RenderJob *job = page->job;

  for (guint i = 0; i < job->n_outputs; i++)
    if (job->outputs[i].kind == PAGE_LETTER_SHEET) {
      const Printed *printed = printed_sheet (page, &job->outputs[i]);
      return printed ? view_download (NULL, job->outputs[i].path, printed->size, printed->facts.pdf.n_pages)
                     : value_null ();
    }
  return value_null ();
}

/* The page of a document, with its text. */
static void
fill_document (Page *page)
{
  RenderJob *job = page->job;

  set_document (page);
  value_set (job->document_view, "body", html_of_body (page, job->document->kind));
  value_set (job->document_view, "pdf", view_pdf (page));
  value_set (job->document_view, "downloads", view_downloads (page));
}

static void
fill_kit (Page *page)
{
  RenderJob *job = page->job;
  gboolean has_page = document_makes (job->document, OUTPUT_WEB);

  set_document (page);
  value_set_text (job->document_view, "page", has_page ? job->document->href : NULL);
  value_set (job->document_view, "downloads", view_downloads (page));
}

/* The guides come first on the home page; what is new follows without them. */
static void
split_guides (const Plan *plan, GPtrArray *guides, GPtrArray *others)
{
  for (guint i = 0; i < plan->newest->len; i++) {
    const Document *document = plan->newest->pdata[i];
    g_ptr_array_add (document->kind == KIND_GUIDE ? guides : others, (gpointer) document);
  }
}

static void
fill_home (Page *page)
{
  const Site *site = page->renderer->site;
  const Plan *plan = page->renderer->plan;
  g_autoptr (GPtrArray) guides = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  Value *groups = value_list ();

  set_page (page, site->title, site->summary, "vi");
  value_set (page->data, "intro", page->job->body ? html_of_body (page, KIND_PAGE) : value_null ());
  split_guides (plan, guides, others);
  value_set (page->data, "guides", view_items (guides, 0, ITEMS_ON_HOME_PAGE));
  value_set (page->data, "latest", view_items (others, 0, ITEMS_ON_HOME_PAGE));
  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    Value *group = value_map ();
    value_set_text (group, "title", section->title);
    value_set_text (group, "summary", section->summary);
    set_take (group, "href", plan_section_path (section, 1));
    value_set (group, "items",
               view_items (plan_section_documents (plan, section), 0, ITEMS_ON_HOME_PAGE));
    view_list_add (groups, group);
  }
  view_list_end (groups, site->sections->len);
  value_set (page->data, "groups", groups);
}

static Value *
view_pages (const Section *section, guint n_pages, guint current)
{
  Value *list = value_list ();

  for (guint number = 1; n_pages > 1 && number <= n_pages; number++) {
    Value *map = value_map ();
    set_take (map, "number", g_strdup_printf ("%u", number));
    set_take (map, "href", plan_section_path (section, number));
    value_set_bool (map, "is_current", number == current);
    view_list_add (list, map);
  }
  view_list_end (list, value_length (list));
  return list;
}

static void
fill_section (Page *page)
{
  const Plan *plan = page->renderer->plan;
  const Section *section = page->output->section;
  guint number = page->output->page_number;
  guint n_pages = plan_section_pages (plan, section);
  Value *map = value_map ();

  set_page (page, section->title, section->summary, "vi");
  value_set_text (map, "title", section->title);
  value_set_text (map, "summary", section->summary);
  value_set (page->data, "section", map);
  value_set (page->data, "items",
             view_items (plan_section_documents (plan, section), (number - 1) * PLAN_ITEMS_A_PAGE,
                         PLAN_ITEMS_A_PAGE));
  value_set (page->data, "pages", view_pages (section, n_pages, number));
  set_take (page->data, "previous", number > 1 ? plan_section_path (section, number - 1) : NULL);
  set_take (page->data, "next", number < n_pages ? plan_section_path (section, number + 1) : NULL);
}

/* One line of the list of offices. */
typedef struct {
  const Office *office;
  char *folded; /* name without marks and case, to sort by */
  gboolean is_former;
} OfficeLine;

static void
office_line_clear (gpointer data)
{
  g_free (((OfficeLine *) data)->folded);
}

/* Former ones come last. */
static int
compare_office_lines (gconstpointer a, gconstpointer b)
{
  const OfficeLine *one = a;
  const OfficeLine *other = b;
  if (one->is_former != other->is_former)
    return one->is_former - other->is_former;
  int order = strcmp (one->folded, other->folded);
  return order ? order : strcmp (one->office->id, other->office->id);
}

static GArray *
sorted_offices (const Site *site)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (OfficeLine));

  g_array_set_clear_func (lines, office_line_clear);
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    OfficeLine line = { office, text_fold (office->name), office_is_former (office, site->now) };
    g_array_append_val (lines, line);
  }
  g_array_sort (lines, compare_office_lines);
  return lines;
}

static char *
province_name (const Site *site, const Office *office)
{
  const Locality *province = locality_province (site->localities, office->locality, office->valid_to);
  if (province == NULL)
    return NULL;
  g_autofree char *name = locality_full_name (province);
  return text_capitalise (name);
}

static void
fill_offices (Page *page)
{
  const Site *site = page->renderer->site;
  g_autoptr (GArray) lines = sorted_offices (site);
  Value *list = value_list ();

  set_page (page, "Các cơ quan", NULL, "vi");
  for (guint i = 0; i < lines->len; i++) {
    const Office *office = g_array_index (lines, OfficeLine, i).office;
    const Value *view = g_hash_table_lookup (page->renderer->offices, office);
    Value *map = value_map ();
    value_set_text (map, "name", office->name);
    value_set_lent (map, "href", value_find (view, "href"));
    value_set_lent (map, "is_former", value_find (view, "is_former"));
    set_take (map, "province", province_name (site, office));
    view_list_add (list, map);
  }
  view_list_end (list, lines->len);
  value_set (page->data, "offices", list);
}

/* What the office was sent. */
static Value *
view_kits (const Plan *plan, const Office *office)
{
  const GPtrArray *documents = g_hash_table_lookup (plan->kits, office);
  Value *list = value_list ();

  for (guint i = 0; documents && i < documents->len; i++) {
    const Document *document = documents->pdata[i];
    Value *map = view_reference (document);
    set_take (map, "href", plan_kit_path (document, office));
    view_list_add (list, map);
  }
  view_list_end (list, value_length (list));
  return list;
}

static void
fill_office (Page *page)
{
  const Office *office = page->output->office;
  const GPtrArray *documents = g_hash_table_lookup (page->renderer->plan->by_office, office);

  set_page (page, office->name, NULL, "vi");
  value_set (page->data, "items", view_items (documents, 0, PLAN_ITEMS_A_PAGE));
  value_set (page->data, "kits", view_kits (page->renderer->plan, office));
}

static void
fill_plain (Page *page)
{
  set_page (page, page->renderer->site->title, NULL, "vi");
}

static void
fill_feed (Page *page)
{
  const Site *site = page->renderer->site;
  const GPtrArray *newest = page->renderer->plan->newest;
  Value *feed = value_map ();
  Value *entries = value_list ();
  Date last = { 1970, 1, 1 };

  fill_plain (page);
  for (guint i = 0; i < newest->len && value_length (entries) < ENTRIES_IN_FEED; i++) {
    const Document *document = newest->pdata[i];
    if (!date_is_set (document->date))
      continue;
    Value *entry = view_item (document);
    g_autofree char *url = canonical_url (site, document->href);
    value_set_text (entry, "id", url);
    value_set_text (entry, "url", url);
    set_take (entry, "updated", moment_iso (moment_of_date (document->date)));
    view_list_add (entries, entry);
    if (date_compare (document->date, last) > 0)
      last = document->date;
  }
  view_list_end (entries, value_length (entries));
  value_set_text (feed, "id", site->base_url);
  set_take (feed, "updated", moment_iso (moment_of_date (last)));
  set_take (feed, "href", canonical_url (site, "feed.xml"));
  value_set (page->data, "feed", feed);
  value_set (page->data, "entries", entries);
}

static void
fill_sitemap (Page *page)
{
  const Plan *plan = page->renderer->plan;
  Value *urls = value_list ();

  fill_plain (page);
  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    if (output->kind != PAGE_DOCUMENT && output->kind != PAGE_HOME && output->kind != PAGE_SECTION
        && output->kind != PAGE_OFFICES && output->kind != PAGE_OFFICE)
      continue;
    if (output->document && output->document->is_draft)
      continue;
    Value *url = value_map ();
    gboolean is_dated = output->document && date_is_set (output->document->date);
    set_take (url, "url", canonical_url (page->renderer->site, output->path));
    set_take (url, "updated", is_dated ? date_iso (output->document->date) : NULL);
    view_list_add (urls, url);
  }
  view_list_end (urls, value_length (urls));
  value_set (page->data, "urls", urls);
}

/* --- the table --- */

static const struct {
  const char *template; /* NULL: by the kind of the document, or none */
  void (*fill) (Page *page);
  TemplateEscape escape;
  gboolean needs_body;
  const char *sheet; /* its style sheet when it is printed */
} pages[N_PAGES] = {
  [PAGE_DOCUMENT] = { NULL, fill_document, template_escape_html, TRUE, NULL },
  [PAGE_SCRIPT] = { "web/script", fill_script, template_escape_html, TRUE, NULL },
  [PAGE_SCRIPT_TEXT] = { "text/script", fill_script, template_escape_none, TRUE, NULL },
  [PAGE_LETTER_SHEET] = { "print/letter", fill_sheet, template_escape_html, TRUE, "print/letter.css" },
  [PAGE_LEAFLET] = { "print/leaflet", fill_sheet, template_escape_html, TRUE, "print/leaflet.css" },
  [PAGE_LEAFLET_A4] = { "print/leaflet", fill_sheet, template_escape_html, TRUE, "print/leaflet.css" },
  [PAGE_LEAFLET_TRIFOLD] = { "print/trifold", fill_sheet, template_escape_html, TRUE, "print/trifold.css" },
  [PAGE_POSTER] = { "print/poster", fill_poster, template_escape_html, TRUE, "print/poster.css" },
  [PAGE_POSTER_A3] = { "print/poster-a3", fill_poster, template_escape_html, TRUE, "print/poster.css" },
  [PAGE_SCRIPT_SHEET] = { "print/script", fill_script_sheet, template_escape_html, TRUE, "print/script.css" },
  [PAGE_SCRIPT_LARGE] = { "print/script-large", fill_script_sheet, template_escape_html, TRUE, "print/script.css" },
  [PAGE_CHECKLIST_SHEET] = { "print/checklist", fill_sheet, template_escape_html, TRUE, "print/checklist.css" },
  [PAGE_KIT] = { "web/kit", fill_kit, template_escape_html, TRUE, NULL },
  [PAGE_HOME] = { "web/home", fill_home, template_escape_html, TRUE, NULL },
  [PAGE_SECTION] = { "web/section", fill_section, template_escape_html, FALSE, NULL },
  [PAGE_OFFICES] = { "web/offices", fill_offices, template_escape_html, FALSE, NULL },
  [PAGE_OFFICE] = { "web/office", fill_office, template_escape_html, FALSE, NULL },
  [PAGE_NOT_FOUND] = { "web/404", fill_plain, template_escape_html, FALSE, NULL },
  [PAGE_FEED] = { "web/feed", fill_feed, template_escape_html, FALSE, NULL },
  [PAGE_SITEMAP] = { "web/sitemap", fill_sitemap, template_escape_html, FALSE, NULL },
  [PAGE_ROBOTS] = { "text/robots", fill_plain, template_escape_none, FALSE, NULL },
};

static const char *const document_templates[] = {
  [KIND_BULLETIN] = "web/bulletin",   [KIND_GUIDE] = "web/guide", [KIND_LETTER] = "web/letter",
  [KIND_CHECKLIST] = "web/checklist", [KIND_PAGE] = "web/page",
};
G_STATIC_ASSERT (G_N_ELEMENTS (document_templates) == N_KINDS);

static const char *
template_name (const Output *output)
{
  return output->kind == PAGE_DOCUMENT ? document_templates[output->document->kind]
                                       : pages[output->kind].template;
}

gboolean
renderer_needs_body (const Output *output)
{
  gboolean needs_body
    = pages[output->kind].needs_body || output->kind == PAGE_SSML || output->kind == PAGE_BUNDLE;
  return needs_body && output->document != NULL;
}

static gboolean
is_sheet (PageKind kind)
{
  return pages[kind].sheet != NULL || kind == PAGE_BUNDLE;
}

gboolean
renderer_prints (const Output *output)
{
  return is_sheet (output->kind);
}

/* --- making ready --- */

/* The way from the output to the root of the site. A page that is shown at any address names it from the host on. */
static char *
root_of (const Site *site, const Output *output)
{
  if (output->kind == PAGE_NOT_FOUND) {
    g_autoptr (GUri) uri = site->base_url ? g_uri_parse (site->base_url, G_URI_FLAGS_NONE, NULL) : NULL;
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
  return g_strdup_printf ("%s\n%s", root, section_of (output));
}

static void
prepare_frame (Renderer *renderer, const Output *output)
{
  g_autofree char *key = frame_key (renderer->site, output);
  Value *frame = g_hash_table_lookup (renderer->frames, key);

  if (frame == NULL) {
    g_autofree char *root = root_of (renderer->site, output);
    frame = view_frame (renderer->site, renderer->plan, renderer->sections, root, section_of (output));
    set_take (frame, "style", g_strconcat (root, renderer->style_path, NULL));
    g_hash_table_insert (renderer->frames, g_steal_pointer (&key), frame);
  }
}

/* Most documents of a campaign lead to the same manual, and all kits of a document do; its code is made once. */
static void
prepare_codes (Renderer *renderer)
{
  const Site *site = renderer->site;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); /* Set<address>, borrowed */

  renderer->codes
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) value_free);
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    const char *manual = document->manual;
    if (manual && (!g_hash_table_add (seen, (gpointer) manual) || document->n_kits > 1)
        && !g_hash_table_contains (renderer->codes, manual))
      g_hash_table_insert (renderer->codes, (gpointer) manual, view_qr (site, manual));
  }
}

Renderer *
renderer_new (const Site *site, const Plan *plan, const Lexicon *lexicon, Templates *templates,
              const PrintFiles *files, const char *style_path, const Source *style, Report *report)
{
  Renderer *renderer = g_new0 (Renderer, 1);

  *renderer = (Renderer) { .site = site,
                           .plan = plan,
                           .lexicon = lexicon,
                           .templates = templates,
                           .paper = paper_new (site, templates, files),
                           .style_path = style_path,
                           .style = style };
  renderer->frames
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) value_free);
  renderer->sections = view_sections (site, plan);
  renderer->offices = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) value_free);
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    g_hash_table_insert (renderer->offices, (gpointer) office, view_office (site, office));
  }
  prepare_codes (renderer);
  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    if (pages[output->kind].fill == NULL)
      continue;
    prepare_frame (renderer, output);
    templates_prepare (templates, output->office, template_name (output), report);
    if (is_sheet (output->kind)) {
      templates_prepare_sheet (templates, output->office, "print/print.css");
      templates_prepare_sheet (templates, output->office, pages[output->kind].sheet);
    }
  }
  return renderer;
}

void
renderer_free (Renderer *renderer)
{
  if (renderer == NULL)
    return;
  g_hash_table_unref (renderer->frames);
  value_free (renderer->sections);
  g_hash_table_unref (renderer->offices);
  g_hash_table_unref (renderer->codes);
  paper_free (renderer->paper);
  g_free (renderer);
}

/* --- rendering --- */

static gboolean
render_qr (const Renderer *renderer, const Document *document, GString *out, Report *report)
{
  g_autoptr (QrCode) code = qr_new (document->manual, renderer->site->qr_ecc);
  Source named = { document->path, "", 0 };

  if (code == NULL) {
    report_error (report, &named, (Place) { 0, 0 }, _ ("use a shorter address"),
                  _ ("the address of the manual is too long for a QR code"));
    return FALSE;
  }
  qr_svg (code, document->manual, out);
  g_string_append_c (out, '\n');
  return TRUE;
}

RenderJob *
render_job_new (const Renderer *renderer, const Output *outputs, guint n_outputs, cmark_node *body,
                const Source *source)
{
  RenderJob *job = g_new0 (RenderJob, 1);
  job->renderer = renderer;
  job->outputs = outputs;
  job->n_outputs = n_outputs;
  job->printed = g_new0 (Printed, n_outputs);
  job->document = outputs->document;
  job->body = body;
  job->source = source;
  return job;
}

void
render_job_free (RenderJob *job)
{
  if (job == NULL)
    return;
  for (guint i = 0; i < job->n_outputs; i++)
    sheet_facts_clear (&job->printed[i].facts);
  g_free (job->printed);
  value_free (job->document_view);
  value_free (job->sheet_view);
  value_free (job->script_view);
  script_free (job->script);
  g_free (job);
}

static gboolean
render_page (RenderJob *job, const Output *output, GString *out, Report *report)
{
  const Renderer *renderer = job->renderer;
  const Template *template = templates_get (renderer->templates, output->office, template_name (output));

  if (template == NULL)
    return FALSE;
  g_autoptr (Value) data = value_map ();
  g_autofree char *key = frame_key (renderer->site, output);
  Page page = { renderer, job, output, report, data };
  value_set_lent (data, "office", g_hash_table_lookup (renderer->offices, output->office));
  pages[output->kind].fill (&page);
  return template_fill (template, g_hash_table_lookup (renderer->frames, key), data, pages[output->kind].escape, out,
                        report);
}

/* The sheets of all offices of a province that the document is sent to, as one page. */
static gboolean
fill_bundle (RenderJob *job, const Output *output, GString *out, Report *report)
{
  const Document *document = output->document;
  g_autoptr (Bundle) bundle = bundle_new ();
  g_autoptr (GString) sheet = g_string_new (NULL);

  for (guint i = 0; i < document->n_kits; i++) {
    Output part = { .kind = output->bundled, .path = output->path, .document = document, .office = document->kits[i], .is_kit = TRUE };
    if (plan_province_of (job->renderer->site, part.office) != output->province)
      continue;
    g_string_truncate (sheet, 0);
    if (!render_page (job, &part, sheet, report))
      return FALSE;
    if (!bundle_add (bundle, sheet->str)) {
      const Source named = { output->path, "", 0 };
      report_error (report, &named, (Place) { 0, 0 }, NULL, _ ("a print page needs a head and a body"));
      return FALSE;
    }
  }
  bundle_write (bundle, out);
  return TRUE;
}

gboolean
render_job_render (RenderJob *job, const Output *output, GString *out, Report *report)
{
  const Renderer *renderer = job->renderer;

  if (output->kind == PAGE_QR)
    return render_qr (renderer, output->document, out, report);
  if (output->kind == PAGE_SSML) {
    ssml_script (out, job_script (job, report));
    return TRUE;
  }
  if (output->kind == PAGE_STYLE) {
    g_string_append_len (out, renderer->style->text, renderer->style->length);
    return TRUE;
  }
  if (is_sheet (output->kind))
    return render_sheet (job, output, out, report);
  return render_page (job, output, out, report);
}

const SheetFacts *
render_job_facts (const RenderJob *job, const Output *output)
{
  const Printed *printed = &job->printed[output - job->outputs];
  return printed->size > 0 ? &printed->facts : NULL;
}
