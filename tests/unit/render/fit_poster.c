/* SPDX-License-Identifier: MIT */
#include "render/fit.h"

#include "fit_kit.h"

#include <math.h>
#include <string.h>

typedef struct {
  guint title_letters, lone; /* the size in whose last line one syllable stands */
  double room;               /* mm: of the pieces */
} Ruler;

static gboolean
measure (const Value *fit, Measured *measured, guint n, gpointer data)
{
  const Ruler *ruler = data;

  for (guint i = 0; i < n; i++) {
    const char *id = measured[i].id;
    gboolean is_probe = g_str_has_prefix (id, "probe-");
    double size = kit_number (is_probe ? value_item (value_find (fit, "probes"), atoi (id + 6))
                                       : value_find (fit, "front"),
                              is_probe ? "size" : "title");
    guint lines = (guint) ceil (ruler->title_letters * size * 0.2 / 186);
    measured[i] = (Measured){ .id = id, .n_lines = lines };
    measured[i].fewest_words = (guint) size == ruler->lone ? 1 : 2;
    measured[i].height = strcmp (id, "head") == 0 ? 7 + lines * size * 0.42 : ruler->room;
  }
  return TRUE;
}

/* Without what is said around the steps the pieces take half as much. */
static gboolean
measure_about (const Value *fit, Measured *measured, guint n, gpointer data)
{
  gboolean has_about = value_is_truthy (value_find (value_find (fit, "front"), "has_about"));

  measure (fit, measured, n, data);
  for (guint i = 0; i < n; i++)
    if (strcmp (measured[i].id, "room-front") == 0 && !has_about)
      measured[i].height /= 2;
  return TRUE;
}

/* Every row takes the room. */
static gboolean
measure_rows (const Value *fit, Measured *measured, guint n, gpointer data)
{
  guint n_rows = value_length (value_find (value_find (fit, "front"), "cells"));

  measure (fit, measured, n, data);
  for (guint i = 0; i < n; i++)
    if (strcmp (measured[i].id, "room-front") == 0)
      measured[i].height *= n_rows;
  return TRUE;
}

static FitChoice
choose (guint n, Ruler ruler, FitOutcome *outcome)
{
  Pieces pieces = kit_pieces (n, 8, 0, 0);
  FitChoice choice = fit_poster (&pieces, POSTER_A4, measure, &ruler, outcome);
  kit_free (&pieces);
  return choice;
}

/* The picture takes what is left, and gives way before the headline does. */
static void
test_picture (void)
{
  FitOutcome outcome;
  FitChoice choice = choose (4, (Ruler){ 26, 0, 100 }, &outcome);
  g_assert_true (outcome.is_good);
  g_assert_cmpfloat (choice.band, >=, 56);
  g_assert_cmpuint (outcome.fill[0], ==, 100);

  FitChoice full = choose (4, (Ruler){ 26, 0, 170 }, &outcome);
  g_assert_true (outcome.is_good);
  g_assert_cmpfloat (full.band, <, choice.band);
}

/* A headline takes two lines, and leaves no syllable alone. */
static void
test_title (void)
{
  FitOutcome outcome;
  FitChoice choice = choose (3, (Ruler){ 34, 0, 90 }, &outcome);
  g_assert_cmpfloat (choice.title, ==, 52);
  choice = choose (3, (Ruler){ 34, 52, 90 }, &outcome);
  g_assert_cmpfloat (choice.title, ==, 45);
  choice = choose (3, (Ruler){ 400, 0, 60 }, &outcome);
  g_assert_cmpfloat (choice.title, ==, 30);
}

static void
test_over (void)
{
  FitOutcome outcome;
  choose (3, (Ruler){ 26, 0, 280 }, &outcome);
  g_assert_false (outcome.is_good);
  g_assert_cmpuint (outcome.over, >, 100);
}

/* Six steps and no more; the code leads to the others. */
static void
test_tiles (void)
{
  Pieces pieces = kit_pieces (9, 8, 0, 0);
  Ruler ruler = { 26, 0, 100 };
  FitOutcome outcome;
  FitChoice choice = fit_poster (&pieces, POSTER_A3, measure, &ruler, &outcome);
  g_autoptr (Value) view = fit_poster_view (&pieces, &choice);
  const Value *front = value_find (view, "front");

  g_assert_cmpuint (value_length (value_find (front, "cells")), ==, 6);
  g_assert_cmpfloat (kit_number (front, "n_more"), ==, 3);
  kit_free (&pieces);
}

