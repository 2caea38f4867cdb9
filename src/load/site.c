/* SPDX-License-Identifier: MIT */
/* Loading goes from the small to the many: configuration, localities, offices, data, then the
 * documents. */
#include "load/site.h"

#include "base/i18n.h"
#include "base/regular.h"
#include "load/campaigns.h"
#include "load/config.h"
#include "load/csv.h"
#include "load/documents.h"
#include "load/site_source.h"
#include "load/folder.h"
#include "load/link.h"
#include "load/localities.h"
#include "load/look.h"
#include "load/offices.h"
#include "load/short_links.h"
#include "load/texts.h"
#include "load/yaml.h"
#include "model/file_kind.h"
#include "model/product.h"
#include "model/web.h"
#include "text/fold.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  Site *site;
  const LoadOptions *options;
  GPtrArray *inputs; /* char, owned: everything read */
  Report *report;
} Loader;

/* What is read here is part of every page: its bytes go into the fingerprint of the site. */
static Source *
read_counted (Loader *loader, const char *path)
{
  Source *source = site_read_source (loader->site, path, loader->report);

  digest_add_text (&loader->site->digest, path);
  if (source)
    digest_add_text (&loader->site->digest, source->text);
  return source;
}

/* What cannot be looked at, and a link that leads nowhere, are not absent. */
static gboolean
is_absent (const char *path)
{
  struct stat about;
  return lstat (path, &about) < 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* A file that may be absent: NULL then without a word. */
static Source *
read_optional (Loader *loader, const char *path)
{
  g_autofree char *whole = g_build_filename (loader->site->root, path, NULL);

  return is_absent (whole) ? NULL : read_counted (loader, path);
}

/* The default office; without one the documents have none either, and that is said once. */
static void
load_office (Loader *loader, const char *id, const Source *source, Place place)
{
  Site *site = loader->site;

  if (id == NULL)
    return;
  site->office = office_find_or_make (site, id, date_of_moment (site->now));
  if (site->office == NULL && !site_lost_office (site, id))
    report_error (loader->report, source, place,
                  _ ("write the id of a record in content/offices.yaml, or the code of a locality"),
                  _ ("there is no office “%s”"), id);
}

static void
load_configuration (Loader *loader)
{
  Site *site = loader->site;
  g_autoptr (Source) config = read_optional (loader, "content/site.yaml");
  g_autoptr (Source) localities = read_optional (loader, "content/localities.csv");
  g_autoptr (Source) offices = read_optional (loader, "content/offices.yaml");
  Place office_place = { 0, 0 };

  if (config == NULL)
    return;
  const char *office_id = config_load (site, config, &office_place, loader->report);
  guint n_errors = report_n_errors (loader->report);
  if (localities)
    localities_load (site->localities, localities, loader->report);
  if (localities && report_n_errors (loader->report) > n_errors)
    site->broken_localities = arena_copy (site->arena, localities->text);
  if (offices)
    offices_load (site, offices, loader->report);
  load_office (loader, office_id, config, office_place);
}

static void
load_lexicon (Loader *loader)
{
  Site *site = loader->site;

  site->lexicon_source = read_optional (loader, "content/lexicon.yaml");
  if (site->lexicon_source == NULL)
    return;
  g_autoptr (YamlNode) root =
    yaml_parse (site->lexicon_source, 0, site->lexicon_source->length, 1, loader->report);
  if (root)
    site->lexicon = yaml_to_value (root);
}

/* content/data/dich-vu.yaml → data.dich-vu */
static void
load_data_file (Loader *loader, const char *path)
{
  gboolean is_csv = g_str_has_suffix (path, ".csv");
  g_autoptr (Source) source = read_counted (loader, path);
  Value *value = NULL;

  if (source == NULL)
    return;
  if (is_csv) {
    g_autoptr (CsvTable) table = csv_parse (source, loader->report);
    value = table ? csv_to_value (table) : NULL;
  } else {
    g_autoptr (YamlNode) root = yaml_parse (source, 0, source->length, 1, loader->report);
    value = root ? yaml_to_value (root) : NULL;
  }
  if (value == NULL)
    return;
  g_autofree char *name = g_path_get_basename (path);
  *strrchr (name, '.') = '\0';
  if (value_find (loader->site->data, name))
    report_error (loader->report, source, (Place){ 0, 0 }, _ ("rename one of them"),
                  _ ("there is another file with the name “%s” in content/data/"), name);
  value_set_read (loader->site->data, name, value);
}

/* --- what stands where --- */

typedef enum {
  FILE_DOCUMENT,
  FILE_CAMPAIGN,
  FILE_DATA,
  FILE_COPIED,
  FILE_CONFIG,
  FILE_STRAY
} FileUse;

static FileUse
file_use (const char *path)
{
  static const char *const config[] = { "content/site.yaml", "content/offices.yaml",
                                        "content/localities.csv", "content/lexicon.yaml",
                                        SHORT_LINKS_FILE, NULL };
  if (g_strv_contains (config, path))
    return FILE_CONFIG;
  if (g_str_has_prefix (path, "static/") || g_str_has_prefix (path, LOOK_THEMES))
    return FILE_COPIED;
  if (g_str_has_prefix (path, "content/data/"))
    return g_str_has_suffix (path, ".yaml") || g_str_has_suffix (path, ".csv") ? FILE_DATA
                                                                               : FILE_STRAY;
  if (g_str_has_prefix (path, "content/chien-dich/") && g_str_has_suffix (path, ".yaml"))
    return FILE_CAMPAIGN;
  return g_str_has_suffix (path, ".md") ? FILE_DOCUMENT : FILE_COPIED;
}

/* Names below content/ become addresses. */
static gboolean
check_name (Loader *loader, const char *path)
{
  const char *name = path + strlen ("content/");
  Source named = { path, "", 0 };

  if (name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-_./")] == '\0')
    return TRUE;
  g_autofree char *base = g_path_get_basename (path);
  const char *dot = strrchr (base, '.');
  g_autofree char *stem = g_strndup (base, dot ? (gsize) (dot - base) : strlen (base));
  g_autofree char *slug = text_slug (stem);
  g_autofree char *end = g_ascii_strdown (dot ? dot : "", -1);
  g_autofree char *advice =
    g_strdup_printf (_ ("rename it; for example “%s%s”"), *slug ? slug : "tai-lieu", end);
  report_error (loader->report, &named, (Place){ 0, 0 }, advice,
                _ ("names of files and folders become addresses: only a–z, 0–9, “-”, “_” and “.”"));
  return FALSE;
}

static int
compare_hrefs (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SiteFile *) a)->href, ((const SiteFile *) b)->href);
}

