/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#define FOUR "<div><b/><b/><b/><b/></div>"

static void
test_balanced (void)
{
  static const LayoutRow rows[] = {
    { "div { column-count: 2; column-gap: 10mm }", FOUR,
      "10 10 35 5; 10 15 35 5; 55 10 35 5; 55 15 35 5" },
    { "div { column-count: 4; column-gap: 0 }", FOUR,
      "10 10 20 5; 30 10 20 5; 50 10 20 5; 70 10 20 5" },
    { "div { column-count: 3; column-gap: 4mm }", FOUR,
      "10 10 24 5; 10 15 24 5; 38 10 24 5; 38 15 24 5" },
    { "div { column-width: 30mm; column-gap: 10mm }", FOUR,
      "10 10 35 5; 10 15 35 5; 55 10 35 5; 55 15 35 5" },
    { "div { column-count: 2; column-width: 60mm }", FOUR,
      "10 10 80 5; 10 15 80 5; 10 20 80 5; 10 25 80 5" },
    /* A gap that is normal is 1em; as many columns as there is room for, with their gaps. */
    { "div { column-count: 2 }", FOUR,
      "10 10 38.24 5; 10 15 38.24 5; 51.76 10 38.24 5; 51.76 15 38.24 5" },
    { "div { column-width: 20mm; column-gap: 10mm }", FOUR,
      "10 10 20 5; 10 15 20 5; 40 10 20 5; 40 15 20 5" },
    { "div { column-width: 20.1mm; column-gap: 10mm }", FOUR,
      "10 10 35 5; 10 15 35 5; 55 10 35 5; 55 15 35 5" },
    { "div { column-width: 10mm; column-count: 2; column-gap: 0 }", FOUR,
      "10 10 40 5; 10 15 40 5; 50 10 40 5; 50 15 40 5" },
    /* What comes after stands below the highest column. */
    { "div { column-count: 2; column-gap: 10mm } .h { height: 20mm }",
      "<div><b class='h'/><b/></div><b/>", "10 10 35 20; 55 10 35 5; 10 30 80 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* In the middle of the gap, as high as the higher of its neighbours. */
static void
test_rules (void)
{
  static const LayoutRow rows[] = {
    { "div { column-count: 2; column-gap: 10mm; column-rule: 2mm solid }", FOUR,
      "49 10 2 10; 10 10 35 5; 10 15 35 5; 55 10 35 5; 55 15 35 5" },
    { "div { column-count: 2; column-gap: 10mm; column-rule: 2mm solid }",
      "<div><b/><b/><b/></div>", "49 10 2 10; 10 10 35 5; 10 15 35 5; 55 10 35 5" },
    { "div { column-count: 2; column-gap: 10mm; column-rule: 2mm solid }", "<div><b/></div>",
      "10 10 35 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_filled (void)
{
  static const LayoutRow rows[] = {
    { "div { column-count: 2; column-gap: 10mm; column-fill: auto; height: 15mm }", FOUR "<b/>",
      "10 10 35 5; 10 15 35 5; 10 20 35 5; 55 10 35 5; 10 25 80 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_breaks (void)
{
  static const LayoutRow rows[] = {
    { "div { column-count: 2; column-gap: 10mm } #a { break-before: column }",
      "<div><b/><b id='a'/><b/><b/></div>", "10 10 35 5; 55 10 35 5; 55 15 35 5; 55 20 35 5" },
    { "div { column-count: 2; column-gap: 10mm } p { margin: 0; break-inside: avoid }",
      "<div><p><b/><b/><b/></p><b/></div>", "10 10 35 5; 10 15 35 5; 10 20 35 5; 55 10 35 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/balanced", test_balanced);
  g_test_add_func ("/columns/rules", test_rules);
  g_test_add_func ("/columns/filled", test_filled);
  g_test_add_func ("/columns/breaks", test_breaks);
  return g_test_run ();
}
