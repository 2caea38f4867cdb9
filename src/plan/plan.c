/* SPDX-License-Identifier: MIT */
#include "plan/plan.h"

#include "plan/lists.h"

#include <string.h>

static void
add_output (Plan *plan, Output output)
{
  g_array_append_val (plan->outputs, output);
}

static void
add_job (Plan *plan, guint first)
{
  Job job = { first, plan->outputs->len - first };
  if (job.n > 0)
    g_array_append_val (plan->jobs, job);
}

const GPtrArray *
plan_section_documents (const Plan *plan, const Section *section)
{
  return g_hash_table_lookup (plan->by_section, section->id);
}

static guint
pages_of (const GPtrArray *documents)
{
  return documents ? (documents->len + PLAN_ITEMS_A_PAGE - 1) / PLAN_ITEMS_A_PAGE : 1;
}

guint
plan_section_pages (const Plan *plan, const Section *section)
{
  return pages_of (plan_section_documents (plan, section));
}

guint
plan_office_pages (const Plan *plan, const Office *office)
{
  return pages_of (g_hash_table_lookup (plan->by_office, office));
}

char *
plan_letter_path (const char *letter, guint page_number)
{
  return page_number == 1 ? g_strdup_printf ("a-z/%s.html", letter)
                          : g_strdup_printf ("a-z/%s-%u.html", letter, page_number);
}

guint
plan_letter_pages (const PlanLetter *letter)
{
  return (letter->documents->len + PLAN_TITLES_A_PAGE - 1) / PLAN_TITLES_A_PAGE;
}

/* --- the outputs --- */

char *
plan_section_path (const Section *section, guint page_number)
{
  return page_number == 1 ? g_strdup_printf ("%s/index.html", section->id)
                          : g_strdup_printf ("%s/trang-%u.html", section->id, page_number);
}

char *
plan_office_path (const Office *office, guint page_number)
{
  return page_number == 1 ? g_strdup_printf ("co-quan/%s.html", office->id)
                          : g_strdup_printf ("co-quan/%s/trang-%u.html", office->id, page_number);
}

char *
plan_province_path (const PlanProvince *province)
{
  /* A former province may have had the code of one of today. */
  if (province->province == NULL)
    return g_strdup ("co-quan/tinh/khac.html");
  g_autofree char *end =
    date_is_set (province->province->valid_to) ? date_iso (province->province->valid_to) : NULL;
  return g_strdup_printf ("co-quan/tinh/%s%s%s.html", province->province->code, end ? "-" : "",
                          end ? end : "");
}

char *
plan_month_path (const PlanMonth *month)
{
  return g_strdup_printf ("luu-tru/%d-%02d.html", month->year, month->month);
}

static gboolean
has_news (const GPtrArray *documents)
{
  for (guint i = 0; documents && i < documents->len; i++)
    if (date_is_set (((const Document *) documents->pdata[i])->date))
      return TRUE;
  return FALSE;
}

char *
plan_section_feed (const Plan *plan, const Section *section)
{
  return has_news (plan_section_documents (plan, section))
           ? g_strdup_printf ("%s/feed.xml", section->id)
           : NULL;
}

char *
plan_office_feed (const Plan *plan, const Office *office)
{
  return has_news (g_hash_table_lookup (plan->by_office, office))
           ? g_strdup_printf ("co-quan/%s/feed.xml", office->id)
           : NULL;
}

char *
plan_kit_path (const Document *document, const Office *office)
{
  return g_strdup_printf ("co-quan/%s/%s/index.html", office->id, document->slug);
}

char *
plan_language_path (const SiteLanguage *language, const char *file)
{
  return language ? g_strdup_printf ("%s/%s", language->code, file) : g_strdup (file);
}

static gboolean
is_in_language (const Site *site, const Document *document, const SiteLanguage *language)
{
  return document_has_page (document) && site_language (site, document->lang) == language;
}

const Document *
plan_translation (const Plan *plan, const Site *site, const Document *document,
                  const SiteLanguage *language)
{
  const Document *original = document->translation_of ? document->translation_of : document;
  const GPtrArray *translations = g_hash_table_lookup (plan->translations, original->path);

  if (is_in_language (site, document, language))
    return document;
  if (is_in_language (site, original, language))
    return original;
  for (guint i = 0; translations && i < translations->len; i++)
    if (is_in_language (site, translations->pdata[i], language))
      return translations->pdata[i];
  return NULL;
}

