/* SPDX-License-Identifier: MIT */
/* Collapsed borders (CSS 2.2, 17.6.2.1). Where two borders meet, both cells get the one that wins,
 * so that it does not matter which of them is painted last; what the table and its rows ask for is
 * asked of the cells at their edges. */
#include "print/place/builder.h"

#include <string.h>

#define MOST_CELLS 1000000 /* of a grid */

/* The cells of a table, each at all places it covers. */
typedef struct {
  Builder *builder;
  Box *table;
  guint n_rows, n_columns;
  Box **cells; /* n_rows × n_columns; NULL: nobody is there */
} Grid;

static Box *
cell_at (const Grid *grid, int row, int column)
{
  gboolean is_inside =
    row >= 0 && column >= 0 && (guint) row < grid->n_rows && (guint) column < grid->n_columns;
  return is_inside ? grid->cells[(guint) row * grid->n_columns + (guint) column] : NULL;
}

/* --- the grid --- */

static guint
count_columns (const Box *table)
{
  guint most = 0;

  for (const Box *rows = table->first; rows; rows = rows->next)
    for (const Box *row = rows->first; row; row = row->next) {
      guint n = 0;
      for (const Box *cell = row->first; cell; cell = cell->next)
        n += cell->column_span;
      most = MAX (most, n);
    }
  return most;
}

static guint
count_rows (const Box *table)
{
  guint n = 0;

  for (const Box *rows = table->first; rows; rows = rows->next)
    for (const Box *row = rows->first; row; row = row->next)
      n++;
  return n;
}

static void
put_cell (Grid *grid, Box *cell, guint row, guint last_row, guint column)
{
  guint end_row = MIN (row + cell->row_span, last_row);
  guint end_column = MIN (column + cell->column_span, grid->n_columns);

  cell->column = column;
  for (guint i = row; i < end_row; i++)
    for (guint j = column; j < end_column; j++)
      if (grid->cells[i * grid->n_columns + j] == NULL)
        grid->cells[i * grid->n_columns + j] = cell;
}

static void
fill_grid (Grid *grid)
{
  guint index = 0;

  for (Box *rows = grid->table->first; rows; rows = rows->next) {
    guint last = index;
    for (const Box *row = rows->first; row; row = row->next)
      last++;
    for (Box *row = rows->first; row; row = row->next, index++) {
      guint column = 0;
      for (Box *cell = row->first; cell; cell = cell->next) {
        while (cell_at (grid, (int) index, (int) column))
          column++;
        if (column < grid->n_columns)
          put_cell (grid, cell, index, last, column);
      }
    }
  }
}

/* --- who wins --- */

static gboolean
is_there (const Border *border)
{
  return border->style != BORDER_NONE && border->width > 0;
}

/* The wider; of two that are equally wide the one that says more; else `first`. */
static const Border *
winner (const Border *first, const Border *second)
{
  static const guint ranks[] = { [BORDER_NONE] = 0,
                                 [BORDER_DOTTED] = 1,
                                 [BORDER_DASHED] = 2,
                                 [BORDER_SOLID] = 3,
                                 [BORDER_DOUBLE] = 4 };

  if (!is_there (second))
    return first;
  if (!is_there (first) || second->width > first->width)
    return second;
  return second->width == first->width && ranks[second->style] > ranks[first->style] ? second
                                                                                     : first;
}

static gboolean
is_equal (const Border *one, const Border *other)
{
  return one->style == other->style && one->width == other->width
         && colour_equal (one->colour, other->colour);
}

/* A style of its own for a box; it is the page's. */
static Style *
own_style (Grid *grid, Box *box)
{
  GPtrArray *styles = grid->builder->sources->placement->styles;

  for (guint i = styles->len; i > 0; i--)
    if (styles->pdata[i - 1] == box->style)
      return styles->pdata[i - 1];
  Style *style = g_memdup2 (box->style, sizeof (Style));
  g_ptr_array_add (styles, style);
  box->style = style;
  return style;
}