/* Files of the theme, where the site has none of that name. */
static void
list_theme (Loader *loader, GPtrArray *files)
{
  Site *site = loader->site;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (site->look.theme == NULL)
    return;
  g_autofree char *folder = g_build_filename (site->look.theme, "static", NULL);
  folder_list (site->root, folder, found, loader->inputs, loader->report);
  for (guint i = 0; i < found->len; i++) {
    const char *own = (const char *) found->pdata[i] + strlen (site->look.theme) + 1;
    if (!g_ptr_array_find_with_equal_func (files, own, g_str_equal, NULL))
      g_ptr_array_add (files, g_strdup (found->pdata[i]));
  }
}

static void
add_file (Loader *loader, const char *path)
{
  Site *site = loader->site;
  SiteFile file = { .path = arena_copy (site->arena, path) };

  const char *within = path;
  if (site->look.theme && g_str_has_prefix (path, LOOK_THEMES))
    within += strlen (site->look.theme) + 1;
  /* "static/" and "content/" both end after their first slash. */
  file.href =
    arena_printf (site->arena, "%s%s", strchr (within, '/') + 1, file_kind_added_ending (path));
  g_autofree char *whole = g_build_filename (site->root, path, NULL);
  struct stat about;
  if (stat (whole, &about) == 0) {
    file.size = about.st_size;
    file.modified = about.st_mtim.tv_sec * G_USEC_PER_SEC + about.st_mtim.tv_nsec / 1000;
  } else {
    Source named = { path, "", 0 };
    report_error (loader->report, &named, (Place){ 0, 0 }, NULL, "%s", g_strerror (errno));
  }
  g_array_append_val (site->files, file);
  g_hash_table_add (site->hrefs, (char *) file.href);
}

