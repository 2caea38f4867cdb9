/* SPDX-License-Identifier: MIT */
#include "load/record.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/suggest.h"
#include "model/web.h"

#include <string.h>

#define fail(reader, node, advice, ...)                                                            \
  report_error ((reader)->report, (reader)->source, (node)->place, advice, __VA_ARGS__)

/* Most keys differ in their first letters. */
static inline gboolean
is_same (const char *a, const char *b)
{
  return *a == *b && strcmp (a, b) == 0;
}

static gboolean
field_is_named (const Field *field, const char *key)
{
  return is_same (field->english, key) || is_same (field->vietnamese, key);
}

const YamlNode *
record_find (const YamlNode *map, const Field *field)
{
  const YamlNode *node = yaml_find (map, field->english);
  return node ? node : yaml_find (map, field->vietnamese);
}

/* More are looked up in the documentation. */
#define KEYS_TOLD 12

/* The keys of a small record, in the language of the one that was written; NULL: they are too many.
 * Caller frees. */
static char *
list_keys (const Field *fields, guint n_fields, const char *written)
{
  g_autofree const char **words = g_new0 (const char *, n_fields + 1);
  gboolean is_english = g_str_is_ascii (written);

  if (n_fields > KEYS_TOLD)
    return NULL;
  for (guint i = 0; i < n_fields; i++)
    words[i] = is_english ? fields[i].english : fields[i].vietnamese;
  g_autofree char *list = g_strjoinv (", ", (char **) words);
  return g_strdup_printf (_ ("what can stand here: %s"), list);
}

static void
report_unknown_key (RecordReader *reader, const Field *fields, guint n_fields,
                    const YamlNode *entry)
{
  g_autofree const char **words = g_new0 (const char *, 2 * n_fields + 1);
  g_autofree char *advice = NULL;

  for (guint i = 0; i < n_fields; i++) {
    words[2 * i] = fields[i].english;
    words[2 * i + 1] = fields[i].vietnamese;
  }
  const char *nearest = suggest_word (entry->key, words);
  if (nearest)
    advice = g_strdup_printf (_ ("did you mean “%s”?"), nearest);
  else
    advice = list_keys (fields, n_fields, entry->key);
  report_error (reader->report, reader->source, entry->key_place, advice, _ ("unknown key “%s”"),
                entry->key);
}

/* The word to show an author: that of the language most of this map is written in would be a guess,
 * so both; translations put theirs first. */
static char *
field_names (const Field *field)
{
  return strcmp (field->english, field->vietnamese) == 0
           ? g_strdup_printf ("“%s”", field->english)
           : g_strdup_printf (_ ("“%s” (“%s”)"), field->english, field->vietnamese);
}

/* --- what is missing --- */

/* What may stand behind a key that must be there, as one would type it. `in_english`: where that
 * differs in a record with English keys. */