char *
plan_station_path (const Office *office)
{
  return g_strdup_printf ("phat-thanh/%s.html", office->id);
}

char *
plan_calendar_path (const Office *office)
{
  return g_strdup_printf ("phat-thanh/%s.ics", office->id);
}

/* The folder of the files of a document. Caller frees. */
static char *
folder_of (const Document *document)
{
  return g_strndup (document->href, strlen (document->href) - strlen (".html"));
}

static gboolean
has_kit (const Document *document, const Office *office)
{
  for (guint i = 0; i < document->n_kits; i++)
    if (document->kits[i] == office)
      return TRUE;
  return FALSE;
}

char *
plan_script_path (const Document *document, const Office *office)
{
  const Product *product = product_next (NULL);

  while (product && (product->data != PRODUCT_DATA_SCRIPT || product->form != PRODUCT_PAGE))
    product = product_next (product);
  if (!document_makes (document, product))
    return NULL;
  if (!has_kit (document, office)) {
    g_autofree char *folder = folder_of (document);
    return g_strdup_printf ("%s/%s", folder, product->file);
  }
  g_autofree char *page = plan_kit_path (document, office);
  g_autofree char *folder = g_path_get_dirname (page);
  return g_strdup_printf ("%s/%s", folder, product->file);
}

const char *
output_lang (const Output *output)
{
  if (output->language)
    return output->language->code;
  if (output->section && output->section->language)
    return output->section->language->code;
  return output->document ? output->document->lang : "vi";
}

gboolean
output_needs_body (const Output *output)
{
  return output->product->needs_body && output->document != NULL;
}

guint
output_print_options (const Output *output)
{
  guint taken = output->product->print_options;
  return (output->document ? output->document->print_options : 0) & taken
         & (output->bundled ? output->bundled->print_options : taken);
}

/* Cards and texts for portals are asked for by a document, or by the site for all with a page. */
static gboolean
is_asked_for (const Plan *plan, const Product *product, const Document *document)
{
  gboolean is_for_all = (plan->has_cards && product->form == PRODUCT_PICTURE)
                        || (plan->has_fragments && product->data == PRODUCT_DATA_FRAGMENT);
  return document_makes (document, product) || (is_for_all && document_has_page (document));
}

static gboolean
is_made (const Plan *plan, const Product *product, const Document *document)
{
  if (!is_asked_for (plan, product, document)) /* as nearly always */
    return FALSE;
  gboolean has_photo = document_has_photo (document);
  return !(product->needs_photo && !has_photo) && !(product->needs_no_photo && has_photo)
         && (document->manual || !product->needs_manual)
         && (!product->needs_vietnamese || lang_is_vietnamese (document->lang));
}

/* The files of a document, or those of the kit of `kit`, in the folder `folder`. */
static void
add_files (Plan *plan, const Document *document, const Office *kit, const char *folder)
{
  for (const Product *product = product_next (NULL); product; product = product_next (product)) {
    if (!is_made (plan, product, document) || (kit && !product->in_kit))
      continue;
    add_output (plan, (Output){ .product = product,
                                .path = product->file ? arena_printf (plan->arena, "%s/%s", folder,
                                                                      product->file)
                                                      : document->href,
                                .document = document,
                                .office = kit ? kit : document->office,
                                .is_kit = kit != NULL });
  }
}

static void
plan_document (Plan *plan, const Document *document)
{
  guint first = plan->outputs->len;
  g_autofree char *folder = folder_of (document);

  add_files (plan, document, NULL, folder);
  add_job (plan, first);
}

/* A job for each office: its letterhead and its station make another script, another leaflet. */
static void
plan_kit (Plan *plan, const Document *document, const Office *office)
{
  guint first = plan->outputs->len;
  g_autofree char *page = plan_kit_path (document, office);
  g_autofree char *folder = g_path_get_dirname (page);

  add_files (plan, document, office, folder);
  if (plan->outputs->len == first)
    return;
  add_output (plan, (Output){ .product = product_of (PRODUCT_OF_KIT),
                              .path = arena_copy (plan->arena, page),
                              .document = document,
                              .office = office,
                              .is_kit = TRUE });
  add_job (plan, first);
  g_ptr_array_add (lists_at (plan->kits, office), (gpointer) document);
}

