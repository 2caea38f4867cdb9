/* SPDX-License-Identifier: MIT */
#include "plan/lists.h"

#include <string.h>

const Locality *
plan_province_of (const Site *site, const Office *office)
{
  return locality_province (site->localities, office->locality, office->valid_to);
}

GPtrArray *
lists_at (GHashTable *table, gconstpointer key)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (table, (gpointer) key, list);
  }
  return list;
}

/* Notices in the order in which they happen. */
static int
compare_events (gconstpointer a, gconstpointer b, gpointer today)
{
  const Document *one = *(const Document *const *) a;
  const Document *other = *(const Document *const *) b;
  const Phase *first = document_next_phase (one, *(Date *) today);
  const Phase *second = document_next_phase (other, *(Date *) today);
  int order = date_compare (first->from, second->from);
  return order ? order : strcmp (one->path, other->path);
}

/* What is still to happen comes before the rest of its section. */
static int
compare_listed (gconstpointer a, gconstpointer b, gpointer today)
{
  const Document *one = *(const Document *const *) a;
  const Document *other = *(const Document *const *) b;
  gboolean is_one = document_next_phase (one, *(Date *) today) != NULL;
  gboolean is_other = document_next_phase (other, *(Date *) today) != NULL;

  if (is_one && is_other)
    return compare_events (a, b, today);
  return is_one != is_other ? is_other - is_one : document_compare_newest (a, b);
}

static void
make_events (Plan *plan, const Site *site)
{
  Date today = date_of_moment (site->now);
  g_autoptr (GHashTable) sections = g_hash_table_new (NULL, NULL); /* Set<GPtrArray> */
  GHashTableIter iter;
  gpointer section;

  for (guint i = 0; i < plan->newest->len; i++) {
    const Document *document = plan->newest->pdata[i];
    if (document_next_phase (document, today) == NULL)
      continue;
    g_ptr_array_add (plan->events, (gpointer) document);
    g_hash_table_add (sections, lists_at (plan->by_section, document->section));
  }
  g_ptr_array_sort_with_data (plan->events, compare_events, &today);
  g_hash_table_iter_init (&iter, sections);
  while (g_hash_table_iter_next (&iter, &section, NULL))
    g_ptr_array_sort_with_data (section, compare_listed, &today);
}

/* Everything that has a day stays to be found by it. */
static void
make_months (Plan *plan, const GPtrArray *newest)
{
  for (guint i = 0; i < newest->len; i++) {
    const Document *document = newest->pdata[i];
    if (!date_is_set (document->date) || !document_has_page (document))
      continue;
    PlanMonth *last =
      plan->months->len ? &g_array_index (plan->months, PlanMonth, plan->months->len - 1) : NULL;
    if (last == NULL || last->year != document->date.year || last->month != document->date.month) {
      const PlanMonth month = { document->date.year, document->date.month, g_ptr_array_new () };
      g_array_append_val (plan->months, month);
      last = &g_array_index (plan->months, PlanMonth, plan->months->len - 1);
    }
    g_ptr_array_add (last->documents, (gpointer) document);
  }
}

static void
make_series (Plan *plan, const Site *site)
{
  GHashTableIter iter;
  gpointer parts;

  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (document->series.name && document_is_listed (document, site->now))
      g_ptr_array_add (lists_at (plan->series, document->series.name), (gpointer) document);
  }
  g_hash_table_iter_init (&iter, plan->series);
  while (g_hash_table_iter_next (&iter, NULL, &parts))
    g_ptr_array_sort (parts, document_compare_parts);
}

static int
compare_provinces (gconstpointer a, gconstpointer b)
{
  const Locality *one = ((const PlanProvince *) a)->province;
  const Locality *other = ((const PlanProvince *) b)->province;

  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);
  int order = strcmp (one->code, other->code);
  return order ? order : date_compare (other->valid_from, one->valid_from);
}