static const struct {
  const char *english, *vietnamese, *value, *in_english;
} examples[] = {
  { "kind", "loại", "bản tin", "bulletin" },
  { "title", "tiêu đề", "Lịch tiêm chủng tháng 12", NULL },
  { "title", "chức vụ", "CHỦ TỊCH", NULL },
  { "position", "chức vụ", "Chánh Văn phòng", NULL },
  { "date", "ngày", "27/11/2026", NULL },
  { "from", "từ ngày", "01/12/2026", NULL },
  { "until", "đến", "07/12/2026", NULL },
  { "number", "số", "4907/UBND-NC", NULL },
  { "subject", "trích yếu", "phối hợp tiêm vắc xin sởi cho học sinh", NULL },
  { "to", "kính gửi", "[Trạm Y tế xã, Các trường trên địa bàn xã]", NULL },
  { "wire_to", "điện", "[Trạm Y tế xã, Các trường trên địa bàn xã]", NULL },
  { "invited", "kính mời", "[Trưởng các thôn]", NULL },
  { "signer", "người ký", "{chức vụ: CHỦ TỊCH, họ tên: Nguyễn Văn A}",
    "{title: CHỦ TỊCH, name: Nguyễn Văn A}" },
  { "name_lines", "tên", "[ỦY BAN NHÂN DÂN, XÃ TÂN PHÚ]", NULL },
  { "name", "tên gọi", "Ủy ban nhân dân xã Tân Phú", NULL },
  { "name", "tên", "Nước sạch cho mọi nhà", NULL },
  { "locality", "địa phương", "\"30001\"", NULL },
  { "office", "cơ quan", "\"30001\"", NULL },
  { "id", "mã", "ban-tin", NULL },
  { "text", "nội dung", "Sơ tán ngay khỏi bờ sông", NULL },
  { "url", "địa chỉ", "https://dichvucong.gov.vn/", NULL },
  { "hosts", "máy chủ", "[dichvucong.gov.vn]", NULL },
  { "file", "tệp", "buoi-tiem.jpg", NULL },
  { "description", "mô tả", "Cán bộ y tế tiêm cho học sinh", NULL },
};

/* Most keys of the map are English. An empty one is taken for Vietnamese. */
static gboolean
is_in_english (const YamlNode *map)
{
  guint n = 0;

  for (guint i = 0; i < map->n_items; i++)
    n += g_str_is_ascii (map->items[i]->key);
  return 2 * n > map->n_items;
}

/* “write “kính gửi: [Các trường]””, in the language of the other keys. Caller frees. */
static char *
advice_for_missing (const YamlNode *map, const char *english, const char *vietnamese)
{
  gboolean in_english = is_in_english (map);
  const char *value = "…";

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    if (is_same (examples[i].english, english) && is_same (examples[i].vietnamese, vietnamese))
      value = in_english && examples[i].in_english ? examples[i].in_english : examples[i].value;
  return g_strdup_printf (_ ("write, for example: %s: %s"), in_english ? english : vietnamese,
                          value);
}

void
record_report_missing (RecordReader *reader, const char *named, const YamlNode *map,
                       const char *english, const char *vietnamese)
{
  const Field field = { english, vietnamese, NULL, 0, 0, 0 };
  const YamlNode *entry = record_find (map, &field);
  g_autofree char *names = field_names (&field);
  g_autofree char *advice = advice_for_missing (map, english, vietnamese);

  report_error (reader->report, reader->source, entry ? entry->key_place : map->place, advice,
                _ ("%s needs the key %s"), _ (named), names);
}

/* --- records --- */

const Field *
record_field (const Field *fields, guint n_fields, const char *key)
{
  for (guint i = 0; i < n_fields; i++)
    if (field_is_named (&fields[i], key))
      return &fields[i];
  return NULL;
}

static void
report_misplaced (RecordReader *reader, const char *named, const YamlNode *entry)
{
  const char *other = reader->other_way ? reader->other_way (entry->key) : NULL;
  g_autofree char *advice = other ? g_strdup_printf (_ ("write “%s” in its place"), other)
                                  : g_strdup (_ ("remove this key"));

  report_error (reader->report, reader->source, entry->key_place, advice,
                _ ("%s cannot have the key “%s”"), _ (named), entry->key);
}

/* `more`, or NULL, is said behind the advice. */
static gboolean
expect_kind (RecordReader *reader, const YamlNode *node, YamlKind kind, const char *more)
{
  static const char *const wanted[] = {
    [YAML_SCALAR] = N_ ("a text is expected here"),
    [YAML_LIST] = N_ ("a list is expected here"),
    [YAML_MAP] = N_ ("keys with values are expected here"),
  };
  static const char *const advice[] = {
    [YAML_SCALAR] =
      N_ ("write it on one line after the key; a text with “: ” or “#” in quotation marks"),
    [YAML_LIST] = N_ ("write each item on its own line after “- ”"),
    [YAML_MAP] = N_ ("write “key: text” lines, indented below"),
  };
  if (node->kind == kind)
    return TRUE;
  g_autofree char *whole =
    g_strdup_printf ("%s%s%s", _ (advice[kind]), more ? "; " : "", more ? more : "");
  fail (reader, node, whole, "%s", _ (wanted[kind]));
  return FALSE;
}

