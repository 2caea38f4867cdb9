/* SPDX-License-Identifier: MIT */
#include "load/config.h"

#include "base/i18n.h"
#include "load/look.h"
#include "load/record.h"
#include "model/file_kind.h"
#include "model/web.h"

#include <string.h>

/* Of a part of loa-may.txt: what most voices take, and what can be asked for. */
#define USUAL_LETTERS  4500
#define FEWEST_LETTERS 500
#define MOST_LETTERS   100000

/* What every page says first, while it lasts. */
typedef struct {
  const char *text, *link; /* the link as written, or NULL */
  Moment until;
  Place link_place;
} Emergency;

typedef struct {
  const char *title, *summary, *base_url, *manual, *office_id;
  const char *const *qr_hosts;
  const char *const *link_hosts; /* or NULL */
  const char *const *file_kinds; /* or NULL */
  char qr_ecc;
  const char *const *keep;
  guint machine_letters;
  gboolean has_logs, has_cards, has_fragments;
  GPtrArray *synonyms; /* const char *const * */
  Emergency emergency;
  GArray *menu; /* SiteLink */
  SiteLook look;
  GArray *languages; /* SiteLanguage */
  GArray *sections;  /* Section */
} Config;

static const Field section_fields[] = {
  { "id", "mã", read_text, G_STRUCT_OFFSET (Section, id), ALWAYS, 0 },
  { "title", "tiêu đề", read_text, G_STRUCT_OFFSET (Section, title), ALWAYS, 0 },
  { "summary", "tóm tắt", read_text, G_STRUCT_OFFSET (Section, summary), 0, 0 },
};

