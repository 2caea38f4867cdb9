/* SPDX-License-Identifier: MIT */
/* Made-up pieces for the ladders, and a ruler that knows how high they come out without any engine. */
#pragma once

#include "render/fit.h"

#include "../support.h"

static void
kit_clear (gpointer data)
{
  value_free (((Piece *) data)->map);
}

static inline Piece
kit_piece (guint n_words, double aspect)
{
  Piece piece = { .map = value_map (), .n_words = n_words, .has_picture = aspect > 0,
                  .is_drawn = TRUE, .aspect = aspect };
  Value *picture = aspect > 0 ? value_map () : value_null ();

  value_set_text (piece.map, "action", "Làm");
  value_set_text (piece.map, "short", "Làm");
  value_set_text (piece.map, "text", "");
  value_set_text (piece.map, "number", "1");
  value_set_bool (piece.map, "is_plain", FALSE);
  value_set (piece.map, "line", value_null ());
  if (aspect > 0) {
    value_set_text (picture, "href", "a.png");
    value_set_text (picture, "description", "A");
  }
  value_set (piece.map, "picture", picture);
  return piece;
}

/* `n` steps and `n_cards` sections of so many words. */
static inline Pieces
kit_pieces (guint n, guint n_words, double aspect, guint n_cards)
{
  Pieces pieces = { .items = g_array_new (FALSE, FALSE, sizeof (Piece)),
                    .cards = g_array_new (FALSE, FALSE, sizeof (Piece)),
                    .is_numbered = TRUE };

  g_array_set_clear_func (pieces.items, kit_clear);
  g_array_set_clear_func (pieces.cards, kit_clear);
  for (guint i = 0; i < n + n_cards; i++) {
    Piece piece = kit_piece (n_words, i < n ? aspect : 0);
    g_array_append_val (i < n ? pieces.items : pieces.cards, piece);
  }
  return pieces;
}

static inline void
kit_free (Pieces *pieces)
{
  g_array_unref (pieces->items);
  g_array_unref (pieces->cards);
}

static inline double
kit_number (const Value *map, const char *key)
{
  const Value *value = map ? value_find (map, key) : NULL;
  return value && value_kind (value) == VALUE_TEXT
           ? g_ascii_strtod (value_get_text (value, NULL), NULL)
           : 0;
}
