/* SPDX-License-Identifier: MIT */
#include "render/list_pages.h"

#include "render/view.h"
#include "text/fold.h"

#include <string.h>

#define ITEMS_ON_HOME_PAGE 10
#define ENTRIES_IN_FEED    30

/* The guides come first on the home page; what is new follows without them. */
static void
split_guides (const Plan *plan, GPtrArray *guides, GPtrArray *others)
{
  for (guint i = 0; i < plan->newest->len; i++) {
    const Document *document = plan->newest->pdata[i];
    g_ptr_array_add (document->kind == KIND_GUIDE ? guides : others, (gpointer) document);
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
  value_set (page->data, "intro", page->job->body ? page_body (page, KIND_PAGE) : value_null ());
  split_guides (plan, guides, others);
  value_set (page->data, "guides", view_items (guides, 0, ITEMS_ON_HOME_PAGE));
  value_set (page->data, "latest", view_items (others, 0, ITEMS_ON_HOME_PAGE));
  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    Value *group = value_map ();
    value_set_text (group, "title", section->title);
    value_set_text (group, "summary", section->summary);
    value_set_text_take (group, "href", plan_section_path (section, 1));
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
    value_set_text_take (map, "number", g_strdup_printf ("%u", number));
    value_set_text_take (map, "href", plan_section_path (section, number));
    value_set_bool (map, "is_current", number == current);
    view_list_add (list, map);
  }
  view_list_end (list, value_length (list));
  return list;
}

void
list_page_section (PageContext *page)
{
  const Plan *plan = page->renderer->plan;
  const Section *section = page->output->section;
  guint number = page->output->page_number;
  guint n_pages = plan_section_pages (plan, section);
  Value *map = value_map ();

  page_set (page, section->title, section->summary, "vi");
  value_set_text (map, "title", section->title);
  value_set_text (map, "summary", section->summary);
  value_set (page->data, "section", map);
  value_set (page->data, "items",
             view_items (plan_section_documents (plan, section), (number - 1) * PLAN_ITEMS_A_PAGE,
                         PLAN_ITEMS_A_PAGE));
  value_set (page->data, "pages", view_pages (section, n_pages, number));
  value_set_text_take (page->data, "previous",
                       number > 1 ? plan_section_path (section, number - 1) : NULL);
  value_set_text_take (page->data, "next",
                       number < n_pages ? plan_section_path (section, number + 1) : NULL);
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
  const Locality *province =
    locality_province (site->localities, office->locality, office->valid_to);
  if (province == NULL)
    return NULL;
  g_autofree char *name = locality_full_name (province);
  return text_capitalise (name);
}

void
list_page_offices (PageContext *page)
{
  const Site *site = page->renderer->site;
  g_autoptr (GArray) lines = sorted_offices (site);
  Value *list = value_list ();

  page_set (page, "Các cơ quan", NULL, "vi");
  for (guint i = 0; i < lines->len; i++) {
    const Office *office = g_array_index (lines, OfficeLine, i).office;
    const Value *view = g_hash_table_lookup (page->renderer->offices, office);
    Value *map = value_map ();
    value_set_text (map, "name", office->name);
    value_set_shared (map, "href", value_find (view, "href"));
    value_set_shared (map, "is_former", value_find (view, "is_former"));
    value_set_text_take (map, "province", province_name (site, office));
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
    value_set_text_take (map, "href", plan_kit_path (document, office));
    view_list_add (list, map);
  }
  view_list_end (list, value_length (list));
  return list;
}

