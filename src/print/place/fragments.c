/* SPDX-License-Identifier: MIT */
/* The column is laid out once and cut afterwards, instead of page by page: a layout that stops at
 * the end of a page and goes on with the next needs a way to resume in every kind of box, and lays
 * out again what moves. The price: a box knows nothing of the page it comes to stand on, but for
 * the width of pages with a name of their own (layout.c).
 *
 * What must stay true: fragments are in the order of the flow, and each takes with it what its page
 * has to know. Edges of boxes belong to their first and last fragment, so that no cut parts them.
 * Boxes side by side that do not fit a page are one list of fragments, sorted by their tops and
 * joined where they overlap: it is cut where none of them has anything. */
#include "print/place/fragments.h"

#include "print/place/layout.h"
#include "print/read/name.h"

/* Rounding must not push a line to the next page. */
#define TOLERANCE 0.01

typedef struct {
  GArray *fragments; /* Fragment */
  double limit;
  /* Of the fragment to come. */
  double top; /* of the outermost box that begins with it; NAN: none does */
  double lead;
  gboolean begins;
  Cut before;
  Break forced;
  const char *page;
  int page_number;
  const Box *table;
  double table_y;
} Collector;

static void collect (Collector *collector, const Box *box, double y);

static void
ask_cut (Collector *collector, Break wanted)
{
  if (wanted == BREAK_AUTO)
    return;
  if (wanted == BREAK_AVOID) {
    collector->before = MAX (collector->before, CUT_AVOIDED);
    return;
  }
  collector->before = CUT_FORCED;
  collector->forced = wanted;
}

static void
add_fragment (Collector *collector, double top, double bottom)
{
  Fragment fragment = { collector->begins ? MIN (collector->top, top) : top,
                        bottom,
                        collector->lead,
                        collector->before,
                        collector->forced,
                        collector->page,
                        collector->table,
                        collector->table_y,
                        collector->page_number };

  g_array_append_val (collector->fragments, fragment);
  collector->begins = FALSE;
  collector->lead = 0;
  collector->before = CUT_ALLOWED;
  collector->forced = BREAK_AUTO;
  collector->page_number = -1;
}

static Fragment *
last_fragment (Collector *collector)
{
  return collector->fragments->len > 0
           ? &g_array_index (collector->fragments, Fragment, collector->fragments->len - 1)
           : NULL;
}

static void
collect_lines (Collector *collector, const Box *box, double y)
{
  guint n = box->n_lines;

  for (guint i = 0; i < n; i++) {
    const LineBox *line = &box->lines[i];
    if (i > 0 && (i < box->style->orphans || n - i < box->style->widows))
      collector->before = MAX (collector->before, CUT_AVOIDED);
    add_fragment (collector, y + line->top, y + line->top + line->height);
  }
}

static int
compare_tops (gconstpointer one, gconstpointer other)
{
  const Fragment *a = one, *b = other;
  return (a->top > b->top) - (a->top < b->top);
}

/* Boxes side by side that are taller than a page: cut where none of them has anything. */
static void
collect_side_by_side (Collector *collector, const Box *box, double y)
{
  Collector inside = *collector;
  Fragment whole = { .bottom = y };
  gboolean is_first = TRUE;

  inside.fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  for (const Box *child = box->first; child; child = child->next)
    collect (&inside, child, y + child->y);
  g_array_sort (inside.fragments, compare_tops);
  for (guint i = 0; i < inside.fragments->len; i++) {
    const Fragment *fragment = &g_array_index (inside.fragments, Fragment, i);
    if (!is_first && fragment->top >= whole.bottom - TOLERANCE) {
      add_fragment (collector, whole.top, whole.bottom);
      is_first = TRUE;
    }
    whole.top = is_first ? fragment->top : whole.top;
    whole.bottom = is_first ? fragment->bottom : MAX (whole.bottom, fragment->bottom);
    is_first = FALSE;
  }
  if (!is_first)
    add_fragment (collector, whole.top, whole.bottom);
  g_array_unref (inside.fragments);
}

static void
collect_columns (Collector *collector, const Box *box, double y)
{
  double last = -1;

  /* Columns that start at the same height go together. */
  for (guint i = 0; i < box->column_parts->len; i++) {
    const ColumnPart *part = &g_array_index (box->column_parts, ColumnPart, i);
    if (part->y == last)
      continue;
    double bottom = box->height;
    for (guint j = i; j < box->column_parts->len; j++)
      if (g_array_index (box->column_parts, ColumnPart, j).y > part->y) {
        bottom = g_array_index (box->column_parts, ColumnPart, j).y;
        break;
      }
    add_fragment (collector, y + part->y, y + bottom);
    last = part->y;
  }
}

