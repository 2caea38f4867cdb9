/* SPDX-License-Identifier: MIT */
/* Inside render/: what the ladders of the fit loop (render/fit.h) have in common. */
#pragma once

#include "render/fit.h"

typedef enum { CELL_ROW, CELL_CARD, CELL_SIDE, CELL_STRIP } CellKind;

/* A step or section with the width of its place; `picture` is the height of its picture, 0:
 * without. Shares what the piece owns. Caller frees. All in mm. */
Value *fit_cell (const Piece *piece, CellKind kind, double width, double picture, gboolean is_left);
/* A number with two decimals, as style sheets want it. */
void fit_set_number (Value *map, const char *key, double number);
/* Sets the items and cards (numbered after these) that are the longest. */
void fit_find_longest (const Pieces *pieces, FitOutcome *outcome);
