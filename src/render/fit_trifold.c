/* SPDX-License-Identifier: MIT */
/* Six panels. What there is to say falls into units; all are measured at once, in one size of type
 * and pictures after the other, and then dealt out to the panels, which is arithmetic: steps to the
 * first two inside, what follows to the third, what comes before to the flap, and from a panel that
 * is too full to one that has room. A panel that stays too empty gets a box with a sentence. */
#include "render/fit_cells.h"

#include "render/view.h"

#include <math.h>

/* mm: what panels have room for, and how wide it is. */
#define ROOM       172.0
#define NARROW     81.0
#define WIDE       84.0
#define GAP        3.5
#define FULL       0.8
#define LEAST_FILL 22.0 /* mm: of a box with a sentence */
/* A box that is larger has room to write on, but for so much of it; mm. */
#define LARGE_FILL 50.0
#define NOTED_FILL 34.0

typedef enum {
  UNIT_ABOUT,
  UNIT_NEEDS,
  UNIT_POINTS,
  UNIT_FACTS,
  UNIT_WARNING,
  UNIT_BEFORE,
  UNIT_ITEM,
  UNIT_AFTER,
  UNIT_CARD,
  UNIT_OTHERS,
  N_UNIT_KINDS
} UnitKind;

static const char *const kind_keys[N_UNIT_KINDS] = {
  [UNIT_ABOUT] = "is_about",   [UNIT_NEEDS] = "is_needs",     [UNIT_POINTS] = "is_points",
  [UNIT_FACTS] = "is_facts",   [UNIT_WARNING] = "is_warning", [UNIT_BEFORE] = "is_before",
  [UNIT_ITEM] = "is_item",     [UNIT_AFTER] = "is_after",     [UNIT_CARD] = "is_card",
  [UNIT_OTHERS] = "is_others",
};

typedef struct {
  UnitKind kind;
  const Piece *piece; /* of an item or a card */
  double height;
  TrifoldPanel panel;
} Unit;

typedef struct {
  const Pieces *pieces;
  GArray *units; /* Unit */
} Loop;

static const double types[] = { 20, 18, 16, 14, 13, 12, 11, 10.5, 10 };
static const double pictures[] = { 26, 22, 18, 0 };
static const char *const names[] = { "A", "B", "C", "I" };
static const double titles[N_TITLES] = { 32, 30, 27, 24, 21, 18 };

/* --- units --- */

static void
add (GArray *units, gboolean is_there, UnitKind kind, const Piece *piece, TrifoldPanel panel)
{
  Unit unit = { kind, piece, 0, panel };
  if (is_there)
    g_array_append_val (units, unit);
}

/* In the order of reading, each on the panel it belongs to. */
static GArray *
units_of (const Pieces *pieces, const FitFacts *facts)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));
  guint n = pieces->items->len;

  add (units, pieces->has_needs, UNIT_NEEDS, NULL, PANEL_FLAP);
  add (units, pieces->has_points, UNIT_POINTS, NULL, PANEL_FLAP);
  add (units, facts->has_facts, UNIT_FACTS, NULL, PANEL_FLAP);
  add (units, pieces->has_opening, UNIT_ABOUT, NULL, n > 0 ? PANEL_FLAP : PANEL_FIRST);
  add (units, pieces->has_warning, UNIT_WARNING, NULL, PANEL_FLAP);
  add (units, pieces->has_before, UNIT_BEFORE, NULL, PANEL_FIRST);
  for (guint i = 0; i < n; i++)
    add (units, TRUE, UNIT_ITEM, &g_array_index (pieces->items, Piece, i), PANEL_FIRST);
  add (units, pieces->has_after, UNIT_AFTER, NULL, PANEL_SECOND);
  for (guint i = 0; i < pieces->cards->len; i++)
    add (units, TRUE, UNIT_CARD, &g_array_index (pieces->cards, Piece, i), PANEL_THIRD);
  add (units, pieces->has_others, UNIT_OTHERS, NULL, PANEL_THIRD);
  return units;
}

