/* SPDX-License-Identifier: MIT */
#include "../page_kit.h"

#include <math.h>

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-6)

/* --- which rule wins --- */

static void
test_cascade (void)
{
  static const struct {
    const char *css, *body;
    guint8 red; /* of the colour of #x */
  } rows[] = {
    { "p { color: #010000 }", "<p id='x'/>", 1 },
    { "p { color: #010000 } p { color: #020000 }", "<p id='x'/>", 2 },
    { "p { color: #010000 } * { color: #020000 }", "<p id='x'/>", 1 },
    { ".a { color: #010000 } p { color: #020000 }", "<p id='x' class='a'/>", 1 },
    { "#x { color: #010000 } .a.b.c { color: #020000 }", "<p id='x' class='a b c'/>", 1 },
    { "body p { color: #010000 } p { color: #020000 }", "<p id='x'/>", 1 },
    { "p { color: #010000 !important } #x { color: #020000 }", "<p id='x'/>", 1 },
    { "p { color: #010000 ! important } #x { color: #020000 !important }", "<p id='x'/>", 2 },
    { "#x { color: #010000 }", "<p id='x' style='color: #020000'/>", 2 },
    { "#x { color: #010000 !important }", "<p id='x' style='color: #020000'/>", 1 },
    { "#x { color: #010000 !important }", "<p id='x' style='color: #020000 !important'/>", 2 },
    { "p { color: #010000; color: #020000 }", "<p id='x'/>", 2 },
    { "body { color: #010000 }", "<p><b id='x'/></p>", 1 },
    { "body { color: #010000 } p { color: #020000 } b { color: inherit }", "<p><b id='x'/></p>", 2 },
    { "body { color: #010000 } b { color: initial }", "<p><b id='x'/></p>", 0 },
    { "body { color: #010000 } b { color: unset }", "<p><b id='x'/></p>", 1 },
    { "body { color: #010000 } b { color: currentcolor }", "<p><b id='x'/></p>", 1 },
    { "@media print { p { color: #010000 } } @media screen { p { color: #020000 } }", "<p id='x'/>", 1 },
    { "@media screen, all { p { color: #010000 } }", "<p id='x'/>", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Page) page;
    g_test_message ("%s %s", rows[i].css, rows[i].body);
    page_open_body (&page, rows[i].css, rows[i].body);
    g_assert_cmpuint (page_style (&page, "x")->colour.red, ==, rows[i].red);
    g_autofree char *faults = report_text (page.report);
    g_assert_cmpstr (faults, ==, "");
  }
}

static void
test_sheets (void)
{
  static const char linked[] = "p { color: #010000; margin: 0 }";
  static const struct {
    const char *head;
    guint8 red;
  } rows[] = {
    { "<link rel='stylesheet' href='a.css'/>", 1 },
    { "<link rel='StyleSheet' href='a.css' media='print'/>", 1 },
    { "<link rel='alternate stylesheet' href='a.css'/>", 0 },
    { "<link rel='stylesheet' href='a.css' media='screen'/>", 0 },
    { "<link rel='icon' href='a.css'/>", 0 },
    { "<link rel='stylesheet' href='a.css'/><style>p { color: #020000 }</style>", 2 },
    { "<style>p { color: #020000 }</style><link rel='stylesheet' href='a.css'/>", 1 },
    { "<style media='screen'>p { color: #020000 }</style>", 0 },
    { "<style media='print, screen'><![CDATA[ body > p { color: #020000 } ]]></style>", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Page) page;
    g_test_message ("%s", rows[i].head);
    g_autofree char *xhtml = g_strconcat ("<html><head>", rows[i].head, "</head><body><p id='x'/></body></html>", NULL);
    page_open (&page, xhtml, linked);
    g_assert_cmpuint (page_style (&page, "x")->colour.red, ==, rows[i].red);
    g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  }
}

/* --- what comes out --- */

