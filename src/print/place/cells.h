/* SPDX-License-Identifier: MIT */
/* Cells that go on from one page to the next (CSS Fragmentation 3, 4.4): each is a flow of its own,
 * cut between its own lines, and goes on at the top of the next page. What stands where is left in
 * the cells (CellPart).
 *
 * Positions are in the flow as the page at hand sees it: its stretch begins at PageBox.start. */
#pragma once

#include "print/place/pages.h"

/* The cells that are open at the moment: those of one row that is cut, and those from above that
 * reach down to it. */
typedef struct Cells Cells;

/* `layout` outlives it. The caller frees it. */
Cells *cells_new (LayoutContext *layout, const GArray *fragments);
/* NULL is allowed. */
void cells_free (Cells *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Cells, cells_free)

/* TRUE when there are some. */
gboolean cells_are_open (const Cells *cells);
/* Opens the cells of the row that is fragment `row`, whose top is at `y`: those that reach down to
 * the row that is fragment `down_to`. */
void cells_open (Cells *cells, guint row, guint down_to, double y);
/* TRUE when each cell of the row has something that fits above `limit`, or nothing at all. */
gboolean cells_would_fit (Cells *cells, guint row, double limit);
/* The height that open cells need in the row `row`, which is the next to go on. */
double cells_height (const Cells *cells, guint row);
/* They go on at `y`, the top of a page. */
void cells_resume (Cells *cells, double y);
/* The page `index` ends at `limit`, and the next one begins with the row `next`, or what is left of
 * it. Cells that end above are closed. With `is_forced` each cell leaves something on this page,
 * whether it fits or not; TRUE when something does not. */
gboolean cells_cut (Cells *cells, const PageBox *page, guint index, guint next, double limit,
                    gboolean is_forced);
