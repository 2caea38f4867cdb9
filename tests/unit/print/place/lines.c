/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#define P "p { margin: 0 } "

/* CSS 2.2, 10.8: half of the leading above and half below, and the line reaches as far as its
 * boxes. */
static void
test_heights (void)
{
  static const LayoutRow rows[] = {
    { P, "<p>a</p><b/>", "“a” 10 10 10; 10 20 80 5" },
    { P "p { line-height: 2; font-size: 10mm }", "<p>a</p><b/>", "“a” 10 10 20; 10 30 80 5" },
    { P, "<p>a<br/>b</p><b/>", "“a” 10 10 10; “b” 10 20 10; 10 30 80 5" },
    /* A line may end at <wbr/>, and where it need not, nothing is to be seen of it. */
    { P "p { width: 12mm }", "<p>aaaaa<wbr/>aaaa</p>", "“aaaaa” 10 10 10; “aaaa” 10 20 10" },
    { P, "<p>aa<wbr/>aa</p>", "“aa” 10 10 10; “aa” 13.13 10 10" },
    { P "i { line-height: 20mm }", "<p><i>a</i></p><b/>", "“a” 10 10 20; 10 30 80 5" },
    { P "p { line-height: 1mm } i { line-height: 20mm }", "<p><i>a</i></p><b/>",
      "“a” 10 10 20; 10 30 80 5" },
    { P "p { line-height: 0 }", "<p>a</p><b/>", "“a” 10 10 0; 10 10 80 5" },
    /* An inline box shows on each of its lines. */
    { P "u { background-color: #ccc }", "<p><u>a<br/>a</u>b</p>",
      "10 13.05 1.57 3.91; “a” 10 10 10; 10 23.05 1.57 3.91; “a” 10 20 10; “b” 11.57 20 10" },
    { P "u { background-color: #ccc; padding: 0 5mm }", "<p>a<u>a<br/>a</u></p>",
      "11.57 13.05 6.57 3.91; “a” 10 10 10; “a” 16.57 10 10; 10 23.05 6.57 3.91; “a” 10 20 10" },
    { P "u { background-color: #ccc } i { background-color: #ddd }",
      "<p><u>a<i>a<br/>a</i></u></p>",
      "10 13.05 3.33 3.91; 11.57 13.05 1.76 3.91; “a” 10 10 10; “a” 11.57 10 10; "
      "10 23.05 1.76 3.91; 10 23.05 1.76 3.91; “a” 10 20 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

static void
test_starts (void)
{
#define SQUARE "<svg viewBox='0 0 1 1'><rect width='1' height='1'/></svg>"
  static const LayoutRow rows[] = {
    { P "svg { width: 10mm }", "<p>" SQUARE "</p>", "drawing 10 10 10 10" },
    { P "p { text-align: right } svg { width: 10mm }", "<p>" SQUARE "</p>", "drawing 80 10 10 10" },
    { P "p { text-align: center } svg { width: 10mm }", "<p>" SQUARE "</p>",
      "drawing 45 10 10 10" },
    { P "p { text-indent: 12mm } svg { width: 10mm; vertical-align: top }",
      "<p>" SQUARE "<br/>" SQUARE "</p>", "drawing 22 10 10 10; drawing 10 20 10 10" },
    { P "p { text-indent: 25% } svg { width: 10mm }", "<p>" SQUARE "</p>", "drawing 30 10 10 10" },
    { P "p { text-indent: -5mm } svg { width: 10mm }", "<p>" SQUARE "</p>", "drawing 5 10 10 10" },
    { P "p { text-align: center; text-indent: 10mm } svg { width: 10mm }", "<p>" SQUARE "</p>",
      "drawing 50 10 10 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Boxes on a line stand on its baseline, in its middle, or at its edges. */
static void
test_boxes (void)
{
  static const LayoutRow rows[] = {
    { P "u { display: inline-block; width: 30mm; background-color: #ccc }", "<p><u>a</u></p>",
      "10 10 30 10; “a” 10 10 10" },
    { P "u { display: inline-block; width: 30mm; height: 30mm; background-color: #ccc; "
        "vertical-align: top }",
      "<p><u/></p><b/>", "10 10 30 30; 10 40 80 5" },
    { P "u { display: inline-block; margin: 2mm; background-color: #ccc; width: 10mm; height: 6mm; "
        "vertical-align: bottom }",
      "<p><u/></p><b/>", "12 12 10 6; 10 20 80 5" },
    { P "u { display: inline-block; width: 50%; height: 10mm; vertical-align: top; "
        "background-color: #ccc }",
      "<p><u/><u/></p><b/>", "10 10 40 10; 50 10 40 10; 10 20 80 5" },
    { P "u { display: inline-block; width: 50mm; height: 10mm; vertical-align: top; "
        "background-color: #ccc }",
      "<p><u/><u/></p><b/>", "10 10 50 10; 10 20 50 10; 10 30 80 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* The middle of a box stands half an x-height above the baseline (CSS 2.2, 10.8.1). */
static void
test_middle (void)
{
  static const LayoutRow rows[] = {
    { "p { margin: 0 } i { display: inline-block; vertical-align: middle; width: 5mm; height: 2mm; "
      "background-color: #ccc }",
      "<p><i/></p>", "10 14.38 5 2" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/heights", test_heights);
  g_test_add_func ("/lines/starts", test_starts);
  g_test_add_func ("/lines/boxes", test_boxes);
  g_test_add_func ("/lines/middle", test_middle);
  return g_test_run ();
}
