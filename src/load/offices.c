/* SPDX-License-Identifier: MIT */
#include "load/offices.h"

#include "base/i18n.h"
#include "model/palette.h"
#include "model/product.h"
#include "model/web.h"

#include <string.h>

void
read_any_colour (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  if (colour_is_good (node->text))
    read_text (reader, node, target);
  else
    report_error (reader->report, reader->source, node->place,
                  _ ("write \"#b3131b\", in quotation marks"), _ ("“%s” is not a colour"),
                  node->text);
}

void
read_colour (RecordReader *reader, const YamlNode *node, gpointer target)
{
  const char *colour = NULL;

  read_any_colour (reader, node, &colour);
  double contrast = colour ? colour_contrast (colour, "#ffffff") : 0;
  if (contrast >= READABLE_CONTRAST)
    *(const char **) target = colour;
  else if (colour)
    report_error (reader->report, reader->source, node->place, _ ("choose a darker one"),
                  _ ("the contrast of “%s” on white is %.1f, at least 4.5 is needed to be read"),
                  colour, contrast);
}

/* gboolean: TRUE for the second of two words */
static void
read_choice (RecordReader *reader, const YamlNode *node, const char *first, const char *second,
             gboolean *chosen)
{
  if (!record_expect_text (reader, node))
    return;
  if (strcmp (node->text, first) == 0 || strcmp (node->text, second) == 0) {
    *chosen = strcmp (node->text, second) == 0;
    return;
  }
  g_autofree char *advice = g_strdup_printf (_ ("write “%s” or “%s”"), first, second);
  report_error (reader->report, reader->source, node->place, advice, _ ("“%s” is not allowed here"),
                node->text);
}

static void
read_linh (RecordReader *reader, const YamlNode *node, gpointer target)
{
  read_choice (reader, node, "linh", "lẻ", target);
}

static void
read_thousand (RecordReader *reader, const YamlNode *node, gpointer target)
{
  read_choice (reader, node, "nghìn", "ngàn", target);
}

static void
read_day_word (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (node->kind == YAML_SCALAR && strcmp (node->text, "thường") == 0)
    *(gboolean *) target = FALSE;
  else
    read_choice (reader, node, "plain", "mùng", target);
}

static void
read_letters (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (node->kind == YAML_SCALAR && strcmp (node->text, "names") == 0)
    *(gboolean *) target = FALSE;
  else if (node->kind == YAML_SCALAR && strcmp (node->text, "sounds") == 0)
    *(gboolean *) target = TRUE;
  else
    read_choice (reader, node, "tên", "âm", target);
}

static void
read_pace (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  char *end;
  guint64 pace = g_ascii_strtoull (node->text, &end, 10);
  if (!g_ascii_isdigit (*node->text) || *end || pace < 120 || pace > 300)
    report_error (reader->report, reader->source, node->place, _ ("200 is usual outdoors"),
                  _ ("a pace is between 120 and 300 syllables a minute"));
  else
    *(guint *) target = pace;
}

/* const char *: a telephone number */
static void
read_phone (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  if (web_is_phone (node->text))
    read_text (reader, node, target);
  else
    report_error (reader->report, reader->source, node->place, web_fault_advice (WEB_BAD_PHONE),
                  web_fault_message (WEB_BAD_PHONE), node->text);
}

/* const char *: a mail address */
static void
read_mail (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  if (web_is_mail (node->text))
    read_text (reader, node, target);
  else
    report_error (reader->report, reader->source, node->place, web_fault_advice (WEB_BAD_MAIL),
                  web_fault_message (WEB_BAD_MAIL), node->text);
}

static const Field reading_fields[] = {
  { "linh", "linh", read_linh, G_STRUCT_OFFSET (Reading, use_le), 0, 0 },
  { "thousand", "nghìn", read_thousand, G_STRUCT_OFFSET (Reading, use_ngan), 0, 0 },
  { "day", "mùng", read_day_word, G_STRUCT_OFFSET (Reading, use_mung), 0, 0 },
  { "letters", "chữ cái", read_letters, G_STRUCT_OFFSET (Reading, use_sounds), 0, 0 },
  { "pace", "tốc độ", read_pace, G_STRUCT_OFFSET (Reading, syllables_per_minute), 0, 0 },
};

static void
read_reading (RecordReader *reader, const YamlNode *node, gpointer target)
{
  record_read (reader, reading_fields, G_N_ELEMENTS (reading_fields), ALWAYS,
               N_ ("a way of reading"), node, target, NULL);
}

