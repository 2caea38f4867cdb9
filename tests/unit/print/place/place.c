/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#define P "p { margin: 0 } "

/* A box that a page end cuts is there on both pages. */
static void
test_cut (void)
{
  static const LayoutRow rows[] = {
    { "div { background-color: #ccc } b { background-color: transparent; height: 50mm }",
      "<div><b/><b/></div>", "10 10 80 50 | 10 10 80 50" },
    { "div { background-color: #ccc; padding: 5mm } b { background-color: transparent; height: "
      "50mm }",
      "<div><b/><b/></div>", "10 10 80 55 | 10 10 80 55" },
    { "div { background-color: #ccc; height: 200mm }", "<div/>", "10 10 80 200" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Ground and borders first, then what is in the box, then what is positioned. */
static void
test_order (void)
{
  g_autofree char *got =
    layout_boxes (P "div { position: relative; background-color: #ccc } p + p { position: "
                    "absolute; top: 0 } p { background-color: #fff }",
                  "<div><p>a</p><p>b</p><p>c</p></div>");

  g_assert_true (g_str_has_prefix (got, "10 10 80 10; 10 10 80 10; “a” 10 10 10; 10 10 "));
  g_assert_true (strstr (got, "“b”") < strstr (got, "“c”"));
}

/* Margin boxes: three along each side, corners apart. */
static void
test_margins (void)
{
#define LINE "{ line-height: 10mm; "
  static const LayoutRow rows[] = {
    { "@page { @top-left " LINE "content: 'a' } }", "", "“a” 10 0 10" },
    { "@page { @top-left-corner " LINE "content: 'a'; text-align: left } }", "", "“a” 0 0 10" },
    { "@page { @bottom-left " LINE "content: 'a' } }", "", "“a” 10 90 10" },
    { "@page { @top-center " LINE "content: none } }", "", "" },
    { "@page :first { @top-left " LINE "content: 'a' } } @page { @top-left " LINE
      "content: 'b' } } b { height: 70mm }",
      "<b/><b/>", "10 10 80 70; “a” 10 0 10 | 10 10 80 70; “b” 10 0 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* In the middle of its side, and at its end. */
static void
test_margin_middles (void)
{
  static const struct {
    const char *name;
    double share; /* of the room beside the text that is left of it */
  } rows[] = {
    { "top-center", 0.5 }, { "top-right", 1 }, { "bottom-center", 0.5 }, { "bottom-right", 1 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *css = g_strdup_printf ("@page { @%s { content: 'Trang' } }", rows[i].name);
    g_autofree char *page = layout_page (css, "");
    g_autoptr (Source) source = source_new ("a.html", page, -1);
    g_autoptr (Typesetter) typesetter = typesetter_new ();
    g_autoptr (Report) report = report_new ();
    g_autoptr (GString) boxes = g_string_new (NULL);
    const PrintFiles files = { 0 };
    double x, y, width;
    g_assert_true (typeset_boxes (typesetter, source, &files, boxes, report));
    g_assert_cmpint (sscanf (strstr (boxes->str, "text "), "text %lf %lf %lf", &x, &y, &width), ==,
                     3);
    g_assert_cmpfloat_with_epsilon (x, 10 + (80 - width) * rows[i].share, 0.03);
    g_assert_nonnull (strstr (boxes->str, " furniture "));
  }
}

#define WORDS     "một hai ba bốn năm sáu bảy tám chín mười"
#define OF_MARGIN "; font: 12pt/4mm 'Liberation Serif'; vertical-align: top"

/* Boxes of one margin that have no room side by side are narrowed, and their text wraps. */
static void
test_margins_shared (void)
{
  static const LayoutRow rows[] = {
    /* Alone: the whole width. */
    { "@page { @top-left { content: '" WORDS "'" OF_MARGIN " } }", "", "“" WORDS "” 10 0 4" },
    /* What is short keeps its width, the other takes the rest. */
    { "@page { @top-left { content: '" WORDS "'" OF_MARGIN
      " } @top-right { content: '8'; width: 30mm" OF_MARGIN "; text-align: left } }",
      "", "“một hai ba bốn năm sáu bảy ” 10 0 4; “tám chín mười” 10 4 4; “8” 60 0 4" },
    { "@page { @bottom-left { content: '8'; width: 30mm" OF_MARGIN
      " } @bottom-right { content: '" WORDS "'" OF_MARGIN "; text-align: left } }",
      "", "“8” 10 90 4; “một hai ba bốn năm sáu bảy ” 40 90 4; “tám chín mười” 40 94 4" },
    /* Both are long: half of it each. */
    { "@page { @top-left { content: '" WORDS "'" OF_MARGIN " } @top-right { content: '" WORDS
      "'" OF_MARGIN "; text-align: left } }",
      "",
      "“một hai ba bốn năm ” 10 0 4; “sáu bảy tám chín mười” 10 4 4; "
      "“một hai ba bốn năm ” 50 0 4; “sáu bảy tám chín mười” 50 4 4" },
    /* The centre stays in the middle. */
    { "@page { @top-left { content: 'một hai ba bốn năm'" OF_MARGIN
      " } @top-center { content: '8'; width: 30mm" OF_MARGIN "; text-align: left } "
      "@top-right { content: '9'" OF_MARGIN "; text-align: left } }",
      "", "“một hai ba ” 10 0 4; “bốn năm” 10 4 4; “8” 35 0 4; “9” 65 0 4" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* What was set last before the page, or first on it. */
static void
test_strings (void)
{
  static const LayoutRow rows[] = {
    { P
      "b { height: 70mm } p { string-set: t content(); line-height: 10mm } @page { @top-left " LINE
      "content: string(t) } }",
      "<p>a</p><b/><b/><p>c</p><b/>",
      "“a” 10 10 10; 10 20 80 70; “a” 10 0 10 | 10 10 80 70; “c” 10 80 10; “c” 10 0 10 | 10 10 80 "
      "70; “c” 10 0 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* What turns says how far, and around what. */
static void
test_turned (void)
{
  g_autofree char *page = layout_page (
    "b { position: fixed; top: 0; left: 0; width: 20mm; transform: rotate(-30deg) }", "<b/>");
  g_autoptr (Source) source = source_new ("a.html", page, -1);
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) boxes = g_string_new (NULL);
  const PrintFiles files = { 0 };

  g_assert_true (typeset_boxes (typesetter, source, &files, boxes, report));
  g_assert_nonnull (strstr (boxes->str, "box 10.00 10.00 20.00 × 5.00 rotated -30"));
}

/* Said with the line of the source, and once for each letter. */
static void
test_missing (void)
{
  g_autofree char *page = layout_page (P, "\n<p>a</p>\n<p>\xf3\xb0\x80\x80</p>");
  g_autoptr (Source) source = source_new ("a.html", page, -1);
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) boxes = g_string_new (NULL);
  const PrintFiles files = { 0 };

  g_assert_false (typeset_boxes (typesetter, source, &files, boxes, report));
  g_autofree char *text = report_text (report);
  g_assert_true (g_str_has_prefix (text, "a.html:3: error: "));
  g_assert_nonnull (strstr (text, "U+F0000"));
  g_assert_cmpuint (report_n_errors (report), ==, 1);
}

/* Each letter of a paragraph; a sign that no font has is left out, and the sheet is made. */
static void
test_missing_signs (void)
{
  static const struct {
    const char *body;
    guint n_errors, n_warnings;
    const char *boxes;
  } rows[] = {
    { "<p>a\xf3\xb0\x80\x80 \xf3\xb0\x80\x81 \xf3\xb0\x80\x80</p>", 2, 0, "nothing" },
    { "<p>a\xf0\x9f\xab\xa8</p>", 0, 1, "“a\xf0\x9f\xab\xa8” 10 10 10" },
    { "<p>\xf0\x9f\xab\xa8</p>", 0, 1, "" },
    { "<p>\xe2\x9a\xa0</p>", 0, 0, "“\xe2\x9a\xa0” 10 10 10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *page = layout_page (P, rows[i].body);
    g_autoptr (Source) source = source_new ("a.html", page, -1);
    g_autoptr (Typesetter) typesetter = typesetter_new ();
    g_autoptr (Report) report = report_new ();
    g_autoptr (GString) boxes = g_string_new (NULL);
    const PrintFiles files = { 0 };
    typeset_boxes (typesetter, source, &files, boxes, report);
    g_assert_cmpuint (report_n_errors (report), ==, rows[i].n_errors);
    g_assert_cmpuint (report_n_warnings (report), ==, rows[i].n_warnings);
    g_autofree char *got = layout_boxes (P, rows[i].body);
    g_assert_cmpstr (got, ==, rows[i].boxes);
  }
}

/* One error, or none. */
static void
check_report (const char *css, const char *body, const char *expected)
{
  g_autofree char *page = layout_page (css, body);
  g_autoptr (Source) source = source_new ("a.html", page, -1);
  g_autoptr (Typesetter) typesetter = typesetter_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) boxes = g_string_new (NULL);
  const PrintFiles files = { 0 };

  g_assert_cmpint (typeset_boxes (typesetter, source, &files, boxes, report), ==, !expected);
  g_autofree char *text = report_text (report);
  g_test_message ("%s: %s", css, text);
  g_assert_cmpuint (report_n_errors (report), ==, expected ? 1 : 0);
  if (expected)
    g_assert_true (g_str_has_prefix (text, expected));
}

/* Pages of one name that are not equally wide are refused, with the first of them. */
static void
test_page_widths (void)
{
#define PAGES  "<p>a</p><b/><p>b</p><b/><p>c</p>"
#define CUT    P "b { break-after: page } "
#define SECOND "a.html: error: the margins of page 2 leave another width than those of other pages"

  check_report (CUT "@page :first { margin: 10mm 20mm }", PAGES, SECOND);
  check_report (CUT "@page :left { margin: 10mm 20mm }", PAGES, SECOND);
  check_report (CUT "@page :left { size: 90mm }", PAGES, SECOND);
  check_report (CUT "@page w { size: 150mm } @page w:first { margin: 0 } i { page: w; display: "
                    "block; break-before: page; counter-reset: page 7 }",
                "<p>a</p><i>b</i>", SECOND);
  /* The same sum, another height, one page only, a name. */
  check_report (CUT "@page :left { margin: 10mm 15mm 10mm 5mm } @page :first { margin-top: 30mm }",
                PAGES, NULL);
  check_report (CUT "@page :first { margin: 10mm 20mm }", "<p>a</p>", NULL);
  check_report (CUT "@page w { size: 150mm 100mm } i { page: w; display: block }", PAGES "<i>d</i>",
                NULL);
}

/* Moved by themselves, with all that is in them; percentages are of what is around. */
static void
test_relative (void)
{
  static const LayoutRow rows[] = {
    { P "b { position: relative; left: 3mm; top: -2mm }", "<b/><b/>", "13 8 80 5; 13 13 80 5" },
    { P "b { position: relative; right: 3mm; bottom: 2mm }", "<b/>", "7 8 80 5" },
    { P "b { position: relative; left: 10%; top: 10% }", "<b/>", "18 10 80 5" },
    { P "div { height: 50mm } b { position: relative; top: 10% }", "<div><b/></div>",
      "10 15 80 5" },
    { P "div, b { position: relative; left: 1mm }", "<div><b/></div>", "12 10 80 5" },
    { P "i { position: relative; left: 2mm; top: 1mm }", "<p>a<i>b</i></p>",
      "“a” 10 10 10; “b” 13.57 11 10" },
    { P "b { position: relative; left: 5mm; transform: rotate(90deg); width: 10mm; height: 10mm }",
      "<b/>", "15 10 10 10" },
    { P "b { position: static; left: 5mm }", "<b/>", "10 10 80 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* The background of the root, or of <body>, is that of all pages, up to where ink goes. */
static void
test_canvas (void)
{
  static const LayoutRow rows[] = {
    { "body { background: #eee } b { background: none; height: 60mm }", "<b/><b/>",
      "0 0 100 100 | 0 0 100 100" },
    { "html { background: #eee } body { background: #ddd } b { background: none }", "<b/>",
      "0 0 100 100; 10 10 80 5" },
    { "@page { bleed: 3mm } html { background: #eee } b { background: none }", "<b/>",
      "-3 -3 106 106" },
    { "body { border: 1mm solid; background: #eee } b { background: none }", "<b/>",
      "0 0 100 100; 10 10 80 7" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/cut", test_cut);
  g_test_add_func ("/place/order", test_order);
  g_test_add_func ("/place/margins", test_margins);
  g_test_add_func ("/place/margin-middles", test_margin_middles);
  g_test_add_func ("/place/margins-shared", test_margins_shared);
  g_test_add_func ("/place/strings", test_strings);
  g_test_add_func ("/place/turned", test_turned);
  g_test_add_func ("/place/missing", test_missing);
  g_test_add_func ("/place/missing-signs", test_missing_signs);
  g_test_add_func ("/place/page-widths", test_page_widths);
  g_test_add_func ("/place/relative", test_relative);
  g_test_add_func ("/place/canvas", test_canvas);
  return g_test_run ();
}
