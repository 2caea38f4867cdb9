/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

/* Cells show themselves by their ground; nothing is between them. */
#define CELLS                                                                                      \
  "table { border-spacing: 0 } td, th { background-color: #ccc; padding: 0; height: 5mm } "

static void
test_widths (void)
{
  static const LayoutRow rows[] = {
    { CELLS "td { width: 20mm }", "<table><tr><td/><td/></tr></table>", "10 10 20 5; 30 10 20 5" },
    { CELLS "table { width: 100% }", "<table><tr><td/><td/></tr></table>",
      "10 10 40 5; 50 10 40 5" },
    { CELLS "table { width: 100% } .n { width: 20mm }",
      "<table><tr><td class='n'/><td/></tr></table>", "10 10 20 5; 30 10 60 5" },
    { CELLS "table { width: 100% } .n { width: 25% }",
      "<table><tr><td class='n'/><td/></tr></table>", "10 10 20 5; 30 10 60 5" },
    { CELLS "table { width: 60mm; table-layout: fixed } .n { width: 10mm }",
      "<table><tr><td class='n'/><td>nghiêng nghiêng</td><td/></tr></table>",
      "10 10 10 10; 20 10 25 10; “nghiêng nghiêng” 20 10 10; 45 10 25 10" },
    { CELLS "table { border-spacing: 2mm 1mm } td { width: 20mm }",
      "<table><tr><td/><td/></tr><tr><td/><td/></tr></table>",
      "12 11 20 5; 34 11 20 5; 12 17 20 5; 34 17 20 5" },
    { CELLS "table { margin: 0 auto } td { width: 20mm }", "<table><tr><td/><td/></tr></table>",
      "30 10 20 5; 50 10 20 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Columns ask as cells do; in fixed tables before them. The numbers are Chromium's. */
static void
test_columns (void)
{
#define ROW   "<tr><td/><td/></tr></table>"
#define ROW_3 "<tr><td/><td/><td/></tr></table>"
  static const LayoutRow rows[] = {
    { CELLS "table { width: 100% }",
      "<table><colgroup><col style='width: 30mm'/><col/></colgroup>" ROW,
      "10 10 30 5; 40 10 50 5" },
    { CELLS "col.w { width: 30mm }", "<table><col class='w'/><col class='w'/>" ROW,
      "10 10 30 5; 40 10 30 5" },
    { CELLS "table { width: 100% }", "<table><col style='width: 25%'/>" ROW,
      "10 10 20 5; 30 10 60 5" },
    { CELLS "table { width: 100% }", "<table><col span='2' style='width: 10mm'/><col/>" ROW_3,
      "10 10 10 5; 20 10 10 5; 30 10 60 5" },
    { CELLS "table { width: 100% } col { width: 30mm } td:first-child { width: 40mm }",
      "<table><col/>" ROW, "10 10 40 5; 50 10 40 5" },
    { CELLS "table { width: 100% } col { width: 30mm } td { padding: 0 2mm }", "<table><col/>" ROW,
      "10 10 30 5; 40 10 50 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_columns_fixed (void)
{
#define FIXED CELLS "table { width: 80mm; table-layout: fixed } .w { width: 30mm } "
  static const LayoutRow rows[] = {
    { FIXED "td:first-child { width: 10mm }", "<table><col class='w'/>" ROW,
      "10 10 30 5; 40 10 50 5" },
    { FIXED, "<table><col style='width: 25%'/>" ROW, "10 10 20 5; 30 10 60 5" },
    { FIXED, "<table><colgroup class='w'><col/><col style='width: 10mm'/></colgroup>" ROW_3,
      "10 10 35 5; 45 10 10 5; 55 10 35 5" },
    { FIXED, "<table><colgroup class='w' span='2'/>" ROW_3, "10 10 30 5; 40 10 30 5; 70 10 20 5" },
    { FIXED, "<table><col class='w'/><tr><td colspan='2' style='width: 50mm'/><td/></tr>" ROW_3,
      "10 10 55 5; 65 10 25 5; 10 15 30 5; 40 15 25 5; 65 15 25 5" },
    { FIXED "table { border-collapse: collapse } td { border: 2mm solid #000 }",
      "<table><col class='w'/>" ROW, "10 10 32 9; 40 10 50 9" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_spans (void)
{
  static const LayoutRow rows[] = {
    { CELLS "td { width: 20mm } .w { width: auto }",
      "<table><tr><td class='w' colspan='2'/></tr><tr><td/><td/></tr></table>",
      "10 10 40 5; 10 15 20 5; 30 15 20 5" },
    { CELLS "td { width: 20mm }", "<table><tr><td rowspan='2'/><td/></tr><tr><td/></tr></table>",
      "10 10 20 10; 30 10 20 5; 30 15 20 5" },
    { CELLS "td { width: 20mm } .h { height: 30mm }",
      "<table><tr><td class='h' rowspan='2'/><td/></tr><tr><td/></tr></table><b/>",
      "10 10 20 30; 30 10 20 5; 30 15 20 25; 10 40 80 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_heights (void)
{
  static const LayoutRow rows[] = {
    { CELLS "td { width: 20mm } .h { height: 15mm }",
      "<table><tr><td class='h'/><td/></tr></table>", "10 10 20 15; 30 10 20 15" },
    { CELLS "td { width: 20mm; height: 20mm; vertical-align: top }",
      "<table><tr><td>x</td></tr></table>", "10 10 20 20; “x” 10 10 10" },
    { CELLS "td { width: 20mm; height: 20mm; vertical-align: middle }",
      "<table><tr><td>x</td></tr></table>", "10 10 20 20; “x” 10 15 10" },
    { CELLS "td { width: 20mm; height: 20mm; vertical-align: bottom }",
      "<table><tr><td>x</td></tr></table>", "10 10 20 20; “x” 10 20 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* What is above the rows is repeated on the next page. */
static void
test_header (void)
{
  static const LayoutRow rows[] = {
    { CELLS "td, th { width: 20mm } td { height: 30mm } th { height: 10mm }",
      "<table><thead><tr><th/></tr></thead><tbody><tr><td/></tr><tr><td/></tr><tr><td/></tr></"
      "tbody></table>",
      "10 10 20 10; 10 20 20 30; 10 50 20 30 | 10 10 20 10; 10 20 20 30" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* CSS 2.2, 17.6.2: of two borders that meet the wider one is drawn, half of it on either side. */
static void
test_collapsed (void)
{
  static const LayoutRow rows[] = {
    { "table { border-collapse: collapse; width: 80mm } td { padding: 0; height: 6mm; border: 2mm "
      "solid #000 }",
      "<table><tr><td/><td/></tr></table><b/>", "10 10 41 10; 49 10 41 10; 10 20 80 5" },
    /* Thin ones of two widths, less than a point each. */
    { "table { border-collapse: collapse; width: 80mm } td { padding: 0; height: 6mm; border: .3mm "
      "solid #000 } td + td { border-width: .1mm }",
      "<table><tr><td/><td/></tr><tr><td/><td/></tr></table><b/>",
      "10 10 43.85 6.6; 53.55 10.1 36.45 6.4; 10 16.3 43.85 6.6; 53.55 16.4 36.45 6.4; "
      "10 22.9 80 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* More room than all of the content wants is shared out, and no more than there is. */
static void
test_room (void)
{
  static const LayoutRow rows[] = {
    { "table { width: 80mm; border-spacing: 0 } td { padding: 0; background-color: #ccc } i { "
      "display: inline-block; width: 5mm; height: 1mm }",
      "<table><tr><td><i/> <i/></td><td><i/> <i/></td></tr></table>",
      "10 10 40 10; “ ” 15 10 10; 50 10 40 10; “ ” 55 10 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/widths", test_widths);
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/columns-fixed", test_columns_fixed);
  g_test_add_func ("/table/spans", test_spans);
  g_test_add_func ("/table/heights", test_heights);
  g_test_add_func ("/table/header", test_header);
  g_test_add_func ("/table/collapsed", test_collapsed);
  g_test_add_func ("/table/room", test_room);
  return g_test_run ();
}