/* Words of the pages: those of the theme, then those of the site. */
static void
load_texts (Loader *loader)
{
  Site *site = loader->site;
  g_autofree char *of_theme =
    site->look.theme ? g_build_filename (site->look.theme, "templates", TEXTS_FOLDER, NULL) : NULL;
  const char *const folders[] = { of_theme, "templates/" TEXTS_FOLDER };

  texts_load_builtin (site);
  for (guint i = 0; i < G_N_ELEMENTS (folders) && !site->is_untrusted; i++) {
    g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *folder = folders[i] ? g_strndup (folders[i], strlen (folders[i]) - 1) : NULL;
    if (folder)
      folder_list (site->root, folder, files, loader->inputs, loader->report);
    for (guint j = 0; j < files->len; j++) {
      g_autoptr (Source) source = g_str_has_suffix (files->pdata[j], ".yaml")
                                    ? read_counted (loader, files->pdata[j])
                                    : NULL;
      if (source)
        texts_add (site, source, loader->report);
    }
  }
}

static int
compare_languages (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SiteLanguage *) a)->code, ((const SiteLanguage *) b)->code);
}

static gboolean
is_written (const Site *site, const SiteLanguage *language)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (document_has_page (document) && site_language (site, document->lang) == language)
      return TRUE;
  }
  return FALSE;
}

/* A site has the languages its documents are written in, named in site.yaml or not. */
static void
complete_languages (Site *site)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (lang_is_vietnamese (document->lang) || site_language (site, document->lang))
      continue;
    const SiteLanguage language = {
      arena_copy_n (site->arena, document->lang, strcspn (document->lang, "-")), NULL, NULL
    };
    g_array_append_val (site->languages, language);
  }
  for (guint i = site->languages->len; i > 0; i--)
    if (!is_written (site, &g_array_index (site->languages, SiteLanguage, i - 1)))
      g_array_remove_index (site->languages, i - 1);
  g_array_sort (site->languages, compare_languages);
}

/* The table, which is asked again once all documents are there; NULL when there is none. */
static Source *
load_short_links (Loader *loader)
{
  Source *source = read_optional (loader, SHORT_LINKS_FILE);

  if (source)
    short_links_load (loader->site, source, loader->report);
  return source;
}

static void
load_files (Loader *loader)
{
  Site *site = loader->site;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = g_ptr_array_new (); /* borrowed from files */
  g_autoptr (GPtrArray) campaigns = g_ptr_array_new (); /* likewise, in the order of paths */

  folder_list (site->root, "content", files, loader->inputs, loader->report);
  folder_list (site->root, "static", files, loader->inputs, loader->report);
  list_theme (loader, files);
  for (guint i = 0; i < files->len; i++) {
    char *path = files->pdata[i];
    FileUse use = file_use (path);
    if (use != FILE_CONFIG && g_str_has_prefix (path, "content/") && !check_name (loader, path))
      continue;
    if (use == FILE_DOCUMENT)
      g_ptr_array_add (documents, path);
    else if (use == FILE_CAMPAIGN)
      g_ptr_array_add (campaigns, path);
    else if (use == FILE_DATA)
      load_data_file (loader, path);
    else if (use == FILE_COPIED)
      add_file (loader, path);
  }
  g_array_sort (site->files, compare_hrefs);
  for (guint i = 0; i < campaigns->len; i++) {
    g_autoptr (Source) source = read_counted (loader, campaigns->pdata[i]);
    if (source)
      campaign_load (site, source, loader->report);
  }
  g_autoptr (Source) short_links = load_short_links (loader);
  documents_load (site, documents, loader->options, loader->report);
  if (short_links)
    short_links_resolve (site, short_links, loader->report);
}

/* What the usual folders are called. */
static const char *const section_names[][2] = {
  { "ban-tin", "Bản tin" },     { "bieu-mau", "Biểu mẫu" },     { "cong-van", "Công văn" },
  { "en", "English" },          { "gioi-thieu", "Giới thiệu" }, { "hoi-dap", "Hỏi đáp" },
  { "huong-dan", "Hướng dẫn" }, { "ke-hoach", "Kế hoạch" },     { "lich", "Lịch" },
  { "thong-bao", "Thông báo" }, { "tin-tuc", "Tin tức" },       { "tieng-anh", "English" },
  { "tien-ich", "Tiện ích" },   { "van-ban", "Văn bản" },       { "canh-bao", "Cảnh báo" },
  { "su-kien", "Sự kiện" },     { "tai-lieu", "Tài liệu" },     { "tuyen-truyen", "Tuyên truyền" },
};

/* The title of a section nobody named. */
static const char *
title_of_folder (const char *folder)
{
  const char *slash = strrchr (folder, '/');
  const char *name = slash ? slash + 1 : folder;

  for (guint i = 0; i < G_N_ELEMENTS (section_names); i++)
    if (strcmp (section_names[i][0], name) == 0)
      return section_names[i][1];
  return folder;
}

