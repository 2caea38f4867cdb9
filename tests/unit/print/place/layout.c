/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#include "print/place/layout.h"

/* CSS 2.2, 10.3.3: a block in the flow. */
static void
test_widths (void)
{
  static const LayoutRow rows[] = {
    { "", "<b/>", "10 10 80 5" },
    { "b { width: 30mm }", "<b/>", "10 10 30 5" },
    { "b { width: 25% }", "<b/>", "10 10 20 5" },
    { "b { width: 30mm; margin: 0 auto }", "<b/>", "35 10 30 5" },
    { "b { width: 30mm; margin-left: auto }", "<b/>", "60 10 30 5" },
    { "b { width: 30mm; padding: 0 5mm; border: 1mm solid #000 }", "<b/>", "10 10 42 7" },
    { "b { width: 30mm; padding: 0 5mm; border: 1mm solid #000; box-sizing: border-box }", "<b/>",
      "10 10 30 5" },
    { "b { width: 30mm; max-width: 20mm }", "<b/>", "10 10 20 5" },
    { "b { width: 30mm; min-width: 50% }", "<b/>", "10 10 40 5" },
    { "b { width: 30mm; min-width: 25mm; max-width: 20mm }", "<b/>", "10 10 25 5" },
    { "b { margin: 0 10% 0 5mm }", "<b/>", "15 10 67 5" },
    { "b { width: 200mm }", "<b/>", "10 10 200 5" },
    { "b { margin-left: -5mm }", "<b/>", "5 10 85 5" },
    { "div { padding: 0 10mm } b { width: 50% }", "<div><b/></div>", "20 10 30 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_heights (void)
{
  static const LayoutRow rows[] = {
    { "b { height: auto }", "<b>x</b>", "10 10 80 10; “x” 10 10 10" },
    { "b { height: auto; padding: 2mm 0 }", "<b>x</b>", "10 10 80 14; “x” 10 12 10" },
    { "b { height: auto; min-height: 20mm }", "<b>x</b><b/>",
      "10 10 80 20; “x” 10 10 10; 10 30 80 20" },
    { "b { height: 20mm; max-height: 10mm }", "<b/><b/>", "10 10 80 10; 10 20 80 10" },
    { "div { height: 40mm } div b { height: 50% }", "<div><b/></div><b/>",
      "10 10 80 20; 10 50 80 5" },
    { "b { box-sizing: border-box; height: 10mm; padding: 2mm }", "<b/><b/>",
      "10 10 80 10; 10 20 80 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* CSS 2.2, 8.3.1. */
static void
test_margins (void)
{
  static const LayoutRow rows[] = {
    { "b { margin: 4mm 0 }", "<b/><b/>", "10 14 80 5; 10 23 80 5" },
    { "b { margin: 4mm 0 } #a { margin-bottom: 10mm }", "<b id='a'/><b/>",
      "10 14 80 5; 10 29 80 5" },
    { "b { margin: 6mm 0 } #a { margin-bottom: -2mm }", "<b id='a'/><b/>",
      "10 16 80 5; 10 25 80 5" },
    { "b { margin-bottom: -3mm }", "<b/><b/>", "10 10 80 5; 10 12 80 5" },
    { "div { margin-top: 3mm } div b { margin-top: 8mm }", "<b/><div><b/></div>",
      "10 10 80 5; 10 23 80 5" },
    { "div { padding-top: 1mm; margin-top: 3mm } div b { margin-top: 8mm }", "<b/><div><b/></div>",
      "10 10 80 5; 10 27 80 5" },
    { "div b { margin-bottom: 8mm }", "<div><b/></div><b/>", "10 10 80 5; 10 23 80 5" },
    { "div b { margin-bottom: 8mm } div { border-bottom: 1mm solid #000 }", "<div><b/></div><b/>",
      "10 10 80 14; 10 10 80 5; 10 24 80 5" },
    { "p { margin: 9mm 0 } b { margin: 2mm 0 }", "<b/><p></p><b/>", "10 12 80 5; 10 26 80 5" },
    { "div { display: flex } div b { margin: 4mm 0; width: 20mm } b { margin: 4mm 0 }",
      "<b/><div><b/></div>", "10 14 80 5; 10 27 20 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* CSS 2.2, 10.3.2: what is not said of a picture follows from its proportions. */
static void
test_pictures (void)
{
#define TALL    "<svg viewBox='0 0 4 8'><rect width='4' height='8'/></svg>"
#define DRAWING "<svg viewBox='0 0 4 2'><rect width='4' height='2'/></svg>"
  static const LayoutRow rows[] = {
    { "svg { display: block; width: 40mm }", DRAWING, "drawing 10 10 40 20" },
    { "svg { display: block; height: 5mm }", DRAWING, "drawing 10 10 10 5" },
    { "svg { display: block; width: 20mm; height: 20mm }", DRAWING, "drawing 10 10 20 20" },
    { "svg { display: block; width: 40mm; max-width: 20mm }", DRAWING, "drawing 10 10 20 10" },
    { "svg { display: block; width: 50%; margin: 0 auto }", DRAWING, "drawing 30 10 40 20" },
    /* Higher than the page, which takes 80 mm: smaller, with its margins, unless it asks for it. */
    { "svg { display: block; width: 80mm; height: auto }", TALL, "drawing 10 10 40 80" },
    { "svg { display: block; width: 80mm; margin: 5mm 0; border: 5mm solid #fff }", TALL,
      "10 15 40 70; drawing 15 20 30 60" },
    { "svg { display: block; height: 90mm }", TALL, "drawing 10 10 45 90" },
    { "svg { width: 80mm; vertical-align: top } @page wide { size: 100mm 60mm } p { page: wide; "
      "margin: 0; line-height: 1px }",
      "<p>" TALL "</p>", "drawing 10 10 20 40" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_lengths (void)
{
  g_assert_cmpfloat (length_or ((Length){ LENGTH_POINTS, 12 }, -1, 7), ==, 12);
  g_assert_cmpfloat (length_or ((Length){ LENGTH_PERCENT, 25 }, 80, 7), ==, 20);
  g_assert_cmpfloat (length_or ((Length){ LENGTH_PERCENT, 25 }, -1, 7), ==, 7);
  g_assert_cmpfloat (length_or ((Length){ LENGTH_AUTO, 0 }, 80, 7), ==, 7);
}

/* As wide as the content, within min-content and the room there is (CSS 2.2, 10.3.5). */
static void
test_fit_content (void)
{
#define FIT                                                                                        \
  "i { display: inline-block; width: 30mm; height: 1mm } u { display: inline-block; "              \
  "background-color: #eee } "
  static const LayoutRow rows[] = {
    { FIT, "<u><i/></u>", "10 10 30 10" },
    { FIT, "<u><i/> <i/> <i/></u>", "10 10 80 20; “ ” 40 10 10" },
    { FIT "i { width: 90mm }", "<u><i/></u>", "10 10 90 10" },
    { FIT "div { display: flex; column-gap: 10mm }", "<u><div><i/><i/></div></u>", "10 15.19 70 1" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/widths", test_widths);
  g_test_add_func ("/layout/heights", test_heights);
  g_test_add_func ("/layout/margins", test_margins);
  g_test_add_func ("/layout/pictures", test_pictures);
  g_test_add_func ("/layout/lengths", test_lengths);
  g_test_add_func ("/layout/fit-content", test_fit_content);
  return g_test_run ();
}
