/* SPDX-License-Identifier: MIT */
#include "plan/plan.h"

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

/* --- the lists --- */

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const Document *one = *(const Document *const *) a;
  const Document *other = *(const Document *const *) b;
  int order = date_compare (other->date, one->date);
  return order ? order : strcmp (one->path, other->path);
}

/* The GPtrArray at `key`, made when it is not there. */
static GPtrArray *
list_at (GHashTable *table, gconstpointer key)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (table, (gpointer) key, list);
  }
  return list;
}

static gboolean
is_listed (const Site *site, const Document *document)
{
  return document_makes (document, OUTPUT_WEB) && !document_is_expired (document, site->now)
         && document->replaced_by == NULL;
}

static void
make_lists (Plan *plan, const Site *site)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (is_listed (site, document))
      g_ptr_array_add (plan->newest, (gpointer) document);
    if (document->translation_of)
      g_ptr_array_add (list_at (plan->translations, document->translation_of), (gpointer) document);
  }
  g_ptr_array_sort (plan->newest, compare_newest);
  for (guint i = 0; i < plan->newest->len; i++) {
    const Document *document = plan->newest->pdata[i];
    g_ptr_array_add (list_at (plan->by_section, document->section), (gpointer) document);
    g_ptr_array_add (list_at (plan->by_office, document->office), (gpointer) document);
  }
}

const GPtrArray *
plan_section_documents (const Plan *plan, const Section *section)
{
  return g_hash_table_lookup (plan->by_section, section->id);
}

guint
plan_section_pages (const Plan *plan, const Section *section)
{
  const GPtrArray *documents = plan_section_documents (plan, section);
  return documents ? (documents->len + PLAN_ITEMS_A_PAGE - 1) / PLAN_ITEMS_A_PAGE : 1;
}

/* --- the outputs --- */

char *
plan_section_path (const Section *section, guint page_number)
{
  return page_number == 1 ? g_strdup_printf ("%s/index.html", section->id)
                          : g_strdup_printf ("%s/trang-%u.html", section->id, page_number);
}

char *
plan_office_path (const Office *office)
{
  return g_strdup_printf ("co-quan/%s.html", office->id);
}

/* What a document becomes, by what was asked for, in the order in which pages list it. */
static const struct {
  OutputKind asked;
  PageKind kind;
  const char *file;   /* in the folder of the document or of a kit; NULL: the page itself */
  const char *title;  /* to readers */
  gboolean in_kit;    /* offices it is distributed to get one of their own */
  gboolean in_bundle; /* and a print shop may get them all */
} document_files[] = {
  { OUTPUT_WEB, PAGE_DOCUMENT, NULL, NULL, FALSE, FALSE },
  { OUTPUT_LETTER, PAGE_LETTER_SHEET, "cong-van.pdf", "Công văn để in", FALSE, FALSE },
  { OUTPUT_LEAFLET, PAGE_LEAFLET, "to-roi.pdf", "Tờ rơi A5, in hai mặt", TRUE, TRUE },
  { OUTPUT_LEAFLET_A4, PAGE_LEAFLET_A4, "to-roi-a4.pdf", "Tờ rơi A5, hai tờ trên một tờ A4", TRUE,
    FALSE },
  { OUTPUT_LEAFLET_TRIFOLD, PAGE_LEAFLET_TRIFOLD, "to-roi-gap-ba.pdf", "Tờ rơi A4 gấp ba", TRUE,
    TRUE },
  { OUTPUT_POSTER, PAGE_POSTER, "ap-phich.pdf", "Áp phích A4", TRUE, TRUE },
  { OUTPUT_POSTER_A3, PAGE_POSTER_A3, "ap-phich-a3.pdf", "Áp phích A3", TRUE, TRUE },
  { OUTPUT_CHECKLIST, PAGE_CHECKLIST_SHEET, "bieu-theo-doi.pdf", "Biểu theo dõi để in", TRUE,
    FALSE },
  { OUTPUT_SCRIPT_SHEET, PAGE_SCRIPT_SHEET, "loa.pdf", "Kịch bản loa để in", TRUE, FALSE },
  { OUTPUT_SCRIPT_SHEET, PAGE_SCRIPT_LARGE, "loa-chu-to.pdf", "Kịch bản loa, chữ to", TRUE, FALSE },
  { OUTPUT_SCRIPT, PAGE_SCRIPT, "loa.html", "Kịch bản loa", TRUE, FALSE },
  { OUTPUT_SCRIPT, PAGE_SCRIPT_TEXT, "loa.txt", "Kịch bản loa, chỉ có chữ", TRUE, FALSE },
  { OUTPUT_SSML, PAGE_SSML, "loa.ssml", "Kịch bản loa cho giọng máy", TRUE, FALSE },
  { OUTPUT_QR, PAGE_QR, "qr.svg", "Mã QR để in", FALSE, FALSE },
};

const char *
plan_file_title (PageKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (document_files); i++)
    if (document_files[i].kind == kind)
      return document_files[i].title;
  return NULL;
}

char *
plan_kit_path (const Document *document, const Office *office)
{
  return g_strdup_printf ("co-quan/%s/%s/index.html", office->id, document->slug);
}

