/* SPDX-License-Identifier: MIT */
#include "render/fit.h"

#include "fit_kit.h"

#include <math.h>
#include <string.h>

/* A text of `words` words takes this many mm in type of `size` on a line of `width`. */
static double
text_height (guint words, double size, double width)
{
  return ceil (words * size * 1.1 / width) * size * 0.48;
}

typedef struct {
  const Pieces *pieces;
  guint title_letters;
  guint n_measured;
} Ruler;

/* Rows of cells are as high as their highest, as in any engine. */
static double
back_height (const Ruler *ruler, const Value *back)
{
  const Value *cells = value_find (back, "cells");
  const char *flags[] = { "has_warning", "has_contact", "has_code", "has_notes" };
  double height = 6, row = 0, used = 0;

  for (guint i = 0; i < value_length (cells); i++) {
    const Value *cell = value_item (cells, i);
    double width = kit_number (cell, "width");
    const Value *top = value_find (cell, "top"), *right = value_find (cell, "right");
    double beside =
      MAX (kit_number (right, "height"), kit_number (value_find (cell, "left"), "height"));
    double words = text_height (g_array_index (ruler->pieces->items, Piece, i).n_words,
                                kit_number (back, "text"), width);
    double high = kit_number (top, "height") + MAX (words, beside);
    if (used + width > 130.5) {
      height += row + kit_number (back, "row_gap");
      row = used = 0;
    }
    row = MAX (row, high);
    used += width;
  }
  height += row;
  for (guint i = 0; i < value_length (value_find (back, "cards")); i++)
    height += text_height (40, kit_number (back, "card_text"), 60) / 2 + 3;
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    height += value_is_truthy (value_find (back, flags[i])) ? 22 : 0;
  height += 6.5 * MAX (value_length (value_find (back, "note_lines")), 2) - 13;
  return height;
}

static gboolean
measure (const Value *fit, Measured *measured, guint n, gpointer data)
{
  Ruler *ruler = data;
  const Value *front = value_find (fit, "front"), *back = value_find (fit, "back");

  ruler->n_measured++;
  g_assert_true (value_is_truthy (value_find (fit, "is_measuring")));
  for (guint i = 0; i < n; i++) {
    const char *id = measured[i].id;
    double size = kit_number (front, "title");
    measured[i] = (Measured){ .id = id };
    if (g_str_has_prefix (id, "probe-")) {
      size = kit_number (value_item (value_find (fit, "probes"), atoi (id + 6)), "size");
      measured[i].n_lines = (guint) ceil (ruler->title_letters * size * 0.2 / 130);
      measured[i].fewest_words = 2;
    } else if (strcmp (id, "head") == 0)
      measured[i].height = 12 + ceil (ruler->title_letters * size * 0.2 / 130) * size * 0.43;
    else if (strcmp (id, "room-front") == 0)
      measured[i].height =
        36 + value_length (value_find (front, "cards")) * kit_number (front, "text") * 3;
    else if (strcmp (id, "room-back") == 0)
      measured[i].height = back_height (ruler, back);
    else
      measured[i].height = 12;
  }
  return TRUE;
}

static FitOutcome
outcome_of (Pieces pieces, const FitFacts *facts, FitChoice *choice)
{
  Ruler ruler = { &pieces, 24, 0 };
  FitOutcome outcome;

  *choice = fit_leaflet (&pieces, facts, measure, &ruler, &outcome);
  g_assert_cmpuint (ruler.n_measured, <, 120);
  kit_free (&pieces);
  return outcome;
}

static const FitFacts plain = { .has_contact = TRUE, .has_code = TRUE };

