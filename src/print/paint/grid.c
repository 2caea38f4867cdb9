/* SPDX-License-Identifier: MIT */
/* Cells take the first free columns of their row, as in layout (CSS 2.2, 17.5). */
#include "print/paint/grid.h"

#include <stdlib.h>

#define WIDEST_SPAN 1000

/* No cell reaches out of the rows of its section, or of a table without any. */
typedef struct {
  GArray *busy;    /* guint: for each column, how many more rows a cell from above takes */
  guint n_columns; /* of the table so far */
} Grid;

static guint
span_of (const StructureNode *cell, const char *attribute)
{
  const char *value = cell->element ? element_attribute (cell->element, attribute) : NULL;
  long span = value ? strtol (value, NULL, 10) : 1;
  return (guint) CLAMP (span, 1, WIDEST_SPAN);
}

static gboolean
is_cell (const StructureKid *kid)
{
  return kid->kind == KID_NODE && (kid->node->tag == TAG_TH || kid->node->tag == TAG_TD);
}

static guint
busy_at (const Grid *grid, guint column)
{
  return column < grid->busy->len ? g_array_index (grid->busy, guint, column) : 0;
}

static gboolean
is_free (const Grid *grid, guint column, guint span)
{
  for (guint i = column; i < column + span; i++)
    if (busy_at (grid, i) > 0)
      return FALSE;
  return TRUE;
}

static void
put_cell (Grid *grid, StructureNode *cell, guint *column, guint n_rows)
{
  cell->column_span = span_of (cell, "colspan");
  cell->row_span = MIN (span_of (cell, "rowspan"), n_rows);
  while (!is_free (grid, *column, cell->column_span))
    (*column)++;
  guint end = *column + cell->column_span;
  if (grid->busy->len < end)
    g_array_set_size (grid->busy, end);
  for (guint i = *column; i < end; i++)
    g_array_index (grid->busy, guint, i) = cell->row_span;
  grid->n_columns = MAX (grid->n_columns, end);
  *column = end;
}

static void
end_row (Grid *grid)
{
  for (guint i = 0; i < grid->busy->len; i++)
    if (busy_at (grid, i) > 0)
      g_array_index (grid->busy, guint, i)--;
}

static void
put_row (Grid *grid, StructureNode *row, guint n_rows)
{
  guint column = 0;

  for (StructureKid *kid = row->first; kid; kid = kid->next)
    if (is_cell (kid))
      put_cell (grid, kid->node, &column, n_rows);
}

static void
fill_row (StructureTree *tree, const Grid *grid, StructureNode *row)
{
  for (guint i = 0; i < grid->n_columns; i++)
    if (busy_at (grid, i) == 0)
      structure_tree_add (tree, row, TAG_TD, NULL);
}

/* Goes through the rows below `parent`; with `tree` it fills them. */
static void
walk_rows (StructureTree *tree, Grid *grid, const StructureNode *parent)
{
  guint n = 0;

  g_array_set_size (grid->busy, 0);
  for (const StructureKid *kid = parent->first; kid; kid = kid->next)
    n += kid->kind == KID_NODE && kid->node->tag == TAG_TR;
  for (const StructureKid *kid = parent->first; kid; kid = kid->next) {
    if (kid->kind != KID_NODE)
      continue;
    StructureType tag = kid->node->tag;
    if (tag == TAG_THEAD || tag == TAG_TBODY || tag == TAG_TFOOT)
      walk_rows (tree, grid, kid->node);
    if (tag != TAG_TR)
      continue;
    put_row (grid, kid->node, n--);
    if (tree)
      fill_row (tree, grid, kid->node);
    end_row (grid);
  }
}

static void
make_regular (StructureTree *tree, StructureNode *table)
{
  Grid grid = { .busy = g_array_new (FALSE, TRUE, sizeof (guint)) };

  walk_rows (NULL, &grid, table); /* how many columns there are */
  walk_rows (tree, &grid, table);
  g_array_unref (grid.busy);
}

void
grid_make_regular (StructureTree *tree, StructureNode *node)
{
  if (node->tag == TAG_TABLE)
    make_regular (tree, node);
  for (StructureKid *kid = node->first; kid; kid = kid->next)
    if (kid->kind == KID_NODE)
      grid_make_regular (tree, kid->node);
}
