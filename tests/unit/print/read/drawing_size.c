/* SPDX-License-Identifier: MIT */
#include "print/read/drawing.h"

#include "../../support.h"

#define SVG(attributes)                                                                            \
  "<svg xmlns=\"http://www.w3.org/2000/svg\"" attributes "><circle r=\"1\"/></svg>"

/* Whatever it says of its size (CSS 2.2, 10.3.2), as a sheet of ours would show it. */
static void
test_sizes (void)
{
  static const struct {
    const char *svg;
    double across, down;
  } rows[] = {
    { SVG (" viewBox=\"0 0 400 200\""), 400, 200 },
    { SVG (" viewBox='0,0,400,200'"), 400, 200 },
    { SVG (" width=\"96\" height=\"48pt\" viewBox=\"0 0 400 200\""), 96, 64 },
    { SVG (" width=\"1in\" viewBox=\"0 0 400 200\""), 96, 48 },
    { SVG (" height=\"1in\" viewBox=\"0 0 400 200\""), 192, 96 },
    { SVG (" width=\"100%\" viewBox=\"0 0 400 200\""), 400, 200 },
    { SVG (" width=\"120\" height=\"80\""), 120, 80 },
    { SVG (""), 300, 150 },
    { SVG (" viewBox=\"0 0 4\""), 150, 150 },
    { "<?xml version=\"1.0\"?>\n<!-- a -->\n<!DOCTYPE svg>\n" SVG (" viewBox=\"1 2 30 20\""), 30,
      20 },
    { "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 4\"/>", 3, 4 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) file = g_bytes_new_static (rows[i].svg, strlen (rows[i].svg));
    double across = 0, down = 0;
    g_test_message ("%s", rows[i].svg);
    g_assert_true (drawing_size (file, &across, &down));
    g_assert_cmpfloat_with_epsilon (across, rows[i].across, 0.01);
    g_assert_cmpfloat_with_epsilon (down, rows[i].down, 0.01);
  }
}

static void
test_others (void)
{
  static const char *const rows[] = {
    "", "a", "<p/>", "<svg", "\x89PNG\r\n\x1a\n", "<!-- svg -->"
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) file = g_bytes_new_static (rows[i], strlen (rows[i]));
    double across, down;
    g_assert_false (drawing_size (file, &across, &down));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-size/sizes", test_sizes);
  g_test_add_func ("/drawing-size/others", test_others);
  return g_test_run ();
}
