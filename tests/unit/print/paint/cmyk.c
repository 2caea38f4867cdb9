/* SPDX-License-Identifier: MIT */
#include "print/paint/cmyk.h"

#include <math.h>

/* All the grey goes to black: one ink at least is always free. */
static void
test_inks (void)
{
  static const struct {
    Colour colour;
    double cyan, magenta, yellow, black;
  } rows[] = {
    { { 0, 0, 0, FALSE }, 0, 0, 0, 1 },        { { 255, 255, 255, FALSE }, 0, 0, 0, 0 },
    { { 51, 51, 51, FALSE }, 0, 0, 0, 0.8 },   { { 255, 0, 0, FALSE }, 0, 1, 1, 0 },
    { { 0, 255, 0, FALSE }, 1, 0, 1, 0 },      { { 0, 0, 255, FALSE }, 1, 1, 0, 0 },
    { { 102, 51, 0, FALSE }, 0, 0.5, 1, 0.6 }, { { 0, 102, 51, FALSE }, 1, 0, 0.5, 0.6 },
    { { 51, 0, 102, FALSE }, 0.5, 1, 0, 0.6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Cmyk inks = cmyk_of (rows[i].colour);
    g_test_message ("%u", i);
    g_assert_cmpfloat_with_epsilon (inks.cyan, rows[i].cyan, 1e-9);
    g_assert_cmpfloat_with_epsilon (inks.magenta, rows[i].magenta, 1e-9);
    g_assert_cmpfloat_with_epsilon (inks.yellow, rows[i].yellow, 1e-9);
    g_assert_cmpfloat_with_epsilon (inks.black, rows[i].black, 1e-9);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cmyk/inks", test_inks);
  return g_test_run ();
}
