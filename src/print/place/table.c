/* SPDX-License-Identifier: MIT */
/* Tables (CSS 2.2, 17): automatic and fixed column widths, spans, separate and collapsed borders.
 *
 * Cells are found their columns first; then columns their widths; then rows their heights. A row
 * group or a row is as wide as the table; cells are placed in their row. */
#include "print/place/layout.h"

#include <math.h>

typedef struct {
  double min_content, max_content; /* content */
  double specified;                /* points; < 0: nothing */
  double percent;                  /* < 0: nothing */
  double width;
} Column;

typedef struct {
  LayoutContext *layout;
  Box *box;
  GArray *columns; /* Column */
  GArray *busy;    /* guint, per column: rows still covered by a cell from above */
  GArray *heights; /* double, per row of the table in order */
  double gap_x,
    gap_y; /* between cells; collapsed borders lie on each other, so it is negative then */
  double rim_x, rim_y;          /* around all cells */
  double rim_right, rim_bottom; /* the same at the far sides */
} Table;

/* The widest borders of its cells: as far as cells overlap when borders collapse. */
static void
overlap_borders (Table *table)
{
  for (const Box *rows = table->box->first; rows; rows = rows->next)
    for (const Box *row = rows->first; row; row = row->next)
      for (const Box *cell = row->first; cell; cell = cell->next) {
        const Border *border = cell->style->border;
        table->gap_x = MIN (table->gap_x, -MIN (border[SIDE_LEFT].width, border[SIDE_RIGHT].width));
        table->gap_y = MIN (table->gap_y, -MIN (border[SIDE_TOP].width, border[SIDE_BOTTOM].width));
      }
}

/* Borders of several widths: all cells overlap as far as the widest wants, and each border stands
 * in the middle of that (17.6.2). The outermost ones reach to the edge of the table. */
static void
centre_borders (Table *table)
{
  double across = 0, down = 0, outer[N_SIDES] = { 0 };

  for (const Box *rows = table->box->first; rows; rows = rows->next)
    for (const Box *row = rows->first; row; row = row->next)
      for (const Box *cell = row->first; cell; cell = cell->next) {
        const Border *border = cell->style->border;
        gboolean is_top = rows == table->box->first && row == rows->first;
        gboolean is_bottom = rows->next == NULL && row->next == NULL;
        across = MAX (across, MAX (border[SIDE_LEFT].width, border[SIDE_RIGHT].width));
        down = MAX (down, MAX (border[SIDE_TOP].width, border[SIDE_BOTTOM].width));
        if (is_top)
          outer[SIDE_TOP] = MAX (outer[SIDE_TOP], border[SIDE_TOP].width);
        if (is_bottom)
          outer[SIDE_BOTTOM] = MAX (outer[SIDE_BOTTOM], border[SIDE_BOTTOM].width);
        if (cell->column == 0)
          outer[SIDE_LEFT] = MAX (outer[SIDE_LEFT], border[SIDE_LEFT].width);
        if (cell->next == NULL)
          outer[SIDE_RIGHT] = MAX (outer[SIDE_RIGHT], border[SIDE_RIGHT].width);
      }
  table->gap_x = -across;
  table->gap_y = -down;
  table->rim_x = (outer[SIDE_LEFT] - across) / 2;
  table->rim_right = (outer[SIDE_RIGHT] - across) / 2;
  table->rim_y = (outer[SIDE_TOP] - down) / 2;
  table->rim_bottom = (outer[SIDE_BOTTOM] - down) / 2;
}

/* What the borders of a cell are narrower than the place they have, on both sides together. */
static double
spare_across (const Table *table, const Box *cell)
{
  const Border *border = cell->style->border;
  return table->box->resolves_borders
           ? -table->gap_x - (border[SIDE_LEFT].width + border[SIDE_RIGHT].width) / 2
           : 0;
}

static double
spare_down (const Table *table, const Box *cell)
{
  const Border *border = cell->style->border;
  return table->box->resolves_borders
           ? -table->gap_y - (border[SIDE_TOP].width + border[SIDE_BOTTOM].width) / 2
           : 0;
}

static void
table_open (Table *table, LayoutContext *layout, Box *box)
{
  *table = (Table){ .layout = layout,
                    .box = box,
                    .columns = g_array_new (FALSE, TRUE, sizeof (Column)),
                    .busy = g_array_new (FALSE, TRUE, sizeof (guint)),
                    .heights = g_array_new (FALSE, TRUE, sizeof (double)) };
  if (box->style->collapses_borders && box->resolves_borders)
    centre_borders (table);
  else if (box->style->collapses_borders)
    overlap_borders (table);
  else {
    table->gap_x = table->rim_x = table->rim_right = box->style->border_spacing_x;
    table->gap_y = table->rim_y = table->rim_bottom = box->style->border_spacing_y;
  }
}

