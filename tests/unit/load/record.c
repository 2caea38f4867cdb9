/* SPDX-License-Identifier: MIT */
#include "load/record.h"

#include "../support.h"
#include "base/date.h"

/* Two variants of a record: bit 0 and bit 1. */
typedef struct {
  const char *title;
  const char *const *names;
  gboolean is_open;
  Date date;
  Moment moment;
  const char *const *times;
  const char *url;
} Thing;

static const Field fields[] = {
  { "title", "tiêu đề", read_text, G_STRUCT_OFFSET (Thing, title), ALWAYS, 0 },
  { "names", "tên", read_texts, G_STRUCT_OFFSET (Thing, names), 1u << 1, 0 },
  { "open", "mở", read_bool, G_STRUCT_OFFSET (Thing, is_open), 0, 1u << 0 },
  { "date", "ngày", read_date, G_STRUCT_OFFSET (Thing, date), 0, 0 },
  { "moment", "lúc", read_moment, G_STRUCT_OFFSET (Thing, moment), 0, 0 },
  { "times", "giờ", read_clock_times, G_STRUCT_OFFSET (Thing, times), 0, 0 },
  { "web", "web", read_url, G_STRUCT_OFFSET (Thing, url), 1u << 1, 0 },
};

typedef struct {
  Source *source;
  Report *report;
  Arena *arena;
  Thing thing;
  Place places[G_N_ELEMENTS (fields)];
  char *faults;
} Reading;

static void
reading_start (Reading *reading, const char *yaml, guint variant)
{
  *reading = (Reading){ .source = source_new ("a.yaml", yaml, -1),
                        .report = report_new (),
                        .arena = arena_new (),
                        .thing = { .title = "none", .moment = MOMENT_NONE } };
  RecordReader reader = { reading->source, reading->arena, reading->report, NULL };
  g_autoptr (YamlNode) map =
    yaml_parse (reading->source, 0, reading->source->length, 1, reading->report);
  record_read (&reader, fields, G_N_ELEMENTS (fields), variant, "a thing", map, &reading->thing,
               reading->places);
  reading->faults = report_faults (reading->report);
}

