/* SPDX-License-Identifier: MIT */
#include "print/place/corners.h"

#include "../../support.h"

#include <math.h>

static Style
style_with (Length radius)
{
  Style style = { 0 };
  for (guint i = 0; i < 4; i++)
    style.radius[i] = radius;
  return style;
}

/* Points are the same both ways, percentages go by the width and the height. */
static void
test_of (void)
{
  static const struct {
    Length length;
    double x, y;
  } rows[] = {
    { { LENGTH_POINTS, 5 }, 5, 5 },   { { LENGTH_PERCENT, 50 }, 100, 20 },
    { { LENGTH_POINTS, -3 }, 0, 0 },  { { LENGTH_PERCENT, 0 }, 0, 0 },
    { { LENGTH_POINTS, NAN }, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Style style = style_with (rows[i].length);
    Corners corners = corners_of (&style, 200, 40);
    for (guint corner = 0; corner < 4; corner++) {
      g_assert_cmpfloat (corners.x[corner], ==, rows[i].x);
      g_assert_cmpfloat (corners.y[corner], ==, rows[i].y);
    }
    g_assert_true (corners_are_round (&corners) == (rows[i].x > 0));
  }
}

/* All by the same factor, that of the side with the least room. */
static void
test_fit (void)
{
  Corners corners = { { 10, 30, 10, 10 }, { 10, 30, 10, 10 } };

  corners_fit (&corners, 100, 100);
  g_assert_cmpfloat (corners.x[1], ==, 30);
  corners_fit (&corners, 100, 20); /* 30 + 10 in 20 */
  g_assert_cmpfloat (corners.x[0], ==, 5);
  g_assert_cmpfloat (corners.y[1], ==, 15);
  corners_fit (&corners, 0, -1);
  g_assert_false (corners_are_round (&corners));
}

/* Each corner by the two sides that meet in it; what is left of less than nothing is square. */
static void
test_shrink (void)
{
  const double inset[N_SIDES] = {
    [SIDE_TOP] = 1, [SIDE_RIGHT] = 2, [SIDE_BOTTOM] = 3, [SIDE_LEFT] = 20
  };
  Corners corners = { { 10, 10, 10, 10 }, { 10, 10, 10, 10 } };

  corners_shrink (&corners, inset);
  g_assert_cmpfloat (corners.x[0], ==, 0);
  g_assert_cmpfloat (corners.y[0], ==, 9);
  g_assert_cmpfloat (corners.x[1], ==, 8);
  g_assert_cmpfloat (corners.y[1], ==, 9);
  g_assert_cmpfloat (corners.x[2], ==, 8);
  g_assert_cmpfloat (corners.y[2], ==, 7);
  g_assert_cmpfloat (corners.x[3], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corners/of", test_of);
  g_test_add_func ("/corners/fit", test_fit);
  g_test_add_func ("/corners/shrink", test_shrink);
  return g_test_run ();
}
