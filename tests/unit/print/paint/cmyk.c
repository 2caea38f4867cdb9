/* SPDX-License-Identifier: MIT */
#include "print/paint/cmyk.h"

#include "base/inks.h"

/* Greys are on the black plate alone; a colour is what the profile of the press says. */
static void
test_inks (void)
{
  for (guint grey = 0; grey < 256; grey++) {
    Cmyk inks = cmyk_of ((Colour){ (guint8) grey, (guint8) grey, (guint8) grey, FALSE });
    g_assert_cmpfloat (inks.cyan + inks.magenta + inks.yellow, ==, 0);
    g_assert_cmpfloat_with_epsilon (inks.black, 1 - grey / 255.0, 1e-9);
  }
  const guint8 rgb[] = { 170, 24, 37 };
  guint8 wanted[4];
  Cmyk inks = cmyk_of ((Colour){ rgb[0], rgb[1], rgb[2], FALSE });
  inks_of_dots (rgb, wanted, 1);
  g_assert_cmpfloat_with_epsilon (inks.cyan, wanted[0] / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (inks.magenta, wanted[1] / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (inks.yellow, wanted[2] / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (inks.black, wanted[3] / 255.0, 1e-9);
}

/* More of them than are taken at once. */
static void
test_dots (void)
{
  enum { N = 700 };
  guint8 rgba[N * 4], cmyka[N * 5];

  for (guint i = 0; i < N; i++) {
    const guint8 dot[] = { 200, (guint8) i, i % 2 ? 200 : (guint8) i, (guint8) (i + 3) };
    for (guint j = 0; j < 4; j++)
      rgba[i * 4 + j] = dot[j];
  }
  cmyk_of_dots (rgba, cmyka, N);
  for (guint i = 0; i < N; i++) {
    const guint8 *dot = rgba + i * 4, *inks = cmyka + i * 5;
    Cmyk wanted = cmyk_of ((Colour){ dot[0], dot[1], dot[2], FALSE });
    g_assert_cmpfloat_with_epsilon (inks[0], wanted.cyan * 255, 1e-6);
    g_assert_cmpfloat_with_epsilon (inks[1], wanted.magenta * 255, 1e-6);
    g_assert_cmpfloat_with_epsilon (inks[2], wanted.yellow * 255, 1e-6);
    g_assert_cmpfloat_with_epsilon (inks[3], wanted.black * 255, 1e-6);
    g_assert_cmpuint (inks[4], ==, dot[3]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cmyk/inks", test_inks);
  g_test_add_func ("/cmyk/dots", test_dots);
  return g_test_run ();
}