static void
plan_kits (Plan *plan, const Site *site)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    for (guint j = 0; j < document->n_kits; j++)
      plan_kit (plan, document, document->kits[j]);
  }
}

/* --- bundles --- */

static void
plan_bundles_of (Plan *plan, const Document *document, const Locality *province)
{
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (product->in_bundle && is_made (plan, product, document))
      add_output (plan,
                  (Output){ .product = product_of (PRODUCT_OF_PROVINCE),
                            .path = arena_printf (plan->arena, "nha-in/%s/%s/%s", province->code,
                                                  document->slug, product->file),
                            .document = document,
                            .office = document->office,
                            .bundled = product,
                            .province = province });
}

static void
plan_bundles (Plan *plan, const Site *site, const Document *document)
{
  guint first = plan->outputs->len;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL); /* Set<Locality> */

  for (guint i = 0; i < document->n_kits; i++) {
    const Locality *province = plan_province_of (site, document->kits[i]);
    if (province && g_hash_table_add (seen, (gpointer) province))
      plan_bundles_of (plan, document, province);
  }
  add_job (plan, first);
}

static gboolean
has_numbers (const Site *site, const Document *document, const Locality *province)
{
  for (guint i = 0; i < document->n_kits; i++)
    if (document->kits[i]->n_quantities > 0
        && plan_province_of (site, document->kits[i]) == province)
      return TRUE;
  return FALSE;
}

/* What the shop prints for whom, for each province where somebody said how many. */
static void
plan_orders (Plan *plan, const Site *site)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL); /* Set<Locality> */

  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    for (guint j = 0; j < document->n_kits; j++) {
      const Locality *province = plan_province_of (site, document->kits[j]);
      guint first = plan->outputs->len;
      if (province == NULL || g_hash_table_contains (seen, province)
          || !has_numbers (site, document, province))
        continue;
      g_hash_table_add (seen, (gpointer) province);
      add_output (plan, (Output){ .product = product_of (PRODUCT_OF_ORDER),
                                  .path = arena_printf (plan->arena, "nha-in/%s/%s", province->code,
                                                        product_of (PRODUCT_OF_ORDER)->file),
                                  .office = site->office,
                                  .province = province });
      add_job (plan, first);
    }
  }
}

/* --- what is not made of a document --- */

static void
plan_page (Plan *plan, Output output)
{
  guint first = plan->outputs->len;
  add_output (plan, output);
  add_job (plan, first);
}

/* A site that has its own page of contacts needs none of ours. */
static gboolean
is_written_by_hand (const Site *site, const Product *product)
{
  return product->form == PRODUCT_PAGE && product->file && !product->needs_body
         && !product->is_anywhere && strchr (product->file, '/') == NULL
         && g_hash_table_contains (site->hrefs, product->file);
}

/* Pages that need to know the address of the site are there only when it has one. The home page
 * has a text of its own. */
static void
plan_site_page (Plan *plan, const Site *site, const Product *product)
{
  if (is_written_by_hand (site, product)
      || (product->data == PRODUCT_DATA_BROADCASTS && plan->stations->len == 0))
    return;
  if (site->base_url || !product->needs_base_url)
    plan_page (plan, (Output){ .product = product,
                               .path = product->file ? product->file : plan->style_path,
                               .document = product->needs_body ? site->home : NULL,
                               .office = site->office });
}

static void
plan_sections (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    guint n_pages = section_is_language (section) ? 0 : plan_section_pages (plan, section);
    for (guint number = 1; number <= n_pages; number++) {
      g_autofree char *path = plan_section_path (section, number);
      plan_page (plan, (Output){ .product = product,
                                 .path = arena_copy (plan->arena, path),
                                 .office = site->office,
                                 .section = section,
                                 .page_number = number });
    }
  }
}

static void
plan_offices (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    for (guint number = 1; number <= plan_office_pages (plan, office); number++) {
      g_autofree char *path = plan_office_path (office, number);
      plan_page (plan, (Output){ .product = product,
                                 .path = arena_copy (plan->arena, path),
                                 .office = office,
                                 .page_number = number });
    }
  }
}

static void
plan_languages (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; i < site->languages->len; i++) {
    const SiteLanguage *language = &g_array_index (site->languages, SiteLanguage, i);
    g_autofree char *path = plan_language_path (language, product->file);
    plan_page (plan, (Output){ .product = product,
                               .path = arena_copy (plan->arena, path),
                               .office = site->office,
                               .language = language });
  }
}

