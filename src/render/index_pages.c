/* SPDX-License-Identifier: MIT */
#include "render/index_pages.h"

#include "model/web.h"
#include "render/view.h"
#include "text/fill.h"
#include "text/fold.h"

#include <string.h>

/* --- the archive --- */

/* A text of months. Caller frees. */
static char *
month_text (const Site *site, const char *key, const PlanMonth *month)
{
  g_autofree char *number = g_strdup_printf ("%d", month->month);
  g_autofree char *year = g_strdup_printf ("%d", month->year);

  return text_fill (site_text (site, "vi", key), "month", number, "year", year, "site", site->title,
                    NULL);
}

static Value *
view_month (const Site *site, const PlanMonth *month)
{
  Value *map = value_map ();

  value_set_text_take (map, "title", month_text (site, "month_title", month));
  value_set_text_take (map, "href", plan_month_path (month));
  value_set_text_take (map, "count", g_strdup_printf ("%u", month->documents->len));
  return map;
}

void
index_page_archive (PageContext *page)
{
  const Site *site = page->renderer->site;
  const GArray *months = page->renderer->plan->months;
  Value *years = value_list ();
  Value *list = NULL;

  page_set_by_product (page, site_text (site, "vi", "archive_lead"), "vi");
  for (guint i = 0; i < months->len; i++) {
    const PlanMonth *month = &g_array_index (months, PlanMonth, i);
    if (list == NULL || month->year != g_array_index (months, PlanMonth, i - 1).year) {
      Value *year = value_map ();
      list = value_list ();
      value_set_text_take (year, "title", month_text (site, "year_title", month));
      value_set (year, "months", list);
      view_list_add (years, year);
    }
    view_list_add (list, view_month (site, month));
  }
  view_list_end (years, value_length (years));
  value_set (page->data, "years", years);
}

void
index_page_month (PageContext *page)
{
  const PlanMonth *month = page->output->archived;
  const Site *site = page->renderer->site;
  g_autofree char *title = month_text (site, "month_of_year", month);
  g_autofree char *description = month_text (site, "month_description", month);

  page_set (page, title, description, "vi");
  value_set (page->data, "items",
             view_items (site, month->documents, 0, month->documents->len));
}

/* --- the map of the site --- */

/* Titles of a section on the map; the others are one page further. */
#define TITLES_A_SECTION 30

static Value *
view_titles (const GPtrArray *documents)
{
  Value *list = value_list ();

  for (guint i = 0; documents && i < MIN (documents->len, TITLES_A_SECTION); i++)
    view_list_add (list, view_reference (documents->pdata[i]));
  view_list_end (list, value_length (list));
  return list;
}

/* Pages at the top, which are in no section. */
static Value *
view_top_pages (const Plan *plan)
{
  Value *list = value_list ();

  for (guint i = 0; i < plan->listed->len; i++) {
    const Document *document = plan->listed->pdata[i];
    if (*document->section == '\0')
      view_list_add (list, view_reference (document));
  }
  view_list_end (list, value_length (list));
  return list;
}

void
index_page_site_map (PageContext *page)
{
  const Site *site = page->renderer->site;
  const Plan *plan = page->renderer->plan;
  Value *groups = value_list ();
  g_autofree char *description =
    text_fill (site_text (site, "vi", "site_map_description"), "site", site->title, NULL);

  page_set_by_product (page, description, "vi");
  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    const GPtrArray *documents = plan_section_documents (plan, section);
    Value *group = value_map ();
    value_set_text (group, "title", section->title);
    value_set_text_take (group, "href", plan_section_path (section, 1));
    value_set_bool (group, "has_more", documents && documents->len > TITLES_A_SECTION);
    value_set (group, "items", view_titles (documents));
    view_list_add (groups, group);
  }
  view_list_end (groups, site->sections->len);
  value_set (page->data, "groups", groups);
  value_set (page->data, "items", view_top_pages (plan));
  value_set_bool (page->data, "has_archive", plan->months->len > 0);
}