static void
reading_clear (Reading *reading)
{
  source_free (reading->source);
  report_free (reading->report);
  arena_free (reading->arena);
  g_free (reading->faults);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Either spelling, and where each value stands. */
static void
test_fields (void)
{
  g_auto (Reading) reading = { 0 };

  reading_start (&reading,
                 "tiêu đề: ' A '\nnames: B\nmở: có\nngày: 5/3/2026\nlúc: 5/3/2026 5h30\n"
                 "giờ: [5:30, '17h', \"05h05\"]\nweb: https://a.vn/b\n",
                 1u << 0);
  const Thing *thing = &reading.thing;
  g_assert_cmpstr (reading.faults, ==, "");
  g_assert_cmpstr (thing->title, ==, "A");
  g_assert_cmpstr (thing->names[0], ==, "B");
  g_assert_null (thing->names[1]);
  g_assert_true (thing->is_open);
  g_assert_cmpint (thing->date.month, ==, 3);
  g_assert_cmpint (thing->moment, !=, MOMENT_NONE);
  g_assert_cmpstr (thing->times[0], ==, "05:30");
  g_assert_cmpstr (thing->times[1], ==, "17:00");
  g_assert_cmpstr (thing->times[2], ==, "05:05");
  g_assert_cmpstr (thing->url, ==, "https://a.vn/b");
  g_assert_cmpuint (reading.places[0].line, ==, 1);
  g_assert_cmpuint (reading.places[0].col, ==, 10);
  g_assert_cmpuint (reading.places[6].line, ==, 7);
}

/* What is not there has no place, and leaves what was. */
static void
test_absent (void)
{
  g_auto (Reading) reading = { 0 };

  reading_start (&reading, "names: []\ntitle: ~\nopen: no\n", 1u << 0);
  g_assert_cmpstr (reading.thing.title, ==, "none");
  g_assert_cmpuint (reading.places[0].line, ==, 0);
  g_assert_cmpuint (reading.places[3].line, ==, 0);
  g_assert_cmpstr (reading.faults, ==,
                   "a.yaml:1:8: error: this list is empty\n"
                   "a.yaml:2:1: error: a thing needs the key “title” (“tiêu đề”)\n"
                   "a.yaml:3:7: error: “no” is neither yes nor no\n");
}

static void
test_faults (void)
{
#define OK "title: T\n"
  static const struct {
    guint variant;
    const char *yaml, *faults;
  } rows[] = {
    /* Which variant needs and may have what. */
    { 1u << 0, OK, "" },
    { 1u << 0, OK "mở: true\n", "" },
    { 1u << 1, OK "names: A\nweb: https://a.vn\n", "" },
    { 1u << 1, OK,
      "a.yaml:1:1: error: a thing needs the key “names” (“tên”)\n"
      "a.yaml:1:1: error: a thing needs the key “web”\n" },
    { 1u << 1, OK "names: A\nweb: https://a.vn\nmở: có\n",
      "a.yaml:4:1: error: a thing cannot have the key “mở”\n" },
    { ALWAYS, OK "names: A\nweb: https://a.vn\nmở: không\n", "" },
    { 1u << 0, "open: true\n", "a.yaml:1:1: error: a thing needs the key “title” (“tiêu đề”)\n" },
    /* Keys. */
    { 1u << 0, OK "titel: B\n", "a.yaml:2:1: error: unknown key “titel”\n" },
    { 1u << 0, OK "tiêu đề: B\n", "a.yaml:2:1: error: “title” and “tiêu đề” are the same key\n" },
    /* Values. */
    { 1u << 0, "title: [A]\n", "a.yaml:1:8: error: a text is expected here\n" },
    { 1u << 0, "title: ' '\n", "a.yaml:1:8: error: this text is empty\n" },
    { 1u << 0, OK "names: [A, '', [B]]\n",
      "a.yaml:2:12: error: this text is empty\na.yaml:2:16: error: a text is expected here\n" },
    { 1u << 0, OK "open: [có]\n", "a.yaml:2:7: error: a text is expected here\n" },
    { 1u << 0, OK "date: 31/4/2026\n", "a.yaml:2:7: error: there is no day “31/4/2026”\n" },
    { 1u << 0, OK "date: mai\n", "a.yaml:2:7: error: “mai” is not a date\n" },
    { 1u << 0, OK "moment: 31/4/2026\n", "a.yaml:2:9: error: there is no day “31/4/2026”\n" },
    { 1u << 0, OK "moment: mai\n", "a.yaml:2:9: error: “mai” is not a date\n" },
    { 1u << 0, OK "times: []\n", "a.yaml:2:8: error: this list is empty\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Reading) reading = { 0 };
    reading_start (&reading, rows[i].yaml, rows[i].variant);
    g_assert_cmpstr (reading.faults, ==, rows[i].faults);
  }
}

/* The word that was meant, in either language. */
static void
test_advice (void)
{
  g_auto (Reading) reading = { 0 };

  reading_start (&reading, "title: T\ntieu de: A\nopne: true\nxyzxyz: 1\n", 1u << 0);
  g_autofree char *text = report_text (reading.report);
  g_assert_nonnull (strstr (text, "did you mean “tiêu đề”?"));
  g_assert_nonnull (strstr (text, "did you mean “open”?"));
  g_assert_null (strstr (strstr (text, "xyzxyz"), "did you mean"));
}

/* What is missing is shown by an example, in the language of the other keys. */
static void
test_missing (void)
{
  static const struct {
    const char *yaml, *advice;
  } rows[] = {
    { "ngày: 5/3/2026\n", "= write, for example: tiêu đề: Lịch tiêm chủng tháng 12\n" },
    { "date: 5/3/2026\n", "= write, for example: title: Lịch tiêm chủng tháng 12\n" },
    { "title: T\n", "= write, for example: names: …\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Reading) reading = { 0 };
    reading_start (&reading, rows[i].yaml, 1u << 1);
    g_autofree char *text = report_text (reading.report);
    g_assert_nonnull (strstr (text, rows[i].advice));
  }
}

static void
test_values (void)
{
  static const struct {
    const char *key, *value;
    gboolean is_good;
  } rows[] = {
    { "times", "'5:30'", TRUE },
    { "times", "23:59", TRUE },
    { "times", "0h", TRUE },
    { "times", "24:00", FALSE },
    { "times", "23:60", FALSE },
    { "times", "'5:'", FALSE },
    { "times", "5:3", FALSE },
    { "times", "5:300", FALSE },
    { "times", "530", FALSE },
    { "times", "5h3x", FALSE },
    { "times", "[5:30, x]", FALSE },
    { "web", "http://a.vn", TRUE },
    { "web", "HTTPS://a.vn", TRUE },
    { "web", "ftp://a.vn", FALSE },
    { "web", "a.vn", FALSE },
    { "web", "https://", FALSE },
    { "web", "https://a@b.vn", FALSE },
    { "web", "'https://a.vn/b c'", FALSE },
    { "web", "' https://a.vn '", TRUE },
    { "web", "'https://a.vn/<b>'", FALSE },
    { "web", "mailto:a@b.vn", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *yaml = g_strdup_printf ("title: T\n%s: %s\n", rows[i].key, rows[i].value);
    g_auto (Reading) reading = { 0 };
    reading_start (&reading, yaml, 1u << 0);
    g_test_message ("%s", yaml);
    g_assert_cmpint (*reading.faults == '\0', ==, rows[i].is_good);
  }
}

static void
test_find (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.yaml", "tên: A\n", -1);
  g_autoptr (YamlNode) map = yaml_parse (source, 0, source->length, 1, report);

  g_assert_cmpstr (record_find (map, &fields[1])->text, ==, "A");
  g_assert_null (record_find (map, &fields[0]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/fields", test_fields);
  g_test_add_func ("/record/absent", test_absent);
  g_test_add_func ("/record/faults", test_faults);
  g_test_add_func ("/record/advice", test_advice);
  g_test_add_func ("/record/missing", test_missing);
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/find", test_find);
  return g_test_run ();
}
