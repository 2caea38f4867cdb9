/* SPDX-License-Identifier: MIT */
#include "render/script_view.h"

#include "render_kit.h"

#define SHOW                                                                                       \
  "{{script.station}}|{{script.slots}}|{{script.pace}}|{{script.date_official}}\n"                 \
  "{{#script.paragraphs}}{{#is_heading}}# {{/is_heading}}{{#is_first}}<{{/is_first}}{{#is_last}}>" \
  "{{/is_last}}{{time}}/{{until}} {{#sentences}}{{spoken}}{{#differs}}~{{/differs}}{{#is_long}}!"  \
  "{{/is_long}};{{/sentences}}\n{{/script.paragraphs}}{{script.syllables}} {{script.time}}"

/* A line for each row, and a star for each paragraph of the end. */
#define ROWS                                                                                       \
  "{{#script.paragraphs}}{{#is_ending}}*\n{{/is_ending}}{{#sentences}}{{#rows}}|{{#pieces}}"       \
  "{{spoken}} {{#written}}[{{.}}] {{/written}}{{/pieces}}\n{{/rows}}{{/sentences}}"                \
  "{{/script.paragraphs}}"

static const TestFile row_templates[] = { { "text/script", ROWS }, { NULL, NULL } };
static const TestFile templates[] = { { "text/script", SHOW }, { NULL, NULL } };

static const TestFile files[] = {
  { "content/localities.csv", "code,name,kind,parent\n00004,Ba Đình,phường,01\n" },
  { "content/offices.yaml",
    "dai: {locality: '00004', symbol: UBND, name_lines: [A], name: A, station: {name: Đài "
    "A, slots: ['06:15', '18:00'], reading: {pace: 120}}}\n" },
  { "content/a/tin.md", "---\nkind: bulletin\ntitle: Tin\ndate: 2026-02-01\noutputs: "
                        "script\ndistribute: dai\nbroadcast: {times: ['05:30']}\n---\n"
                        "Có 15 hộ. Mời bà con\n\n## Phần hai\n\nĐi họp.\n" },
};

/* The lines of the body, between those of the station. */
static void
test_lines (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  g_autofree char *text = render_kit_render (&kit, "a/tin/loa.txt", NULL);
  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (
    text, "Đài truyền thanh thành phố Hà Nội|05:30|200|ngày 01 tháng 02 năm 2026\n<"));
  g_assert_nonnull (strstr (text, " Có mười lăm hộ.~;Mời bà con.;\n"));
  g_assert_nonnull (strstr (text, "\n# "));
  g_assert_nonnull (strstr (text, " Phần hai.;\n"));
  g_assert_nonnull (strstr (text, "\n>"));
}

/* An office that was sent the text reads it at its own times and pace. */
static void
test_kit (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  g_autofree char *text = render_kit_render (&kit, "co-quan/dai/tin/loa.txt", NULL);
  g_assert_true (g_str_has_prefix (text, "Đài A|06:15, 18:00|120|ngày 01 tháng 02 năm 2026\n"));
}

/* A row is a printed line: figures stand beside what they belong to. The last two paragraphs stay with
 * the one before. */
static void
test_rows (void)
{
  static const TestFile site[] = {
    { "content/a/tin.md", "---\nkind: bulletin\ntitle: Tin\ndate: 2026-02-01\noutputs: [script, script_sheet]\n---\n"
                          "Điện lực thông báo ngừng cấp điện từ 7h30 đến 11h ngày 25/11 tại các trạm biến áp thôn "
                          "Đông, thôn Đoài và nhà văn hóa của xã.\n" },
  };
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, site, 1, row_templates);
  g_autofree char *shown = render_kit_render (&kit, "a/tin/loa.txt", NULL);
  g_test_message ("%s", shown);
  g_auto (GStrv) lines = g_strsplit (shown, "\n", -1);
  guint n_rows = 0, n_endings = 0;
  for (char **line = lines; *line; line++) {
    n_endings += g_str_has_prefix (*line, "*");
    n_rows += g_str_has_prefix (*line, "|") && strstr (*line, "25/11") != NULL;
    if (strstr (*line, "25/11"))
      g_assert_null (strstr (*line, "nhà văn hóa"));
  }
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpuint (n_endings, ==, 1);
}

