/* SPDX-License-Identifier: MIT */
#include "print/read/path.h"

#include "../../support.h"

#include <math.h>

/* The steps as path data with capitals, three decimals at most. Caller frees. */
static char *
show (const GArray *steps)
{
  static const char names[] = {
    [DRAW_MOVE] = 'M', [DRAW_LINE] = 'L', [DRAW_CURVE] = 'C', [DRAW_CLOSE] = 'Z'
  };
  static const guint n_points[] = {
    [DRAW_MOVE] = 1, [DRAW_LINE] = 1, [DRAW_CURVE] = 3, [DRAW_CLOSE] = 0
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++) {
    const DrawStep *step = &g_array_index (steps, DrawStep, i);
    g_string_append_c (text, names[step->verb]);
    for (guint j = 0; j < n_points[step->verb]; j++)
      g_string_append_printf (text, "%s%g,%g", j ? " " : "",
                              round (step->points[j].x * 1000) / 1000 + 0.0,
                              round (step->points[j].y * 1000) / 1000 + 0.0);
  }
  return g_string_free (text, FALSE);
}

static void
test_data (void)
{
  static const struct {
    const char *data, *steps;
  } rows[] = {
    { "", "" },
    { "  ", "" },
    { "M1 2", "M1,2" },
    { "M1,2L3,4", "M1,2L3,4" },
    { "m1,2l3,4", "M1,2L4,6" },
    { "M1 2 3 4 5 6", "M1,2L3,4L5,6" },
    { "m1 2 3 4 5 6", "M1,2L4,6L9,12" },
    { "M1-2-3-4", "M1,-2L-3,-4" },
    { "M.5.5.25.75", "M0.5,0.5L0.25,0.75" },
    { "M0 0H5V6h-1v-2", "M0,0L5,0L5,6L4,6L4,4" },
    { "M0 0h1 2 3", "M0,0L1,0L3,0L6,0" },
    { "M4 4h7v1h-7zM12 4h1v1h-1z", "M4,4L11,4L11,5L4,5ZM12,4L13,4L13,5L12,5Z" },
    { "M1 1l2 0 0 2zl1 1", "M1,1L3,1L3,3ZM1,1L2,2" },
    { "M1 1h1zz", "M1,1L2,1ZZ" },
    { "M1 1h1zm1 1h1", "M1,1L2,1ZM2,2L3,2" },
    { "M0 0C1 2 3 4 5 6", "M0,0C1,2 3,4 5,6" },
    { "M1 1c1 2 3 4 5 6", "M1,1C2,3 4,5 6,7" },
    { "M0 0C1 2 3 4 5 6S7 8 9 10", "M0,0C1,2 3,4 5,6C7,8 7,8 9,10" },
    { "M0 0C1 2 3 4 5 6s1 1 2 2", "M0,0C1,2 3,4 5,6C7,8 6,7 7,8" },
    { "M1 1S7 8 9 10", "M1,1C1,1 7,8 9,10" },
    { "M0 0Q3 3 6 0", "M0,0C2,2 4,2 6,0" },
    { "M0 0q3 3 6 0t6 0", "M0,0C2,2 4,2 6,0C8,-2 10,-2 12,0" },
    { "M1 1T4 4", "M1,1C1,1 2,2 4,4" },
    { "M0 0A5 5 0 0 1 10 0", "M0,0C0,-2.761 2.239,-5 5,-5C7.761,-5 10,-2.761 10,0" },
    { "M0 0A5 5 0 0 0 10 0", "M0,0C0,2.761 2.239,5 5,5C7.761,5 10,2.761 10,0" },
    { "M0 0a5 5 0 01 5 5", "M0,0C2.761,0 5,2.239 5,5" },
    { "M0 0a5 5 0 0110 0", "M0,0C0,-2.761 2.239,-5 5,-5C7.761,-5 10,-2.761 10,0" },
    { "M0 0A1 1 0 0 1 10 0",
      "M0,0C0,-2.761 2.239,-5 5,-5C7.761,-5 10,-2.761 10,0" }, /* radii that grow */
    { "M0 0A0 5 0 0 1 10 0", "M0,0L10,0" },
    { "M0 0A5 5 0 0 1 0 0L1 1", "M0,0L1,1" },
    { "M5 0A5 10 90 0 1 5 0A5 10 0 0 1 10 10", "M5,0C7.761,0 10,4.477 10,10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
    gsize fault;
    g_test_message ("%s", rows[i].data);
    g_assert_true (path_parse (rows[i].data, steps, &fault));
    g_autofree char *shown = show (steps);
    g_assert_cmpstr (shown, ==, rows[i].steps);
  }
}

static void
test_broken (void)
{
  static const struct {
    const char *data, *steps;
    gsize fault;
  } rows[] = {
    { "L1 2", "", 0 },
    { "1 2", "", 0 },
    { "M1", "", 2 },
    { "M1 2L3", "M1,2", 6 },
    { "M1 2X", "M1,2", 4 },
    { "M1 2L3 4 5", "M1,2L3,4", 10 },
    { "M1 2A1 1 0 2 0 1 1", "M1,2", 11 },
    { "M1 2,", "M1,2", 5 },
    { "M1 2 ế", "M1,2", 5 },
    { "MNaN 1", "", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
    gsize fault = 999;
    g_test_message ("%s", rows[i].data);
    gboolean is_good = path_parse (rows[i].data, steps, &fault);
    g_autofree char *shown = show (steps);
    g_assert_cmpstr (shown, ==, rows[i].steps);
    if (strcmp (rows[i].data, "M1 2,") == 0) { /* a comma at the end does no harm */
      g_assert_true (is_good);
      continue;
    }
    g_assert_false (is_good);
    g_assert_cmpuint (fault, ==, rows[i].fault);
  }
}

static void
test_matrices (void)
{
  static const struct {
    const char *text;
    double x, y; /* of (1, 2) */
  } rows[] = {
    { "", 1, 2 },
    { "translate(10)", 11, 2 },
    { "translate(10, 20)", 11, 22 },
    { "scale(2)", 2, 4 },
    { "scale(2 3)", 2, 6 },
    { "rotate(90)", -2, 1 },
    { "rotate(90, 1, 1)", 0, 1 },
    { "matrix(1 2 3 4 5 6)", 12, 16 },
    { " translate(10,20) , scale(2)", 12, 24 },
    { "scale(2)translate(10 20)", 22, 44 },
  };
  static const char *const broken[] = {
    "skewX(3 4)",  "scale",         "scale(",           "scale()",    "scale(a)",
    "rotate(1 2)", "matrix(1 2 3)", "translate(1 2 3)", "scale(2) x", "(1)"
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Matrix matrix;
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
    g_test_message ("%s", rows[i].text);
    g_assert_true (matrix_parse (rows[i].text, &matrix));
    path_append_line (steps, 1, 2, 1, 2);
    path_transform (steps, matrix);
    g_assert_cmpfloat_with_epsilon (g_array_index (steps, DrawStep, 1).points[0].x, rows[i].x,
                                    1e-9);
    g_assert_cmpfloat_with_epsilon (g_array_index (steps, DrawStep, 1).points[0].y, rows[i].y,
                                    1e-9);
  }
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    Matrix matrix;
    g_test_message ("%s", broken[i]);
    g_assert_false (matrix_parse (broken[i], &matrix));
  }
}

static void
test_shapes (void)
{
  g_autoptr (GArray) rect = g_array_new (FALSE, FALSE, sizeof (DrawStep));
  g_autoptr (GArray) round = g_array_new (FALSE, FALSE, sizeof (DrawStep));
  g_autoptr (GArray) circle = g_array_new (FALSE, FALSE, sizeof (DrawStep));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (DrawStep));

  path_append_rect (rect, 1, 2, 3, 4, 0, 0);
  path_append_rect (round, 0, 0, 10, 10, 2, 99);
  path_append_ellipse (circle, 0, 0, 10, 10);
  g_assert_true (path_append_points (points, " 0,0 1 0,1,1 ", TRUE));
  g_autofree char *shown = show (rect);
  g_assert_cmpstr (shown, ==, "M1,2L4,2L4,6L1,6Z");
  g_autofree char *shown_round = show (round);
  g_assert_cmpstr (shown_round, ==,
                   "M2,0L8,0C9.105,0 10,2.239 10,5L10,5C10,7.761 9.105,10 8,10L2,10C0.895,10 "
                   "0,7.761 0,5L0,5C0,2.239 0.895,0 2,0Z");
  g_autofree char *shown_circle = show (circle);
  g_assert_cmpstr (shown_circle, ==,
                   "M10,0C10,5.523 5.523,10 0,10C-5.523,10 -10,5.523 -10,0C-10,-5.523 -5.523,-10 "
                   "0,-10C5.523,-10 10,-5.523 10,0Z");
  g_autofree char *shown_points = show (points);
  g_assert_cmpstr (shown_points, ==, "M0,0L1,0L1,1Z");
  g_assert_false (path_append_points (points, "0 0 1", FALSE));
  g_assert_false (path_append_points (points, "a", FALSE));
}

