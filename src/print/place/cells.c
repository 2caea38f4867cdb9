/* SPDX-License-Identifier: MIT */
/* A page is a stretch of one flow, and boxes side by side are cut by one line across it. Cells are
 * not: a line of text that the cut would strike goes to the next page, in one cell and not in its
 * neighbour, so what follows it is no longer where the flow has it. Only the row that is cut pays
 * for this: its cells are given a list of parts, and all that comes after the row is moved as one
 * by the start of its page. Moving the boxes themselves would mean going through all that follows
 * at each cut. */
#include "print/place/cells.h"

#define TOLERANCE 0.01

typedef struct {
  Box *cell;
  GArray *fragments; /* Fragment, of its content */
  guint next;        /* the first that stands on no page yet */
  guint last_row;    /* fragment of the last row it covers */
  double base;       /* the flow: what its content has to be moved by to stand there */
  double top;        /* the flow: of its piece on this page */
} Cell;

struct Cells {
  LayoutContext *layout;
  const GArray *rows; /* Fragment */
  GArray *open;       /* Cell */
};

static void
cell_clear (gpointer data)
{
  g_array_unref (((Cell *) data)->fragments);
}

Cells *
cells_new (LayoutContext *layout, const GArray *fragments)
{
  Cells *cells = g_new0 (Cells, 1);
  *cells = (Cells){ layout, fragments, g_array_new (FALSE, FALSE, sizeof (Cell)) };
  g_array_set_clear_func (cells->open, cell_clear);
  return cells;
}

void
cells_free (Cells *cells)
{
  if (cells == NULL)
    return;
  g_array_unref (cells->open);
  g_free (cells);
}

gboolean
cells_are_open (const Cells *cells)
{
  return cells->open->len > 0;
}

static const Fragment *
fragment_at (const GArray *fragments, guint index)
{
  return &g_array_index (fragments, Fragment, index);
}

/* Rows of a group are fragments one after the other. */
static guint
last_row_of (const Box *cell, guint row)
{
  guint last = row;
  const Box *other = cell->parent->kind == BOX_ROW ? cell->parent->next : NULL;

  for (guint i = 1; i < cell->row_span && other; i++, other = other->next)
    last++;
  return last;
}

void
cells_open (Cells *cells, guint row, guint down_to, double y)
{
  const Box *box = fragment_at (cells->rows, row)->row;

  for (Box *child = box ? box->first : NULL; child; child = child->next) {
    Cell cell = { .cell = child, .last_row = last_row_of (child, row), .base = y + child->y };
    if (cell.last_row < down_to || box_is_out_of_flow (child))
      continue;
    cell.top = cell.base;
    cell.fragments = fragments_of_cell (child, cells->layout->page_limit);
    g_array_append_val (cells->open, cell);
  }
}

gboolean
cells_would_fit (Cells *cells, guint row, double limit)
{
  const Fragment *fragment = fragment_at (cells->rows, row);

  for (Box *cell = fragment->row->first; cell; cell = cell->next) {
    g_autoptr (GArray) own = fragments_of_cell (cell, cells->layout->page_limit);
    if (own->len > 0
        && fragment->row_y + cell->y + fragment_at (own, 0)->bottom > limit + TOLERANCE)
      return FALSE;
  }
  return TRUE;
}

/* TRUE when it goes on in the middle of its content. */
static gboolean
is_within (const Cell *cell)
{
  return cell->next > 0 && cell->next < cell->fragments->len;
}

/* The table within the cell that goes on with it, and repeats its header; or NULL. */
static const Box *
header_of (const Cell *cell)
{
  const Box *table = is_within (cell) ? fragment_at (cell->fragments, cell->next)->table : NULL;
  return table && table->header_height > 0 ? table : NULL;
}

/* Where its content goes on, from its border box: above it a header may stand. */
static double
goes_on_at (const Cell *cell)
{
  const Box *header = header_of (cell);
  double top = is_within (cell) ? fragment_at (cell->fragments, cell->next)->top : 0;
  return top - (header ? header->header_height : 0);
}

