/* SPDX-License-Identifier: MIT */
#include "render/list_pages.h"

#include "render/view.h"
#include "text/fold.h"

#include <string.h>

#define ITEMS_ON_HOME_PAGE 10
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
    else if (date_is_set (document->date))
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
numbered (const char *title, guint number)
{
  return number > 1 ? g_strdup_printf ("%s, trang %u", title, number) : g_strdup (title);
}

/* Caller frees. */
static char *
describe_section (const Site *site, const Section *section, guint number)
{
  g_autofree char *text = section->summary ? g_strdup (section->summary)
                                           : g_strdup_printf ("%s: các bài đã đăng trên trang %s.",
                                                              section->title, site->title);
  return numbered (text, number);
}

void
list_page_section (PageContext *page)
{
  const Plan *plan = page->renderer->plan;
  const Section *section = page->output->section;
  guint number = page->output->page_number;
  guint n_pages = plan_section_pages (plan, section);
  Value *map = value_map ();
  g_autofree char *title = numbered (section->title, number);
  g_autofree char *description = describe_section (page->renderer->site, section, number);

  page_set (page, title, description, "vi");
  value_set_text (map, "title", title);
  value_set_text (map, "summary", section->summary);
  value_set (page->data, "section", map);
  value_set (page->data, "items",
             view_items (plan_section_documents (plan, section), (number - 1) * PLAN_ITEMS_A_PAGE,
                         PLAN_ITEMS_A_PAGE));
  set_pages (page->data, section, section_path, n_pages, number);
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

  g_autofree char *description = g_strdup_printf (
    "Địa chỉ, điện thoại, giờ làm việc và giờ phát thanh của các cơ quan trên trang %s.",
    site->title);
  page_set (page, "Các cơ quan", description, "vi");
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

  guint number = page->output->page_number;
  g_autofree char *title = numbered (office->name, number);
  g_autofree char *description =
    g_strdup_printf ("Địa chỉ liên hệ, giờ phát thanh và các nội dung đã ban hành của %s.", title);

  page_set (page, title, description, "vi");
  value_set_bool (page->data, "is_first_page", number == 1);
  value_set (page->data, "items",
             view_items (documents, (number - 1) * PLAN_ITEMS_A_PAGE, PLAN_ITEMS_A_PAGE));
  value_set (page->data, "kits",
             number == 1 ? view_kits (page->renderer->plan, office) : value_list ());
  set_pages (page->data, office, office_path, plan_office_pages (page->renderer->plan, office),
             number);
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
