/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

/* Lines of 10 mm, eight on a page; cells have no edges. */
#define PLAIN                                                                                      \
  "table { border-collapse: collapse; width: 80mm } "                                              \
  "td, th { padding: 0; width: 40mm; vertical-align: top } "                                       \
  "body { orphans: 1; widows: 1 } p { margin: 0 } b { height: 50mm } "

#define TALL "1<br/>2<br/>3<br/>4<br/>5"

static void
test_cut (void)
{
  static const LayoutRow rows[] = {
    /* Cell by cell: what is on other lines in a neighbour is cut between those. */
    { PLAIN ".s { line-height: 8mm }",
      "<b/><table><tr><td>" TALL "</td><td class='s'>a<br/>b<br/>c<br/>d</td></tr></table><p>z</p>",
      "10 10 80 50; “1” 10 60 10; “2” 10 70 10; “3” 10 80 10; “a” 50 60 8; “b” 50 68 8; “c” 50 76 "
      "8 | “4” 10 10 10; “5” 10 20 10; “d” 50 10 8; “z” 10 30 10" },
    /* Less than a fifth of the page would stay empty: 15 of 80 mm. */
    { PLAIN "b { height: 65mm }", "<b/><table><tr><td>1<br/>2</td><td>a</td></tr></table>",
      "10 10 80 65 | “1” 10 10 10; “2” 10 20 10; “a” 50 10 10" },
    /* A fifth or more would. */
    { PLAIN "b { height: 60mm } td { line-height: 20mm }",
      "<b/><table><tr><td>1<br/>2</td><td>a</td></tr></table>",
      "10 10 80 60; “1” 10 70 20; “a” 50 70 20 | “2” 10 10 20" },
    /* It asks to be kept, and fits. */
    { PLAIN "tr { break-inside: avoid }", "<b/><table><tr><td>" TALL "</td><td>a</td></tr></table>",
      "10 10 80 50 | “1” 10 10 10; “2” 10 20 10; “3” 10 30 10; “4” 10 40 10; “5” 10 50 10; “a” 50 "
      "10 10" },
    /* A cell in which nothing would fit takes the row along. */
    { PLAIN "i { display: block; height: 40mm; background-color: #ccc }",
      "<b/><table><tr><td>" TALL "</td><td><i/></td></tr></table>",
      "10 10 80 50 | “1” 10 10 10; “2” 10 20 10; “3” 10 30 10; “4” 10 40 10; “5” 10 50 10; 50 10 "
      "40 40" },
    /* What is cut stands at the top. */
    { PLAIN "td { vertical-align: bottom }",
      "<b/><table><tr><td>" TALL "</td><td>a</td></tr></table>",
      "10 10 80 50; “1” 10 60 10; “2” 10 70 10; “3” 10 80 10; “a” 50 60 10 | “4” 10 10 10; “5” 10 "
      "20 10" },
    /* Orphans and widows within a cell. */
    { PLAIN "p { orphans: 2; widows: 3 }",
      "<b/><table><tr><td><p>" TALL "</p></td><td>a</td></tr></table>",
      "10 10 80 50; “1” 10 60 10; “2” 10 70 10; “a” 50 60 10 | “3” 10 10 10; “4” 10 20 10; “5” 10 "
      "30 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Over three pages, with header and footer on each. */
static void
test_header_and_footer (void)
{
  static const LayoutRow rows[] = {
    { PLAIN "th { text-align: left; font-weight: normal; height: 10mm } td { line-height: 20mm }",
      "<table><thead><tr><th>H</th></tr></thead><tfoot><tr><th>F</th></tr></tfoot>"
      "<tr><td>" TALL "<br/>6<br/>7</td></tr></table>",
      "“F” 10 80 10; “H” 10 10 10; “1” 10 20 20; “2” 10 40 20; “3” 10 60 20 | “H” 10 10 10; “F” 10 "
      "80 10; “4” 10 20 20; “5” 10 40 20; “6” 10 60 20 | “H” 10 10 10; “7” 10 20 20; “F” 10 40 "
      "10" },
    /* The header does not stay behind alone. */
    { PLAIN "b { height: 65mm } th { height: 10mm; text-align: left; font-weight: normal }",
      "<b/><table><thead><tr><th>H</th></tr></thead><tr><td>1</td></tr><tr><td>2</td></tr></table>",
      "10 10 80 65 | “H” 10 10 10; “1” 10 20 10; “2” 10 30 10" },
    /* One of more than a quarter of the page stands once. */
    { PLAIN "th { text-align: left; font-weight: normal; height: 30mm; vertical-align: top }",
      "<table><thead><tr><th>H</th></tr></thead><tr><td>" TALL "<br/>6<br/>7</td></tr></table>",
      "“H” 10 10 10; “1” 10 40 10; “2” 10 50 10; “3” 10 60 10; “4” 10 70 10; “5” 10 80 10 | “6” 10 "
      "10 10; “7” 10 20 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_rowspan (void)
{
  static const LayoutRow rows[] = {
    /* The page ends between two rows, and the cell beside them is cut between its lines. */
    { PLAIN "b { height: 30mm } .s { line-height: 12mm }",
      "<b/><table><tr><td class='s' rowspan='3'>1<br/>2<br/>3<br/>4<br/>5</td><td>a</td>"
      "</tr><tr><td><i "
      "style='display:block;height:30mm;background-color:#ccc'/></td></tr>"
      "<tr><td>c</td></tr></table><p>z</p>",
      "10 10 80 30; “1” 10 40 12; “2” 10 52 12; “3” 10 64 12; “a” 50 40 10; 50 50 40 30 | “4” 10 "
      "10 "
      "12; “5” 10 22 12; “c” 50 10 10; “z” 10 34 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Backgrounds and borders in pieces, open where they were cut. */
static void
test_pieces (void)
{
  static const LayoutRow rows[] = {
    { PLAIN "table { border-collapse: separate; border-spacing: 0 } td { background-color: #ccc } "
            "u { display: block; background-color: #eee; text-decoration: none }",
      "<b/><table><tr><td><u>" TALL "</u></td></tr></table>",
      "10 10 80 50; 10 60 80 30; 10 60 80 30; “1” 10 60 10; “2” 10 70 10; “3” 10 80 10 | 10 10 80 "
      "20; 10 10 80 20; “4” 10 10 10; “5” 10 20 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cells/cut", test_cut);
  g_test_add_func ("/cells/header-and-footer", test_header_and_footer);
  g_test_add_func ("/cells/rowspan", test_rowspan);
  g_test_add_func ("/cells/pieces", test_pieces);
  return g_test_run ();
}