/* All steps of a notice, unless they are long. */
static void
test_rows (void)
{
  static const struct {
    double room; /* mm: of so many rows */
    guint n_shown;
  } rows[] = { { 18, 12 }, { 24, 9 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Pieces pieces = kit_pieces (12, 8, 0, 0);
    Ruler ruler = { 26, 0, rows[i].room };
    FitOutcome outcome;
    FitChoice choice = fit_poster (&pieces, POSTER_NOTICE, measure_rows, &ruler, &outcome);
    g_autoptr (Value) view = fit_poster_view (&pieces, &choice);
    g_assert_true (outcome.is_good);
    g_assert_cmpuint (value_length (value_find (value_find (view, "front"), "cells")), ==,
                      rows[i].n_shown);
    kit_free (&pieces);
  }
}

/* A poster without steps says its message: the opening, where it is short. */
static void
test_message (void)
{
  static const struct {
    PosterKind kind;
    guint n_items, n_words;
    gboolean is_numbered, has_message, has_lead;
  } rows[] = { { POSTER_A4, 0, 40, FALSE, TRUE, FALSE },
               { POSTER_A4, 0, 60, FALSE, FALSE, TRUE },
               { POSTER_A3, 0, 0, FALSE, FALSE, TRUE },
               { POSTER_A4, 3, 40, TRUE, FALSE, FALSE },
               { POSTER_A4, 3, 40, FALSE, FALSE, TRUE },
               { POSTER_NOTICE, 0, 40, FALSE, FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Pieces pieces = kit_pieces (rows[i].n_items, 8, 0, 0);
    Ruler ruler = { 26, 0, 100 };
    FitOutcome outcome;
    pieces.is_numbered = rows[i].is_numbered;
    pieces.has_opening = rows[i].n_words > 0;
    pieces.n_opening_words = rows[i].n_words;
    FitChoice choice = fit_poster (&pieces, rows[i].kind, measure, &ruler, &outcome);
    g_autoptr (Value) view = fit_poster_view (&pieces, &choice);
    const Value *front = value_find (view, "front");
    g_assert_cmpint (value_is_truthy (value_find (front, "has_message")), ==,
                     rows[i].has_message);
    g_assert_cmpint (value_is_truthy (value_find (front, "has_lead")), ==, rows[i].has_lead);
    kit_free (&pieces);
  }
}

/* What is said around the steps of a notice stands there while there is room; a notice that is all
 * text fills the page with it, or does not fit. */
static void
test_notice (void)
{
  static const struct {
    guint n_steps;
    double room; /* mm */
    gboolean is_good, has_about;
  } rows[] = { { 4, 150, TRUE, TRUE }, { 4, 260, TRUE, FALSE }, { 0, 150, TRUE, TRUE },
               { 0, 260, FALSE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Pieces pieces = kit_pieces (rows[i].n_steps, 8, 0, 0);
    Ruler ruler = { 26, 0, rows[i].room };
    FitOutcome outcome;
    FitChoice choice = fit_poster (&pieces, POSTER_NOTICE, measure_about, &ruler, &outcome);
    g_autoptr (Value) view = fit_poster_view (&pieces, &choice);
    const Value *front = value_find (view, "front");
    g_assert_cmpint (outcome.is_good, ==, rows[i].is_good);
    g_assert_cmpint (value_is_truthy (value_find (front, "has_about")), ==, rows[i].has_about);
    kit_free (&pieces);
  }
}

/* Few words are said large, where that costs neither the picture nor a word its letters. */
static void
test_large (void)
{
  static const struct {
    const char *words;
    double room, text;
  } rows[] = { { "Lên nhà văn hóa", 60, 16 * 1.6 },
               { "Lên nhà văn hóa", 170, 16 },
               { "Mởtrangđăngnhập rồi", 60, 16 },
               { "Mở dichvu.cong.vn", 60, 16 * 1.6 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Pieces pieces = kit_pieces (3, 4, 0, 0);
    Ruler ruler = { 12, 0, rows[i].room };
    FitOutcome outcome;
    value_set_text (g_array_index (pieces.items, Piece, 1).map, "short", rows[i].words);
    FitChoice choice = fit_poster (&pieces, POSTER_A4, measure, &ruler, &outcome);
    g_test_message ("%s", rows[i].words);
    g_assert_cmpfloat (choice.cover_text, ==, rows[i].text);
    kit_free (&pieces);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit_poster/picture", test_picture);
  g_test_add_func ("/fit_poster/title", test_title);
  g_test_add_func ("/fit_poster/over", test_over);
  g_test_add_func ("/fit_poster/tiles", test_tiles);
  g_test_add_func ("/fit_poster/rows", test_rows);
  g_test_add_func ("/fit_poster/message", test_message);
  g_test_add_func ("/fit_poster/notice", test_notice);
  g_test_add_func ("/fit_poster/large", test_large);
  return g_test_run ();
}