static void
table_close (Table *table)
{
  g_array_unref (table->columns);
  g_array_unref (table->busy);
  g_array_unref (table->heights);
}

/* --- columns --- */

static void
want_columns (Table *table, guint n)
{
  guint had = table->columns->len;

  if (n <= had)
    return;
  g_array_set_size (table->columns, n);
  g_array_set_size (table->busy, n);
  for (guint i = had; i < n; i++)
    g_array_index (table->columns, Column, i) = (Column){ 0, 0, -1, -1, 0 };
}

static gboolean
is_busy (const Table *table, guint column, guint span)
{
  for (guint i = column; i < column + span && i < table->busy->len; i++)
    if (g_array_index (table->busy, guint, i) > 0)
      return TRUE;
  return FALSE;
}

static void
find_columns_of_row (Table *table, Box *row)
{
  guint column = 0;

  for (Box *cell = row->first; cell; cell = cell->next) {
    while (is_busy (table, column, cell->column_span))
      column++;
    cell->column = column;
    column += cell->column_span;
    want_columns (table, column);
  }
  for (guint i = 0; i < table->busy->len; i++)
    if (g_array_index (table->busy, guint, i) > 0)
      g_array_index (table->busy, guint, i)--;
  for (Box *cell = row->first; cell; cell = cell->next)
    for (guint i = cell->column; cell->row_span > 1 && i < cell->column + cell->column_span; i++)
      g_array_index (table->busy, guint, i) = cell->row_span - 1;
}

static guint
n_specified (const Table *table)
{
  return table->box->column_widths ? table->box->column_widths->len : 0;
}

static void
find_columns (Table *table)
{
  want_columns (table, n_specified (table));
  for (Box *rows = table->box->first; rows; rows = rows->next) {
    for (guint i = 0; i < table->busy->len; i++)
      g_array_index (table->busy, guint, i) = 0;
    for (Box *row = rows->first; row; row = row->next)
      find_columns_of_row (table, row);
  }
}

/* What <col> asks is from the middle of a collapsed border to the middle of the next; cells reach
 * from edge to edge. */
static Length
column_specified (const Table *table, guint column)
{
  Length specified = g_array_index (table->box->column_widths, Length, column);

  if (specified.kind == LENGTH_POINTS)
    specified.value -= MIN (table->gap_x, 0);
  return specified;
}

static void
specify_columns (Table *table)
{
  for (guint i = 0; i < n_specified (table); i++) {
    Column *column = &g_array_index (table->columns, Column, i);
    Length specified = column_specified (table, i);
    if (specified.kind == LENGTH_PERCENT)
      column->percent = specified.value;
    else if (specified.kind == LENGTH_POINTS)
      column->specified = specified.value;
  }
}

static void
measure_cell (Table *table, Box *cell)
{
  Length specified = cell->style->width;
  double inner = layout_specified_width (cell, -1);

  layout_widths (table->layout, cell);
  if (cell->column_span > 1)
    return;
  Column *column = &g_array_index (table->columns, Column, cell->column);
  double spare = spare_across (table, cell);
  column->min_content = MAX (column->min_content, cell->min_content + spare);
  column->max_content =
    MAX (column->max_content, MAX (cell->max_content, cell->min_content) + spare);
  if (specified.kind == LENGTH_PERCENT)
    column->percent = MAX (column->percent, specified.value);
  else if (inner >= 0)
    column->specified = MAX (column->specified, inner + spare);
}

/* What a cell over several columns needs beyond them is shared out evenly. */
static void
measure_spanning_cell (Table *table, const Box *cell)
{
  double min_content = table->gap_x * (cell->column_span - 1), max_content = min_content;

  for (guint i = cell->column; i < cell->column + cell->column_span; i++) {
    min_content += g_array_index (table->columns, Column, i).min_content;
    max_content += g_array_index (table->columns, Column, i).max_content;
  }
  for (guint i = cell->column; i < cell->column + cell->column_span; i++) {
    Column *column = &g_array_index (table->columns, Column, i);
    column->min_content += MAX (cell->min_content - min_content, 0) / cell->column_span;
    column->max_content =
      MAX (column->max_content + MAX (cell->max_content - max_content, 0) / cell->column_span,
           column->min_content);
  }
}

static void
measure_columns (Table *table)
{
  specify_columns (table);
  for (Box *rows = table->box->first; rows; rows = rows->next)
    for (Box *row = rows->first; row; row = row->next)
      for (Box *cell = row->first; cell; cell = cell->next)
        measure_cell (table, cell);
  for (Box *rows = table->box->first; rows; rows = rows->next)
    for (Box *row = rows->first; row; row = row->next)
      for (Box *cell = row->first; cell; cell = cell->next)
        if (cell->column_span > 1)
          measure_spanning_cell (table, cell);
}

