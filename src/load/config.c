/* SPDX-License-Identifier: MIT */
#include "load/config.h"

#include "base/i18n.h"
#include "load/record.h"
#include "model/web.h"

#include <string.h>

typedef struct {
  const char *title, *summary, *base_url, *manual, *office_id;
  const char *const *qr_hosts;
  char qr_ecc;
  GArray *sections; /* Section */
} Config;

static const Field section_fields[] = {
  { "id", "mã", read_text, G_STRUCT_OFFSET (Section, id), ALWAYS, 0 },
  { "title", "tiêu đề", read_text, G_STRUCT_OFFSET (Section, title), ALWAYS, 0 },
  { "summary", "tóm tắt", read_text, G_STRUCT_OFFSET (Section, summary), 0, 0 },
};

/* GArray *: of Section */
static void
read_sections (RecordReader *reader, const YamlNode *node, gpointer target)
{
  GArray *sections = *(GArray **) target;

  if (!record_expect_kind (reader, node, YAML_LIST))
    return;
  for (guint i = 0; i < node->n_items; i++) {
    Section section = { NULL, NULL, NULL };
    if (!record_expect_kind (reader, node->items[i], YAML_MAP))
      continue;
    record_read (reader, section_fields, G_N_ELEMENTS (section_fields), ALWAYS, _ ("a section"),
                 node->items[i], &section, NULL);
    if (section.id && section.title)
      g_array_append_val (sections, section);
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
                  _ ("“%s” is no level of error correction"), node->text);
}

static const Field qr_fields[] = {
  { "hosts", "máy chủ", read_texts, G_STRUCT_OFFSET (Config, qr_hosts), 0, 0 },
  { "ecc", "mức sửa lỗi", read_ecc, G_STRUCT_OFFSET (Config, qr_ecc), 0, 0 },
};

/* Config: qr_hosts and qr_ecc */
static void
read_qr (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (record_expect_kind (reader, node, YAML_MAP))
    record_read (reader, qr_fields, G_N_ELEMENTS (qr_fields), ALWAYS, _ ("a QR policy"), node, target,
                 NULL);
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
    *(const char **) target
      = g_str_has_suffix (url, "/") ? url : arena_printf (reader->arena, "%s/", url);
}

enum { OFFICE, MANUAL };

static const Field fields[] = {
  [OFFICE] = { "office", "cơ quan", read_text, G_STRUCT_OFFSET (Config, office_id), ALWAYS, 0 },
  [MANUAL] = { "manual", "tài liệu", read_url, G_STRUCT_OFFSET (Config, manual), 0, 0 },
  { "title", "tiêu đề", read_text, G_STRUCT_OFFSET (Config, title), ALWAYS, 0 },
  { "summary", "tóm tắt", read_text, G_STRUCT_OFFSET (Config, summary), 0, 0 },
  { "base_url", "địa chỉ gốc", read_base_url, G_STRUCT_OFFSET (Config, base_url), 0, 0 },
  { "qr", "mã qr", read_qr, 0, 0, 0 },
  { "sections", "chuyên mục", read_sections, G_STRUCT_OFFSET (Config, sections), 0, 0 },
};

static const char *const default_hosts[] = { "*.gov.vn", NULL };

const char *
config_load (Site *site, const Source *source, Place *office_place, Report *report)
{
  g_autoptr (YamlNode) root = yaml_parse (source, 0, source->length, 1, report);
  RecordReader reader = { source, site->arena, report };
  Config config = { .qr_hosts = default_hosts, .qr_ecc = 'M', .sections = site->sections };
  Place places[G_N_ELEMENTS (fields)] = { { 0, 0 } };

  if (root == NULL || !record_expect_kind (&reader, root, YAML_MAP))
    return NULL;
  record_read (&reader, fields, G_N_ELEMENTS (fields), ALWAYS, _ ("a site"), root, &config, places);
  if (config.manual && !web_host_is_allowed (config.manual, config.qr_hosts))
    report_manual_host (source, places[MANUAL], config.manual, report);
  site->title = config.title;
  site->summary = config.summary;
  site->base_url = config.base_url;
  site->manual = config.manual;
  site->qr_hosts = config.qr_hosts;
  site->qr_ecc = config.qr_ecc;
  *office_place = places[OFFICE];
  return config.office_id;
}

void
report_manual_host (const Source *source, Place place, const char *url, Report *report)
{
  report_error (report, source, place,
                _ ("use an address of the state (….gov.vn), or add the host to “qr: hosts:” in "
                   "content/site.yaml after checking whose it is"),
                _ ("“%s” may not stand behind a QR code: its host is not on the list of the site"), url);
}