static double
picture_height (const Piece *piece, double picture)
{
  return picture_is_tall (piece->aspect) ? 1.9 * picture : picture;
}

/* Points: type of what is to be done. */
static double
head_of (const FitChoice *choice)
{
  return choice->cover_text + 1.5;
}

static Value *
view_unit (const Unit *unit, guint index, const FitChoice *choice)
{
  gboolean is_wide =
    unit->kind == UNIT_ITEM || unit->panel == PANEL_FIRST || unit->panel == PANEL_SECOND;
  double width = is_wide && unit->panel != PANEL_THIRD ? WIDE : NARROW;
  const CellPlace place = { CELL_ROW, width,
                            unit->piece ? picture_height (unit->piece, choice->factor) : 0,
                            head_of (choice), FALSE };
  Value *map = unit->piece ? fit_cell (unit->piece, &place) : value_map ();

  for (UnitKind kind = 0; kind < N_UNIT_KINDS; kind++)
    value_set_bool (map, kind_keys[kind], kind == unit->kind);
  value_set_text_take (map, "id", g_strdup_printf ("unit-%u", index));
  return map;
}

static Value *
view_panel (const Loop *loop, TrifoldPanel panel, const FitChoice *choice)
{
  Value *list = value_list ();

  for (guint i = 0; i < loop->units->len; i++) {
    const Unit *unit = &g_array_index (loop->units, Unit, i);
    if (choice->panels[MIN (i, MOST_UNITS - 1)] == panel)
      view_list_add (list, view_unit (unit, i, choice));
  }
  view_list_end (list, value_length (list));
  return list;
}

static Value *
view_units (const Loop *loop, const FitChoice *choice)
{
  Value *list = value_list ();

  for (guint i = 0; i < loop->units->len; i++)
    view_list_add (list, view_unit (&g_array_index (loop->units, Unit, i), i, choice));
  view_list_end (list, value_length (list));
  return list;
}

/* Points: of the sentence in a box so high, which fills it as much as that of a small one does. */
static double
filler_text (double height)
{
  return 16 * sqrt (MAX (1, height / LARGE_FILL));
}

static Value *
view_trial (const Loop *loop, const FitChoice *choice, gboolean is_measuring, gboolean has_probes)
{
  static const char *const keys[N_PANELS] = { "flap", "first", "second", "third" };
  Value *map = fit_view_new (is_measuring, has_probes ? titles : NULL);
  Value *panels = value_map ();

  value_set (map, "units", is_measuring ? view_units (loop, choice) : value_list ());
  for (TrifoldPanel panel = 0; panel < N_PANELS; panel++) {
    Value *of_panel = value_map ();
    value_set (of_panel, "units", view_panel (loop, panel, choice));
    value_set_bool (of_panel, "has_filler", choice->fillers[panel] > 0);
    value_set_number (of_panel, "filler", choice->fillers[panel]);
    value_set_number (of_panel, "filler_text", filler_text (choice->fillers[panel]));
    value_set (of_panel, "notes", value_null ());
    if (choice->fillers[panel] > LARGE_FILL)
      value_set_number (of_panel, "notes", choice->fillers[panel] - NOTED_FILL);
    static const char *const flags[N_PANELS] = { "is_flap", "is_first", "is_second", "is_third" };
    for (TrifoldPanel other = 0; other < N_PANELS; other++)
      value_set_bool (of_panel, flags[other], other == panel);
    value_set (panels, keys[panel], of_panel);
  }
  value_set (map, "panels", is_measuring ? value_null () : panels);
  if (is_measuring)
    value_free (panels);
  value_set_number (map, "title", choice->title);
  value_set_number (map, "text", choice->cover_text);
  value_set_number (map, "head", head_of (choice));
  value_set_number (map, "disc", 8.5);
  return map;
}