/* A section is a folder below content/, and its id the address of its list. */
static gboolean
is_folder (const char *id)
{
  if (strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-_./") != strlen (id) || strstr (id, "//"))
    return FALSE;
  return *id && *id != '/' && *id != '.' && !strstr (id, "/.") && !g_str_has_suffix (id, "/");
}

static gboolean
has_section (const GArray *sections, const char *id)
{
  for (guint i = 0; i < sections->len; i++)
    if (strcmp (g_array_index (sections, Section, i).id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
add_section (RecordReader *reader, const YamlNode *node, const Section *section, GArray *sections)
{
  if (!is_folder (section->id))
    report_error (reader->report, reader->source, node->place,
                  _ ("write the name of its folder below content/: ban-tin"),
                  _ ("“%s” cannot be the id of a section"), section->id);
  else if (has_section (sections, section->id))
    report_error (reader->report, reader->source, node->place, _ ("keep one of them"),
                  _ ("the section “%s” stands here a second time"), section->id);
  else
    g_array_append_vals (sections, section, 1);
}

/* GArray *: of Section */
static void
read_sections (RecordReader *reader, const YamlNode *node, gpointer target)
{
  GArray *sections = *(GArray **) target;

  if (!record_expect_kind (reader, node, YAML_LIST))
    return;
  for (guint i = 0; i < node->n_items; i++) {
    Section section = { 0 };
    record_read (reader, section_fields, G_N_ELEMENTS (section_fields), ALWAYS, N_ ("a section"),
                 node->items[i], &section, NULL);
    if (section.id && section.title)
      add_section (reader, node->items[i], &section, sections);
  }
}

/* "vneid.gov.vn", "*.gov.vn"; never all hosts */
static gboolean
is_host_pattern (const char *text)
{
  const char *host = g_str_has_prefix (text, "*.") ? text + 2 : text;
  return strspn (host, "abcdefghijklmnopqrstuvwxyz0123456789-.") == strlen (host) && *host
         && *host != '.' && !g_str_has_suffix (host, ".") && !strstr (host, "..");
}

/* const char *const *: patterns of hosts */
static void
read_hosts (RecordReader *reader, const YamlNode *node, gpointer target)
{
  guint n = node->kind == YAML_LIST ? node->n_items : 1;

  read_texts (reader, node, target);
  for (guint i = 0; i < n; i++) {
    const YamlNode *item = node->kind == YAML_LIST ? node->items[i] : node;
    if (item->kind == YAML_SCALAR && *item->text && !is_host_pattern (item->text))
      report_error (
        reader->report, reader->source, item->place,
        _ ("write \"vneid.gov.vn\" or \"*.gov.vn\", in small letters and quotation marks"),
        _ ("“%s” is not a host"), item->text);
  }
}

/* const char *const *: endings of files, without their dot */
static void
read_file_kinds (RecordReader *reader, const YamlNode *node, gpointer target)
{
  guint n = node->kind == YAML_LIST ? node->n_items : 1;

  read_texts (reader, node, target);
  for (guint i = 0; i < n; i++) {
    const YamlNode *item = node->kind == YAML_LIST ? node->items[i] : node;
    if (item->kind != YAML_SCALAR || *item->text == '\0')
      continue;
    if (item->text[strspn (item->text, "abcdefghijklmnopqrstuvwxyz0123456789")])
      report_error (reader->report, reader->source, item->place,
                    _ ("write it in small letters and without the dot: dwg"),
                    _ ("“%s” is not the ending of a file"), item->text);
    else if (file_kind_is_program (item->text))
      report_error (reader->report, reader->source, item->place, _ ("leave it out"),
                    _ ("“.%s”: programs, scripts and documents with macros are never published"),
                    item->text);
  }
}

/* GPtrArray *: of const char *const *, groups of texts */
static void
read_synonyms (RecordReader *reader, const YamlNode *node, gpointer target)
{
  GPtrArray *groups = *(GPtrArray **) target;

  if (!record_expect_kind (reader, node, YAML_LIST))
    return;
  record_expect_items (reader, node, node->n_items);
  for (guint i = 0; i < node->n_items; i++) {
    const YamlNode *group = node->items[i];
    const char *const *texts = NULL;
    if (group->kind != YAML_LIST || group->n_items < 2)
      report_error (reader->report, reader->source, group->place,
                    _ ("write those that mean the same as one list: - [heo, lợn]"),
                    _ ("this is not a list of two words or more"));
    else {
      read_texts (reader, group, &texts);
      g_ptr_array_add (groups, (gpointer) texts);
    }
  }
}

static const Field link_fields[] = {
  { "hosts", "máy chủ", read_hosts, G_STRUCT_OFFSET (Config, link_hosts), ALWAYS, 0 },
};

/* Config: link_hosts */
static void
read_links (RecordReader *reader, const YamlNode *node, gpointer target)
{
  record_read (reader, link_fields, G_N_ELEMENTS (link_fields), ALWAYS, N_ ("a policy for links"),
               node, target, NULL);
}

/* Neither absolute nor out of the folder, and no folder with a slash behind it: names are compared.
 */
static gboolean
path_is_inside (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  for (char **part = parts; *part; part++)
    if (**part == '\0' || strcmp (*part, ".") == 0 || strcmp (*part, "..") == 0)
      return FALSE;
  return strpbrk (path, "\n\\") == NULL;
}

/* const char *const *: patterns of paths in the output */
static void
read_keep (RecordReader *reader, const YamlNode *node, gpointer target)
{
  guint n = node->kind == YAML_LIST ? node->n_items : 1;

  read_texts (reader, node, target);
  for (guint i = 0; i < n; i++) {
    const YamlNode *item = node->kind == YAML_LIST ? node->items[i] : node;
    if (item->kind == YAML_SCALAR && *item->text && !path_is_inside (item->text))
      report_error (
        reader->report, reader->source, item->place,
        _ ("write it as it is called in the made site, such as “google123.html” or “tai-len”"),
        _ ("“%s” is not a name in the made site"), item->text);
  }
}

/* char */
static void
read_ecc (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  if (strlen (node->text) == 1 && strchr ("LMQH", node->text[0]))
    *(char *) target = node->text[0];
  else
    report_error (reader->report, reader->source, node->place, _ ("write L, M, Q or H"),
                  _ ("“%s” is not a valid level of error correction"), node->text);
}

static const Field qr_fields[] = {
  { "hosts", "máy chủ", read_hosts, G_STRUCT_OFFSET (Config, qr_hosts), 0, 0 },
  { "ecc", "mức sửa lỗi", read_ecc, G_STRUCT_OFFSET (Config, qr_ecc), 0, 0 },
};

/* Config: qr_hosts and qr_ecc */
static void
read_qr (RecordReader *reader, const YamlNode *node, gpointer target)
{
  record_read (reader, qr_fields, G_N_ELEMENTS (qr_fields), ALWAYS, N_ ("a QR policy"), node,
               target, NULL);
}

/* guint: letters of a part of what machines read */
static void
read_machine_letters (RecordReader *reader, const YamlNode *node, gpointer target)
{
  char *end;

  if (!record_expect_text (reader, node))
    return;
  gint64 letters = g_ascii_strtoll (node->text, &end, 10);
  if (*end == '\0' && letters >= FEWEST_LETTERS && letters <= MOST_LETTERS)
    *(guint *) target = (guint) letters;
  else
    report_error (reader->report, reader->source, node->place, _ ("write a number such as 4500"),
                  _ ("“%s” is no number of letters from %d to %d"), node->text, FEWEST_LETTERS,
                  MOST_LETTERS);
}

/* const char *: ends in a slash */
static void
read_base_url (RecordReader *reader, const YamlNode *node, gpointer target)
{
  const char *url = NULL;

  read_url (reader, node, &url);
  if (url && strpbrk (url, "?#"))
    report_error (reader->report, reader->source, node->place, _ ("write https://…/"),
                  _ ("the address of a site has no “?” or “#”"));
  else if (url)
    *(const char **) target =
      g_str_has_suffix (url, "/") ? url : arena_printf (reader->arena, "%s/", url);
}

static const Field emergency_fields[] = {
  { "text", "nội dung", read_text, G_STRUCT_OFFSET (Emergency, text), ALWAYS, 0 },
  { "until", "đến", read_end, G_STRUCT_OFFSET (Emergency, until), ALWAYS, 0 },
  { "link", "xem", read_text, G_STRUCT_OFFSET (Emergency, link), 0, 0 },
};

/* Emergency */
static void
read_emergency (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Emergency *emergency = target;
  Place places[G_N_ELEMENTS (emergency_fields)] = { { 0, 0 } };

  record_read (reader, emergency_fields, G_N_ELEMENTS (emergency_fields), ALWAYS,
               N_ ("an emergency"), node, emergency, places);
  emergency->link_place = places[2];
}

static const Field menu_fields[] = {
  { "title", "tiêu đề", read_text, G_STRUCT_OFFSET (SiteLink, title), ALWAYS, 0 },
  { "url", "địa chỉ", read_url, G_STRUCT_OFFSET (SiteLink, href), ALWAYS, 0 },
};

/* Config: menu */
static void
read_menu (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Config *config = target;

  if (!record_expect_kind (reader, node, YAML_LIST))
    return;
  for (guint i = 0; i < node->n_items; i++) {
    SiteLink link = { NULL, NULL, TRUE, { 0, 0 } };
    Place places[G_N_ELEMENTS (menu_fields)] = { { 0, 0 } };
    record_read (reader, menu_fields, G_N_ELEMENTS (menu_fields), ALWAYS, N_ ("a link of the menu"),
                 node->items[i], &link, places);
    link.place = places[1];
    if (link.title && link.href)
      g_array_append_val (config->menu, link);
  }
}

static const Field language_fields[] = {
  { "title", "tiêu đề", read_text, G_STRUCT_OFFSET (SiteLanguage, title), 0, 0 },
  { "summary", "tóm tắt", read_text, G_STRUCT_OFFSET (SiteLanguage, summary), 0, 0 },
};

/* GArray *: of SiteLanguage; what the site is called in other languages */
static void
read_languages (RecordReader *reader, const YamlNode *node, gpointer target)
{
  GArray *languages = *(GArray **) target;

  if (!record_expect_kind (reader, node, YAML_MAP))
    return;
  for (guint i = 0; i < node->n_items; i++) {
    const YamlNode *item = node->items[i];
    SiteLanguage language = { arena_copy (reader->arena, item->key), NULL, NULL };
    if (item->key[strspn (item->key, "abcdefghijklmnopqrstuvwxyz")] || strlen (item->key) > 3
        || strcmp (item->key, "vi") == 0)
      report_error (reader->report, reader->source, item->key_place, _ ("write en, zh, km …"),
                    _ ("“%s” is not the code of another language"), item->key);
    else if (record_read (reader, language_fields, G_N_ELEMENTS (language_fields), ALWAYS,
                          N_ ("a language"), item, &language, NULL))
      g_array_append_val (languages, language);
  }
}

enum { OFFICE, MANUAL };

static const Field fields[] = {
  [OFFICE] = { "office", "cơ quan", read_text, G_STRUCT_OFFSET (Config, office_id), ALWAYS, 0 },
  [MANUAL] = { "manual", "tài liệu", read_url, G_STRUCT_OFFSET (Config, manual), 0, 0 },
  { "title", "tiêu đề", read_text, G_STRUCT_OFFSET (Config, title), ALWAYS, 0 },
  { "summary", "tóm tắt", read_text, G_STRUCT_OFFSET (Config, summary), 0, 0 },
  { "base_url", "địa chỉ gốc", read_base_url, G_STRUCT_OFFSET (Config, base_url), 0, 0 },
  { "qr", "mã qr", read_qr, 0, 0, 0 },
  { "machine_letters", "số chữ giọng máy", read_machine_letters,
    G_STRUCT_OFFSET (Config, machine_letters), 0, 0 },
  { "broadcast_log", "sổ theo dõi phát thanh", read_bool, G_STRUCT_OFFSET (Config, has_logs), 0,
    0 },
  { "cards", "thẻ chia sẻ", read_bool, G_STRUCT_OFFSET (Config, has_cards), 0, 0 },
  { "fragments", "trích", read_bool, G_STRUCT_OFFSET (Config, has_fragments), 0, 0 },
  { "links", "liên kết", read_links, 0, 0, 0 },
  { "file_kinds", "loại tệp", read_file_kinds, G_STRUCT_OFFSET (Config, file_kinds), 0, 0 },
  { "keep", "giữ lại", read_keep, G_STRUCT_OFFSET (Config, keep), 0, 0 },
  { "synonyms", "từ đồng nghĩa", read_synonyms, G_STRUCT_OFFSET (Config, synonyms), 0, 0 },
  { "emergency", "khẩn cấp", read_emergency, G_STRUCT_OFFSET (Config, emergency), 0, 0 },
  { "menu", "thực đơn", read_menu, 0, 0, 0 },
  { "look", "giao diện", read_look, G_STRUCT_OFFSET (Config, look), 0, 0 },
  { "languages", "ngôn ngữ", read_languages, G_STRUCT_OFFSET (Config, languages), 0, 0 },
  { "sections", "chuyên mục", read_sections, G_STRUCT_OFFSET (Config, sections), 0, 0 },
};

static const char *const default_hosts[] = { "*.gov.vn", NULL };

/* Who is not trusted widens no list. */
static void
forget_lists (Config *config)
{
  config->qr_hosts = default_hosts;
  config->link_hosts = config->file_kinds = NULL;
  config->base_url = NULL;
}

static void
add_hosts (GPtrArray *hosts, const char *const *patterns)
{
  for (; patterns && *patterns; patterns++)
    g_ptr_array_add (hosts, (gpointer) *patterns);
}

/* Links lead to the usual hosts, and to those the site names anywhere in its configuration. */
static const char *const *
link_hosts (const Config *config, Arena *arena)
{
  g_autoptr (GPtrArray) hosts = g_ptr_array_new ();
  const char *const addresses[] = { config->base_url };

  add_hosts (hosts, web_usual_hosts);
  add_hosts (hosts, config->link_hosts);
  add_hosts (hosts, config->qr_hosts);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autoptr (GUri) uri = addresses[i] ? g_uri_parse (addresses[i], G_URI_FLAGS_NONE, NULL) : NULL;
    if (uri && g_uri_get_host (uri))
      g_ptr_array_add (hosts, arena_copy (arena, g_uri_get_host (uri)));
  }
  return arena_list (arena, (const char *const *) hosts->pdata, hosts->len);
}

/* Not a path within the site. */
static gboolean
is_address (const char *link)
{
  g_autofree char *scheme = link ? web_scheme (link) : NULL;
  return scheme != NULL;
}

const char *
config_load (Site *site, const Source *source, Place *office_place, Report *report)
{
  g_autoptr (YamlNode) root = yaml_parse (source, 0, source->length, 1, report);
  RecordReader reader = { source, site->arena, report, NULL };
  Config config = { .qr_hosts = default_hosts,
                    .qr_ecc = 'M',
                    .machine_letters = USUAL_LETTERS,
                    .synonyms = site->synonyms,
                    .emergency = { .until = MOMENT_NONE },
                    .menu = site->menu,
                    .languages = site->languages,
                    .sections = site->sections };
  Place places[G_N_ELEMENTS (fields)] = { { 0, 0 } };

  if (root == NULL
      || !record_read (&reader, fields, G_N_ELEMENTS (fields), ALWAYS, N_ ("a site"), root, &config,
                       places))
    return NULL;
  const char *base_url = config.base_url;
  if (site->is_untrusted)
    forget_lists (&config);
  if (config.manual && !web_host_is_allowed (config.manual, config.qr_hosts))
    report_manual_host (source, places[MANUAL], config.manual, report);
  site->title = config.title;
  site->summary = config.summary;
  site->base_url = base_url;
  site->manual = config.manual;
  site->qr_hosts = config.qr_hosts;
  site->link_hosts = link_hosts (&config, site->arena);
  site->file_kinds = config.file_kinds;
  site->qr_ecc = config.qr_ecc;
  site->keep = config.keep;
  site->has_logs = config.has_logs;
  site->look = config.look;
  site->has_cards = config.has_cards;
  site->has_fragments = config.has_fragments;
  site->machine_letters = config.machine_letters;
  site->emergency = (SiteLink){ config.emergency.text, config.emergency.link,
                                is_address (config.emergency.link), config.emergency.link_place };
  site->emergency_until = config.emergency.until;
  site_changes_at (site, site->emergency_until);
  *office_place = places[OFFICE];
  return config.office_id;
}

void
report_manual_host (const Source *source, Place place, const char *url, Report *report)
{
  const char *odd = web_odd_sign (url);

  if (odd && *odd > ' ') {
    g_autofree char *advice = g_strdup_printf (_ ("write %%%02X in its place"), (guint) *odd);
    report_error (report, source, place, advice,
                  _ ("“%s” may not stand behind a QR code: no address has “%c” in it"), url, *odd);
    return;
  }
  report_error (report, source, place,
                _ ("use an address of the state (….gov.vn), or add the host to “qr: hosts:” in "
                   "content/site.yaml after checking whose it is"),
                _ ("“%s” may not stand behind a QR code: its host is not on the list of the site"),
                url);
}
