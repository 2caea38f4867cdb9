/* SPDX-License-Identifier: MIT */
#include "render/fit_cells.h"

#include "text/compound.h"

#include <math.h>

static const char *const probes[N_TITLES] = { "probe-0", "probe-1", "probe-2",
                                              "probe-3", "probe-4", "probe-5" };

Value *
fit_view_new (gboolean is_measuring, const double *titles)
{
  Value *map = value_map (), *list = value_list ();

  for (guint i = 0; titles && i < N_TITLES; i++) {
    Value *probe = value_map ();
    value_set_text (probe, "id", probes[i]);
    value_set_number (probe, "size", titles[i]);
    value_add (list, probe);
  }
  value_set_bool (map, "is_tight", FALSE);
  value_set_bool (map, "is_measuring", is_measuring);
  value_set (map, "probes", list);
  return map;
}

void
fit_ask_titles (Measured measured[N_TITLES])
{
  for (guint i = 0; i < N_TITLES; i++)
    measured[i] = (Measured){ .id = probes[i] };
}

void
fit_set_height (Value *map, const char *key, double height)
{
  value_set_number (map, key, floor (height * 100) / 100);
}

#define SCENE_ASPECT (400.0 / 170) /* templates/print/scene.mustache */
#define GROUND_SHARE 0.6

void
fit_set_sunk (Value *map, double sheet_width, double band)
{
  value_set_number (map, "sunk", GROUND_SHARE * MAX (sheet_width / SCENE_ASPECT - band, 0));
}

/* A picture of `height` in a box of at most `widest`. */
static Value *
fitted_picture (const Piece *piece, double height, double widest, gboolean fills)
{
  Value *map = value_map ();
  const Value *picture = value_find (piece->map, "picture");
  double aspect = piece->aspect > 0 ? piece->aspect : 1;
  gboolean is_wide = aspect >= 1.15;
  double width =
    fills && is_wide ? widest : MIN (height * CLAMP (aspect, 0.4, CELL_WIDEST), widest);

  value_set_shared (map, "href", value_find (picture, "href"));
  value_set_shared (map, "description", value_find (picture, "description"));
  value_set_bool (map, "is_filling", fills && is_wide);
  value_set_bool (map, "is_drawing",
                  g_str_has_prefix (value_get_text (value_find (picture, "href"), NULL), "hinh:"));
  value_set_number (map, "width", width);
  value_set_number (map, "height", height);
  return map;
}

/* Of the size of its type; the letters of a word of ours are 0.5 to 0.6. */
#define LETTER 0.62

guint
fit_letters (double width, double size)
{
  return width > 0 ? (guint) (width * 72 / 25.4 / (size * LETTER)) : 0;
}

/* mm: number, gap and padding of a cell. */
#define AROUND_WORDS 14.0

static void
set_action (Value *map, const Piece *piece, double width, double head)
{
  const char *action = value_get_text (value_find (piece->map, "action"), NULL);

  if (action == NULL)
    value_set (map, "action", value_null ());
  else
    value_set_text_take (map, "action", text_with_whole_words (action, fit_letters (width, head)));
}

Value *
fit_cell (const Piece *piece, const CellPlace *place)
{
  static const char *const classes[] = { "rowed", "card", "side", "strip tint" };
  static const char *const keys[] = { "text", "number", "is_plain", "line" };
  Value *map = value_map ();
  gboolean has_picture = place->picture > 0 && piece->has_picture;
  gboolean is_card = place->kind == CELL_CARD;
  double beside = place->width * CELL_BESIDE;

  set_action (map, piece, place->width - AROUND_WORDS - (has_picture && !is_card ? beside : 0),
              place->head);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    value_set_shared (map, keys[i], value_find (piece->map, keys[i]));
  value_set_text (map, "class", classes[place->kind]);
  value_set_number (map, "width", place->width);
  value_set (map, "top", value_null ());
  value_set (map, "left", value_null ());
  value_set (map, "right", value_null ());
  value_set_bool (map, "has_picture", has_picture);
  if (has_picture)
    value_set (
      map,
      is_card          ? "top"
      : place->is_left ? "left"
                       : "right",
      fitted_picture (piece, place->picture, is_card ? place->width - 0.8 : beside, is_card));
  return map;
}

static guint
words_of (const Pieces *pieces, guint i)
{
  guint n = pieces->items->len;
  return i < n ? g_array_index (pieces->items, Piece, i).n_words
               : g_array_index (pieces->cards, Piece, i - n).n_words;
}

void
fit_find_longest (const Pieces *pieces, FitOutcome *outcome)
{
  guint *longest = outcome->longest;

  longest[0] = longest[1] = G_MAXUINT;
  for (guint i = 0; i < pieces->items->len + pieces->cards->len; i++) {
    guint words = words_of (pieces, i);
    if (longest[0] == G_MAXUINT || words > words_of (pieces, longest[0])) {
      longest[1] = longest[0];
      longest[0] = i;
    } else if (longest[1] == G_MAXUINT || words > words_of (pieces, longest[1]))
      longest[1] = i;
  }
}
