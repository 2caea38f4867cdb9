/* SPDX-License-Identifier: MIT */
#include "render/list_pages.h"

#include "render/broadcasts.h"
#include "render/index_pages.h"
#include "render/view.h"
#include "text/fill.h"

#include <string.h>

#define ITEMS_ON_HOME_PAGE 10
#define EVENTS_ON_HOME_PAGE 6
#define ENTRIES_IN_FEED    30

/* The guides come first on the home page; what is new follows without them. What has no date is not
 * new. */
static void
split_guides (const Plan *plan, GPtrArray *guides, GPtrArray *others)
{
  for (guint i = 0; i < plan->newest->len; i++) {
    const Document *document = plan->newest->pdata[i];
    if (document->kind == KIND_GUIDE)
      g_ptr_array_add (guides, (gpointer) document);
    else if (date_is_set (document->date) && !g_ptr_array_find (plan->events, document, NULL))
      g_ptr_array_add (others, (gpointer) document);
  }
}

void
list_page_home (PageContext *page)
{
  const Site *site = page->renderer->site;
  const Plan *plan = page->renderer->plan;
  g_autoptr (GPtrArray) guides = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  Value *groups = value_list ();

  page_set (page, site->title, site->summary, "vi");
  value_set (page->data, "intro",
             page->job->body ? page_body (page, KIND_PAGE, NULL) : value_null ());
  split_guides (plan, guides, others);
  value_set (page->data, "guides", view_items (site, guides, 0, ITEMS_ON_HOME_PAGE));
  value_set (page->data, "events", view_groups (site, plan->events, 0, EVENTS_ON_HOME_PAGE));
  value_set (page->data, "latest", view_items (site, others, 0, ITEMS_ON_HOME_PAGE));
  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    if (!section_is_in_menu (section, NULL))
      continue;
    Value *group = value_map ();
    value_set_text (group, "title", section->title);
    value_set_text (group, "summary", section->summary);
    value_set_text_take (group, "href", plan_section_path (section, 1));
    value_set (group, "items",
               view_items (site, plan_section_documents (plan, section), 0, ITEMS_ON_HOME_PAGE));
    view_list_add (groups, group);
  }
  view_list_end (groups, value_length (groups));
  value_set (page->data, "groups", groups);
  broadcasts_set_today (page);
}

/* Where a page of a list stands. Caller frees. */
typedef char *(*PagePath) (gconstpointer owner, guint number);

static char *
section_path (gconstpointer section, guint number)
{
  return plan_section_path (section, number);
}

static char *
office_path (gconstpointer office, guint number)
{
  return plan_office_path (office, number);
}

static char *
letter_path (gconstpointer letter, guint number)
{
  return plan_letter_path (letter, number);
}

/* Pages around the current one are named, and the first and the last. */
#define PAGES_AROUND 2

static gboolean
is_named (guint number, guint current, guint n_pages)
{
  return number == 1 || number == n_pages
         || (number + PAGES_AROUND >= current && number <= current + PAGES_AROUND);
}

static Value *
view_page_link (gconstpointer owner, PagePath path, guint number, guint current, gboolean is_gap)
{
  Value *map = value_map ();

  value_set_text_take (map, "number", g_strdup_printf ("%u", number));
  value_set_text_take (map, "href", path (owner, number));
  value_set_bool (map, "is_current", number == current);
  value_set_bool (map, "is_gap", is_gap);
  return map;
}

/* Sets `pages`, `previous`, `next`. A single page that is left out is named all the same: “…” would
 * take as much room. */
static void
set_pages (Value *data, gconstpointer owner, PagePath path, guint n_pages, guint current)
{
  Value *list = value_list ();

  for (guint number = 1; n_pages > 1 && number <= n_pages; number++) {
    gboolean is_gap =
      !is_named (number, current, n_pages)
      && !(is_named (number - 1, current, n_pages) && is_named (number + 1, current, n_pages));
    if (!is_gap || is_named (number - 1, current, n_pages))
      view_list_add (list, view_page_link (owner, path, number, current, is_gap));
  }
  view_list_end (list, value_length (list));
  value_set (data, "pages", list);
  value_set_text_take (data, "previous", current > 1 ? path (owner, current - 1) : NULL);
  value_set_text_take (data, "next", current < n_pages ? path (owner, current + 1) : NULL);
}

/* “Bản tin, trang 2”: no two pages have the same name. Caller frees. */
static char *
numbered (const PageContext *page, const char *title, guint number)
{
  const char *form = site_text (page->renderer->site, output_lang (page->output), "numbered_title");
  g_autofree char *text = g_strdup_printf ("%u", number);

  return number > 1 ? text_fill (form, "title", title, "number", text, NULL) : g_strdup (title);
}

