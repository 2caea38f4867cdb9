/* SPDX-License-Identifier: MIT */
/* A table of Word, whose cells may be merged in both directions, as rows of equal length. */
#pragma once

#include "word/imported.h"

/* The table; what was merged is marked. `nested` is set when a cell held a table of its own. */
const ImportedTable *grid_read (Arena *arena, const FlowTable *table, gboolean *nested);

/* TRUE when the table is there to place things beside each other: it has no lines, and pictures in
 * its cells or one row alone. */
gboolean grid_is_layout (const FlowTable *table);
/* TRUE when it is a frame around a text: one cell. */
gboolean grid_is_box (const FlowTable *table);
