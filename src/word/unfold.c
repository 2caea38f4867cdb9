/* SPDX-License-Identifier: MIT */
#include "word/unfold.h"

static gboolean
has_table (const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((FlowBlock *) blocks->pdata[i])->table)
      return TRUE;
  return FALSE;
}

/* A cell alone in its row with more than a line in it, where other rows have more cells or it holds
 * a table itself: a piece of the page. A heading over all columns is none. */
static gboolean
is_page (const FlowTable *table, const FlowRow *row)
{
  const FlowCell *cell = row->cells->len == 1 ? row->cells->pdata[0] : NULL;
  guint n = 0;

  for (guint i = 0; cell && i < cell->blocks->len; i++) {
    const FlowBlock *block = cell->blocks->pdata[i];
    n += block->table || !flow_paragraph_is_empty (block->paragraph);
  }
  return cell && (has_table (cell->blocks) || (n > 1 && table->n_columns > 1));
}

/* A table like `table` that has no rows yet, behind the other pieces. */
static FlowTable *
add_table (Flow *flow, const FlowTable *table, GPtrArray *pieces)
{
  FlowTable *piece = arena_alloc (flow->arena, sizeof *piece);
  FlowBlock *block = arena_alloc (flow->arena, sizeof *block);

  *piece = *table;
  piece->rows = flow_array (flow);
  *block = (FlowBlock){ .table = piece };
  g_ptr_array_add (pieces, block);
  return piece;
}

gboolean
table_unfold (Flow *flow, GPtrArray *blocks, guint at)
{
  const FlowTable *table = ((FlowBlock *) blocks->pdata[at])->table;
  g_autoptr (GPtrArray) pieces = g_ptr_array_new (); /* FlowBlock */
  FlowTable *piece = NULL;
  gboolean has_page = FALSE;

  for (guint i = 0; table && i < table->rows->len; i++) {
    FlowRow *row = table->rows->pdata[i];
    if (is_page (table, row)) {
      g_ptr_array_extend (pieces, ((FlowCell *) row->cells->pdata[0])->blocks, NULL, NULL);
      has_page = TRUE;
      piece = NULL;
      continue;
    }
    if (piece == NULL)
      piece = add_table (flow, table, pieces);
    g_ptr_array_add (piece->rows, row);
  }
  if (!has_page)
    return FALSE;
  g_ptr_array_remove_index (blocks, at);
  for (guint i = 0; i < pieces->len; i++)
    g_ptr_array_insert (blocks, at + i, pieces->pdata[i]);
  return TRUE;
}