static void
assert_finite (const GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    for (guint j = 0; j < 3; j++) {
      g_assert_true (isfinite (g_array_index (steps, DrawStep, i).points[j].x));
      g_assert_true (isfinite (g_array_index (steps, DrawStep, i).points[j].y));
    }
}

/* Numbers of any size, in arcs above all, come out as numbers. */
static void
test_extremes (void)
{
  static const char *const values[] = { "0", "1e-300", "1e-9", "1", "-1e15", "1e300" };

  for (guint i = 0; i < 6 * 6 * 6 * 4; i++) {
    g_autofree char *data = g_strdup_printf ("M0 0A%s %s %s %u %u %s %s", values[i % 6],
                                             values[i / 6 % 6], values[i / 36 % 6], i / 216 % 2,
                                             i / 432, values[(i + 3) % 6], values[(i / 6 + 1) % 6]);
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
    Matrix matrix;
    gsize fault;
    g_test_message ("%s", data);
    g_assert_true (path_parse (data, steps, &fault));
    assert_finite (steps);
    g_assert_true (
      matrix_parse ("scale(1e300) scale(1e300) matrix(1e300 -1e300 1e300 1e300 1e300 0)", &matrix));
    for (guint n = 0; n < 300; n++)
      matrix = matrix_times (matrix, matrix);
    path_transform (steps, matrix);
    assert_finite (steps);
  }
}