static double
gaps (const Table *table)
{
  guint n = table->columns->len;
  return table->rim_x + table->rim_right + (n > 1 ? table->gap_x * (n - 1) : 0);
}

/* Widths between min-content and max-content of each column, or beyond it when there is room. */
static void
share_width (Table *table, double width)
{
  double room = width - gaps (table), min_content = 0, span = 0, open = 0;
  guint n = table->columns->len, n_open = 0;

  for (guint i = 0; i < n; i++) {
    Column *column = &g_array_index (table->columns, Column, i);
    if (column->percent >= 0)
      column->min_content = column->max_content =
        MAX (column->min_content, room * column->percent / 100);
    else if (column->specified >= 0)
      column->min_content = column->max_content = MAX (column->min_content, column->specified);
    else {
      open += column->max_content;
      n_open++;
    }
    min_content += column->min_content;
    span += column->max_content - column->min_content;
  }
  double left = room - min_content;
  for (guint i = 0; i < n; i++) {
    Column *column = &g_array_index (table->columns, Column, i);
    double own = column->max_content - column->min_content;
    column->width = column->min_content + (left > 0 && span > 0 ? MIN (left / span, 1) * own : 0);
  }
  left -= span;
  if (left <= 0)
    return;
  /* Columns that say nothing take what is over; when all have said, all take their share. */
  for (guint i = 0; i < n; i++) {
    Column *column = &g_array_index (table->columns, Column, i);
    gboolean is_open = column->percent < 0 && column->specified < 0;
    if (is_open)
      column->width += open > 0 ? left * column->max_content / open : left / n_open;
    else if (n_open == 0)
      column->width += min_content > 0 ? left * column->min_content / min_content : left / n;
  }
}

/* CSS 2.2, 17.5.2.1: <col> decides, then the first row. Negative where neither asks. */
static void
specify_fixed (Table *table, double width, double room)
{
  const Box *row = table->box->first ? table->box->first->first : NULL;

  for (guint i = 0; i < table->columns->len; i++)
    g_array_index (table->columns, Column, i).width =
      i < n_specified (table) ? length_or (column_specified (table, i), room, -1) : -1;
  for (Box *cell = row ? row->first : NULL; cell; cell = cell->next) {
    layout_resolve_edges (cell, width);
    double specified = layout_specified_width (cell, room);
    for (guint i = cell->column; specified >= 0 && i < cell->column + cell->column_span; i++) {
      Column *column = &g_array_index (table->columns, Column, i);
      if (column->width < 0)
        column->width = specified / cell->column_span;
    }
  }
}

static void
share_width_fixed (Table *table, double width)
{
  double left = width - gaps (table);
  guint n_open = 0, n = table->columns->len;

  specify_fixed (table, width, left);
  for (guint i = 0; i < n; i++) {
    double own = g_array_index (table->columns, Column, i).width;
    n_open += own < 0;
    left -= MAX (own, 0);
  }
  for (guint i = 0; i < n; i++) {
    Column *column = &g_array_index (table->columns, Column, i);
    if (column->width < 0)
      column->width = MAX (left, 0) / n_open;
    else if (n_open == 0 && left > 0)
      column->width += left / n;
  }
}

/* --- rows --- */

static double
cell_width (const Table *table, const Box *cell)
{
  double width = table->gap_x * (cell->column_span - 1);

  for (guint i = cell->column; i < cell->column + cell->column_span; i++)
    width += g_array_index (table->columns, Column, i).width;
  return width - spare_across (table, cell);
}

static double
column_start (const Table *table, guint column)
{
  double x = table->rim_x;

  for (guint i = 0; i < column; i++)
    x += g_array_index (table->columns, Column, i).width + table->gap_x;
  return x;
}

/* The height a cell has by its content. */
static double
content_height (const Box *cell)
{
  double bottom = box_edge (cell, SIDE_TOP);

  for (const Box *child = cell->first; child; child = child->next)
    bottom = MAX (bottom, child->y + child->height + collapsing_margin_value (child->after));
  return bottom + box_edge (cell, SIDE_BOTTOM);
}

static double
row_height (Table *table, Box *row)
{
  double height = MAX (length_or (row->style->height, -1, 0), 0);

  for (Box *cell = row->first; cell; cell = cell->next) {
    cell->margin[SIDE_TOP] = 0;
    layout_box (table->layout, cell, cell_width (table, cell), -1,
                (FixedSize){ cell_width (table, cell), -1 });
    cell->height =
      MAX (cell->height, content_height (cell)); /* what a cell asks for is the least */
    if (cell->row_span == 1)
      height = MAX (height, cell->height + spare_down (table, cell));
  }
  return height;
}