static void
make_provinces (Plan *plan, const Site *site)
{
  g_autoptr (GHashTable) lists = g_hash_table_new (NULL, NULL); /* Locality → GPtrArray */
  GHashTableIter iter;
  gpointer province, offices;

  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    g_ptr_array_add (lists_at (lists, plan_province_of (site, office)), (gpointer) office);
  }
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &province, &offices)) {
    const PlanProvince one = { province, offices };
    g_array_append_val (plan->provinces, one);
  }
  g_array_sort (plan->provinces, compare_provinces);
  plan->has_province_pages = site->office_list->len > PLAN_OFFICES_A_PAGE;
}

static void
add_air (Plan *plan, const Document *document, const Office *office)
{
  /* NULL: its record could not be read, which was reported; plans are made to find the rest. */
  if (office && office->station.name)
    g_ptr_array_add (lists_at (plan->airs, office), (gpointer) document);
}

/* What each station reads: what its office issues, and what that is sent. */
static void
make_airs (Plan *plan, const Site *site)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    gboolean is_own = FALSE;
    if (!date_is_set (document->broadcast.from) || document->replaced_by
        || date_compare (document_last_airing (document, ""), document->broadcast.from) < 0)
      continue;
    for (guint j = 0; j < document->n_kits; j++) {
      is_own |= document->kits[j] == document->office;
      add_air (plan, document, document->kits[j]);
    }
    if (!is_own)
      add_air (plan, document, document->office);
  }
  for (guint i = 0; i < site->office_list->len; i++)
    if (g_hash_table_contains (plan->airs, site->office_list->pdata[i]))
      g_ptr_array_add (plan->stations, site->office_list->pdata[i]);
}

/* A section, or an office, that has nothing in Vietnamese lists what it has. */
static void
list_foreign (Plan *plan, const Site *site)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal); /* Set<id> */
  g_autoptr (GHashTable) offices = g_hash_table_new (NULL, NULL);               /* Set<Office> */

  for (guint i = 0; i < plan->listed->len; i++) {
    const Document *document = plan->listed->pdata[i];
    if (site_language (site, document->lang) == NULL)
      continue;
    if (!g_hash_table_contains (plan->by_section, document->section))
      g_hash_table_add (sections, (gpointer) document->section);
    if (!g_hash_table_contains (plan->by_office, document->office))
      g_hash_table_add (offices, (gpointer) document->office);
    if (g_hash_table_contains (sections, document->section))
      g_ptr_array_add (lists_at (plan->by_section, document->section), (gpointer) document);
    if (g_hash_table_contains (offices, document->office))
      g_ptr_array_add (lists_at (plan->by_office, document->office), (gpointer) document);
  }
}

static void
add_listed (Plan *plan, const Site *site, const Document *document)
{
  if (!document_is_listed (document, site->now))
    return;
  g_ptr_array_add (plan->listed, (gpointer) document);
  if (document->is_urgent)
    g_ptr_array_add (plan->urgent, (gpointer) document);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  const Document *one = *(const Document *const *) a, *other = *(const Document *const *) b;
  int order = strcmp (one->title_slug, other->title_slug);
  return order ? order : strcmp (one->path, other->path);
}

static void
letter_free (gpointer data)
{
  PlanLetter *letter = data;
  g_ptr_array_unref (letter->documents);
  g_free (letter);
}

static PlanLetter *
letter_at (Plan *plan, char first)
{
  const char name[] = { g_ascii_isalpha (first) ? first : '0', '\0' };
  PlanLetter *last = plan->letters->len > 0 ? plan->letters->pdata[plan->letters->len - 1] : NULL;

  if (last && strcmp (last->letter, name) == 0)
    return last;
  PlanLetter *letter = g_new (PlanLetter, 1);
  *letter = (PlanLetter){ arena_copy (plan->arena, name), g_ptr_array_new () };
  g_ptr_array_add (plan->letters, letter);
  return letter;
}

/* Titles are told apart by letters and digits alone, which also brings those without a letter to
 * the front. */
