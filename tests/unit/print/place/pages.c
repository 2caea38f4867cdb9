/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#include "print/place/pages.h"

#define HALF "b { height: 40mm } "

static void
test_cuts (void)
{
  static const LayoutRow rows[] = {
    { HALF, "<b/><b/><b/>", "10 10 80 40; 10 50 80 40 | 10 10 80 40" },
    { HALF "#a { break-before: page }", "<b/><b id='a'/><b/>",
      "10 10 80 40 | 10 10 80 40; 10 50 80 40" },
    { HALF "#a { break-after: page }", "<b id='a'/><b/>", "10 10 80 40 | 10 10 80 40" },
    { HALF "#a { break-after: avoid }", "<b/><b id='a'/><b/>",
      "10 10 80 40 | 10 10 80 40; 10 50 80 40" },
    { HALF "div { break-inside: avoid }", "<b/><div><b/><b/></div>",
      "10 10 80 40 | 10 10 80 40; 10 50 80 40" },
    { HALF "#a { break-before: right }", "<b/><b id='a'/>", "10 10 80 40 | | 10 10 80 40" },
    { HALF "#a { break-before: left }", "<b/><b id='a'/>", "10 10 80 40 | 10 10 80 40" },
    /* The height a box was given stays with its last line. */
    { "b { height: 20mm } u { display: block; min-height: 70mm }", "<b/><u><b/></u>",
      "10 10 80 20 | 10 10 80 20" },
    /* A margin at the edge of a page goes, one at a forced cut stays. */
    { HALF "b { margin-top: 15mm }", "<b/><b/>", "10 25 80 40 | 10 10 80 40" },
    { HALF "b { margin-top: 15mm } #a { break-before: page }", "<b/><b id='a'/>",
      "10 25 80 40 | 10 25 80 40" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* What is placed at the foot of a box that runs over pages stands on its last one, whole. */
static void
test_feet (void)
{
#define FOOT                                                                                       \
  HALF "div { position: relative; padding-bottom: 20mm } "                                         \
       "#f { display: block; position: absolute; left: 0; right: 0; bottom: 0; height: 10mm } "
  static const LayoutRow rows[] = {
    { FOOT, "<div><b/><b id='f'/></div>", "10 10 80 40; 10 60 80 10" },
    { FOOT, "<div><b/><b/><b/><b id='f'/></div>",
      "10 10 80 40; 10 50 80 40 | 10 10 80 40; 10 60 80 10" },
    { FOOT "#f { bottom: 5mm } #a { height: 30mm }", "<div><b/><b id='a'/><b id='f'/></div>",
      "10 10 80 40; 10 50 80 30 | 10 10 80 10" },
    /* One that hangs out of its box stays where the box is. */
    { FOOT "#f { bottom: -60mm }", "<div><b/><b id='f'/></div><b/><b/>",
      "10 10 80 40; 10 120 80 10 | 10 10 80 40; 10 50 80 40" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Where no page has room for as much as the border of a row, there is an end all the same. */
static void
test_no_room (void)
{
  static const LayoutRow rows[] = {
    { HALF "td { border-bottom: 90mm solid }", "<table><tr><td></td><td></td></tr></table><b/>",
      "10.53 10.53 0.53 79.47; 11.59 10.53 0.53 79.47 | 10.53 10 0.53 80; 11.59 10 0.53 80 | "
      "10.53 10 0.53 90.26; 11.59 10 0.53 90.26 | 10 10 80 40" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* A row within a cell that is taller than a page goes on with the lines of its tallest cell; those
 * beside them, of other heights, stay where they begin. */
static void
test_rows_within_cells (void)
{
#define WITHIN(cells) "<table><tr><td><table><tr>" cells "</tr></table></td></tr></table>"
#define ROWS                                                                                       \
  "table { border-spacing: 0 } td { padding: 0; vertical-align: top; orphans: 1; widows: 1 } "     \
  "#b { line-height: 17mm } "
#define TEN "<td>a<br/>b<br/>c<br/>d<br/>e<br/>f<br/>g<br/>h<br/>i<br/>j</td>"
  static const LayoutRow rows[] = {
    { ROWS, WITHIN (TEN "<td>k</td>"),
      "“a” 10 10 10; “b” 10 20 10; “c” 10 30 10; “d” 10 40 10; “e” 10 50 10; “f” 10 60 10; “g” 10 "
      "70 10; “h” 10 80 10; “k” 11.76 10 10 | “i” 10 10 10; “j” 10 20 10" },
    { ROWS, WITHIN (TEN "<td id='b'>k<br/>l<br/>m<br/>n<br/>o<br/>p</td>"),
      "“a” 10 10 10; “b” 10 20 10; “c” 10 30 10; “d” 10 40 10; “e” 10 50 10; “f” 10 60 10; “g” 10 "
      "70 10; “k” 11.76 10 17; “l” 11.76 27 17; “m” 11.76 44 17; “n” 11.76 61 17 | “h” 10 12 10; "
      "“i” 10 22 10; “j” 10 32 10; “o” 11.76 10 17; “p” 11.76 27 17" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Lines of 10 mm: eight go on a page. */
static void
test_lines (void)
{
  static const LayoutRow rows[] = {
    { "p { margin: 0; orphans: 1; widows: 1 } b { height: 60mm }", "<b/><p>a<br/>b<br/>c</p>",
      "10 10 80 60; “a” 10 70 10; “b” 10 80 10 | “c” 10 10 10" },
    { "p { margin: 0; orphans: 1; widows: 2 } b { height: 60mm }", "<b/><p>a<br/>b<br/>c</p>",
      "10 10 80 60; “a” 10 70 10 | “b” 10 10 10; “c” 10 20 10" },
    { "p { margin: 0; orphans: 3; widows: 1 } b { height: 60mm }", "<b/><p>a<br/>b<br/>c</p>",
      "10 10 80 60 | “a” 10 10 10; “b” 10 20 10; “c” 10 30 10" },
    /* A part of a paragraph that must not be wrapped, and the same that may. */
    { "p { margin: 0 } u { white-space: nowrap }",
      "<p>mmmmmmmmmmmmmmmmmmmmmmm <u>aaaaaa-bbbbbb</u></p>",
      "“mmmmmmmmmmmmmmmmmmmmmmm ” 10 10 10; “aaaaaa-bbbbbb” 10 20 10" },
    { "p { margin: 0 }", "<p>mmmmmmmmmmmmmmmmmmmmmmm <u>aaaaaa-bbbbbb</u></p>",
      "“mmmmmmmmmmmmmmmmmmmmmmm ” 10 10 10; “aaaaaa-” 73.99 10 10; “bbbbbb” 10 20 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_kinds (void)
{
  static const LayoutRow rows[] = {
    { HALF
      "b { height: 70mm } @page :left { margin-left: 30mm } @page :right { margin: 10mm 20mm }",
      "<b/><b/><b/>", "20 10 60 70 | 30 10 60 70 | 20 10 60 70" },
    { HALF "b { height: 70mm } @page :first { margin-top: 20mm }", "<b/><b/>",
      "10 20 80 70 | 10 10 80 70" },
    { HALF "@page wide { margin: 5mm } #a { page: wide }", "<b/><b id='a'/><b/>",
      "10 10 80 40 | 5 5 90 40 | 10 10 80 40" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* counter-reset on the first thing of a page gives it its number. */
static void
test_numbers (void)
{
  static const LayoutRow rows[] = {
    { HALF
      "b { height: 70mm } #a { break-before: page; counter-reset: page 7 } @page { margin-top: "
      "20mm; @top-left { line-height: 20mm; content: counter(page) '/' counter(pages) } }",
      "<b/><b id='a'/><b/>",
      "10 20 80 70; “1/3” 10 0 20 | 10 20 80 70; “7/3” 10 0 20 | 10 20 80 70; “8/3” 10 0 20" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_find (void)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, TRUE, sizeof (PageBox));
  static const double starts[] = { 0, 100, 200, 200, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    PageBox page = { .first = starts[i], .start = starts[i] };
    g_array_append_val (pages, page);
  }
  g_assert_cmpuint (pages_find (pages, -5), ==, 0);
  g_assert_cmpuint (pages_find (pages, 99.9), ==, 0);
  g_assert_cmpuint (pages_find (pages, 100), ==, 1);
  g_assert_cmpuint (pages_find (pages, 250), ==, 3);
  g_assert_cmpuint (pages_find (pages, 9000), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/cuts", test_cuts);
  g_test_add_func ("/pages/feet", test_feet);
  g_test_add_func ("/pages/no_room", test_no_room);
  g_test_add_func ("/pages/rows_within_cells", test_rows_within_cells);
  g_test_add_func ("/pages/lines", test_lines);
  g_test_add_func ("/pages/kinds", test_kinds);
  g_test_add_func ("/pages/numbers", test_numbers);
  g_test_add_func ("/pages/find", test_find);
  return g_test_run ();
}
