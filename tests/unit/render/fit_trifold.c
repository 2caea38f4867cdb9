/* SPDX-License-Identifier: MIT */
#include "render/fit.h"

#include "fit_kit.h"

#include <string.h>

/* Every unit is so many mm high for each point of its type. What is to be measured stands in the
 * data. */
typedef struct {
  double step, card, other;
} Ruler;

static gboolean
measure (const Value *fit, Measured *measured, guint n, gpointer data)
{
  const Ruler *ruler = data;
  const Value *units = value_find (fit, "units");
  double text = kit_number (fit, "text");

  g_assert_true (value_is_truthy (value_find (fit, "is_measuring")));
  for (guint i = 0; i < n; i++) {
    const char *id = measured[i].id;
    measured[i] = (Measured){ .id = id, .n_lines = 2, .fewest_words = 2 };
    if (g_str_has_prefix (id, "probe-")) {
      g_assert_cmpuint (value_length (value_find (fit, "probes")), >, i);
      continue;
    }
    const Value *unit = value_item (units, i);
    double each = value_is_truthy (value_find (unit, "is_item"))   ? ruler->step
                  : value_is_truthy (value_find (unit, "is_card")) ? ruler->card
                                                                   : ruler->other;
    measured[i].height = MAX (each * text, kit_number (value_find (unit, "right"), "height"));
  }
  return TRUE;
}

static const FitFacts plain = { .has_code = TRUE };

/* What a view shows of the pieces is theirs. */
typedef struct {
  Pieces pieces;
  FitOutcome outcome;
  guint n_bare;
  Value *view;
} Fitted;

static void
fitted_clear (Fitted *fitted)
{
  value_free (fitted->view);
  kit_free (&fitted->pieces);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fitted, fitted_clear)

static Fitted
fitted_new (guint n, double aspect, guint n_cards, Ruler ruler)
{
  Fitted fitted = { .pieces = kit_pieces (n, 8, aspect, n_cards) };

  fitted.pieces.has_opening = fitted.pieces.has_warning = TRUE;
  FitChoice choice = fit_trifold (&fitted.pieces, &plain, measure, &ruler, &fitted.outcome);
  fitted.n_bare = fit_bare_panels (&choice);
  fitted.view = fit_trifold_view (&fitted.pieces, &plain, &choice);
  g_autofree char *dump = value_dump (fitted.view);
  g_assert_nonnull (dump);
  return fitted;
}

static guint
n_units (const Value *view, const char *panel)
{
  return value_length (value_find (value_find (value_find (view, "panels"), panel), "units"));
}

/* Steps stand in the first two panels inside, what follows in the third, what comes before outside.
 */
static void
test_panels (void)
{
  g_auto (Fitted) fitted = fitted_new (6, 0, 2, (Ruler){ 3, 4, 3 });

  g_assert_true (fitted.outcome.is_good);
  g_assert_cmpuint (n_units (fitted.view, "first"), ==, 3);
  g_assert_cmpuint (n_units (fitted.view, "second"), ==, 3);
  g_assert_cmpuint (n_units (fitted.view, "third"), >=, 1);
  g_assert_cmpuint (n_units (fitted.view, "flap"), >=, 2);
}

/* A panel that stays empty gets a box. */
static void
test_fillers (void)
{
  g_auto (Fitted) fitted = fitted_new (3, 0, 1, (Ruler){ 1, 1, 1 });
  const Value *third = value_find (value_find (fitted.view, "panels"), "third");

  g_assert_true (fitted.outcome.is_good);
  g_assert_true (value_is_truthy (value_find (third, "has_filler")));
  g_assert_cmpuint (fitted.outcome.fill[0], >=, 88);
  g_assert_cmpuint (fitted.outcome.fill[1], >=, 88);
  g_assert_cmpfloat (kit_number (third, "filler"), <=, 172);
}

/* Too much for one panel goes to another; too much for all does not fit. */
static void
test_over (void)
{
  g_auto (Fitted) some = fitted_new (4, 0, 6, (Ruler){ 1.5, 5, 1 });
  g_auto (Fitted) all = fitted_new (30, 1.4, 9, (Ruler){ 5, 9, 5 });

  g_assert_true (some.outcome.is_good);
  g_assert_cmpuint (n_units (some.view, "third"), <, 6);
  g_assert_false (all.outcome.is_good);
  g_assert_cmpuint (all.outcome.over, >, 100);
}

/* What has too little to say is told; the sentence in a high box is larger. */
static void
test_bare (void)
{
  g_auto (Fitted) little = fitted_new (3, 0, 0, (Ruler){ 1, 1, 1 });
  g_auto (Fitted) enough = fitted_new (6, 0, 2, (Ruler){ 4, 5, 4 });
  const Value *flap = value_find (value_find (little.view, "panels"), "flap");

  g_assert_cmpuint (little.n_bare, >, 1);
  g_assert_cmpuint (enough.n_bare, <=, 1);
  g_assert_cmpfloat (kit_number (flap, "filler_text"), >, 16);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit_trifold/panels", test_panels);
  g_test_add_func ("/fit_trifold/fillers", test_fillers);
  g_test_add_func ("/fit_trifold/over", test_over);
  g_test_add_func ("/fit_trifold/bare", test_bare);
  return g_test_run ();
}