void
list_page_office (PageContext *page)
{
  const Office *office = page->output->office;
  const GPtrArray *documents = g_hash_table_lookup (page->renderer->plan->by_office, office);

  page_set (page, office->name, NULL, "vi");
  value_set (page->data, "items", view_items (documents, 0, PLAN_ITEMS_A_PAGE));
  value_set (page->data, "kits", view_kits (page->renderer->plan, office));
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
view_kinds (const Site *site)
{
  Value *list = value_list ();
  guint kinds = 0;

  for (guint i = 0; i < site->documents->len; i++)
    kinds |= 1u << ((const Document *) site->documents->pdata[i])->kind;
  for (DocumentKind kind = 0; kind < N_KINDS; kind++)
    if (kinds & 1u << kind)
      add_choice (list, "k", document_kind_id (kind), document_kind_word (kind));
  add_choice (list, "k", "office", "Cơ quan");
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
  g_autoptr (GArray) lines = sorted_offices (site);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL); /* Set<Locality> */
  Value *offices = value_list (), *provinces = value_list ();

  for (guint i = 0; i < lines->len; i++) {
    const Office *office = g_array_index (lines, OfficeLine, i).office;
    const Locality *province = plan_province_of (site, office);
    if (g_hash_table_contains (plan->by_office, office))
      add_choice (offices, "o", office->id, office->name);
    if (province && g_hash_table_add (seen, (gpointer) province)) {
      g_autofree char *name = province_name (site, office);
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
  Value *map = value_map ();

  page_set (page, "Tìm kiếm", NULL, "vi");
  set_choices (map, "kinds", view_kinds (site));
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

static Value *
view_letter_pages (const PlanLetter *letter, guint current)
{
  Value *list = value_list ();
  guint n_pages = plan_letter_pages (letter);

  for (guint number = 1; n_pages > 1 && number <= n_pages; number++) {
    Value *map = value_map ();
    value_set_text_take (map, "number", g_strdup_printf ("%u", number));
    value_set_text_take (map, "href", plan_letter_path (letter->letter, number));
    value_set_bool (map, "is_current", number == current);
    view_list_add (list, map);
  }
  view_list_end (list, value_length (list));
  return list;
}

void
list_page_letter (PageContext *page)
{
  const Plan *plan = page->renderer->plan;
  const PlanLetter *letter = letter_of (plan, page->output->letter);
  guint number = page->output->page_number;
  g_autofree char *text = view_letter_text (letter->letter);
  g_autofree char *title = number == 1 ? g_strdup_printf ("Từ A đến Z: %s", text)
                                       : g_strdup_printf ("Từ A đến Z: %s, trang %u", text, number);

  page_set (page, title, NULL, "vi");
  value_set (page->data, "letters", view_letters (plan, letter->letter));
  value_set (page->data, "items",
             view_items (letter->documents, (number - 1) * PLAN_TITLES_A_PAGE, PLAN_TITLES_A_PAGE));
  value_set (page->data, "pages", view_letter_pages (letter, number));
}

void
list_page_plain (PageContext *page)
{
  page_set (page, page->renderer->site->title, NULL, "vi");
}

void
list_page_feed (PageContext *page)
{
  const Site *site = page->renderer->site;
  const GPtrArray *newest = page->renderer->plan->newest;
  Value *feed = value_map ();
  Value *entries = value_list ();
  Date last = { 1970, 1, 1 };

  list_page_plain (page);
  for (guint i = 0; i < newest->len && value_length (entries) < ENTRIES_IN_FEED; i++) {
    const Document *document = newest->pdata[i];
    if (!date_is_set (document->date))
      continue;
    Value *entry = view_item (document);
    g_autofree char *url = page_url (site, document->href);
    value_set_text (entry, "id", url);
    value_set_text (entry, "url", url);
    value_set_text_take (entry, "updated", moment_iso (moment_of_date (document->date)));
    view_list_add (entries, entry);
    if (date_compare (document->date, last) > 0)
      last = document->date;
  }
  view_list_end (entries, value_length (entries));
  value_set_text (feed, "id", site->base_url);
  value_set_text_take (feed, "updated", moment_iso (moment_of_date (last)));
  value_set_text_take (feed, "href", page_url (site, "feed.xml"));
  value_set (page->data, "feed", feed);
  value_set (page->data, "entries", entries);
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
    value_set_text_take (url, "url", page_url (page->renderer->site, output->path));
    value_set_text_take (url, "updated", is_dated ? date_iso (output->document->date) : NULL);
    view_list_add (urls, url);
  }
  view_list_end (urls, value_length (urls));
  value_set (page->data, "urls", urls);
}