static void
plan_feeds_of_sections (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; site->base_url && i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    g_autofree char *path = plan_section_feed (plan, section);
    if (path)
      plan_page (plan, (Output){ .product = product,
                                 .path = arena_copy (plan->arena, path),
                                 .office = site->office,
                                 .section = section });
  }
}

static void
plan_feeds_of_offices (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; site->base_url && i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    g_autofree char *path = plan_office_feed (plan, office);
    if (path)
      plan_page (
        plan,
        (Output){ .product = product, .path = arena_copy (plan->arena, path), .office = office });
  }
}

static void
plan_months (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; i < plan->months->len; i++) {
    const PlanMonth *month = &g_array_index (plan->months, PlanMonth, i);
    g_autofree char *path = plan_month_path (month);
    plan_page (plan, (Output){ .product = product,
                               .path = arena_copy (plan->arena, path),
                               .office = site->office,
                               .archived = month });
  }
}

/* What is read by many stations is on a page for each. */
static void
plan_stations (Plan *plan, G_GNUC_UNUSED const Site *site, const Product *product)
{
  for (guint i = 0; i < plan->stations->len; i++) {
    const Office *office = plan->stations->pdata[i];
    g_autofree char *path =
      product->form == PRODUCT_PAGE ? plan_station_path (office) : plan_calendar_path (office);
    plan_page (
      plan,
      (Output){ .product = product, .path = arena_copy (plan->arena, path), .office = office });
  }
}

static void
plan_provinces (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; plan->has_province_pages && i < plan->provinces->len; i++) {
    const PlanProvince *province = &g_array_index (plan->provinces, PlanProvince, i);
    g_autofree char *path = plan_province_path (province);
    plan_page (plan, (Output){ .product = product,
                               .path = arena_copy (plan->arena, path),
                               .office = site->office,
                               .offices = province });
  }
}

static void
plan_old_addresses (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    for (const char *const *path = document->old_addresses; *path; path++)
      plan_page (plan, (Output){ .product = product,
                                 .path = *path,
                                 .document = document,
                                 .office = document->office });
  }
}

static void
plan_short_links (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; i < site->short_links->len; i++) {
    const ShortLink *link = &g_array_index (site->short_links, ShortLink, i);
    plan_page (plan, (Output){ .product = product,
                               .path = arena_printf (plan->arena, "q/%s.html", link->id),
                               .office = site->office,
                               .link = link });
  }
}

static void
plan_narrowed (Plan *plan, const SiteFile *file)
{
  const guint *widths = file->picture.widths;

  for (guint i = 0; i < SITE_PICTURE_WIDTHS && widths[i] > 0; i++) {
    g_autofree char *href = site_narrowed_href (file->href, widths[i]);
    plan_page (plan, (Output){ .product = product_of (PRODUCT_OF_FILE),
                               .path = arena_copy (plan->arena, href),
                               .file = file,
                               .width = widths[i] });
  }
}

static void
plan_copies (Plan *plan, const Site *site)
{
  for (guint i = 0; i < site->files->len; i++) {
    const SiteFile *file = &g_array_index (site->files, SiteFile, i);
    plan_page (
      plan, (Output){ .product = product_of (PRODUCT_OF_FILE), .path = file->href, .file = file });
    plan_narrowed (plan, file);
  }
}

/* --- broadcast logs --- */

/* A broadcast without an end is of its first month; longer ones than these are a slip. */
#define MOST_MONTHS 24

static guint
month_of (Date date)
{
  return date.year * 12u + date.month - 1u;
}

static void
plan_month (Plan *plan, const Product *product, const Office *office, guint month)
{
  plan_page (plan,
             (Output){ .product = product,
                       .path = arena_printf (plan->arena, "co-quan/%s/%s-%04u-%02u.pdf", office->id,
                                             product->file, month / 12, month % 12 + 1),
                       .office = office,
                       .month = month });
}