/* TRUE when something stood in the section that is over, or replaced. */
static gboolean
has_past (const PageContext *page, const Section *section)
{
  const GPtrArray *all = page->renderer->site->documents;

  for (guint i = 0; i < all->len; i++) {
    const Document *document = all->pdata[i];
    if (strcmp (document->section, section->id) == 0 && document_has_page (document))
      return TRUE;
  }
  return FALSE;
}

/* Caller frees. */
static char *
describe_section (const PageContext *page, const Section *section, guint number)
{
  const Site *site = page->renderer->site;
  const char *form = site_text (site, output_lang (page->output), "section_description");
  g_autofree char *text =
    section->summary
      ? g_strdup (section->summary)
      : text_fill (form, "section", section->title, "site", site->title, NULL);
  return numbered (page, text, number);
}

void
list_page_section (PageContext *page)
{
  const Plan *plan = page->renderer->plan;
  const Section *section = page->output->section;
  guint number = page->output->page_number;
  guint n_pages = plan_section_pages (plan, section);
  Value *map = value_map ();
  g_autofree char *title = numbered (page, section->title, number);
  g_autofree char *description = describe_section (page, section, number);

  page_set (page, title, description, output_lang (page->output));
  value_set_text (map, "title", title);
  value_set_text (map, "summary", section->summary);
  value_set (page->data, "section", map);
  const GPtrArray *documents = plan_section_documents (plan, section);
  guint first = (number - 1) * PLAN_ITEMS_A_PAGE;
  value_set (page->data, "items",
             view_items (page->renderer->site, documents, first, PLAN_ITEMS_A_PAGE));
  value_set (page->data, "groups",
             view_groups (page->renderer->site, documents, first, PLAN_ITEMS_A_PAGE));
  value_set_bool (page->data, "has_archive", plan->months->len > 0);
  value_set_bool (page->data, "has_expired", documents == NULL && has_past (page, section));
  set_pages (page->data, section, section_path, n_pages, number);
  value_set_text_take (page->data, "feed_href",
                       page->renderer->site->base_url ? plan_section_feed (plan, section) : NULL);
}

void
list_page_language (PageContext *page)
{
  const Site *site = page->renderer->site;
  const Plan *plan = page->renderer->plan;
  const SiteLanguage *language = page->output->language;
  const GPtrArray *documents = g_hash_table_lookup (plan->by_language, language);
  const char *title = language->title ? language->title : site->title;
  g_autofree char *description =
    language->summary ? g_strdup (language->summary)
                      : text_fill (site_text (site, language->code, "language_home_description"),
                                   "site", title, NULL);

  page_set (page, title, description, language->code);
  value_set (page->data, "items",
             view_items (site, documents, 0, documents ? documents->len : 0));
}

/* Provinces first; their offices below them, or on pages of their own when they are many. */
void
list_page_offices (PageContext *page)
{
  const Site *site = page->renderer->site;
  const Plan *plan = page->renderer->plan;
  Value *provinces = value_list ();

  g_autofree char *description =
    text_fill (site_text (site, "vi", "offices_description"), "site", site->title, NULL);
  page_set_by_product (page, description, "vi");
  for (guint i = 0; i < plan->provinces->len; i++) {
    const PlanProvince *province = &g_array_index (plan->provinces, PlanProvince, i);
    Value *map = value_map ();
    value_set_text_take (map, "name", index_province_name (site, province));
    value_set_text_take (map, "href",
                         plan->has_province_pages ? plan_province_path (province) : NULL);
    value_set_text_take (map, "count", g_strdup_printf ("%u", province->offices->len));
    value_set (map, "offices",
               plan->has_province_pages ? value_list () : index_view_offices (page, province));
    view_list_add (provinces, map);
  }
  view_list_end (provinces, value_length (provinces));
  value_set_bool (page->data, "has_pages", plan->has_province_pages);
  value_set (page->data, "provinces", provinces);
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
    value_set_text_take (map, "href", plan_kit_path (document, office));
    view_list_add (list, map);
  }
  view_list_end (list, value_length (list));
  return list;
}

