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
    /* What comes after stands below the highest column. */
    { "div { column-count: 2; column-gap: 10mm } .h { height: 20mm }",
      "<div><b class='h'/><b/></div><b/>", "10 10 35 20; 55 10 35 5; 10 30 80 5" },
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
  g_test_add_func ("/columns/filled", test_filled);
  g_test_add_func ("/columns/breaks", test_breaks);
  return g_test_run ();
}