/* The first document of a section, for messages. */
static const char *
path_in_section (const Site *site, const char *id)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (strcmp (document->section, id) == 0)
      return document->path;
  }
  return "content/site.yaml";
}

void
site_check_sections (const Site *site, Report *report)
{
  for (guint i = 0; i < site->sections->len; i++) {
    const Section *section = &g_array_index (site->sections, Section, i);
    if (section->title != section->id)
      continue;
    const Source named = { path_in_section (site, section->id), "", 0 };
    g_autofree char *advice = g_strdup_printf (
      _ ("write into content/site.yaml, below “chuyên mục”: “- {mã: %s, tiêu đề: …}”"),
      section->id);
    report_warning (
      report, &named, (Place){ 0, 0 }, advice,
      _ ("the folder “%s” has no title, so its name stands in the menu of every page"),
      section->id);
  }
}

void
site_check_languages (const Site *site, Report *report)
{
  for (guint i = 0; i < site->languages->len; i++) {
    const SiteLanguage *language = &g_array_index (site->languages, SiteLanguage, i);
    if (site_has_texts (site, language->code))
      continue;
    const Source configuration = { "content/site.yaml", "", 0 };
    g_autofree char *advice =
      g_strdup_printf (_ ("write templates/texts/%s.yaml: “loa template texts/vi.yaml” prints what "
                          "is to be translated"),
                       language->code);
    report_warning (report, &configuration, (Place){ 0, 0 }, advice,
                    _ ("pages in “%s” have Vietnamese words around their text"), language->code);
  }
}

/* Folders with documents that site.yaml does not name come after those it names, by name. */
static void
complete_sections (Site *site)
{
  for (guint i = 0; i < site->documents->len; i++) {
    const Document *document = site->documents->pdata[i];
    if (*document->section == '\0' || document->products == 0
        || site_section (site, document->section))
      continue;
    Section section = { .id = arena_copy (site->arena, document->section) };
    section.title = title_of_folder (section.id);
    g_array_append_val (site->sections, section);
  }
}

/* What lies in the folder of a language, “en/guides”, is in that. */
static void
find_section_languages (Site *site)
{
  for (guint i = 0; i < site->sections->len; i++) {
    Section *section = &g_array_index (site->sections, Section, i);
    g_autofree char *folder = g_strndup (section->id, strcspn (section->id, "/"));
    const SiteLanguage *language = site_language (site, folder);
    if (language && strcmp (language->code, folder) == 0) /* not that of “en-nghia” */
      section->language = language;
    if (section_is_language (section) && section->title == section->id)
      section->title = site_language_name (site, language->code);
  }
}

static int
compare_offices (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Office *const *) a)->id, (*(const Office *const *) b)->id);
}

static void
check_emblems (Loader *loader)
{
  const Site *site = loader->site;
  g_autoptr (Source) source = NULL; /* read when there is something to say */

  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    if (office->emblem == NULL || g_hash_table_contains (site->hrefs, office->emblem))
      continue;
    if (source == NULL)
      source = site_read_source (site, "content/offices.yaml", loader->report);
    if (source)
      report_error (loader->report, source, office->place_in_file,
                    _ ("put it into static/, or correct its name"),
                    _ ("there is no file “static/%s” for the emblem of “%s”"), office->emblem,
                    office->id);
  }
}

static void
check_site_link (Loader *loader, SiteLink *link, const Source *source)
{
  const Document root = { .folder = "" };
  WebFault fault = link->is_external ? web_link_fault (link->href, loader->site->link_hosts)
                                     : WEB_GOOD;
  g_autofree char *path = link->is_external ? NULL : g_strconcat ("/", link->href, NULL);
  g_autofree char *message = NULL;
  const char *advice = NULL;

  if (fault == WEB_UNKNOWN_HOST)
    report_suspicion (loader->report, loader->site->is_untrusted, source, link->place,
                      web_fault_advice (fault), web_fault_message (fault), link->href);
  else if (fault != WEB_GOOD)
    report_error (loader->report, source, link->place, web_fault_advice (fault),
                  web_fault_message (fault), link->href);
  if (path)
    link->href =
      link_find (loader->site, &root, path + (link->href[0] == '/'), &message, &advice);
  if (message)
    report_error (loader->report, source, link->place, advice, "%s", message);
}