/* The bars of a large code, and a path of a million commands. */
static void
test_long (void)
{
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
  gsize fault;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (data, "M%u %uh%uv1h-%uz", i % 177, i / 177, i % 9, i % 9);
  g_assert_true (path_parse (data->str, steps, &fault));
  g_assert_cmpuint (steps->len, ==, 1000000);
}

/* Curves reach further than their ends, and less far than their control points. */
static void
test_extents (void)
{
  static const struct {
    const char *data;
    double left, top, right, bottom;
  } rows[] = {
    { "M1 2L5 7L3 9Z", 1, 2, 5, 9 },
    { "M0 0C0 4 4 4 4 0", 0, 0, 4, 3 },
    { "M0 0C-3 0 7 0 4 0", -0.57, 0, 4.57, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
    double left, top, right, bottom;
    gsize fault;
    g_test_message ("%s", rows[i].data);
    g_assert_true (path_parse (rows[i].data, steps, &fault));
    g_assert_true (path_extents (steps, &left, &top, &right, &bottom));
    g_assert_cmpfloat_with_epsilon (left, rows[i].left, 0.05);
    g_assert_cmpfloat_with_epsilon (top, rows[i].top, 1e-9);
    g_assert_cmpfloat_with_epsilon (right, rows[i].right, 0.05);
    g_assert_cmpfloat_with_epsilon (bottom, rows[i].bottom, 1e-9);
  }
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (DrawStep));
  double a, b, c, d;
  g_assert_false (path_extents (none, &a, &b, &c, &d));
}

/* Of 20° and of 40°; where a path closes, too. */
static void
test_sharp_corners (void)
{
  static const struct {
    const char *data;
    gboolean is_sharp;
  } rows[] = {
    { "M0 0L10 0L0 3.6", TRUE },      { "M0 0L10 0L0 8.4", FALSE },
    { "M0 0L10 0", FALSE },           { "M0 0L10 1.8L10 -1.8Z", TRUE },
    { "M0 0L10 0M0 0L-10 1", FALSE }, { "M0 0C10 0 10 0 10 0L0 1", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
    gsize fault;
    g_test_message ("%s", rows[i].data);
    g_assert_true (path_parse (rows[i].data, steps, &fault));
    g_assert_true (path_has_sharp_corner (steps) == rows[i].is_sharp);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/data", test_data);
  g_test_add_func ("/path/broken", test_broken);
  g_test_add_func ("/path/matrices", test_matrices);
  g_test_add_func ("/path/shapes", test_shapes);
  g_test_add_func ("/path/extremes", test_extremes);
  g_test_add_func ("/path/long", test_long);
  g_test_add_func ("/path/extents", test_extents);
  g_test_add_func ("/path/sharp-corners", test_sharp_corners);
  return g_test_run ();
}
