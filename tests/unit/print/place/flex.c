/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#define TWO   "<div><b/><b/></div>"
#define THREE "<div><b/><b/><b/></div>"

static void
test_rows (void)
{
  static const LayoutRow rows[] = {
    { "div { display: flex } b { width: 20mm }", TWO, "10 10 20 5; 30 10 20 5" },
    { "div { display: flex; column-gap: 4mm } b { width: 20mm }", TWO, "10 10 20 5; 34 10 20 5" },
    { "div { display: flex; column-gap: 4mm } b { flex: 1 }", TWO, "10 10 38 5; 52 10 38 5" },
    { "div { display: flex } b { flex: 1 } b + b { flex: 3 }", TWO, "10 10 20 5; 30 10 60 5" },
    { "div { display: flex } b { width: 60mm }", TWO, "10 10 40 5; 50 10 40 5" },
    { "div { display: flex } b { width: 60mm; flex-shrink: 0 }", TWO, "10 10 60 5; 70 10 60 5" },
    { "div { display: flex } b { width: 60mm } b + b { min-width: 50mm }", TWO,
      "10 10 30 5; 40 10 50 5" },
    { "div { display: flex } b { flex: 1 } b + b { max-width: 10mm }", TWO,
      "10 10 70 5; 80 10 10 5" },
    { "div { display: flex; flex-wrap: wrap; gap: 2mm 5mm } b { width: 35mm }", THREE,
      "10 10 35 5; 50 10 35 5; 10 17 35 5" },
    /* The narrowest it can be in a cell: its items with the gap between them, or one of them. */
    { "table { width: 1mm; border-spacing: 0 } td { padding: 0; background-color: #eee } "
      "div { display: flex; gap: 10mm } b { width: 20mm; flex-shrink: 0 }",
      "<table><tr><td><div><b/><b/></div></td></tr></table>",
      "10 10 50 5; 10 10 20 5; 40 10 20 5" },
    { "table { width: 1mm; border-spacing: 0 } td { padding: 0; background-color: #eee } "
      "div { display: flex; flex-wrap: wrap; gap: 10mm } b { width: 20mm; flex-shrink: 0 }",
      "<table><tr><td><div><b/><b/></div></td></tr></table>",
      "10 10 20 20; 10 10 20 5; 10 25 20 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_justify (void)
{
  static const LayoutRow rows[] = {
    { "div { display: flex; justify-content: center } b { width: 20mm }", TWO,
      "30 10 20 5; 50 10 20 5" },
    { "div { display: flex; justify-content: flex-end } b { width: 20mm }", TWO,
      "50 10 20 5; 70 10 20 5" },
    { "div { display: flex; justify-content: space-between } b { width: 20mm }", TWO,
      "10 10 20 5; 70 10 20 5" },
    { "div { display: flex; justify-content: space-around } b { width: 20mm }", TWO,
      "20 10 20 5; 60 10 20 5" },
    { "div { display: flex; justify-content: space-evenly } b { width: 10mm }", TWO,
      "30 10 10 5; 60 10 10 5" },
    { "div { display: flex } b { width: 20mm } b + b { margin-left: auto }", TWO,
      "10 10 20 5; 70 10 20 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_align (void)
{
  static const LayoutRow rows[] = {
    { "div { display: flex } b { width: 20mm; height: auto } b + b { height: 15mm }", TWO,
      "10 10 20 15; 30 10 20 15" },
    { "div { display: flex; align-items: center } b { width: 20mm } b + b { height: 15mm }", TWO,
      "10 15 20 5; 30 10 20 15" },
    { "div { display: flex; align-items: flex-end } b { width: 20mm } b + b { height: 15mm }", TWO,
      "10 20 20 5; 30 10 20 15" },
    { "div { display: flex } b { width: 20mm; margin: 3mm } b + b { height: 15mm; align-self: "
      "flex-end }",
      TWO, "13 13 20 5; 39 13 20 15" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Lines of 20 mm and of 10 mm: their text is in the middle, so the lower line begins 5 mm later. */
static void
test_baselines (void)
{
  static const LayoutRow rows[] = {
    { "div { display: flex; align-items: baseline } p { margin: 0; width: 20mm } #a { line-height: "
      "20mm }",
      "<div><p id='a'>a</p><p>b</p></div><b/>", "“a” 10 10 20; “b” 30 15 10; 10 30 80 5" },
    { "div { display: flex; align-items: baseline } p { margin: 0; width: 20mm } #a { padding-top: "
      "12mm }",
      "<div><p id='a'>a</p><p>b</p></div><b/>", "“a” 10 22 10; “b” 30 22 10; 10 32 80 5" },
    /* Margins count; what has no words stands with its lower edge on the line. */
    { "div { display: flex; align-items: baseline } p { margin: 0; width: 20mm } #a { margin: 12mm "
      "0 3mm }",
      "<div><p id='a'>a</p><p>b</p></div><b/>", "“a” 10 22 10; “b” 30 22 10; 10 35 80 5" },
    { "div { display: flex; align-items: baseline } p { margin: 0; width: 20mm } i { display: "
      "block; width: 20mm; height: 30mm; background-color: #000 } #a { width: 20mm; margin: 0; "
      "line-height: 0 }",
      "<div><i/><p id='a'>a</p></div><b/>", "10 10 20 30; “a” 30 38.81 0; 10 40 80 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_columns (void)
{
  static const LayoutRow rows[] = {
    { "div { display: flex; flex-direction: column }", TWO, "10 10 80 5; 10 15 80 5" },
    { "div { display: flex; flex-direction: column; row-gap: 3mm; align-items: center } b { width: "
      "20mm }",
      TWO, "40 10 20 5; 40 18 20 5" },
    { "div { display: flex; flex-direction: column; height: 40mm } b { flex: 1 }", TWO,
      "10 10 80 20; 10 30 80 20" },
    { "div { display: flex; flex-direction: column; height: 40mm; justify-content: space-between }",
      TWO, "10 10 80 5; 10 45 80 5" },
    { "div { display: flex; flex-direction: column; height: 40mm } b + b { margin-top: auto }", TWO,
      "10 10 80 5; 10 45 80 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flex/rows", test_rows);
  g_test_add_func ("/flex/justify", test_justify);
  g_test_add_func ("/flex/align", test_align);
  g_test_add_func ("/flex/baselines", test_baselines);
  g_test_add_func ("/flex/columns", test_columns);
  return g_test_run ();
}