/* What leads somewhere from every page; asked when all documents are there. */
static void
check_site_links (Loader *loader)
{
  Site *site = loader->site;
  g_autoptr (Source) source = NULL;

  if (site->emergency.href == NULL && site->menu->len == 0)
    return;
  source = site_read_source (site, "content/site.yaml", loader->report);
  if (source == NULL)
    return;
  if (site->emergency.href)
    check_site_link (loader, &site->emergency, source);
  for (guint i = 0; i < site->menu->len; i++)
    check_site_link (loader, &g_array_index (site->menu, SiteLink, i), source);
}

/* Templates of the site and of its theme. */
void
site_list_templates (const Site *site, GPtrArray *files, GPtrArray *inputs, Report *report)
{
  g_autofree char *of_theme =
    site->look.theme ? g_build_filename (site->look.theme, "templates", NULL) : NULL;

  folder_list (site->root, "templates", files, inputs, report);
  if (of_theme)
    folder_list (site->root, of_theme, files, inputs, report);
}

/* Those who took over from an office of the site are part of it too. */
static void
complete_offices (Site *site)
{
  /* The list grows on the way. */
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    if (office->successor)
      office_find_or_make (site, office->successor, (Date){ 0, 0, 0 });
    if (date_is_set (office->valid_to))
      site_changes_at (site, moment_after_date (office->valid_to));
  }
  g_ptr_array_sort (site->office_list, compare_offices);
}

static void
count_document (Site *site, const Document *document)
{
  char state[] = { document_is_expired (document, site->now) ? 'e' : '-', '\0' };

  if (document_changes_tomorrow (document, site->now)) {
    g_autofree char *today = date_iso (date_of_moment (site->now));
    digest_add_text (&site->digest, today);
  }
  digest_add_text (&site->digest, document->path);
  digest_add_text (&site->digest, state);
  digest_add (&site->digest, &document->matter_digest, sizeof document->matter_digest);
}

/* What pages say of other documents and of offices is part of their fingerprint, too. */
static void
count_site (Site *site)
{
  char has_emergency[] = { site_has_emergency (site) ? 'k' : '-', '\0' };

  digest_add_text (&site->digest, has_emergency);
  if (site->home)
    count_document (site, site->home);
  for (guint i = 0; i < site->documents->len; i++)
    count_document (site, site->documents->pdata[i]);
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    char state[] = { office_is_former (office, site->now) ? 'f' : '-', '\0' };
    digest_add_text (&site->digest, office->id);
    digest_add_text (&site->digest, state);
  }
  for (guint i = 0; i < site->files->len; i++) {
    const SiteFile *file = &g_array_index (site->files, SiteFile, i);
    digest_add_text (&site->digest, file->href);
    digest_add (&site->digest, &file->size, sizeof file->size);
  }
}

gboolean
site_check_folder (const char *root, GError **error)
{
  g_autofree char *config = g_build_filename (root, "content", "site.yaml", NULL);
  struct stat about;

  if (stat (config, &about) < 0 && errno != ENOENT && errno != ENOTDIR)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                 _ ("“%s” cannot be read: %s"), config, g_strerror (errno));
  else if (is_absent (config))
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 _ ("“%s” is not the folder of a site: it has no content/site.yaml"), root);
  else
    return TRUE;
  return FALSE;
}

Site *
site_load (const char *root, const LoadOptions *options, GPtrArray *inputs, Report *report,
           GError **error)
{
  if (!site_check_folder (root, error))
    return NULL;
  Site *site = site_new ();
  Loader loader = { site, options, inputs, report };
  site->root = arena_copy (site->arena, root);
  site->now = options->now;
  site->is_untrusted = options->untrusted;
  digest_start (&site->digest);
  load_configuration (&loader);
  load_texts (&loader);
  load_lexicon (&loader);
  load_files (&loader);
  complete_languages (site);
  complete_sections (site);
  find_section_languages (site);
  complete_offices (site);
  check_site_links (&loader);
  check_emblems (&loader);
  count_site (site);
  return site;
}

char *
site_file_path (const char *href, gpointer site)
{
  g_autofree char *plain = g_uri_unescape_string (*href == '/' ? href + 1 : href, NULL);
  const SiteFile *file = plain ? site_file (site, plain) : NULL;
  return file ? g_build_filename (((const Site *) site)->root, file->path, NULL) : NULL;
}

GBytes *
site_read_bytes (const char *href, gpointer site)
{
  g_autofree char *path = site_file_path (href, site);
  gsize length;
  char *bytes = path ? regular_read (path, &length, NULL) : NULL;
  return bytes ? g_bytes_new_take (bytes, length) : NULL;
}