/* The files of a document, or those of the kit of `kit`, in the folder `folder`. */
static void
add_files (Plan *plan, const Document *document, const Office *kit, const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (document_files); i++) {
    if (!document_makes (document, document_files[i].asked) || (kit && !document_files[i].in_kit))
      continue;
    if (document_files[i].kind == PAGE_QR && document->manual == NULL)
      continue;
    add_output (plan, (Output){ .kind = document_files[i].kind,
                                .path = document_files[i].file ? arena_printf (
                                          plan->arena, "%s/%s", folder, document_files[i].file)
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
  g_autofree char *folder = g_strndup (document->href, strlen (document->href) - strlen (".html"));

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
  add_output (plan, (Output){ .kind = PAGE_KIT,
                              .path = arena_copy (plan->arena, page),
                              .document = document,
                              .office = office,
                              .is_kit = TRUE });
  add_job (plan, first);
  g_ptr_array_add (list_at (plan->kits, office), (gpointer) document);
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

const Locality *
plan_province_of (const Site *site, const Office *office)
{
  return locality_province (site->localities, office->locality, office->valid_to);
}

static void
plan_bundles_of (Plan *plan, const Document *document, const Locality *province)
{
  for (guint i = 0; i < G_N_ELEMENTS (document_files); i++)
    if (document_files[i].in_bundle && document_makes (document, document_files[i].asked))
      add_output (plan,
                  (Output){ .kind = PAGE_BUNDLE,
                            .path = arena_printf (plan->arena, "nha-in/%s/%s/%s", province->code,
                                                  document->slug, document_files[i].file),
                            .document = document,
                            .office = document->office,
                            .bundled = document_files[i].kind,
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

static void
plan_page (Plan *plan, Output output)
{
  guint first = plan->outputs->len;
  add_output (plan, output);
  add_job (plan, first);
}

static void
plan_sections (Plan *plan, const Site *site)
{
  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    for (guint number = 1; number <= plan_section_pages (plan, section); number++) {
      g_autofree char *path = plan_section_path (section, number);
      plan_page (plan, (Output){ .kind = PAGE_SECTION,
                                 .path = arena_copy (plan->arena, path),
                                 .office = site->office,
                                 .section = section,
                                 .page_number = number });
    }
  }
}

static void
plan_offices (Plan *plan, const Site *site)
{
  plan_page (
    plan, (Output){ .kind = PAGE_OFFICES, .path = "co-quan/index.html", .office = site->office });
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    g_autofree char *path = plan_office_path (office);
    plan_page (
      plan,
      (Output){ .kind = PAGE_OFFICE, .path = arena_copy (plan->arena, path), .office = office });
  }
}

/* The pages every site has; those that need to know its address only when it does. */
static const struct {
  PageKind kind;
  const char *path;
  gboolean needs_base_url;
} site_pages[] = {
  { PAGE_HOME, "index.html", FALSE },    { PAGE_NOT_FOUND, "404.html", FALSE },
  { PAGE_ROBOTS, "robots.txt", FALSE },  { PAGE_FEED, "feed.xml", TRUE },
  { PAGE_SITEMAP, "sitemap.xml", TRUE },
};

static GHashTable *
new_lists (GHashFunc hash, GEqualFunc equal)
{
  return g_hash_table_new_full (hash, equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

Plan *
plan_new (const Site *site, const char *style_path, gboolean has_bundles)
{
  Plan *plan = g_new0 (Plan, 1);

  plan->outputs = g_array_new (FALSE, FALSE, sizeof (Output));
  plan->jobs = g_array_new (FALSE, FALSE, sizeof (Job));
  plan->by_section = new_lists (g_str_hash, g_str_equal);
  plan->by_office = new_lists (NULL, NULL);
  plan->translations = new_lists (NULL, NULL);
  plan->kits = new_lists (NULL, NULL);
  plan->newest = g_ptr_array_new ();
  plan->arena = arena_new ();
  make_lists (plan, site);

  plan_page (plan, (Output){ .kind = PAGE_STYLE, .path = style_path, .office = site->office });
  for (guint i = 0; i < G_N_ELEMENTS (site_pages); i++)
    if (site->base_url || !site_pages[i].needs_base_url)
      plan_page (plan, (Output){ .kind = site_pages[i].kind,
                                 .path = site_pages[i].path,
                                 .document = site_pages[i].kind == PAGE_HOME ? site->home : NULL,
                                 .office = site->office });
  plan_sections (plan, site);
  plan_offices (plan, site);
  for (guint i = 0; i < site->documents->len; i++)
    plan_document (plan, site->documents->pdata[i]);
  plan_kits (plan, site);
  for (guint i = 0; has_bundles && i < site->documents->len; i++)
    plan_bundles (plan, site, site->documents->pdata[i]);
  for (guint i = 0; i < site->files->len; i++) {
    const SiteFile *file = &g_array_index (site->files, SiteFile, i);
    plan_page (plan, (Output){ .kind = PAGE_COPY, .path = file->href, .file = file });
  }
  return plan;
}

void
plan_free (Plan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->outputs);
  g_array_unref (plan->jobs);
  g_hash_table_unref (plan->by_section);
  g_hash_table_unref (plan->by_office);
  g_hash_table_unref (plan->translations);
  g_hash_table_unref (plan->kits);
  g_ptr_array_unref (plan->newest);
  arena_free (plan->arena);
  g_free (plan);
}
