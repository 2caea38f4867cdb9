/* SPDX-License-Identifier: MIT */
#include "render/fit_cells.h"

#include "fit_kit.h"

#include <string.h>

static const char *
side_of (CellKind kind, gboolean is_left, double aspect, double picture)
{
  Piece piece = kit_piece (5, aspect);
  g_autoptr (Value) cell = fit_cell (&piece, kind, 60, picture, is_left);
  static const char *const sides[] = { "top", "left", "right" };
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (value_is_truthy (value_find (cell, sides[i])))
      found = sides[i];
  value_free (piece.map);
  return found;
}

/* Where the picture of a cell stands. */
static void
test_sides (void)
{
  g_assert_cmpstr (side_of (CELL_CARD, FALSE, 1.4, 20), ==, "top");
  g_assert_cmpstr (side_of (CELL_ROW, FALSE, 1.4, 20), ==, "right");
  g_assert_cmpstr (side_of (CELL_ROW, TRUE, 1.4, 20), ==, "left");
  g_assert_null (side_of (CELL_ROW, TRUE, 1.4, 0));
  g_assert_null (side_of (CELL_ROW, TRUE, 0, 20));
}

/* A wide one fills the top of its card, a high one stands in the middle of it. */
static void
test_sizes (void)
{
  Piece wide = kit_piece (5, 1.5), tall = kit_piece (5, 0.5);
  g_autoptr (Value) one = fit_cell (&wide, CELL_CARD, 60, 20, FALSE);
  g_autoptr (Value) two = fit_cell (&tall, CELL_CARD, 60, 20, FALSE);
  const Value *first = value_find (one, "top"), *second = value_find (two, "top");

  g_assert_cmpfloat (kit_number (first, "width"), ==, 59.2);
  g_assert_true (value_is_truthy (value_find (first, "is_filling")));
  g_assert_cmpfloat (kit_number (second, "width"), ==, 10);
  g_assert_false (value_is_truthy (value_find (second, "is_filling")));
  value_free (wide.map);
  value_free (tall.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit_cells/sides", test_sides);
  g_test_add_func ("/fit_cells/sizes", test_sizes);
  return g_test_run ();
}
