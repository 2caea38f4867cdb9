/* SPDX-License-Identifier: MIT */
#include "../style_kit.h"

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
    { "body { color: #010000 } p { color: #020000 } b { color: inherit }", "<p><b id='x'/></p>",
      2 },
    { "body { color: #010000 } b { color: initial }", "<p><b id='x'/></p>", 0 },
    { "body { color: #010000 } b { color: unset }", "<p><b id='x'/></p>", 1 },
    { "body { color: #010000 } b { color: currentcolor }", "<p><b id='x'/></p>", 1 },
    { "@media print { p { color: #010000 } } @media screen { p { color: #020000 } }", "<p id='x'/>",
      1 },
    { "@media screen, all { p { color: #010000 } }", "<p id='x'/>", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StyledPage) page;
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
    g_auto (StyledPage) page;
    g_test_message ("%s", rows[i].head);
    g_autofree char *xhtml =
      g_strconcat ("<html><head>", rows[i].head, "</head><body><p id='x'/></body></html>", NULL);
    page_open (&page, xhtml, linked);
    g_assert_cmpuint (page_style (&page, "x")->colour.red, ==, rows[i].red);
    g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  }
}

/* --- what comes out --- */

static void
test_lengths (void)
{
  g_auto (StyledPage) page;
  page_open_body (
    &page,
    "html { font-size: 10pt } body { font-size: 20pt }"
    "#x { font-size: 150%; margin: 1em 1rem 10% auto; padding: 4px 1pc 1in 2.54cm; width: 25.4mm; "
    "text-indent: -1ex;"
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

/* --- styles that are one --- */

static void
test_sharing (void)
{
  g_auto (StyledPage) page;
  page_open_body (&page, ".a { color: red } .b { color: #f00 } .c { margin: 3pt }",
                  "<p id='p1' class='a'>x<b id='b1'/></p><p id='p2' class='b'>y<b id='b2'/></p><p "
                  "id='p3' class='a' style='color: red'/>"
                  "<p id='p4' class='c'><b id='b4'/></p><p id='p5'><b id='b5'/></p>");

  g_assert_true (page_style (&page, "p1") == page_style (&page, "p1"));
  g_assert_true (page_style (&page, "p1") == page_style (&page, "p2"));
  g_assert_true (page_style (&page, "p1") == page_style (&page, "p3"));
  g_assert_true (page_style (&page, "b1") == page_style (&page, "b2"));
  g_assert_true (page_style (&page, "p4") != page_style (&page, "p5"));
  g_assert_true (page_style (&page, "b4")
                 == page_style (&page, "b5")); /* what differs is not inherited */
}

/* Two pages with one sheet, parsed once. */
static void
test_shared_sheet (void)
{
  g_autoptr (Source) css = source_new ("a.css", "p { color: red } @page { size: A5 }", -1);
  g_autoptr (Report) report = report_new ();
  StyleSheet *sheet = style_sheet_new (css, report);
  StyledPage pages[2];

  for (guint i = 0; i < 2; i++) {
    page_open (&pages[i], "<html><p id='x'/></html>", NULL);
    styler_free (pages[i].styler);
    pages[i].linked = sheet;
    g_autoptr (Source) source = source_new (
      "b.html", "<html><head><link rel='stylesheet' href='a.css'/></head><p id='x'/></html>", -1);
    markup_free (pages[i].markup);
    pages[i].markup = markup_read (source, pages[i].report);
    pages[i].styler = styler_new (pages[i].markup, pages[i].source, page_find_sheet, &pages[i],
                                  NULL, pages[i].report);
    g_assert_cmpuint (page_style (&pages[i], "x")->colour.red, ==, 255);
  }
  pages[0].linked = NULL;
  page_clear (&pages[0]);
  page_clear (&pages[1]);
}

/* --- what is no element --- */

static const Style *
pseudo (StyledPage *page, const char *id, PseudoElement which)
{
  return styler_pseudo (page->styler, page_element (page->markup->root, id), page_style (page, id),
                        which);
}

static void
test_pseudos (void)
{
  g_auto (StyledPage) page;
  page_open_body (
    &page,
    "#a { color: red; margin: 3pt } #a::before { content: '>'; font-weight: bold } #a::after { "
    "color: blue } #b::after { content: '' }"
    "li::marker { color: blue } #c:before { content: 'x'; display: none } .d::after { content: 'x' "
    "} .d#d::after { content: none }"
    "#e { display: flex } #e::before { content: 'x' }",
    "<p id='a'/><p id='b'/><ul><li id='li'/></ul><p id='c'/><p id='d' class='d'/><p id='e'/>");
  const Style *before = pseudo (&page, "a", PSEUDO_BEFORE);

  g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  g_assert_cmpuint (before->font_weight, ==, 700);
  g_assert_cmpuint (before->colour.red, ==, 255);
  g_assert_cmpint (before->display, ==, DISPLAY_INLINE);
  NEAR (before->margin[SIDE_TOP].value, 0);
  g_assert_cmpstr (before->content[0].text, ==, ">");
  g_assert_null (pseudo (&page, "a", PSEUDO_AFTER));
  g_assert_null (pseudo (&page, "b", PSEUDO_BEFORE));
  g_assert_nonnull (pseudo (&page, "b", PSEUDO_AFTER));
  g_assert_null (pseudo (&page, "c", PSEUDO_BEFORE));
  g_assert_null (pseudo (&page, "d", PSEUDO_AFTER));
  g_assert_cmpint (pseudo (&page, "e", PSEUDO_BEFORE)->display, ==, DISPLAY_BLOCK);
  g_assert_cmpuint (pseudo (&page, "li", PSEUDO_MARKER)->colour.blue, ==, 255);
  g_assert_nonnull (pseudo (&page, "a", PSEUDO_MARKER));
}

static void
test_anonymous (void)
{
  g_auto (StyledPage) page;
  page_open_body (
    &page,
    "#a { color: red; margin: 3pt; border: 1pt solid; text-indent: 2pt; display: flex }"
    "#b { display: inherit; margin: inherit }",
    "<p id='a'><span id='b'/></p>");
  const Style *a = page_style (&page, "a");
  const Style *box = styler_anonymous (page.styler, a, DISPLAY_TABLE_CELL);

  g_assert_cmpint (box->display, ==, DISPLAY_TABLE_CELL);
  g_assert_cmpuint (box->colour.red, ==, 255);
  NEAR (box->text_indent.value, 2);
  NEAR (box->margin[SIDE_TOP].value, 0);
  NEAR (box->border[SIDE_TOP].width, 0);
  g_assert_true (styler_anonymous (page.styler, a, DISPLAY_TABLE_CELL) == box);
  g_assert_true (styler_anonymous (page.styler, a, DISPLAY_BLOCK) != box);

  /* Below it, too, `inherit` is of an element: a part of a table that took the display of each
   * anonymous box around it would be wrapped without end. */
  const Style *inner = styler_anonymous (page.styler, box, DISPLAY_TABLE);
  const Style *part = styler_style (page.styler, page_element (page.markup->root, "b"), inner);
  g_assert_cmpint (part->display, ==, DISPLAY_FLEX);
  NEAR (part->margin[SIDE_TOP].value, 3);
}

static void
test_displays (void)
{
  static const struct {
    const char *css;
    Display display; /* of a <span> */
  } rows[] = {
    { "", DISPLAY_INLINE },
    { "span { display: table-cell }", DISPLAY_TABLE_CELL },
    { "span { position: absolute }", DISPLAY_BLOCK },
    { "span { position: fixed; display: inline-block }", DISPLAY_BLOCK },
    { "span { position: absolute; display: table }", DISPLAY_TABLE },
    { "span { position: absolute; display: none }", DISPLAY_NONE },
    { "span { position: relative }", DISPLAY_INLINE },
    { "p { display: flex }", DISPLAY_BLOCK },
    { "p { display: flex } span { display: flex }", DISPLAY_FLEX },
  };
  g_auto (StyledPage) root;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StyledPage) page;
    page_open_body (&page, rows[i].css, "<p><span id='x'/></p>");
    g_test_message ("%s", rows[i].css);
    g_assert_cmpint (page_style (&page, "x")->display, ==, rows[i].display);
  }
  page_open (&root, "<span id='x'/>", NULL);
  g_assert_cmpint (page_style (&root, "x")->display, ==, DISPLAY_BLOCK);
}

