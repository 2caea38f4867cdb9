/* SPDX-License-Identifier: MIT */
#include "../style_kit.h"

static void
test_fonts (void)
{
  static const struct {
    const char *css;
    FontSource font; /* without family: none, and a fault */
  } rows[] = {
    { "font-family: A; src: url(a.ttf)", { "A", "a.ttf", 400, FALSE } },
    { "font-family: 'Be Vietnam Pro'; src: url('fonts/a.otf') format('opentype'); font-weight: "
      "bold; font-style: italic",
      { "Be Vietnam Pro", "fonts/a.otf", 700, TRUE } },
    { "font-family: A; src: local('A'), url(a.woff2) format('woff2'), url(a.ttf); font-weight: "
      "300; font-display: swap",
      { "A", "a.ttf", 300, FALSE } },
    { "font-family: A B; src: url(\"a.ttf\"), url(b.ttf); font-weight: normal; font-style: normal",
      { "A B", "a.ttf", 400, FALSE } },
    { "font-family: A", { NULL, NULL, 0, FALSE } },
    { "src: url(a.ttf)", { NULL, NULL, 0, FALSE } },
    { "", { NULL, NULL, 0, FALSE } },
    { "font-family: A, B; src: url(a.ttf)", { NULL, NULL, 0, FALSE } },
    { "font-family: inherit; src: url(a.ttf)", { NULL, NULL, 0, FALSE } },
    { "font-family: A; src: url(a.woff2)", { NULL, NULL, 0, FALSE } },
    { "font-family: A; src: local(A)", { NULL, NULL, 0, FALSE } },
    { "font-family: A; src: 'a.ttf'", { NULL, NULL, 0, FALSE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *css = g_strdup_printf ("@font-face { %s }", rows[i].css);
    g_autoptr (Source) source = source_new ("a.css", css, -1);
    g_autoptr (Report) report = report_new ();
    g_autoptr (StyleSheet) sheet = style_sheet_new (source, report);
    const GArray *fonts = style_sheet_fonts (sheet);
    g_test_message ("%s", rows[i].css);
    g_assert_cmpuint (fonts->len, ==, rows[i].font.family != NULL);
    g_assert_cmpuint (report_n_errors (report), ==, rows[i].font.family == NULL);
    if (fonts->len == 0)
      continue;
    const FontSource *font = &g_array_index (fonts, FontSource, 0);
    g_assert_cmpstr (font->family, ==, rows[i].font.family);
    g_assert_cmpstr (font->href, ==, rows[i].font.href);
    g_assert_cmpuint (font->weight, ==, rows[i].font.weight);
    g_assert_cmpint (font->is_italic, ==, rows[i].font.is_italic);
  }
}

static void
test_faults (void)
{
  static const struct {
    const char *css, *faults;
  } rows[] = {
    { "@font-face { font-family: A; src: url(a.ttf); font-weight: 100 900 }",
      "a.css:1:47: error: this does not describe a font\n" },
    { "@font-face { font-family: A; src: url(a.ttf); unicode-range: U+0-7F }",
      "a.css:1:47: error: “unicode-range” does not describe a font\n" },
    { "@font-face;", "a.css:1:11: error: this rule has no block\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Source) source = source_new ("a.css", rows[i].css, -1);
    g_autoptr (Report) report = report_new ();
    g_autoptr (StyleSheet) sheet = style_sheet_new (source, report);
    g_autofree char *faults = report_faults (report);
    g_assert_cmpuint (style_sheet_fonts (sheet)->len, ==, i < 2);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

/* A page has the fonts of all its sheets. */
static void
test_of_page (void)
{
  g_auto (StyledPage) page;
  page_open (&page,
             "<html><head><link rel='stylesheet' href='a.css'/><style>@font-face { font-family: B; "
             "src: url(b.ttf) }</style></head></html>",
             "@font-face { font-family: A; src: url(a.ttf) }");
  const GPtrArray *fonts = styler_fonts (page.styler);

  g_assert_cmpuint (fonts->len, ==, 2);
  g_assert_cmpstr (((const FontSource *) fonts->pdata[0])->family, ==, "A");
  g_assert_cmpstr (((const FontSource *) fonts->pdata[1])->family, ==, "B");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/font-face/fonts", test_fonts);
  g_test_add_func ("/font-face/faults", test_faults);
  g_test_add_func ("/font-face/of-page", test_of_page);
  return g_test_run ();
}
