/* SPDX-License-Identifier: MIT */
/* Inside render/: what the ladders of the fit loop (render/fit.h) have in common. */
#pragma once

#include "render/fit.h"

/* Sizes of the headline, from which every ladder takes one. */
#define N_TITLES 6

/* What the view of a sheet begins with; with headlines to be measured in `titles` (points), unless
 * that is NULL. Caller frees. */
Value *fit_view_new (gboolean is_measuring, const double *titles);
/* Rows to measure these headlines by. */
void fit_ask_titles (Measured measured[N_TITLES]);

typedef enum { CELL_ROW, CELL_CARD, CELL_SIDE, CELL_STRIP } CellKind;

/* Of a cell's width, what a picture beside its words may take. */
#define CELL_BESIDE 0.36
/* Of its height, what such a picture is wide at most. */
#define CELL_WIDEST 1.5

/* Where a step or section stands. */
typedef struct {
  CellKind kind;
  double width;     /* mm */
  double picture;   /* mm: height of its picture; 0: without */
  double head;      /* points: type of what is to be done */
  gboolean is_left; /* a picture beside the words */
} CellPlace;

/* A step or section in its place, with what is to be done as whole words where the line has room
 * for them. Shares what else the piece owns. Caller frees. */
Value *fit_cell (const Piece *piece, const CellPlace *place);
/* Bold letters of `size` points that surely stand on a line of `width` mm. */
guint fit_letters (double width, double size);
/* A height in mm, rounded down to two decimals: heights that fill a sheet together must not be more
 * than it is, or a page has a second one. */
void fit_set_height (Value *map, const char *key, double height);
/* Sets `sunk`: how deep the scene of a sheet without a picture sinks, in a band too low for it, so
 * that it loses as much of its ground as of its sky. */
void fit_set_sunk (Value *map, double sheet_width, double band);
/* Sets the items and cards (numbered after these) that are the longest. */
void fit_find_longest (const Pieces *pieces, FitOutcome *outcome);
