/* SPDX-License-Identifier: MIT */
#include "render/broadcasts.h"

#include "render_kit.h"

static const TestFile templates[] = {
  { "web/home", "{{#airings}}{{time}} {{title}}{{#stations}} {{name}}{{/stations}}{{#more}} +{{.}}{{/more}}"
                ";{{/airings}}" },
  { "web/broadcasts", "{{week.title}}: {{#week.days}}{{#airings}}{{name}} {{number}}{{#is_today}}!{{/is_today}} "
                      "{{time}} {{title}} {{script_href}};{{/airings}}{{/week.days}}|{{#stations}}{{href}} "
                      "{{/stations}}" },
  { "web/station", "{{week.title}} {{calendar_href}} {{#week.days}}{{#airings}}{{time}} {{script_href}};{{/airings}}"
                   "{{/week.days}}" },
  { NULL, NULL },
};

static const TestFile files[] = {
  { "content/site.yaml", "title: T\noffice: a\nbase_url: https://a.gov.vn/\n" },
  { "content/offices.yaml",
    "a:\n  locality: \"01\"\n  name_lines: [A]\n  name: A\n  station: {name: Đài A}\n"
    "b:\n  locality: \"01\"\n  name_lines: [B]\n  name: B\n  station: {name: Đài B}\n" },
  { "content/tin/m.md", "---\nkind: bulletin\ntitle: \"Một, hai; ba: một tên bài dài để dòng của lịch phải gập\"\n"
                        "date: 2026-09-01\ndistribute: b\nbroadcast:\n  times: [\"17:00\"]\n  slot: 3\n"
                        "  from: 2026-10-01\n  until: 2026-10-02\n---\nLời.\n" },
  { "content/tin/n.md", "---\nkind: bulletin\ntitle: N\ndate: 2026-09-01\nbroadcast:\n  from: 2026-10-10\n"
                        "---\nLời.\n" },
  { "content/tin/o.md", "---\nkind: bulletin\ntitle: O\ndate: 2026-09-01\nexpires: 2026-11-03 08:00\nbroadcast:\n"
                        "  times: [\"05:30\", \"17:00\", \"19:00\"]\n  from: 2026-11-02\n  until: 2026-11-03\n---\nLời.\n" },
  { "content/tin/p.md", "---\nkind: bulletin\ntitle: P\ndate: 2026-09-01\nexpires: 2026-11-03 08:00\nbroadcast:\n"
                        "  times: [\"05:30\", \"17:00\"]\n  from: 2026-11-03\n---\nLời.\n" },
};

/* What two stations read at once is one line. The day of the test is Thursday, 1 October. */
static void
test_pages (void)
{
#define TITLE "Một, hai; ba: một tên bài dài để dòng của lịch phải gập"
  static const struct {
    const char *path, *text;
  } rows[] = {
    { "index.html", "17:00 " TITLE " Đài A Đài B;" },
    { "phat-thanh/index.html", "Tuần từ 28/09/2026 đến 04/10/2026: Thứ Năm 01/10! 17:00 " TITLE
                               " tin/m/loa.html;Thứ Sáu 02/10 17:00 " TITLE
                               " tin/m/loa.html;|phat-thanh/a.html phat-thanh/b.html " },
    { "phat-thanh/b.html", "Tuần từ 28/09/2026 đến 04/10/2026 phat-thanh/b.ics 17:00 "
                           "co-quan/b/m/loa.html;17:00 co-quan/b/m/loa.html;" },
  };
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = render_kit_render (&kit, rows[i].path, NULL);
    g_strchomp (text);
    g_autofree char *wanted = g_strchomp (g_strdup (rows[i].text));
    g_assert_cmpstr (text, ==, wanted);
  }
}

/* RFC 5545: lines of at most 75 bytes that end in CR LF, folded between characters. */
static void
test_calendar (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  g_autofree char *text = render_kit_render (&kit, "phat-thanh/a.ics", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  for (char **line = lines; *line; line++) {
    g_assert_cmpuint (strlen (*line), <=, 75);
    g_assert_null (strchr (*line, '\n'));
    g_assert_true (g_utf8_validate (*line, -1, NULL));
  }
  g_autofree char *folded = g_strjoinv ("\n", lines);
  g_auto (GStrv) parts = g_strsplit (folded, "\n ", -1);
  g_autofree char *whole = g_strjoinv ("", parts);
  static const char *const wanted[] = {
    "UID:tin/m.html-1700-a@a.gov.vn\n",
    ("DTSTART;TZID=Asia/Ho_Chi_Minh:20261001T170000\nDURATION:PT180S\n"
     "RRULE:FREQ=DAILY;UNTIL=20261002T165959Z\n"),
    "SUMMARY:Một\\, hai\\; ba: một tên bài dài để dòng của lịch phải gập\n",
    "URL:https://a.gov.vn/tin/m.html\n",
    "UID:tin/n.html--a@a.gov.vn\n",
    "DTSTART;VALUE=DATE:20261010\nSUMMARY:N\n",
    ("20261102T053000\nDURATION:PT300S\nRRULE:FREQ=DAILY;UNTIL=20261103T165959Z\nSUMMARY:O\n"),
    "20261102T170000\nDURATION:PT300S\nSUMMARY:O\n",
    "20261103T053000\nDURATION:PT300S\nSUMMARY:P\n",
  };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (whole, wanted[i]) == NULL)
      g_error ("%s is not in\n%s", wanted[i], whole);
  g_assert_null (strstr (whole, "20261103T170000"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/broadcasts/pages", test_pages);
  g_test_add_func ("/broadcasts/calendar", test_calendar);
  return g_test_run ();
}