/* Few are large, many are small; none at all is never too many. */
static void
test_ladder (void)
{
  static const struct {
    guint n, n_words;
    double aspect;
    const char *name;
  } rows[] = {
    { 3, 12, 1.4, "A" }, { 5, 10, 1.4, "B" },  { 7, 16, 0, "B" },
    { 9, 10, 1.4, "E" }, { 12, 14, 1.4, "G" }, { 0, 0, 0, "A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    FitChoice choice;
    FitOutcome outcome =
      outcome_of (kit_pieces (rows[i].n, rows[i].n_words, rows[i].aspect, 0), &plain, &choice);
    g_assert_true (outcome.is_good);
    g_assert_cmpstr (outcome.name, ==, rows[i].name);
  }
}

/* Rather should a section go to the cover than pictures be left out. */
static void
test_moved (void)
{
  FitChoice choice;
  FitOutcome outcome = outcome_of (kit_pieces (10, 10, 1.4, 4), &plain, &choice);

  g_assert_true (outcome.is_good);
  g_assert_cmpstr (outcome.name, ==, "H");
  g_assert_false (outcome.no_pictures);
  g_assert_cmpuint (choice.n_moved, ==, 1);
}

/* What says nothing when it is small is not made so: a section goes to the cover, or it is left out,
 * and said to be. */
static void
test_photos (void)
{
  static const struct {
    guint n, n_cards;
    const char *of_drawings, *of_photos;
  } rows[] = { { 10, 4, "H", "G" }, { 14, 5, "H", "I" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint is_drawn = 0; is_drawn < 2; is_drawn++) {
      Pieces pieces = kit_pieces (rows[i].n, 10, 1.4, rows[i].n_cards);
      FitChoice choice;
      g_array_index (pieces.items, Piece, 3).is_drawn = is_drawn;
      FitOutcome outcome = outcome_of (pieces, &plain, &choice);
      const char *wanted = is_drawn ? rows[i].of_drawings : rows[i].of_photos;
      g_assert_cmpstr (outcome.name, ==, wanted);
      g_assert_cmpint (outcome.no_pictures, ==, *wanted == 'I');
    }
}

/* The largest headline that stands in two lines, or three where there is little else; what is too
 * long for all of them has the smallest. */
static void
test_headline (void)
{
  static const struct {
    guint letters;
    double size;
  } rows[] = { { 52, 37 }, { 53, 34 }, { 57, 34 }, { 58, 30 }, { 65, 30 }, { 66, 27 },
               { 72, 27 }, { 73, 24 }, { 81, 24 }, { 82, 22 }, { 99, 22 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Pieces pieces = kit_pieces (7, 16, 0, 0);
    Ruler ruler = { &pieces, rows[i].letters, 0 };
    FitOutcome outcome;
    FitChoice choice = fit_leaflet (&pieces, &plain, measure, &ruler, &outcome);
    g_assert_cmpfloat (choice.title, ==, rows[i].size);
    kit_free (&pieces);
  }
}

/* Whatever fits is full, and never more than that. */
static void
test_full (void)
{
  for (guint n = 3; n <= 12; n++)
    for (guint words = 6; words <= 24; words += 6)
      for (guint cards = 0; cards <= 2; cards += 2) {
        FitChoice choice;
        FitOutcome outcome =
          outcome_of (kit_pieces (n, words, n % 2 ? 1.4 : 0, cards), &plain, &choice);
        if (!outcome.is_good)
          continue;
        g_assert_cmpuint (outcome.fill[1], <=, 100);
        g_assert_cmpuint (outcome.fill[1], >=, 88);
        g_assert_cmpuint (outcome.fill[0], <=, 100);
      }
}

/* What is too much is told: by how much, and where. */
static void
test_over (void)
{
  FitChoice choice;
  Pieces pieces = kit_pieces (30, 60, 0, 0);
  g_array_index (pieces.items, Piece, 4).n_words = 90;
  g_array_index (pieces.items, Piece, 7).n_words = 80;
  FitOutcome outcome = outcome_of (pieces, &plain, &choice);

  g_assert_false (outcome.is_good);
  g_assert_cmpuint (outcome.over, >, 100);
  g_assert_cmpuint (outcome.n_over, >, 0);
  g_assert_cmpuint (outcome.n_over, <, 30 * 90);
  g_assert_cmpuint (outcome.longest[0], ==, 4);
  g_assert_cmpuint (outcome.longest[1], ==, 7);
}

/* Portrait pictures stand side by side. */
static void
test_strips (void)
{
  FitChoice choice;
  FitOutcome outcome = outcome_of (kit_pieces (9, 12, 0.5, 0), &plain, &choice);

  g_assert_true (outcome.is_good);
  g_assert_cmpstr (outcome.name, !=, "D");
}

/* Little to say leaves lines to write on, as many as there is room for; rows with pictures have
 * lines between them, rows without are strips, cards have neither. */
static void
test_lines (void)
{
  static const struct {
    guint n, n_words;
    double aspect;
    const char *kind;
    gboolean has_notes;
  } rows[] = { { 1, 4, 0, "strip tint", TRUE },
               { 5, 10, 0, "strip tint", FALSE },
               { 3, 10, 1.4, "rowed", FALSE },
               { 9, 10, 1.4, "card", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Pieces pieces = kit_pieces (rows[i].n, rows[i].n_words, rows[i].aspect, 0);
    Ruler ruler = { &pieces, 24, 0 };
    FitOutcome outcome;
    FitChoice choice = fit_leaflet (&pieces, &plain, measure, &ruler, &outcome);
    g_autoptr (Value) view = fit_view (&pieces, &plain, &choice);
    const Value *back = value_find (view, "back");
    guint n_lines = value_length (value_find (back, "note_lines"));

    g_test_message ("%u: %s", rows[i].n, outcome.name);
    gboolean has_rule = strcmp (rows[i].kind, "rowed") == 0;
    const Value *first = value_item (value_find (back, "cells"), 0);
    g_assert_cmpstr (value_get_text (value_find (first, "class"), NULL), ==, rows[i].kind);
    g_assert_cmpint (value_is_truthy (value_find (back, "rule")), ==, has_rule);
    if (has_rule)
      g_assert_cmpfloat_with_epsilon (kit_number (back, "rule"), kit_number (back, "row_gap") / 2,
                                      0.01);
    g_assert_cmpint (n_lines > 2, ==, rows[i].has_notes);
    g_assert_cmpuint (n_lines, <=, 8);
    kit_free (&pieces);
  }
}

/* The same again, and set again from the choice alone. */
static void
test_same (void)
{
  Pieces pieces = kit_pieces (6, 14, 1.4, 2);
  Ruler ruler = { &pieces, 30, 0 };
  FitOutcome outcome;
  FitChoice one = fit_leaflet (&pieces, &plain, measure, &ruler, &outcome);
  FitChoice two = fit_leaflet (&pieces, &plain, measure, &ruler, &outcome);
  g_autoptr (Value) first = fit_view (&pieces, &plain, &one);
  g_autoptr (Value) second = fit_view (&pieces, &plain, &two);
  g_autofree char *a = value_dump (first), *b = value_dump (second);

  g_assert_cmpstr (a, ==, b);
  g_assert_false (value_is_truthy (value_find (first, "is_measuring")));
  g_assert_cmpfloat (kit_number (value_find (first, "back"), "room"), >, 100);
  kit_free (&pieces);
}

static gboolean
fail (G_GNUC_UNUSED const Value *fit, G_GNUC_UNUSED Measured *measured, G_GNUC_UNUSED guint n,
      G_GNUC_UNUSED gpointer data)
{
  return FALSE;
}

/* What cannot be placed for another reason is not called too long. */
static void
test_broken (void)
{
  Pieces pieces = kit_pieces (3, 6, 0, 0);
  FitOutcome outcome;

  fit_leaflet (&pieces, &plain, fail, NULL, &outcome);
  g_assert_true (outcome.is_good);
  g_assert_cmpstr (outcome.name, ==, "");
  kit_free (&pieces);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/ladder", test_ladder);
  g_test_add_func ("/fit/moved", test_moved);
  g_test_add_func ("/fit/photos", test_photos);
  g_test_add_func ("/fit/headline", test_headline);
  g_test_add_func ("/fit/full", test_full);
  g_test_add_func ("/fit/over", test_over);
  g_test_add_func ("/fit/strips", test_strips);
  g_test_add_func ("/fit/lines", test_lines);
  g_test_add_func ("/fit/same", test_same);
  g_test_add_func ("/fit/broken", test_broken);
  return g_test_run ();
}