/* Of the content that is still to come, with the edge below it. */
static double
rest_of (const Cell *cell)
{
  double edge = box_edge (cell->cell, SIDE_BOTTOM);
  if (cell->next >= cell->fragments->len)
    return edge;
  return fragment_at (cell->fragments, cell->fragments->len - 1)->bottom + edge - goes_on_at (cell);
}

static double
row_bottom (const Cells *cells, guint row)
{
  const Fragment *fragment = fragment_at (cells->rows, row);
  return fragment->row ? fragment->row_y + fragment->row->height : fragment->bottom;
}

double
cells_height (const Cells *cells, guint row)
{
  double height = 0;

  for (guint i = 0; i < cells->open->len; i++) {
    const Cell *cell = &g_array_index (cells->open, Cell, i);
    double below = row_bottom (cells, cell->last_row) - row_bottom (cells, row);
    height = MAX (height, rest_of (cell) - below);
  }
  return height;
}

void
cells_resume (Cells *cells, double y)
{
  for (guint i = 0; i < cells->open->len; i++) {
    Cell *cell = &g_array_index (cells->open, Cell, i);
    cell->base = y - goes_on_at (cell);
    cell->top = y;
  }
}

/* The fragment after the last that stays above `limit`: where a cut is welcome, if it is anywhere.
 */
static guint
fill (const Cell *cell, double limit)
{
  guint best = cell->next, n = cell->next;

  for (; n < cell->fragments->len; n++) {
    if (cell->base + fragment_at (cell->fragments, n)->bottom > limit + TOLERANCE)
      break;
    if (n + 1 == cell->fragments->len
        || fragment_at (cell->fragments, n + 1)->before != CUT_AVOIDED)
      best = n + 1;
  }
  return best > cell->next ? best : n;
}

/* An item of a flex row was not aligned. */
static void
undo_alignment (Box *cell)
{
  if (cell->kind != BOX_BLOCK)
    return;
  for (Box *child = cell->first; child; child = child->next)
    child->y -= cell->aligned;
  cell->aligned = 0;
}

static void
add_part (Cells *cells, Cell *cell, CellPart part)
{
  Box *box = cell->cell;

  if (box->cell_parts == NULL) {
    box->cell_parts = g_array_new (FALSE, FALSE, sizeof (CellPart));
    g_ptr_array_add (cells->layout->arrays, box->cell_parts);
    undo_alignment (box);
  }
  g_array_append_val (box->cell_parts, part);
}

/* Nothing is left of its content: no place of it is found in a part that starts here. */
#define NO_CONTENT 1e9

static double
part_start (const Cell *cell)
{
  if (cell->cell->cell_parts == NULL)
    return 0;
  return cell->next < cell->fragments->len ? fragment_at (cell->fragments, cell->next)->top
                                           : NO_CONTENT;
}

/* TRUE when something reaches beyond `limit`. */
static gboolean
cut_cell (Cells *cells, Cell *cell, const PageBox *page, guint index, double bottom,
          gboolean is_forced, gboolean is_last)
{
  double start = part_start (cell), down = page->top - page->start;
  CellPart part = { start,         index,           cell->base + start + down, cell->top + down,
                    bottom + down, header_of (cell) };
  guint next = is_last ? cell->fragments->len : fill (cell, bottom);
  gboolean is_beyond = FALSE;

  if (start == NO_CONTENT)
    part.y = part.top;
  if (next == cell->next && is_forced && next < cell->fragments->len) {
    next++;
    is_beyond = TRUE;
  }
  cell->next = next;
  add_part (cells, cell, part);
  return is_beyond;
}

gboolean
cells_cut (Cells *cells, const PageBox *page, guint index, guint next, double limit,
           gboolean is_forced)
{
  gboolean is_beyond = FALSE;

  for (guint i = 0; i < cells->open->len;) {
    Cell *cell = &g_array_index (cells->open, Cell, i);
    gboolean is_last = cell->last_row < next;
    double bottom = is_last ? row_bottom (cells, cell->last_row) : limit;
    is_beyond |= cut_cell (cells, cell, page, index, bottom, is_forced, is_last);
    if (is_last)
      g_array_remove_index (cells->open, i);
    else
      i++;
  }
  return is_beyond;
}