gboolean
record_read (RecordReader *reader, const Field *fields, guint n_fields, guint variant,
             const char *named, const YamlNode *map, gpointer record, Place *places)
{
  g_autofree char *keys =
    map->kind == YAML_MAP ? NULL
                          : list_keys (fields, n_fields, map->key ? map->key : fields->vietnamese);
  if (!expect_kind (reader, map, YAML_MAP, keys))
    return FALSE;
  g_autofree const YamlNode **found = g_new0 (const YamlNode *, n_fields);
  for (guint i = 0; i < map->n_items; i++) {
    const YamlNode *entry = map->items[i];
    const Field *field = record_field (fields, n_fields, entry->key);
    if (field == NULL)
      report_unknown_key (reader, fields, n_fields, entry);
    else if (found[field - fields])
      report_error (reader->report, reader->source, entry->key_place, _ ("keep one of them"),
                    _ ("“%s” and “%s” are the same key"), found[field - fields]->key, entry->key);
    else if (field->allowed && !(field->allowed & variant))
      report_misplaced (reader, named, entry);
    else
      found[field - fields] = entry;
  }
  for (guint i = 0; i < n_fields; i++) {
    gboolean is_absent = found[i] == NULL || yaml_is_null (found[i]);
    if (is_absent && (fields[i].required & variant))
      record_report_missing (reader, named, map, fields[i].english, fields[i].vietnamese);
    if (is_absent || found[i]->is_faulty)
      continue;
    fields[i].read (reader, found[i], (char *) record + fields[i].offset);
    if (places)
      places[i] = found[i]->place;
  }
  return TRUE;
}

gboolean
record_expect_kind (RecordReader *reader, const YamlNode *node, YamlKind kind)
{
  return expect_kind (reader, node, kind, NULL);
}

gboolean
record_expect_text (RecordReader *reader, const YamlNode *node)
{
  if (!record_expect_kind (reader, node, YAML_SCALAR))
    return FALSE;
  if (node->text[strspn (node->text, " \t\n")] == '\0') {
    fail (reader, node, _ ("remove the key, or write something after it"),
          _ ("this text is empty"));
    return FALSE;
  }
  return TRUE;
}

/* Without the space around it: a block scalar ends in a newline. */
static char *
copy_stripped (RecordReader *reader, const char *text)
{
  gsize length;

  text += strspn (text, " \t\n");
  length = strlen (text);
  while (length > 0 && strchr (" \t\n", text[length - 1]))
    length--;
  return arena_copy_n (reader->arena, text, length);
}

void
read_text (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (record_expect_text (reader, node))
    *(const char **) target = copy_stripped (reader, node->text);
}

void
record_expect_items (RecordReader *reader, const YamlNode *node, guint n_items)
{
  if (n_items == 0)
    fail (reader, node, _ ("remove the key, or write items below it"), _ ("this list is empty"));
}

void
read_texts (RecordReader *reader, const YamlNode *node, gpointer target)
{
  guint n = node->kind == YAML_LIST ? node->n_items : 1;
  g_autofree const char **texts = g_new0 (const char *, n);
  guint n_good = 0;

  for (guint i = 0; i < n; i++) {
    const YamlNode *item = node->kind == YAML_LIST ? node->items[i] : node;
    if (record_expect_text (reader, item))
      texts[n_good++] = copy_stripped (reader, item->text);
  }
  record_expect_items (reader, node, n);
  *(const char *const **) target = arena_list (reader->arena, texts, n_good);
}

