/* SPDX-License-Identifier: MIT */
#include "load/campaigns.h"

#include "base/i18n.h"
#include "load/config.h"
#include "load/offices.h"
#include "load/record.h"
#include "model/fact.h"
#include "model/web.h"

#include <string.h>

/* What a value of a map must look like. */
typedef gboolean (*ValueCheck) (const char *text);

/* Value *: a text, or a map of names to texts */
static void
read_values (RecordReader *reader, const YamlNode *node, ValueCheck is_good, const char *fault,
             const char *advice)
{
  if (node->kind == YAML_MAP) {
    record_expect_items (reader, node, node->n_items);
    for (guint i = 0; i < node->n_items; i++)
      read_values (reader, node->items[i], is_good, fault, advice);
  } else if (record_expect_text (reader, node) && !is_good (node->text)) {
    report_error (reader->report, reader->source, node->place, advice, fault, node->text);
  }
}

static gboolean
is_any (G_GNUC_UNUSED const char *text)
{
  return TRUE;
}

static void
read_facts (RecordReader *reader, const YamlNode *node, G_GNUC_UNUSED gpointer target)
{
  read_values (reader, node, is_any, "%s", NULL);
}

static void
read_hotlines (RecordReader *reader, const YamlNode *node, G_GNUC_UNUSED gpointer target)
{
  read_values (reader, node, web_is_phone, web_fault_message (WEB_BAD_PHONE),
               web_fault_advice (WEB_BAD_PHONE));
}

static const Field phase_fields[] = {
  { "from", "từ ngày", read_date, G_STRUCT_OFFSET (Phase, from), ALWAYS, 0 },
  { "until", "đến ngày", read_date, G_STRUCT_OFFSET (Phase, until), 0, 0 },
  { "hours", "giờ", read_text, G_STRUCT_OFFSET (Phase, hours), 0, 0 },
};

void
read_phase (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Phase *phase = target;

  record_read (reader, phase_fields, G_N_ELEMENTS (phase_fields), ALWAYS, N_ ("a round"), node,
               phase, NULL);
  if (date_is_set (phase->from) && date_is_set (phase->until)
      && date_compare (phase->from, phase->until) > 0)
    report_error (reader->report, reader->source, node->place, NULL,
                  _ ("this ends before it begins"));
}

/* A date, or a map of names to dates and to rounds */
static void
read_dates (RecordReader *reader, const YamlNode *node, G_GNUC_UNUSED gpointer target)
{
  Date date;

  if (node->kind != YAML_MAP) {
    read_date (reader, node, &date);
    return;
  }
  for (guint i = 0; i < node->n_items; i++) {
    Phase phase = { .hours = NULL };
    if (node->items[i]->kind == YAML_MAP)
      read_phase (reader, node->items[i], &phase);
    else
      read_date (reader, node->items[i], &date);
  }
}

static const Field partner_fields[] = {
  { "name", "tên", read_text, G_STRUCT_OFFSET (Partner, name), ALWAYS, 0 },
  { "logo", "biểu trưng", read_text, G_STRUCT_OFFSET (Partner, logo), 0, 0 },
  { "web", "trang web", read_url, G_STRUCT_OFFSET (Partner, web), 0, 0 },
};

/* Campaign: partners */
static void
read_partners (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Campaign *campaign = target;

  if (!record_expect_kind (reader, node, YAML_LIST))
    return;
  Partner *partners = arena_alloc (reader->arena, node->n_items * sizeof *partners);
  for (guint i = 0; i < node->n_items; i++) {
    Partner *partner = &partners[campaign->n_partners];
    record_read (reader, partner_fields, G_N_ELEMENTS (partner_fields), ALWAYS, N_ ("a partner"),
                 node->items[i], partner, NULL);
    campaign->n_partners += partner->name != NULL;
  }
  campaign->partners = partners;
}

enum { MANUAL };