void
list_page_office (PageContext *page)
{
  const Site *site = page->renderer->site;
  const Office *office = page->output->office;
  const GPtrArray *documents = g_hash_table_lookup (page->renderer->plan->by_office, office);
  guint number = page->output->page_number;
  g_autofree char *title = numbered (page, office->name, number);
  g_autofree char *description =
    text_fill (site_text (site, "vi", "office_description"), "office", title, NULL);

  page_set (page, title, description, "vi");
  value_set_bool (page->data, "is_first_page", number == 1);
  value_set (page->data, "items",
             view_items (site, documents, (number - 1) * PLAN_ITEMS_A_PAGE, PLAN_ITEMS_A_PAGE));
  value_set (page->data, "kits",
             number == 1 ? view_kits (page->renderer->plan, office) : value_list ());
  set_pages (page->data, office, office_path, plan_office_pages (page->renderer->plan, office),
             number);
  value_set_text_take (page->data, "station_href",
                       g_hash_table_contains (page->renderer->plan->airs, office)
                         ? plan_station_path (office)
                         : NULL);
  value_set_text_take (page->data, "feed_href",
                       site->base_url
                         ? plan_office_feed (page->renderer->plan, office)
                         : NULL);
}

/* --- the search, and the list from A to Z --- */

/* More offices than one looks through in a list: the search itself finds them. */
#define MOST_CHOICES 200

static void
add_choice (Value *list, const char *what, const char *id, const char *title)
{
  Value *map = value_map ();

  value_set_text_take (map, "value", g_strdup_printf ("%s-%s", what, id));
  value_set_text (map, "title", title);
  view_list_add (list, map);
}

/* One choice is none. */
static void
set_choices (Value *map, const char *name, Value *list_take)
{
  guint n = value_length (list_take);

  view_list_end (list_take, n);
  if (n > 1 && n <= MOST_CHOICES)
    value_set (map, name, list_take);
  else {
    value_free (list_take);
    value_set (map, name, value_list ());
  }
}

static Value *
view_kinds (const Site *site, const char *lang)
{
  Value *list = value_list ();
  guint kinds = 0;

  for (guint i = 0; i < site->documents->len; i++)
    kinds |= 1u << ((const Document *) site->documents->pdata[i])->kind;
  for (DocumentKind kind = 0; kind < N_KINDS; kind++)
    if (kinds & 1u << kind) {
      g_autofree char *name = site_kind_name (site, lang, kind);
      add_choice (list, "k", document_kind_id (kind), name);
    }
  add_choice (list, "k", "office", site_text (site, lang, "kind_office"));
  return list;
}

static Value *
view_section_choices (const Site *site)
{
  Value *list = value_list ();

  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    add_choice (list, "s", section->id, section->title);
  }
  return list;
}

static void
set_office_choices (Value *map, const Site *site, const Plan *plan)
{
  g_autoptr (GArray) lines = index_sorted_offices (site, site->office_list);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL); /* Set<Locality> */
  Value *offices = value_list (), *provinces = value_list ();

  for (guint i = 0; i < lines->len; i++) {
    const Office *office = g_array_index (lines, IndexOffice, i).office;
    const Locality *province = plan_province_of (site, office);
    if (g_hash_table_contains (plan->by_office, office))
      add_choice (offices, "o", office->id, office->name);
    if (province && g_hash_table_add (seen, (gpointer) province)) {
      const PlanProvince one = { province, NULL };
      g_autofree char *name = index_province_name (site, &one);
      add_choice (provinces, "p", province->code, name);
    }
  }
  set_choices (map, "offices", offices);
  set_choices (map, "provinces", provinces);
}

static Value *
view_letters (const Plan *plan, const char *current)
{
  Value *list = value_list ();

  for (guint i = 0; i < plan->letters->len; i++) {
    const PlanLetter *letter = plan->letters->pdata[i];
    Value *map = value_map ();
    value_set_text_take (map, "title", view_letter_text (letter->letter));
    value_set_text_take (map, "href", plan_letter_path (letter->letter, 1));
    value_set_bool (map, "is_current", g_strcmp0 (letter->letter, current) == 0);
    view_list_add (list, map);
  }
  view_list_end (list, value_length (list));
  return list;
}

void
list_page_search (PageContext *page)
{
  const Site *site = page->renderer->site;
  const char *lang = output_lang (page->output);
  g_autofree char *description =
    text_fill (site_text (site, lang, "search_description"), "site", site->title, NULL);
  Value *map = value_map ();

  page_set_by_product (page, description, lang);
  set_choices (map, "kinds", view_kinds (site, lang));
  set_choices (map, "sections", view_section_choices (site));
  set_office_choices (map, site, page->renderer->plan);
  value_set (page->data, "search", map);
  value_set (page->data, "letters", view_letters (page->renderer->plan, NULL));
}

static const PlanLetter *
letter_of (const Plan *plan, const char *name)
{
  guint i = 0;
  while (strcmp (((const PlanLetter *) plan->letters->pdata[i])->letter, name) != 0)
    i++;
  return plan->letters->pdata[i];
}

