/* SPDX-License-Identifier: MIT */
#include "render/fit_cells.h"

#include "fit_kit.h"

#include <string.h>

static const char *
side_of (CellKind kind, gboolean is_left, double aspect, double picture)
{
  Piece piece = kit_piece (5, aspect);
  const CellPlace place = { kind, 60, picture, 11, is_left };
  g_autoptr (Value) cell = fit_cell (&piece, &place);
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
  const CellPlace place = { CELL_CARD, 60, 20, 11, FALSE };
  g_autoptr (Value) one = fit_cell (&wide, &place);
  g_autoptr (Value) two = fit_cell (&tall, &place);
  const Value *first = value_find (one, "top"), *second = value_find (two, "top");

  g_assert_cmpfloat (kit_number (first, "width"), ==, 59.2);
  g_assert_true (value_is_truthy (value_find (first, "is_filling")));
  g_assert_cmpfloat (kit_number (second, "width"), ==, 10);
  g_assert_false (value_is_truthy (value_find (second, "is_filling")));
  value_free (wide.map);
  value_free (tall.map);
}

/* Words of two syllables stay whole where the line has room for them: “_” is a space that holds. */
static void
test_words (void)
{
  static const struct {
    double width, head;
    const char *action;
  } rows[] = { { 40, 11, "Tạo tài_khoản" },
               { 40, 19, "Tạo tài khoản" },
               { 130, 19, "Tạo tài_khoản" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const CellPlace place = { CELL_ROW, rows[i].width, 0, rows[i].head, FALSE };
    Piece piece = kit_piece (5, 0);
    value_set_text (piece.map, "action", "Tạo tài khoản");
    g_autoptr (Value) cell = fit_cell (&piece, &place);
    const char *action = value_get_text (value_find (cell, "action"), NULL);
    g_auto (GStrv) parts = g_strsplit (action, "\xC2\xA0", -1);
    g_autofree char *shown = g_strjoinv ("_", parts);
    g_assert_cmpstr (shown, ==, rows[i].action);
    value_free (piece.map);
  }
}

/* Heights that fill a sheet together are never more than it is. */
static void
test_heights (void)
{
  static const double rows[][3] = { { 100.005, 196.995, 297 }, { 0.019, 0.019, 0.038 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Value) map = value_map ();
    fit_set_height (map, "one", rows[i][0]);
    fit_set_height (map, "other", rows[i][1]);
    g_assert_cmpfloat (kit_number (map, "one") + kit_number (map, "other"), <=, rows[i][2] + 1e-9);
  }
}

/* Headlines stand in a view only where they are to be measured, under the ids that are asked. */
static void
test_titles (void)
{
  static const double titles[N_TITLES] = { 60, 50, 40, 30, 20, 10 };
  Measured measured[N_TITLES];
  g_autoptr (Value) probed = fit_view_new (TRUE, titles);
  g_autoptr (Value) plain = fit_view_new (FALSE, NULL);
  const Value *probes = value_find (probed, "probes");

  fit_ask_titles (measured);
  g_assert_cmpuint (value_length (probes), ==, N_TITLES);
  for (guint i = 0; i < N_TITLES; i++) {
    g_assert_cmpstr (value_get_text (value_find (value_item (probes, i), "id"), NULL), ==,
                     measured[i].id);
    g_assert_cmpfloat (kit_number (value_item (probes, i), "size"), ==, titles[i]);
  }
  g_assert_true (value_is_truthy (value_find (probed, "is_measuring")));
  g_assert_cmpuint (value_length (value_find (plain, "probes")), ==, 0);
  g_assert_false (value_is_truthy (value_find (plain, "is_measuring")));
}

/* The scene of a sheet without a picture sinks in a band that is too low for it. */
static void
test_sunk (void)
{
  static const struct {
    double width, band, sunk;
  } rows[] = { { 200, 85, 0 }, { 200, 100, 0 }, { 200, 65, 12 }, { 400, 70, 60 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Value) map = value_map ();
    fit_set_sunk (map, rows[i].width, rows[i].band);
    g_assert_cmpfloat_with_epsilon (kit_number (map, "sunk"), rows[i].sunk, 0.01);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit_cells/titles", test_titles);
  g_test_add_func ("/fit_cells/sunk", test_sunk);
  g_test_add_func ("/fit_cells/sides", test_sides);
  g_test_add_func ("/fit_cells/sizes", test_sizes);
  g_test_add_func ("/fit_cells/words", test_words);
  g_test_add_func ("/fit_cells/heights", test_heights);
  return g_test_run ();
}