void
index_page_contact (PageContext *page)
{
  const Site *site = page->renderer->site;
  g_autofree char *description = text_fill (site_text (site, "vi", "contact_description"), "office",
                                            site->office->name, NULL);

  page_set_by_product (page, description, "vi");
}

/* --- provinces --- */

static void
office_line_clear (gpointer data)
{
  g_free (((IndexOffice *) data)->folded);
}

/* Former ones come last. */
static int
compare_office_lines (gconstpointer a, gconstpointer b)
{
  const IndexOffice *one = a;
  const IndexOffice *other = b;
  if (one->is_former != other->is_former)
    return one->is_former - other->is_former;
  int order = strcmp (one->folded, other->folded);
  return order ? order : strcmp (one->office->id, other->office->id);
}

GArray *
index_sorted_offices (const Site *site, const GPtrArray *offices)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (IndexOffice));

  g_array_set_clear_func (lines, office_line_clear);
  for (guint i = 0; i < offices->len; i++) {
    const Office *office = offices->pdata[i];
    IndexOffice line = { office, text_fold (office->name), office_is_former (office, site->now) };
    g_array_append_val (lines, line);
  }
  g_array_sort (lines, compare_office_lines);
  return lines;
}

char *
index_province_name (const Site *site, const PlanProvince *province)
{
  if (province->province == NULL)
    return g_strdup (site_text (site, "vi", "no_province"));
  g_autofree char *name = locality_full_name (province->province);
  return text_capitalise (name);
}

Value *
index_view_offices (const PageContext *page, const PlanProvince *province)
{
  g_autoptr (GArray) lines = index_sorted_offices (page->renderer->site, province->offices);
  Value *list = value_list ();

  for (guint i = 0; i < lines->len; i++) {
    const IndexOffice *line = &g_array_index (lines, IndexOffice, i);
    const Value *view = g_hash_table_lookup (page->renderer->offices, line->office);
    Value *map = value_map ();
    value_set_text (map, "name", line->office->name);
    value_set_shared (map, "href", value_find (view, "href"));
    value_set_shared (map, "is_former", value_find (view, "is_former"));
    view_list_add (list, map);
  }
  view_list_end (list, lines->len);
  return list;
}

void
index_page_province (PageContext *page)
{
  const PlanProvince *province = page->output->offices;
  const Site *site = page->renderer->site;
  g_autofree char *name = index_province_name (site, province);
  g_autofree char *count = g_strdup_printf ("%u", province->offices->len);
  g_autofree char *title =
    text_fill (site_text (site, "vi", "province_title"), "province", name, NULL);
  g_autofree char *description = text_fill (site_text (site, "vi", "province_description"), "count",
                                            count, "province", name, NULL);

  page_set (page, title, description, "vi");
  value_set_text (page->data, "province", name);
  value_set (page->data, "offices", index_view_offices (page, province));
}

/* --- old addresses --- */

void
index_page_moved (PageContext *page)
{
  const Document *document = page->job->document;

  page_set (page, document->title, NULL, document->lang);
  value_set (page->data, "target", view_reference (document));
}

/* The address is told in clear before it is followed. */
void
index_page_short_link (PageContext *page)
{
  const Site *site = page->renderer->site;
  const ShortLink *link = page->output->link;
  g_autofree char *full =
    link->target && !link->is_external ? site_url (site, link->target) : NULL;
  g_autofree char *host = link->target && link->is_external ? web_host (link->target) : NULL;
  Value *map = value_null ();

  page_set (page, link->title ? link->title : site_text (site, "vi", "code_title"), NULL, "vi");
  if (link->target) {
    map = value_map ();
    value_set_text (map, "title", link->title);
    value_set_text (map, "href", link->target);
    value_set_bool (map, "is_external", link->is_external);
    value_set_text (map, "address", full ? full : link->target);
    value_set_text (map, "host", host);
  }
  value_set (page->data, "target", map);
}