/* Where no sheet is made of the script, nobody asks for its rows. */
static void
test_no_rows (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), row_templates);
  g_autofree char *shown = render_kit_render (&kit, "a/tin/loa.txt", NULL);
  g_assert_null (strstr (shown, "|"));
  g_assert_nonnull (strstr (shown, "*"));
}

/* What is read by default says how; what nobody could read stands as it is written. */
static void
test_doubts (void)
{
  static const TestFile doubts[] = {
    { "text/script", "{{#script.doubts}}{{written}}={{spoken}};{{/script.doubts}}" }, { NULL, NULL }
  };
  static const TestFile site[] = {
    { "content/a/tin.md", "---\nkind: bulletin\ntitle: Tin\ndate: 2026-02-01\noutputs: script\n---\n"
                          "Nghe TT rồi mua quorvex.\n" },
  };
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, site, 1, doubts);
  g_autofree char *shown = render_kit_render (&kit, "a/tin/loa.txt", NULL);
  g_assert_cmpstr (shown, ==, "TT=thông tin;quorvex=;");
}

/* The margin has room for a number or an address, and not for whatever somebody pasted. */
static void
test_margin (void)
{
  for (guint n = 200; n <= 1000; n *= 5) {
    g_autofree char *digits = g_strnfill (n, '1');
    g_autofree char *text = g_strconcat (
      "---\nkind: bulletin\ntitle: Tin\ndate: 2026-02-01\noutputs: [script, script_sheet]\n---\nMã số ", digits, ".\n", NULL);
    const TestFile site[] = { { "content/a/tin.md", text } };
    g_auto (RenderKit) kit = { 0 };
    render_kit_open (&kit, site, 1, row_templates);
    g_autofree char *shown = render_kit_render (&kit, "a/tin/loa.txt", NULL);
    g_assert_cmpint (strstr (shown, "…") != NULL, ==, n > 300);
  }
}

/* Times are whole seconds of a minute, and add up to the last line. */
static void
test_times (void)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < 75; i++)
    g_string_append (body, "Mời bà con đi họp. ");
  g_autofree char *text =
    g_strdup_printf ("---\nkind: guide\ntitle: Tin\noutputs: script\n---\n%s\n", body->str);
  const TestFile site[] = { { "content/a/tin.md", text } };
  g_auto (RenderKit) kit = { 0 };
  render_kit_open (&kit, site, 1, templates);
  g_autofree char *shown = render_kit_render (&kit, "a/tin/loa.txt", NULL);
  g_auto (GStrv) lines = g_strsplit (shown, "\n", -1);
  guint n = g_strv_length (lines), before = 0;
  for (guint i = 1; i + 1 < n; i++) {
    guint minutes, seconds, until_minutes, until_seconds;
    const char *digits = lines[i] + strcspn (lines[i], "0123456789");
    g_assert_cmpint (
      sscanf (digits, "%u:%2u/%u:%2u ", &minutes, &seconds, &until_minutes, &until_seconds), ==, 4);
    g_assert_cmpuint (seconds, <, 60);
    before += 60 * minutes + seconds;
    g_assert_cmpuint (60 * until_minutes + until_seconds, ==, before);
  }
  guint syllables, minutes, seconds;
  g_assert_cmpint (sscanf (lines[n - 1], "%u %u:%2u", &syllables, &minutes, &seconds), ==, 3);
  g_assert_cmpuint (60 * minutes + seconds, ==, before);
  g_assert_cmpuint (before, >, 60);
  g_assert_cmpuint (syllables, >, 375);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-view/lines", test_lines);
  g_test_add_func ("/script-view/kit", test_kit);
  g_test_add_func ("/script-view/rows", test_rows);
  g_test_add_func ("/script-view/no-rows", test_no_rows);
  g_test_add_func ("/script-view/doubts", test_doubts);
  g_test_add_func ("/script-view/margin", test_margin);
  g_test_add_func ("/script-view/times", test_times);
  return g_test_run ();
}