static void
make_letters (Plan *plan)
{
  g_autoptr (GPtrArray) titled = g_ptr_array_new ();

  for (guint i = 0; i < plan->listed->len; i++) {
    const Document *document = plan->listed->pdata[i];
    if (document->title_slug) /* it is missing on a site with errors */
      g_ptr_array_add (titled, (gpointer) document);
  }
  g_ptr_array_sort (titled, compare_titles);
  for (guint i = 0; i < titled->len; i++) {
    const Document *document = titled->pdata[i];
    g_ptr_array_add (letter_at (plan, *document->title_slug)->documents, (gpointer) document);
  }
}

/* --- all of them --- */

static void
sort_documents (Plan *plan, const Site *site, const GPtrArray *newest)
{
  for (guint i = 0; i < newest->len; i++)
    add_listed (plan, site, newest->pdata[i]);
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (document->translation_of)
      g_ptr_array_add (lists_at (plan->translations, document->translation_of->path),
                       (gpointer) document);
  }
  for (guint i = 0; i < plan->listed->len; i++) {
    const Document *document = plan->listed->pdata[i];
    const SiteLanguage *language = site_language (site, document->lang);
    if (language) {
      g_ptr_array_add (lists_at (plan->by_language, language), (gpointer) document);
      continue;
    }
    g_ptr_array_add (plan->newest, (gpointer) document);
    g_ptr_array_add (lists_at (plan->by_section, document->section), (gpointer) document);
    g_ptr_array_add (lists_at (plan->by_office, document->office), (gpointer) document);
  }
}

static GHashTable *
new_lists (GHashFunc hash, GEqualFunc equal)
{
  return g_hash_table_new_full (hash, equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
month_clear (gpointer data)
{
  g_ptr_array_unref (((PlanMonth *) data)->documents);
}

static void
province_clear (gpointer data)
{
  g_ptr_array_unref (((PlanProvince *) data)->offices);
}

static void
make_empty (Plan *plan)
{
  plan->by_section = new_lists (g_str_hash, g_str_equal);
  plan->by_office = new_lists (NULL, NULL);
  plan->by_language = new_lists (NULL, NULL);
  plan->listed = g_ptr_array_new ();
  plan->urgent = g_ptr_array_new ();
  plan->translations = new_lists (g_str_hash, g_str_equal);
  plan->kits = new_lists (NULL, NULL);
  plan->airs = new_lists (NULL, NULL);
  plan->stations = g_ptr_array_new ();
  plan->newest = g_ptr_array_new ();
  plan->events = g_ptr_array_new ();
  plan->series = new_lists (g_str_hash, g_str_equal);
  plan->months = g_array_new (FALSE, FALSE, sizeof (PlanMonth));
  g_array_set_clear_func (plan->months, month_clear);
  plan->provinces = g_array_new (FALSE, FALSE, sizeof (PlanProvince));
  g_array_set_clear_func (plan->provinces, province_clear);
  plan->letters = g_ptr_array_new_with_free_func (letter_free);
}

void
lists_make (Plan *plan, const Site *site)
{
  g_autoptr (GPtrArray) newest = g_ptr_array_copy (site->documents, NULL, NULL);

  make_empty (plan);
  g_ptr_array_set_free_func (newest, NULL);
  g_ptr_array_sort (newest, document_compare_newest);
  sort_documents (plan, site, newest);
  list_foreign (plan, site);
  make_events (plan, site);
  make_series (plan, site);
  make_months (plan, newest);
  make_provinces (plan, site);
  make_airs (plan, site);
  make_letters (plan);
}

void
lists_clear (Plan *plan)
{
  g_hash_table_unref (plan->by_section);
  g_hash_table_unref (plan->by_office);
  g_hash_table_unref (plan->by_language);
  g_ptr_array_unref (plan->listed);
  g_ptr_array_unref (plan->urgent);
  g_hash_table_unref (plan->translations);
  g_hash_table_unref (plan->kits);
  g_hash_table_unref (plan->airs);
  g_ptr_array_unref (plan->stations);
  g_ptr_array_unref (plan->newest);
  g_ptr_array_unref (plan->letters);
  g_ptr_array_unref (plan->events);
  g_hash_table_unref (plan->series);
  g_array_unref (plan->months);
  g_array_unref (plan->provinces);
}