static void
test_attributes (void)
{
  static const struct {
    const char *css, *body;
    LengthKind kind;
    double width;
  } rows[] = {
    { "", "<img id='x' width='40'/>", LENGTH_POINTS, 30 },
    { "", "<img id='x' width='40px'/>", LENGTH_POINTS, 30 },
    { "", "<img id='x' width='50%'/>", LENGTH_PERCENT, 50 },
    { "", "<img id='x' width='x'/>", LENGTH_AUTO, 0 },
    { "", "<img id='x' width='999999999999'/>", LENGTH_AUTO, 0 },
    { "", "<svg id='x' width='40'/>", LENGTH_POINTS, 30 },
    { "", "<p id='x' width='40'/>", LENGTH_AUTO, 0 },
    { "img { width: 10pt }", "<img id='x' width='40'/>", LENGTH_POINTS, 10 },
    { "* { width: 10pt }", "<img id='x' width='40'/>", LENGTH_POINTS, 10 },
    { "", "<img id='x' width='40' style='width: 10pt'/>", LENGTH_POINTS, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StyledPage) page;
    page_open_body (&page, rows[i].css, rows[i].body);
    const Style *style = page_style (&page, "x");
    g_test_message ("%s", rows[i].body);
    g_assert_cmpint (style->width.kind, ==, rows[i].kind);
    NEAR (style->width.value, rows[i].width);
    g_assert_cmpuint (report_n_errors (page.report), ==, 0);
  }
}