static const Field station_fields[] = {
  { "name", "tên", read_text, G_STRUCT_OFFSET (Station, name), ALWAYS, 0 },
  { "sign_on", "lời chào", read_text, G_STRUCT_OFFSET (Station, sign_on), 0, 0 },
  { "sign_off", "lời kết", read_text, G_STRUCT_OFFSET (Station, sign_off), 0, 0 },
  { "slots", "giờ phát", read_clock_times, G_STRUCT_OFFSET (Station, slots), 0, 0 },
  { "voice", "giọng máy", read_text, G_STRUCT_OFFSET (Station, voice), 0, 0 },
  { "reading", "cách đọc", read_reading, G_STRUCT_OFFSET (Station, reading), 0, 0 },
};

static void
read_station (RecordReader *reader, const YamlNode *node, gpointer target)
{
  record_read (reader, station_fields, G_N_ELEMENTS (station_fields), ALWAYS, N_ ("a station"),
               node, target, NULL);
}

/* Office: quantities. {tờ rơi: 500, áp phích: 20} */
static void
read_quantities (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Office *office = target;

  if (!record_expect_kind (reader, node, YAML_MAP))
    return;
  PrintQuantity *quantities =
    arena_alloc (reader->arena, MAX (node->n_items, 1) * sizeof *quantities);
  for (guint i = 0; i < node->n_items; i++) {
    const YamlNode *entry = node->items[i];
    guint64 sheets = product_sheets_named (entry->key);
    if (sheets == 0)
      report_error (reader->report, reader->source, entry->key_place,
                    _ ("write a word of “outputs” (“đầu ra”): tờ rơi, áp phích …"),
                    _ ("“%s” is not a sheet of paper"), entry->key);
    else if (record_expect_text (reader, entry) && strlen (entry->text) <= 7
             && entry->text[strspn (entry->text, "0123456789")] == '\0')
      quantities[office->n_quantities++] =
        (PrintQuantity){ sheets, (guint) g_ascii_strtoull (entry->text, NULL, 10) };
    else if (entry->kind == YAML_SCALAR)
      report_error (reader->report, reader->source, entry->place,
                    _ ("write how many copies are printed: 500"),
                    _ ("“%s” is not a number of copies"), entry->text);
  }
  office->quantities = quantities;
}

/* A record as written, before its locality is looked up. */
typedef struct {
  Office office;
  const char *locality_code;
} Record;

enum { LOCALITY, WEB_FIELD = 9, SUCCESSOR_FIELD = 16 };

static const Field office_fields[] = {
  [LOCALITY] = { "locality", "địa phương", read_text, G_STRUCT_OFFSET (Record, locality_code),
                 ALWAYS, 0 },
  { "parent_lines", "cơ quan chủ quản", read_texts, G_STRUCT_OFFSET (Record, office.parent_lines),
    0, 0 },
  { "name_lines", "tên", read_texts, G_STRUCT_OFFSET (Record, office.name_lines), ALWAYS, 0 },
  { "name", "tên gọi", read_text, G_STRUCT_OFFSET (Record, office.name), ALWAYS, 0 },
  { "place", "địa danh", read_text, G_STRUCT_OFFSET (Record, office.place), 0, 0 },
  { "symbol", "ký hiệu", read_text, G_STRUCT_OFFSET (Record, office.symbol), 0, 0 },
  { "address", "địa chỉ", read_text, G_STRUCT_OFFSET (Record, office.address), 0, 0 },
  { "phone", "điện thoại", read_phone, G_STRUCT_OFFSET (Record, office.phone), 0, 0 },
  { "email", "thư điện tử", read_mail, G_STRUCT_OFFSET (Record, office.email), 0, 0 },
  [WEB_FIELD] = { "web", "trang web", read_url, G_STRUCT_OFFSET (Record, office.web), 0, 0 },
  { "hours", "giờ làm việc", read_text, G_STRUCT_OFFSET (Record, office.hours), 0, 0 },
  { "copies", "số bản in", read_quantities, G_STRUCT_OFFSET (Record, office), 0, 0 },
  { "emblem", "biểu trưng", read_text, G_STRUCT_OFFSET (Record, office.emblem), 0, 0 },
  { "colour", "màu", read_colour, G_STRUCT_OFFSET (Record, office.colour), 0, 0 },
  { "valid_from", "từ ngày", read_date, G_STRUCT_OFFSET (Record, office.valid_from), 0, 0 },
  { "valid_to", "đến ngày", read_date, G_STRUCT_OFFSET (Record, office.valid_to), 0, 0 },
  [SUCCESSOR_FIELD] = { "successor", "kế thừa", read_text,
                        G_STRUCT_OFFSET (Record, office.successor), 0, 0 },
  { "station", "đài", read_station, G_STRUCT_OFFSET (Record, office.station), 0, 0 },
  { "party", "đảng", read_bool, G_STRUCT_OFFSET (Record, office.is_party), 0, 0 },
};