static gboolean
is_monolithic (const Box *box, double limit)
{
  if (box->kind == BOX_REPLACED)
    return TRUE;
  if (box->kind != BOX_ROW && (box->kind != BOX_FLEX || box->style->is_flex_column))
    return FALSE;
  return box->height <= limit + TOLERANCE;
}

static void
collect_rows (Collector *collector, const Box *table, const Box *rows, double y, double table_y)
{
  const Box *outer = collector->table;
  double outer_y = collector->table_y;
  gboolean is_head = rows->style->display == DISPLAY_TABLE_HEADER_GROUP;

  for (const Box *row = rows->first; row; row = row->next) {
    collect (collector, row, y + row->y);
    if (is_head)
      collector->before = MAX (collector->before, CUT_AVOIDED);
    else if (table->header_height > 0) {
      collector->table = table;
      collector->table_y = table_y;
    }
    ask_cut (collector, row->next ? row->style->break_after : BREAK_AUTO);
  }
  collector->table = outer;
  collector->table_y = outer_y;
}

static void
collect_children (Collector *collector, const Box *box, double y)
{
  if (box->kind == BOX_TABLE) {
    for (const Box *rows = box->first; rows; rows = rows->next)
      collect_rows (collector, box, rows, y + rows->y, y);
    return;
  }
  for (const Box *child = box->first; child; child = child->next)
    collect (collector, child, y + child->y);
}

/* The bottom edge of a box, or the height it was given, stays with its last fragment. */
static void
close_box (Collector *collector, const Box *box, double y, guint first)
{
  gboolean has_edge = box_edge (box, SIDE_BOTTOM) > 0 || box->style->height.kind != LENGTH_AUTO
                      || box->style->min_height.value > 0 || box->kind == BOX_FLEX;
  Fragment *last = last_fragment (collector);

  if (collector->fragments->len == first) {
    if (box->height > 0)
      add_fragment (collector, y, y + box->height);
  } else if (has_edge)
    last->bottom = MAX (last->bottom, y + box->height);
  if (box->style->avoids_break_inside && box->height <= collector->limit + TOLERANCE)
    for (guint i = first + 1; i < collector->fragments->len; i++) {
      Fragment *fragment = &g_array_index (collector->fragments, Fragment, i);
      fragment->before =
        fragment->before == CUT_FORCED ? CUT_FORCED : MAX (fragment->before, CUT_AVOIDED);
    }
}

static int
page_number_of (const Style *style)
{
  if (style->n_counter_resets == 0)
    return -1;
  const char *page = name_intern ("page", 4);
  for (guint i = 0; i < style->n_counter_resets; i++)
    if (style->counter_resets[i].name == page)
      return style->counter_resets[i].value;
  return -1;
}

static void
open_box (Collector *collector, const Box *box, double y)
{
  ask_cut (collector, box->style->break_before);
  if (!collector->begins) {
    collector->begins = TRUE;
    collector->top = y;
    collector->lead = MAX (collapsing_margin_value (box->before), 0);
  }
  int number = page_number_of (box->style);
  if (number >= 0)
    collector->page_number = number;
}

static void
collect (Collector *collector, const Box *box, double y)
{
  const char *outer_page = collector->page;
  guint first = collector->fragments->len;

  if (box_is_out_of_flow (box) && box->parent)
    return;
  if (box->kind == BOX_INLINE) {
    collect_lines (collector, box, y);
    return;
  }
  open_box (collector, box, y);
  if (box->style->page)
    collector->page = box->style->page;
  if (is_monolithic (box, collector->limit))
    add_fragment (collector, y, y + box->height);
  else if (box->kind == BOX_ROW || (box->kind == BOX_FLEX && !box->style->is_flex_column))
    collect_side_by_side (collector, box, y);
  else if (box->column_parts)
    collect_columns (collector, box, y);
  else
    collect_children (collector, box, y);
  close_box (collector, box, y, first);
  collector->page = outer_page;
  ask_cut (collector, box->style->break_after);
}

GArray *
fragments_new (const Box *box, double y, double limit)
{
  Collector collector = { .fragments = g_array_new (FALSE, FALSE, sizeof (Fragment)),
                          .limit = limit,
                          .page_number = -1 };

  collect (&collector, box, y);
  return collector.fragments;
}

guint
fragments_fill (const GArray *fragments, guint first, double limit)
{
  guint allowed = 0;

  for (guint i = first + 1; i < fragments->len; i++) {
    const Fragment *fragment = &g_array_index (fragments, Fragment, i);
    const Fragment *previous = &g_array_index (fragments, Fragment, i - 1);
    gboolean other_page = g_strcmp0 (fragment->page, previous->page) != 0;
    if (fragment->before == CUT_FORCED || other_page)
      return i;
    if (fragment->before == CUT_ALLOWED)
      allowed = i;
    if (fragment->bottom > limit + TOLERANCE)
      return allowed > first ? allowed : i;
  }
  return fragments->len;
}
