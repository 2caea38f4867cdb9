/* SPDX-License-Identifier: MIT */
/* Where a flow may be cut. A flow falls into fragments that are never cut (a line, a picture, a row
 * of a table); between two fragments a cut is welcome, avoided or forced (CSS Fragmentation 3).
 * Cutting it into pages or columns is then one walk along the fragments. */
#pragma once

#include "print/place/box.h"

typedef enum { CUT_ALLOWED, CUT_AVOIDED, CUT_FORCED } Cut;

typedef struct {
  double top, bottom; /* in the flow; with the edges of boxes that begin or end here */
  double lead;        /* margin above, which stays after a forced cut */
  Cut before;
  Break forced;     /* BREAK_PAGE, BREAK_LEFT, BREAK_RIGHT or BREAK_COLUMN when forced */
  const char *page; /* name of the pages it belongs on; NULL: any */
  const Box *table; /* whose body it is in: its header comes first on a page that starts here, its
                       footer last on one that ends here; or NULL */
  double footer;    /* height of that footer */
  Box *row;         /* what may be cut cell by cell; or NULL */
  double row_y;     /* its top in the flow */
  int page_number;  /* counter-reset: page; -1: none */
  guint n_notes;    /* footnotes that are called in it and all before it */
  double notes;     /* and their height */
} Fragment;

/* All fragments below `box`, whose border box starts at `y` of the flow, in order. What is taller
 * than `limit` is cut as well as it can be; with `cuts_rows` it is for the caller to cut rows.
 * Footnotes (Box), which have their heights, are added to `notes` in the order of their calls;
 * NULL: they are another's. */
GArray *fragments_new (Box *box, double y, double limit, gboolean cuts_rows, GPtrArray *notes);
/* Those of the content of a cell, from its border box, as if it were aligned at the top. */
GArray *fragments_of_cell (Box *cell, double limit);

/* Above the footnotes of a page, with the rule in it; points. */
#define NOTES_GAP 8.0

/* The room that the footnotes called in the fragments from `first` to `last` take. */
double fragments_notes (const GArray *fragments, guint first, guint last);

/* Which fragments go together: the index after the last fragment of a stretch that starts with
 * fragment `first` at `start` and may reach to `limit`. At least one fragment is taken. A forced
 * cut ends it. */
guint fragments_fill (const GArray *fragments, guint first, double limit);