/* A cell over several rows that is taller than they are makes the last one taller. */
static void
stretch_spanned (Table *table, Box *rows, guint first)
{
  guint index = first;

  for (Box *row = rows->first; row; row = row->next, index++)
    for (Box *cell = row->first; cell; cell = cell->next) {
      double covered = 0;
      guint last = index;
      const Box *other = row;
      if (cell->row_span == 1)
        continue;
      for (guint i = 0; i < cell->row_span && other; i++, other = other->next) {
        last = index + i;
        covered += g_array_index (table->heights, double, last) + (i > 0 ? table->gap_y : 0);
      }
      if (cell->height > covered)
        g_array_index (table->heights, double, last) += cell->height - covered;
    }
}

/* Moves the content of a cell that is taller than it. */
static void
align_cell (Box *cell, double height)
{
  double room = height - content_height (cell), down = 0;

  cell->aligned = 0;
  if (cell->style->vertical_kind == VERTICAL_MIDDLE)
    down = room / 2;
  else if (cell->style->vertical_kind == VERTICAL_BOTTOM)
    down = room;
  cell->height = height;
  if (down <= 0)
    return;
  cell->aligned = down;
  for (Box *child = cell->first; child; child = child->next)
    child->y += down;
}

static void
place_row (Table *table, Box *row, guint index)
{
  row->height = g_array_index (table->heights, double, index);
  for (Box *cell = row->first; cell; cell = cell->next) {
    double height = 0;
    guint last = index;
    for (const Box *other = row; other && last < index + cell->row_span;
         other = other->next, last++)
      height += g_array_index (table->heights, double, last) + (last > index ? table->gap_y : 0);
    cell->x = column_start (table, cell->column);
    cell->y = 0;
    if (table->box->resolves_borders) {
      cell->x += (-table->gap_x - cell->style->border[SIDE_LEFT].width) / 2;
      cell->y += (-table->gap_y - cell->style->border[SIDE_TOP].width) / 2;
      height -= spare_down (table, cell);
    }
    cell->margin[SIDE_LEFT] = cell->margin[SIDE_RIGHT] = cell->margin[SIDE_BOTTOM] = 0;
    align_cell (cell, height);
  }
}

/* What more than a quarter of the page is stands once (as in browsers): little else would fit. */
static double
repeated_height (const Table *table, const Box *rows, Display display)
{
  double height = rows->height + table->gap_y;
  return rows->style->display == display && height <= table->layout->page_limit / 4 ? height : 0;
}

static double
lay_out_rows (Table *table, double width)
{
  double y = box_edge (table->box, SIDE_TOP) + table->rim_y;
  guint index = 0;

  for (Box *rows = table->box->first; rows; rows = rows->next) {
    guint first = index;
    rows->x = box_edge (table->box, SIDE_LEFT);
    rows->y = y;
    rows->width = width;
    for (Box *row = rows->first; row; row = row->next) {
      double height = row_height (table, row);
      g_array_append_val (table->heights, height);
    }
    stretch_spanned (table, rows, first);
    for (Box *row = rows->first; row; row = row->next, index++) {
      row->x = 0;
      row->y = y - rows->y;
      row->width = width;
      place_row (table, row, index);
      y += row->height + table->gap_y;
    }
    rows->height = MAX (y - table->gap_y - rows->y, 0);
    if (rows == table->box->first)
      table->box->header_height = repeated_height (table, rows, DISPLAY_TABLE_HEADER_GROUP);
    if (rows->next == NULL)
      table->box->footer_height = repeated_height (table, rows, DISPLAY_TABLE_FOOTER_GROUP);
  }
  return index > 0 ? y - table->gap_y + table->rim_bottom - box_edge (table->box, SIDE_TOP) : 0;
}

/* --- doors --- */

double
layout_table (LayoutContext *layout, Box *box, double width)
{
  Table table;

  table_open (&table, layout, box);
  find_columns (&table);
  if (box->style->is_fixed_table && layout_specified_width (box, width) >= 0) {
    share_width_fixed (&table, width);
  } else {
    measure_columns (&table);
    share_width (&table, width);
  }
  double height = lay_out_rows (&table, width);
  layout->columns_width = gaps (&table);
  for (guint i = 0; i < table.columns->len; i++)
    layout->columns_width += g_array_index (table.columns, Column, i).width;
  table_close (&table);
  return height;
}

void
layout_table_widths (LayoutContext *layout, Box *box, double *min_content, double *max_content)
{
  Table table;

  table_open (&table, layout, box);
  find_columns (&table);
  measure_columns (&table);
  *min_content = *max_content = gaps (&table);
  for (guint i = 0; i < table.columns->len; i++) {
    const Column *column = &g_array_index (table.columns, Column, i);
    double specified = MAX (column->specified, 0);
    *min_content += MAX (column->min_content, specified);
    *max_content +=
      MAX (column->specified >= 0 ? column->min_content : column->max_content, specified);
  }
  table_close (&table);
}