static void
set_border (Grid *grid, Box *box, Side side, const Border *border)
{
  if (is_equal (&box->style->border[side], border))
    return;
  Border copy = *border; /* of the style that may go */
  memcpy (&own_style (grid, box)->border[side], &copy, sizeof copy);
  grid->table->resolves_borders = TRUE;
}

/* An edge between two cells of which `first` is on the left or above. Where only one has a border
 * it is painted once, and that is all there is to it. */
static void
settle (Grid *grid, Box *first, Side far, Box *second, Side near)
{
  const Border *one = &first->style->border[far], *other = &second->style->border[near];

  if (!is_there (one) || !is_there (other) || is_equal (one, other))
    return;
  Border won = *winner (one, other);
  set_border (grid, first, far, &won);
  set_border (grid, second, near, &won);
}

static void
settle_inside (Grid *grid)
{
  for (guint row = 0; row < grid->n_rows; row++)
    for (guint column = 0; column < grid->n_columns; column++) {
      Box *cell = cell_at (grid, (int) row, (int) column);
      Box *right = cell_at (grid, (int) row, (int) column + 1);
      Box *below = cell_at (grid, (int) row + 1, (int) column);
      if (cell && right && right != cell)
        settle (grid, cell, SIDE_RIGHT, right, SIDE_LEFT);
      if (cell && below && below != cell)
        settle (grid, cell, SIDE_BOTTOM, below, SIDE_TOP);
    }
}

/* --- rows and tables --- */

static void
give_border (Grid *grid, Box *cell, Side side, const Border *border)
{
  const Border *won = winner (&cell->style->border[side], border);

  if (won == border && is_there (border))
    set_border (grid, cell, side, border);
}

static void
give_edges (Grid *grid, const Style *from, guint first_row, guint end_row)
{
  for (guint row = first_row; row < end_row; row++)
    for (guint column = 0; column < grid->n_columns; column++) {
      Box *cell = cell_at (grid, (int) row, (int) column);
      if (cell == NULL)
        continue;
      if (row == first_row)
        give_border (grid, cell, SIDE_TOP, &from->border[SIDE_TOP]);
      if (row + 1 == end_row)
        give_border (grid, cell, SIDE_BOTTOM, &from->border[SIDE_BOTTOM]);
      if (column == 0)
        give_border (grid, cell, SIDE_LEFT, &from->border[SIDE_LEFT]);
      if (column + 1 == grid->n_columns)
        give_border (grid, cell, SIDE_RIGHT, &from->border[SIDE_RIGHT]);
    }
}

static gboolean
has_border (const Style *style)
{
  for (Side side = 0; side < N_SIDES; side++)
    if (is_there (&style->border[side]))
      return TRUE;
  return FALSE;
}

static void
hand_over (Grid *grid, Box *box, guint first_row, guint end_row)
{
  static const Border none = { .style = BORDER_NONE };

  if (!has_border (box->style))
    return;
  give_edges (grid, box->style, first_row, end_row);
  for (Side side = 0; side < N_SIDES; side++)
    set_border (grid, box, side, &none);
}

static void
hand_over_rows (Grid *grid)
{
  guint index = 0;

  for (Box *rows = grid->table->first; rows; rows = rows->next) {
    guint first = index;
    for (Box *row = rows->first; row; row = row->next, index++)
      hand_over (grid, row, index, index + 1);
    hand_over (grid, rows, first, index);
  }
}

void
build_collapsed_borders (Builder *builder, Box *table)
{
  Grid grid = { .builder = builder,
                .table = table,
                .n_rows = count_rows (table),
                .n_columns = count_columns (table) };
  guint64 n = (guint64) grid.n_rows * grid.n_columns;

  if (!table->style->collapses_borders || n == 0 || n > MOST_CELLS)
    return;
  grid.cells = g_new0 (Box *, n);
  fill_grid (&grid);
  hand_over_rows (&grid);
  hand_over (&grid, table, 0, grid.n_rows);
  settle_inside (&grid);
  g_free (grid.cells);
}