static const char *const no_lines[] = { NULL };

/* What the list of localities says of the people's committee of a unit, where its record does not.
 */
static void
take_row (Office *office)
{
  const Locality *row = office->locality;
  const struct {
    const char **target, *text;
  } texts[] = {
    { &office->address, row->address }, { &office->phone, row->phone },
    { &office->email, row->email },     { &office->web, row->web },
    { &office->hours, row->hours },     { &office->station.name, row->station },
  };

  if (g_strcmp0 (office->symbol, "UBND") != 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i].target == NULL)
      *texts[i].target = texts[i].text;
  if (office->station.slots == NULL)
    office->station.slots = row->slots;
  if (office->quantities == NULL) {
    office->quantities = row->quantities;
    office->n_quantities = row->n_quantities;
  }
}

static void
fill_defaults (Site *site, Office *office)
{
  take_row (office);
  if (office->parent_lines == NULL)
    office->parent_lines = no_lines;
  if (office->station.slots == NULL)
    office->station.slots = no_lines;
  if (office->place == NULL) {
    g_autofree char *place = locality_place (office->locality);
    office->place = arena_copy (site->arena, place);
  }
}

/* “99101” and “ubnd-phuong-ha-dong” may be two ways of naming one office. */
static void
note_committee (Site *site, const Office *office)
{
  const char *code = office->locality->code;
  const Office *other = g_hash_table_lookup (site->committees, code);

  if (!office->by_rule && g_strcmp0 (office->symbol, "UBND") == 0
      && (other == NULL || office_is_former (other, site->now)))
    g_hash_table_insert (site->committees, (char *) code, (gpointer) office);
}

static void
add_office (Site *site, Office *office)
{
  fill_defaults (site, office);
  note_committee (site, office);
  g_hash_table_insert (site->offices, (char *) office->id, office);
  g_ptr_array_add (site->office_list, office);
}

static void
report_web (const Site *site, RecordReader *reader, const char *web, Place place)
{
  WebFault fault = web ? web_link_fault (web, site->link_hosts) : WEB_GOOD;

  if (fault == WEB_UNKNOWN_HOST)
    report_suspicion (reader->report, site->is_untrusted, reader->source, place,
                      web_fault_advice (fault), web_fault_message (fault), web);
  else if (fault != WEB_GOOD)
    report_error (reader->report, reader->source, place, web_fault_advice (fault),
                  web_fault_message (fault), web);
}

static void
load_record (Site *site, RecordReader *reader, const YamlNode *entry)
{
  Record record = { .locality_code = NULL };
  Place places[G_N_ELEMENTS (office_fields)] = { { 0, 0 } };
  guint n_errors = report_n_errors (reader->report);

  if (!office_id_is_good (entry->key)) {
    report_error (reader->report, reader->source, entry->key_place,
                  _ ("use small letters without marks, digits and hyphens: ubnd-phuong-ha-dong"),
                  _ ("“%s” cannot be the id of an office"), entry->key);
    return;
  }
  if (!record_read (reader, office_fields, G_N_ELEMENTS (office_fields), ALWAYS, N_ ("an office"),
                    entry, &record, places)) {
    g_hash_table_add (site->broken_offices, arena_copy (site->arena, entry->key));
    return;
  }
  Office *office = arena_alloc (site->arena, sizeof *office);
  *office = record.office;
  office->id = arena_copy (site->arena, entry->key);
  office->path = arena_copy (site->arena, reader->source->path);
  office->place_in_file = entry->key_place;
  if (record.locality_code) {
    /* A former office had its seat in what the code meant in its time. */
    office->locality = locality_find (site->localities, record.locality_code, office->valid_to);
    if (office->locality == NULL && !site_lost_locality (site, record.locality_code))
      report_error (reader->report, reader->source, places[LOCALITY],
                    _ ("check the code; communes and wards must stand in content/localities.csv"),
                    _ ("there is no locality with the code “%s”"), record.locality_code);
  }
  if (date_is_set (office->valid_from) && date_is_set (office->valid_to)
      && date_compare (office->valid_from, office->valid_to) > 0)
    report_error (reader->report, reader->source, entry->key_place, NULL,
                  _ ("this office ends before it begins"));
  report_web (site, reader, office->web, places[WEB_FIELD]);
  gboolean is_whole = report_n_errors (reader->report) == n_errors
                      && (office->locality || !record.locality_code);
  if (is_whole)
    add_office (site, office);
  else
    g_hash_table_add (site->broken_offices, (char *) office->id);
}