guint
fit_bare_panels (const FitChoice *choice)
{
  guint n = 0;

  for (TrifoldPanel panel = 0; panel < N_PANELS; panel++)
    n += choice->fillers[panel] > ROOM / 2;
  return n;
}

Value *
fit_trifold_view (const Pieces *pieces, const FitFacts *facts, const FitChoice *choice)
{
  g_autoptr (GArray) units = units_of (pieces, facts);
  const Loop loop = { pieces, units };

  return view_trial (&loop, choice, FALSE, FALSE);
}

/* --- dealing out --- */

static double
height_of (const Loop *loop, TrifoldPanel panel)
{
  double height = 0;

  for (guint i = 0; i < loop->units->len; i++) {
    const Unit *unit = &g_array_index (loop->units, Unit, i);
    if (unit->panel == panel)
      height += unit->height + (height > 0 ? GAP : 0);
  }
  return height;
}

/* The items, with what stands before them and after: dealt out together. */
static gboolean
is_of_way (const Unit *unit)
{
  return unit->kind == UNIT_BEFORE || unit->kind == UNIT_ITEM || unit->kind == UNIT_AFTER;
}

/* The items from the first panel on, in as many as there are for them, the highest as low as can
 * be. */
static void
deal_items (const Loop *loop, TrifoldPanel last)
{
  double lowest = G_MAXDOUBLE;
  guint n = loop->units->len, best_one = n, best_two = n;

  for (guint one = 0; one <= n; one++)
    for (guint two = one; two <= n; two++) {
      double heights[N_PANELS] = { 0 };
      for (guint i = 0; i < n; i++) {
        const Unit *unit = &g_array_index (loop->units, Unit, i);
        if (!is_of_way (unit))
          continue;
        TrifoldPanel panel = i < one ? PANEL_FIRST : i < two ? PANEL_SECOND : PANEL_THIRD;
        heights[panel] += unit->height + (heights[panel] > 0 ? GAP : 0);
      }
      double highest =
        MAX (MAX (heights[PANEL_FIRST], heights[PANEL_SECOND]),
             heights[PANEL_THIRD] > 0 && last < PANEL_THIRD ? G_MAXDOUBLE : heights[PANEL_THIRD]);
      if (highest < lowest) {
        lowest = highest;
        best_one = one;
        best_two = two;
      }
    }
  for (guint i = 0; i < n; i++) {
    Unit *unit = &g_array_index (loop->units, Unit, i);
    if (is_of_way (unit))
      unit->panel = i < best_one ? PANEL_FIRST : i < best_two ? PANEL_SECOND : PANEL_THIRD;
  }
}

/* One card from a panel to another that has room for it; FALSE when there is none. */
static gboolean
move_card (const Loop *loop, TrifoldPanel from, TrifoldPanel to)
{
  for (guint i = 0; i < loop->units->len; i++) {
    Unit *unit = &g_array_index (loop->units, Unit, i);
    if (unit->panel != from || unit->kind != UNIT_CARD
        || height_of (loop, to) + GAP + unit->height > ROOM)
      continue;
    unit->panel = to;
    return TRUE;
  }
  return FALSE;
}

static gboolean
deal (const Loop *loop)
{
  for (guint i = 0; i < loop->units->len; i++) {
    Unit *unit = &g_array_index (loop->units, Unit, i);
    if (unit->kind == UNIT_CARD)
      unit->panel = PANEL_THIRD;
  }
  deal_items (loop, loop->pieces->cards->len > 0 || loop->pieces->has_others ? PANEL_SECOND
                                                                             : PANEL_THIRD);
  while (height_of (loop, PANEL_THIRD) > ROOM)
    if (!move_card (loop, PANEL_THIRD, PANEL_SECOND) && !move_card (loop, PANEL_THIRD, PANEL_FLAP))
      return FALSE;
  while (height_of (loop, PANEL_FLAP) < FULL * ROOM
         && height_of (loop, PANEL_THIRD) > height_of (loop, PANEL_FLAP)
         && loop->pieces->cards->len > 1)
    if (!move_card (loop, PANEL_THIRD, PANEL_FLAP))
      break;
  for (TrifoldPanel panel = 0; panel < N_PANELS; panel++)
    if (height_of (loop, panel) > ROOM)
      return FALSE;
  return TRUE;
}

