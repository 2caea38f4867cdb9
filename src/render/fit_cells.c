/* SPDX-License-Identifier: MIT */
#include "render/fit_cells.h"

#include "render/view.h"

void
fit_set_number (Value *map, const char *key, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  value_set_text (map, key, g_ascii_formatd (text, sizeof text, "%.2f", number));
}

/* A picture of `height` in a box of at most `widest`. */
static Value *
fitted_picture (const Piece *piece, double height, double widest, gboolean fills)
{
  Value *map = value_map ();
  const Value *picture = value_find (piece->map, "picture");
  double aspect = piece->aspect > 0 ? piece->aspect : 1;
  gboolean is_wide = aspect >= 1.15;
  double width = fills && is_wide ? widest : MIN (height * CLAMP (aspect, 0.4, 1.5), widest);

  value_set_shared (map, "href", value_find (picture, "href"));
  value_set_shared (map, "description", value_find (picture, "description"));
  value_set_bool (map, "is_filling", fills && is_wide);
  fit_set_number (map, "width", width);
  fit_set_number (map, "height", height);
  return map;
}

Value *
fit_cell (const Piece *piece, CellKind kind, double width, double picture, gboolean is_left)
{
  static const char *const classes[] = { "rowed", "card", "side", "strip" };
  static const char *const keys[] = { "action", "text", "number", "is_plain", "line" };
  Value *map = value_map ();
  gboolean has_picture = picture > 0 && piece->has_picture;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    value_set_shared (map, keys[i], value_find (piece->map, keys[i]));
  value_set_text (map, "class", classes[kind]);
  fit_set_number (map, "width", width);
  value_set (map, "top", value_null ());
  value_set (map, "left", value_null ());
  value_set (map, "right", value_null ());
  value_set_bool (map, "has_picture", has_picture);
  if (has_picture)
    value_set (map,
               kind == CELL_CARD ? "top"
               : is_left         ? "left"
                                 : "right",
               fitted_picture (piece, picture, kind == CELL_CARD ? width - 0.8 : width * 0.36,
                               kind == CELL_CARD));
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