static void
check_successor (const Site *site, RecordReader *reader, const YamlNode *entry)
{
  const YamlNode *node =
    entry->kind == YAML_MAP ? record_find (entry, &office_fields[SUCCESSOR_FIELD]) : NULL;

  if (node && node->kind == YAML_SCALAR && site_office (site, node->text) == NULL
      && !site_lost_office (site, node->text)
      && locality_find_any (site->localities, node->text) == NULL)
    report_error (reader->report, reader->source, node->place,
                  _ ("write the id of a record in this file"), _ ("there is no office “%s”"),
                  node->text);
}

void
offices_load (Site *site, const Source *source, Report *report)
{
  g_autoptr (YamlNode) root = yaml_parse (source, 0, source->length, 1, report);
  RecordReader reader = { source, site->arena, report, NULL };

  if (root == NULL || !record_expect_kind (&reader, root, YAML_MAP))
    return;
  for (guint i = 0; i < root->n_items; i++)
    load_record (site, &reader, root->items[i]);
  for (guint i = 0; i < root->n_items; i++)
    check_successor (site, &reader, root->items[i]);
}

/* The newest period of a code has the code as its id; a former one also says when it ended. */
static char *
id_by_rule (Site *site, const Locality *locality)
{
  if (locality == locality_find_any (site->localities, locality->code))
    return arena_copy (site->arena, locality->code);
  g_autofree char *end = date_iso (locality->valid_to);
  return arena_printf (site->arena, "%s-%s", locality->code, end);
}

static Office *
office_by_rule (Site *site, const Locality *locality, const char *id)
{
  g_autofree char *full_name = locality_full_name (locality);
  g_autofree char *capitals = g_utf8_strup (full_name, -1);
  const char *lines[] = { "ỦY BAN NHÂN DÂN", arena_copy (site->arena, capitals) };
  Office *office = arena_alloc (site->arena, sizeof *office);

  office->id = id;
  office->locality = locality;
  office->name_lines = arena_list (site->arena, lines, G_N_ELEMENTS (lines));
  office->name = arena_printf (site->arena, "Ủy ban nhân dân %s", full_name);
  office->symbol = "UBND";
  if (locality->station == NULL)
    office->station.name = arena_printf (site->arena, "Đài truyền thanh %s", full_name);
  office->valid_from = locality->valid_from;
  office->valid_to = locality->valid_to;
  office->successor = locality->successor_code;
  office->by_rule = TRUE;
  return office;
}

/* The record of the committee of a unit, when it is the one of that day. */
static const Office *
recorded_committee (const Site *site, const Locality *locality, Date date)
{
  const Office *office = g_hash_table_lookup (site->committees, locality->code);

  if (office == NULL || office->locality != locality)
    return NULL;
  if (date_is_set (date)
      && (date_compare (date, office->valid_from) < 0
          || (date_is_set (office->valid_to) && date_compare (date, office->valid_to) > 0)))
    return NULL;
  return office;
}

const Office *
office_find_or_make (Site *site, const char *id, Date date)
{
  const Office *found = site_office (site, id);
  if (found && !found->by_rule)
    return found;

  const Locality *locality = locality_find (site->localities, id, date);
  if (locality == NULL)
    locality = locality_find_any (site->localities, id);
  if (locality == NULL)
    return NULL;
  const Office *recorded = recorded_committee (site, locality, date);
  if (recorded)
    return recorded;
  const char *id_of_period = id_by_rule (site, locality);
  found = site_office (site, id_of_period);
  if (found && found->locality != locality) {
    /* Two periods that ended in one year. */
    g_autofree char *last_day = date_iso (locality->valid_to);
    id_of_period = arena_printf (site->arena, "%s-%s", locality->code, last_day);
    found = site_office (site, id_of_period);
  }
  if (found)
    return found;
  Office *office = office_by_rule (site, locality, id_of_period);
  add_office (site, office);
  return office;
}