/* --- the loop --- */

static gboolean
measure_units (const Loop *loop, const FitChoice *choice, FitMeasure measure, gpointer data)
{
  g_autoptr (Value) fit = view_trial (loop, choice, TRUE, FALSE);
  guint n = loop->units->len;
  g_autofree Measured *measured = g_new0 (Measured, n + 1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++) {
    g_ptr_array_add (ids, g_strdup_printf ("unit-%u", i));
    measured[i].id = ids->pdata[i];
  }
  if (!measure (fit, measured, n, data))
    return FALSE;
  for (guint i = 0; i < n; i++)
    g_array_index (loop->units, Unit, i).height = measured[i].height;
  return TRUE;
}

/* The largest that takes three lines at most, and leaves no syllable alone on any. */
static gboolean
find_title (const Loop *loop, FitChoice *choice, FitMeasure measure, gpointer data)
{
  g_autoptr (Value) fit = view_trial (loop, choice, TRUE, TRUE);
  Measured measured[N_TITLES];
  guint i;

  fit_ask_titles (measured);
  if (!measure (fit, measured, N_TITLES, data))
    return FALSE;
  for (i = 0; i + 1 < N_TITLES; i++)
    if (measured[i].n_lines <= 3 && (measured[i].n_lines <= 1 || measured[i].fewest_words > 1))
      break;
  choice->title = titles[i];
  return TRUE;
}

static void
settle (const Loop *loop, FitChoice *choice, FitOutcome *outcome)
{
  outcome->fill[0] = outcome->fill[1] = 100;
  for (guint i = 0; i < loop->units->len; i++)
    choice->panels[MIN (i, MOST_UNITS - 1)] = g_array_index (loop->units, Unit, i).panel;
  for (TrifoldPanel panel = 0; panel < N_PANELS; panel++) {
    double height = height_of (loop, panel), left = ROOM - height - GAP;
    choice->fillers[panel] = height < FULL * ROOM && left >= LEAST_FILL ? left : 0;
    guint fill = (guint) round (100 * (height + choice->fillers[panel]) / ROOM);
    guint *of_side = &outcome->fill[panel != PANEL_FLAP];
    *of_side = MIN (*of_side, fill);
  }
}

FitChoice
fit_trifold (const Pieces *pieces, const FitFacts *facts, FitMeasure measure, gpointer data,
             FitOutcome *outcome)
{
  g_autoptr (GArray) units = units_of (pieces, facts);
  const Loop loop = { pieces, units };
  FitChoice choice = { .is_trifold = TRUE, .title = titles[0], .cover_text = 12, .factor = 26 };
  double lowest = G_MAXDOUBLE;

  *outcome = (FitOutcome){ .name = "", .is_good = TRUE, .longest = { G_MAXUINT, G_MAXUINT } };
  if (!find_title (&loop, &choice, measure, data))
    return choice; /* something else is wrong, which is told when it is printed */
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    for (guint j = 0; j < G_N_ELEMENTS (types); j++) {
      choice.factor = pictures[i];
      choice.cover_text = types[j];
      outcome->n_tried++;
      if (!measure_units (&loop, &choice, measure, data))
        continue;
      if (deal (&loop)) {
        outcome->name = names[i];
        settle (&loop, &choice, outcome);
        return choice;
      }
      double all = 0;
      for (TrifoldPanel panel = 0; panel < N_PANELS; panel++)
        all += height_of (&loop, panel);
      lowest = MIN (lowest, all);
    }
  outcome->is_good = FALSE;
  outcome->over = (guint) ceil (MAX (101, 100 * lowest / (N_PANELS * ROOM)));
  fit_find_longest (pieces, outcome);
  return choice;
}