/* --- faults --- */

static void
test_places (void)
{
  static const char page_text[] =
    "<html>\n<head>\n<style>\np { colour: red }\n</style><style>q { colour: red "
    "}</style>\n</head>\n"
    "<body><p id='x'\nstyle='width: 3'/><p style='width: 3'/></body></html>";
  g_auto (StyledPage) page;
  page_open (&page, page_text, NULL);
  page_style (&page, "x");
  g_autofree char *faults = report_faults (page.report);

  g_assert_cmpstr (
    faults, ==,
    "a.html:4:5: error: unknown property “colour”\na.html:5: error: unknown property “colour”\n"
    "a.html:8: error: “3” is not a valid value of “width”\n");
}

static void
test_media (void)
{
  g_auto (StyledPage) page;
  page_open (
    &page,
    "<html>\n<link rel='stylesheet' href='a.css' media='(min-width: 3cm)'/><p id='x'/></html>",
    "p { color: red }");
  g_autofree char *faults = report_faults (page.report);

  g_assert_cmpstr (faults, ==, "a.html:2: error: this medium is not known to print\n");
  g_assert_cmpuint (page_style (&page, "x")->colour.red, ==, 0);
}

/* --- size --- */

/* A hundred thousand elements, most alike, with rules of all kinds; and as many that are all
 * different. */
static void
test_many (void)
{
  GString *xhtml = g_string_new ("<html><style>tr:nth-child(even) td { color: red } td + td { "
                                 "margin: 1pt } table td:last-child { color: blue }"
                                 ".x ~ .y { color: green } #r7 td { color: gray }</style><table>");
  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (
      xhtml, "<tr id='r%u'><td class='x'>a</td><td class='y'>b</td><td style='width: %upt'/></tr>",
      i, i);
  g_string_append (xhtml, "</table></html>");
  g_auto (StyledPage) page;
  page_open (&page, xhtml->str, NULL);
  g_string_free (xhtml, TRUE);
  const Element *table = element_find (page.markup->root, "table");
  const Style *of_table = page_style_of (&page, table);
  guint n_widths = 0;
  for (const Element *row = table->first_child; row; row = row->next) {
    const Style *of_row = styler_style (page.styler, row, of_table);
    for (const Element *cell = row->first_child; cell; cell = cell->next)
      n_widths += styler_style (page.styler, cell, of_row)->width.kind == LENGTH_POINTS;
  }
  g_assert_cmpuint (n_widths, ==, 30000);
  g_assert_cmpuint (report_n_errors (page.report), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/styler/cascade", test_cascade);
  g_test_add_func ("/styler/sheets", test_sheets);
  g_test_add_func ("/styler/lengths", test_lengths);
  g_test_add_func ("/styler/sharing", test_sharing);
  g_test_add_func ("/styler/shared-sheet", test_shared_sheet);
  g_test_add_func ("/styler/pseudos", test_pseudos);
  g_test_add_func ("/styler/anonymous", test_anonymous);
  g_test_add_func ("/styler/displays", test_displays);
  g_test_add_func ("/styler/attributes", test_attributes);
  g_test_add_func ("/styler/places", test_places);
  g_test_add_func ("/styler/media", test_media);
  g_test_add_func ("/styler/many", test_many);
  return g_test_run ();
}