static void
plan_logs (Plan *plan, const Site *site, const Product *product)
{
  if (!site->has_logs)
    return;
  for (guint i = 0; i < plan->stations->len; i++) {
    const Office *office = plan->stations->pdata[i];
    const GPtrArray *documents = g_hash_table_lookup (plan->airs, office);
    g_autoptr (GHashTable) months = g_hash_table_new (NULL, NULL);
    for (guint j = 0; j < documents->len; j++) {
      const Document *document = documents->pdata[j];
      guint first = month_of (document->broadcast.from);
      guint last = month_of (document_last_airing (document, ""));
      for (guint month = first; month <= last && month < first + MOST_MONTHS; month++)
        if (g_hash_table_add (months, GUINT_TO_POINTER (month)))
          plan_month (plan, product, office, month);
    }
  }
}

static void
plan_letters (Plan *plan, const Site *site, const Product *product)
{
  for (guint i = 0; i < plan->letters->len; i++) {
    const PlanLetter *letter = plan->letters->pdata[i];
    for (guint number = 1; number <= plan_letter_pages (letter); number++) {
      g_autofree char *path = plan_letter_path (letter->letter, number);
      plan_page (plan, (Output){ .product = product,
                                 .path = arena_copy (plan->arena, path),
                                 .office = site->office,
                                 .letter = letter->letter,
                                 .page_number = number });
    }
  }
}

void
plan_add_index (Plan *plan, const char *const *paths)
{
  for (guint i = 0; paths[i]; i++)
    plan_page (
      plan,
      (Output){ .product = product_of (PRODUCT_OF_INDEX), .path = paths[i], .index_file = i });
}

/* The others are planned by documents and by files: what is made of one is made together. */
static void (*const planners[]) (Plan *plan, const Site *site, const Product *product) = {
  [PRODUCT_OF_DOCUMENT] = NULL,
  [PRODUCT_OF_KIT] = NULL,
  [PRODUCT_OF_PROVINCE] = NULL,
  [PRODUCT_OF_ORDER] = NULL,
  [PRODUCT_OF_SITE] = plan_site_page,
  [PRODUCT_OF_SECTION] = plan_sections,
  [PRODUCT_OF_LANGUAGE] = plan_languages,
  [PRODUCT_OF_OFFICE] = plan_offices,
  [PRODUCT_OF_STATION] = plan_stations,
  [PRODUCT_OF_MONTH] = plan_logs,
  [PRODUCT_OF_INDEX] = NULL,
  [PRODUCT_OF_LETTER] = plan_letters,
  [PRODUCT_OF_OLD_ADDRESS] = plan_old_addresses,
  [PRODUCT_OF_SHORT_LINK] = plan_short_links,
  [PRODUCT_OF_ARCHIVE_MONTH] = plan_months,
  [PRODUCT_OF_PROVINCE_PAGE] = plan_provinces,
  [PRODUCT_OF_SECTION_FEED] = plan_feeds_of_sections,
  [PRODUCT_OF_OFFICE_FEED] = plan_feeds_of_offices,
  [PRODUCT_OF_FILE] = NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (planners) == N_PRODUCT_SCOPES);

Plan *
plan_new (const Site *site, const char *style_path, gboolean has_bundles)
{
  Plan *plan = g_new0 (Plan, 1);

  plan->outputs = g_array_new (FALSE, FALSE, sizeof (Output));
  plan->jobs = g_array_new (FALSE, FALSE, sizeof (Job));
  plan->arena = arena_new ();
  plan->style_path = style_path;
  plan->has_cards = site->has_cards;
  plan->has_fragments = site->has_fragments;
  lists_make (plan, site);

  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (planners[product->scope])
      planners[product->scope](plan, site, product);
  for (guint i = 0; i < site->documents->len; i++)
    plan_document (plan, site->documents->pdata[i]);
  plan_kits (plan, site);
  for (guint i = 0; has_bundles && i < site->documents->len; i++)
    plan_bundles (plan, site, site->documents->pdata[i]);
  if (has_bundles)
    plan_orders (plan, site);
  plan_copies (plan, site);
  return plan;
}

GArray *
plan_job_order (const Plan *plan, const Job *job)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), job->n);

  for (guint sheets = 0; sheets < 2; sheets++)
    for (guint i = job->first; i < job->first + job->n; i++) {
      const Output *output = &g_array_index (plan->outputs, Output, i);
      if ((output->product->form == PRODUCT_SHEET) == (sheets == 0))
        g_array_append_val (order, i);
    }
  return order;
}

void
plan_free (Plan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->outputs);
  g_array_unref (plan->jobs);
  lists_clear (plan);
  arena_free (plan->arena);
  g_free (plan);
}