static const Field fields[] = {
  [MANUAL] = { "manual", "tài liệu", read_url, G_STRUCT_OFFSET (Campaign, manual), 0, 0 },
  { "name", "tên", read_text, G_STRUCT_OFFSET (Campaign, name), ALWAYS, 0 },
  { "slogan", "khẩu hiệu", read_text, G_STRUCT_OFFSET (Campaign, slogan), 0, 0 },
  { "colour", "màu", read_colour, G_STRUCT_OFFSET (Campaign, colour), 0, 0 },
  { "dates", "ngày", read_dates, 0, 0, 0 },
  { "hotlines", "đường dây nóng", read_hotlines, 0, 0, 0 },
  { "places", "địa điểm", read_facts, 0, 0, 0 },
  { "fees", "lệ phí", read_facts, 0, 0, 0 },
  { "doses", "liều", read_facts, 0, 0, 0 },
  { "figures", "số liệu", read_facts, 0, 0, 0 },
  { "partners", "đối tác", read_partners, 0, 0, 0 },
  { "offices", "cơ quan", read_texts, G_STRUCT_OFFSET (Campaign, offices), 0, 0 },
};

/* Rounds are read with their keys in one language, and may be named in both. */
static void
share_spellings (Value *map, const Field *known, guint n_known)
{
  for (guint i = 0; i < n_known; i++) {
    const Value *english = value_find (map, known[i].english);
    const Value *vietnamese = value_find (map, known[i].vietnamese);
    if (english && vietnamese == NULL)
      value_set_shared (map, known[i].vietnamese, english);
    else if (vietnamese && english == NULL)
      value_set_shared (map, known[i].english, vietnamese);
  }
}

/* Everything by name. A key that may stand but does not is null, and so no unknown name. */
static Value *
values_of (const YamlNode *root)
{
  Value *values = yaml_to_value (root);

  share_spellings (values, fields, G_N_ELEMENTS (fields));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (value_find (values, fields[i].english) == NULL) {
      value_set (values, fields[i].english, value_null ());
      value_set (values, fields[i].vietnamese, value_null ());
    }
  const Value *dates = value_find (values, "dates");
  for (guint i = 0; value_kind (dates) == VALUE_MAP && i < value_length (dates); i++) {
    Value *round = (Value *) value_find (dates, value_key (dates, i));
    if (value_kind (round) == VALUE_MAP)
      share_spellings (round, phase_fields, G_N_ELEMENTS (phase_fields));
  }
  return values;
}

static void
check_logos (const Site *site, const Campaign *campaign, const Source *source, Report *report)
{
  for (guint i = 0; i < campaign->n_partners; i++) {
    const char *logo = campaign->partners[i].logo;
    if (logo && !g_hash_table_contains (site->hrefs, logo))
      report_error (report, source, (Place){ 0, 0 }, _ ("put it into static/, or correct its name"),
                    _ ("there is no file “static/%s” for the logo of “%s”"), logo,
                    campaign->partners[i].name);
  }
}

void
campaign_load (Site *site, const Source *source, Report *report)
{
  g_autoptr (YamlNode) root = yaml_parse (source, 0, source->length, 1, report);
  RecordReader reader = { source, site->arena, report, NULL };
  static const char *const no_offices[] = { NULL };
  Place places[G_N_ELEMENTS (fields)] = { { 0, 0 } };

  Campaign *campaign = arena_alloc (site->arena, sizeof *campaign);
  if (root == NULL
      || !record_read (&reader, fields, G_N_ELEMENTS (fields), ALWAYS, N_ ("a campaign"), root,
                       campaign, places))
    return;
  if (campaign->manual && site->qr_hosts && !web_host_is_allowed (campaign->manual, site->qr_hosts))
    report_manual_host (source, places[MANUAL], campaign->manual, report);
  g_autofree char *name = g_path_get_basename (source->path);
  campaign->id = arena_copy_n (site->arena, name, strlen (name) - strlen (".yaml"));
  campaign->path = arena_copy (site->arena, source->path);
  if (campaign->offices == NULL)
    campaign->offices = no_offices;
  campaign->values = values_of (root);
  check_logos (site, campaign, source, report);
  g_ptr_array_add (site->campaigns, campaign);
}
