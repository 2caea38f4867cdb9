/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#define OUT "b { position: absolute; width: 20mm } "
#define IN  "div { position: relative; height: 40mm; margin-top: 10mm } "

/* CSS 2.2, 10.3.7 and 10.6.4: in the nearest positioned box, or on the page area. */
static void
test_absolute (void)
{
  static const LayoutRow rows[] = {
    { OUT IN "b { top: 5mm; left: 5mm }", "<div><b/></div>", "15 25 20 5" },
    { OUT IN "b { bottom: 5mm; right: 5mm }", "<div><b/></div>", "65 50 20 5" },
    { OUT IN "b { top: 50%; left: 50% }", "<div><b/></div>", "50 40 20 5" },
    { OUT IN "b { left: 10mm; right: 10mm; width: auto; top: 0 }", "<div><b/></div>",
      "20 20 60 5" },
    { OUT IN "b { left: 10mm; right: 10mm; top: 0; margin: 0 auto }", "<div><b/></div>",
      "40 20 20 5" },
    { OUT IN "b { inset: 0; margin: auto }", "<div><b/></div>", "40 37.5 20 5" },
    { OUT IN "b { inset: 0; margin: 0 0 0 auto }", "<div><b/></div>", "70 20 20 5" },
    { OUT IN "b { inset: 0; margin: auto auto 2mm 3mm }", "<div><b/></div>", "13 53 20 5" },
    { OUT IN "b { left: 0; right: 70mm; top: 0; margin: 0 auto }", "<div><b/></div>",
      "10 20 20 5" },
    { OUT IN "b { top: 5mm; bottom: 5mm; height: auto }", "<div><b/></div>", "10 25 20 30" },
    { OUT IN "b { top: -5mm; left: -5mm }", "<div><b/></div>", "5 15 20 5" },
    { OUT "div { height: 40mm; margin-top: 10mm } b { top: 5mm; left: 5mm }", "<div><b/></div>",
      "15 15 20 5" },
    { OUT "b { right: 0; bottom: 0 }", "<p>x</p><b/>", "“x” 10 13.53 10; 70 85 20 5" },
    /* Its padding is in the containing box, its border is not. */
    { OUT IN "div { padding: 4mm; border: 1mm solid #fff } b { top: 0; left: 0 }",
      "<div><b/></div>", "10 20 80 50; 11 21 20 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Without edges it stands where it would have stood, and takes no room there. */
/* CSS 2.2, appendix E: what is positioned is painted in the order of the document, above the rest.
 */
static void
test_order (void)
{
#define P "p { margin: 0; background-color: #eee } .r { position: relative } b { top: 0; left: 0 } "
  static const LayoutRow rows[] = {
    { OUT IN P, "<div><b/><p>x</p></div>", "10 20 80 10; “x” 10 20 10; 10 20 20 5" },
    { OUT IN P, "<div><b/><p class='r'>x</p></div>", "10 20 20 5; 10 20 80 10; “x” 10 20 10" },
    { OUT IN P, "<div><p class='r'>x</p><b/></div>", "10 20 80 10; “x” 10 20 10; 10 20 20 5" },
    { OUT IN P, "<div><p>x</p><b/><p class='r'>y</p><p>z</p></div>",
      "10 20 80 10; “x” 10 20 10; 10 20 20 5; 10 30 80 10; “y” 10 30 10; 10 40 80 10; “z” 10 40 "
      "10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
#undef P
}

static void
test_static (void)
{
  static const LayoutRow rows[] = {
    { "#a { position: absolute; width: 20mm }", "<b/><b id='a'/><b/>",
      "10 10 80 5; 10 15 80 5; 10 15 20 5" },
    { "div { position: relative } #a { position: absolute; width: 20mm; left: 30mm }",
      "<div><b/><b id='a'/></div>", "10 10 80 5; 40 15 20 5" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* On every page. */
static void
test_fixed (void)
{
  static const LayoutRow rows[] = {
    { "b { height: 50mm } #a { position: fixed; top: 0; right: 0; width: 10mm; height: 5mm }",
      "<b id='a'/><b/><b/>", "80 10 10 5; 10 10 80 50 | 80 10 10 5; 10 10 80 50" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outside/absolute", test_absolute);
  g_test_add_func ("/outside/order", test_order);
  g_test_add_func ("/outside/static", test_static);
  g_test_add_func ("/outside/fixed", test_fixed);
  return g_test_run ();
}