void
read_bool (RecordReader *reader, const YamlNode *node, gpointer target)
{
  gboolean truth;

  if (!record_expect_kind (reader, node, YAML_SCALAR))
    return;
  if (yaml_is_bool (node, &truth))
    *(gboolean *) target = truth;
  else if (strcmp (node->text, "có") == 0 || strcmp (node->text, "không") == 0)
    *(gboolean *) target = strcmp (node->text, "có") == 0;
  else
    fail (reader, node, _ ("write true or false (“có” or “không”)"),
          _ ("“%s” is neither yes nor no"), node->text);
}

static void
report_date (RecordReader *reader, const YamlNode *node, DateStatus status)
{
  if (status == DATE_IMPOSSIBLE)
    fail (reader, node, _ ("check day and month; the day stands before the month: 30/4/2026"),
          _ ("there is no day “%s”"), node->text);
  else
    fail (reader, node, _ ("write 2026-03-05 or 5/3/2026"), _ ("“%s” is not a date"), node->text);
}

void
read_date (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  DateStatus status = date_parse (node->text, target);
  if (status != DATE_GOOD)
    report_date (reader, node, status);
}

void
read_moment (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  DateStatus status = moment_parse (node->text, target);
  if (status != DATE_GOOD)
    report_date (reader, node, status);
}

char *
clock_time_parse (const char *text)
{
  guint hour, minute = 0;
  int end = 0;

  if (sscanf (text, "%2u%*1[:h]%n", &hour, &end) != 1 || end == 0)
    return NULL;
  gboolean with_minutes = text[end] != '\0';
  if (with_minutes) {
    const char *rest = text + end;
    if (!g_ascii_isdigit (rest[0]) || !g_ascii_isdigit (rest[1]) || rest[2])
      return NULL;
    minute = (rest[0] - '0') * 10 + rest[1] - '0';
  }
  if (hour > 23 || minute > 59 || (!with_minutes && text[end - 1] == ':'))
    return NULL;
  return g_strdup_printf ("%02u:%02u", hour, minute);
}

void
read_end (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Date date;

  if (node->kind == YAML_SCALAR && date_parse (node->text, &date) == DATE_GOOD)
    *(Moment *) target = moment_after_date (date);
  else
    read_moment (reader, node, target);
}

void
read_clock_times (RecordReader *reader, const YamlNode *node, gpointer target)
{
  guint n = node->kind == YAML_LIST ? node->n_items : 1;
  g_autofree const char **times = g_new0 (const char *, n);
  guint n_good = 0;

  for (guint i = 0; i < n; i++) {
    const YamlNode *item = node->kind == YAML_LIST ? node->items[i] : node;
    if (!record_expect_text (reader, item))
      continue;
    g_autofree char *time = clock_time_parse (item->text);
    if (time)
      times[n_good++] = arena_copy (reader->arena, time);
    else
      fail (reader, item, _ ("write \"05:30\", in quotation marks"),
            _ ("“%s” is not a time of day"), item->text);
  }
  record_expect_items (reader, node, n);
  *(const char *const **) target = arena_list (reader->arena, times, n_good);
}

void
read_url (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  const char *url = copy_stripped (reader, node->text);
  /* GUri would let spaces pass. */
  g_autoptr (GUri) uri =
    strpbrk (url, " \t\n<>\"") ? NULL : g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri ? g_uri_get_scheme (uri) : "";
  gboolean is_web = strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0;
  WebFault fault = is_web ? web_link_fault (url, NULL) : WEB_NOT_WHOLE;
  if (fault == WEB_NOT_WHOLE || fault == WEB_USER_NAME) {
    fail (reader, node, _ ("write the whole address, https://…"), _ ("“%s” is not a web address"),
          node->text);
    return;
  }
  if (fault != WEB_GOOD) {
    fail (reader, node, web_fault_advice (fault), web_fault_message (fault), node->text);
    return;
  }
  *(const char **) target = url;
}