void
list_page_letter (PageContext *page)
{
  const Site *site = page->renderer->site;
  const Plan *plan = page->renderer->plan;
  const PlanLetter *letter = letter_of (plan, page->output->letter);
  guint number = page->output->page_number;
  g_autofree char *text = view_letter_text (letter->letter);
  g_autofree char *whole =
    text_fill (site_text (site, "vi", "letter_title"), "letter", text, NULL);
  g_autofree char *title = numbered (page, whole, number);
  g_autofree char *description = text_fill (site_text (site, "vi", "letter_description"), "title",
                                            title, "site", site->title, NULL);

  page_set (page, title, description, "vi");
  value_set (page->data, "letters", view_letters (plan, letter->letter));
  value_set (
    page->data, "items",
    view_items (site, letter->documents, (number - 1) * PLAN_TITLES_A_PAGE, PLAN_TITLES_A_PAGE));
  set_pages (page->data, letter->letter, letter_path, plan_letter_pages (letter), number);
}

void
list_page_plain (PageContext *page)
{
  page_set (page, page->renderer->site->title, NULL, "vi");
}

/* What a feed lists: all that is new, or what is new of a section or an office. */
typedef struct {
  const GPtrArray *documents; /* or NULL */
  char *title;                /* owned */
  char *page;                 /* owned: the page of which it is the feed */
} FeedOf;

static FeedOf
feed_of (const PageContext *page)
{
  const Plan *plan = page->renderer->plan;
  const Site *site = page->renderer->site;
  const Output *output = page->output;

  if (output->product->scope == PRODUCT_OF_SECTION_FEED)
    return (FeedOf){ plan_section_documents (plan, output->section),
                     g_strdup_printf ("%s – %s", output->section->title, site->title),
                     plan_section_path (output->section, 1) };
  if (output->product->scope == PRODUCT_OF_OFFICE_FEED)
    return (FeedOf){ g_hash_table_lookup (plan->by_office, output->office),
                     g_strdup_printf ("%s – %s", output->office->name, site->title),
                     plan_office_path (output->office, 1) };
  return (FeedOf){ plan->newest, g_strdup (site->title), g_strdup ("index.html") };
}

/* The newest that have a date; a list may be in another order. Caller unrefs. */
static GPtrArray *
dated_of (const GPtrArray *documents)
{
  GPtrArray *dated = g_ptr_array_new ();

  for (guint i = 0; documents && i < documents->len; i++)
    if (date_is_set (((const Document *) documents->pdata[i])->date))
      g_ptr_array_add (dated, documents->pdata[i]);
  g_ptr_array_sort (dated, document_compare_newest);
  return dated;
}

void
list_page_feed (PageContext *page)
{
  const Site *site = page->renderer->site;
  FeedOf of = feed_of (page);
  g_autoptr (GPtrArray) dated = dated_of (of.documents);
  Value *feed = value_map ();
  Value *entries = value_list ();
  Date last = dated->len > 0 ? ((const Document *) dated->pdata[0])->date : (Date){ 1970, 1, 1 };

  page_set (page, of.title, NULL, output_lang (page->output));
  for (guint i = 0; i < MIN (dated->len, ENTRIES_IN_FEED); i++) {
    const Document *document = dated->pdata[i];
    Value *entry = view_item (site, document);
    g_autofree char *url = site_url (site, document->href);
    value_set_text (entry, "id", url);
    value_set_text (entry, "url", url);
    value_set_text_take (entry, "updated", moment_iso (moment_of_date (document->date)));
    view_list_add (entries, entry);
  }
  view_list_end (entries, value_length (entries));
  value_set_text (feed, "title", of.title);
  value_set_text_take (feed, "id", site_url (site, of.page));
  value_set_text_take (feed, "page", site_url (site, of.page));
  value_set_text_take (feed, "updated", moment_iso (moment_of_date (last)));
  value_set_text_take (feed, "href", site_url (site, page->output->path));
  value_set (page->data, "feed", feed);
  value_set (page->data, "entries", entries);
  g_free (of.title);
  g_free (of.page);
}

void
list_page_sitemap (PageContext *page)
{
  const Plan *plan = page->renderer->plan;
  Value *urls = value_list ();

  list_page_plain (page);
  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    if (!output->product->in_sitemap)
      continue;
    if (output->document && output->document->is_draft)
      continue;
    Value *url = value_map ();
    gboolean is_dated = output->document && date_is_set (output->document->date);
    value_set_text_take (url, "url", site_url (page->renderer->site, output->path));
    value_set_text_take (url, "updated", is_dated ? date_iso (output->document->date) : NULL);
    view_list_add (urls, url);
  }
  view_list_end (urls, value_length (urls));
  value_set (page->data, "urls", urls);
}