static void
test_lengths (void)
{
  g_auto (Page) page;
  page_open_body (&page,
                  "html { font-size: 10pt } body { font-size: 20pt }"
                  "#x { font-size: 150%; margin: 1em 1rem 10% auto; padding: 4px 1pc 1in 2.54cm; width: 25.4mm; text-indent: -1ex;"
                  "line-height: 2em; letter-spacing: .1em; border: thin solid; max-width: none; height: 4q }",
                  "<div id='x'><p id='y'/></div>");
  const Style *x = page_style (&page, "x"), *y = page_style (&page, "y");

  NEAR (x->font_size, 30);
  NEAR (x->margin[SIDE_TOP].value, 30);
  NEAR (x->margin[SIDE_RIGHT].value, 10);
  g_assert_cmpint (x->margin[SIDE_BOTTOM].kind, ==, LENGTH_PERCENT);
  NEAR (x->margin[SIDE_BOTTOM].value, 10);
  g_assert_cmpint (x->margin[SIDE_LEFT].kind, ==, LENGTH_AUTO);
  NEAR (x->padding[SIDE_TOP].value, 3);
  NEAR (x->padding[SIDE_RIGHT].value, 12);
  NEAR (x->padding[SIDE_BOTTOM].value, 72);
  NEAR (x->padding[SIDE_LEFT].value, 72);
  NEAR (x->width.value, 72);
  NEAR (x->height.value, 72 / 25.4);
  NEAR (x->text_indent.value, -15);
  g_assert_cmpint (x->line_height_kind, ==, LINE_POINTS);
  NEAR (x->line_height, 60);
  NEAR (x->border[SIDE_LEFT].width, 0.75);
  g_assert_cmpint (x->max_width.kind, ==, LENGTH_NONE);
  g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  /* what is inherited is computed, what is not is not */
  NEAR (y->font_size, 30);
  NEAR (y->letter_spacing, 3);
  NEAR (y->line_height, 60);
  NEAR (y->text_indent.value, -15);
  NEAR (y->border[SIDE_LEFT].width, 0);
  NEAR (y->margin[SIDE_TOP].value, 30);
}

static void
test_html (void)
{
  g_auto (Page) page;
  page_open_body (&page, "",
                  "<h1 id='h1'/><p id='p'>x<b id='b'/><i id='i'/><sup id='sup'/></p><ul id='ul'><li id='li'/></ul><ol><li id='li2'/></ol>"
                  "<table id='table'><thead><tr><th id='th'/></tr></thead><tr><td id='td'/></tr></table><script id='script'/><img id='img' width='40'/>");

  NEAR (page_style (&page, "h1")->font_size, 24);
  NEAR (page_style (&page, "h1")->margin[SIDE_TOP].value, .67 * 24);
  g_assert_cmpuint (page_style (&page, "h1")->font_weight, ==, 700);
  g_assert_cmpint (page_style (&page, "h1")->break_after, ==, BREAK_AVOID);
  NEAR (page_style (&page, "p")->margin[SIDE_BOTTOM].value, 12);
  g_assert_cmpint (page_style (&page, "p")->display, ==, DISPLAY_BLOCK);
  g_assert_cmpint (page_style (&page, "b")->display, ==, DISPLAY_INLINE);
  g_assert_cmpuint (page_style (&page, "b")->font_weight, ==, 700);
  g_assert_true (page_style (&page, "i")->is_italic);
  g_assert_cmpint (page_style (&page, "sup")->vertical_kind, ==, VERTICAL_SUPER);
  NEAR (page_style (&page, "sup")->font_size, 10);
  NEAR (page_style (&page, "ul")->padding[SIDE_LEFT].value, 30);
  g_assert_cmpint (page_style (&page, "li")->display, ==, DISPLAY_LIST_ITEM);
  g_assert_cmpint (page_style (&page, "li")->list_kind, ==, LIST_DISC);
  g_assert_cmpint (page_style (&page, "li2")->list_kind, ==, LIST_DECIMAL);
  g_assert_cmpint (page_style (&page, "table")->display, ==, DISPLAY_TABLE);
  NEAR (page_style (&page, "table")->border_spacing_y, 1.5);
  g_assert_cmpint (page_style (&page, "th")->text_align, ==, TEXT_CENTRE);
  g_assert_cmpuint (page_style (&page, "th")->font_weight, ==, 700);
  g_assert_cmpint (page_style (&page, "td")->vertical_kind, ==, VERTICAL_MIDDLE);
  g_assert_cmpint (page_style (&page, "script")->display, ==, DISPLAY_NONE);
  NEAR (page_style (&page, "img")->width.value, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/styler/cascade", test_cascade);
  g_test_add_func ("/styler/sheets", test_sheets);
  g_test_add_func ("/styler/lengths", test_lengths);
  g_test_add_func ("/styler/html", test_html);
  return g_test_run ();
}
