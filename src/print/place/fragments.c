/* SPDX-License-Identifier: MIT */
#include "print/place/fragments.h"

#include "print/place/layout.h"
#include "print/read/name.h"

/* Rounding must not push a line to the next page. */
#define TOLERANCE 0.01

typedef struct {
  GArray *atoms; /* Atom */
  double limit;
  /* Of the atom to come. */
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
add_atom (Collector *collector, double top, double bottom)
{
  Atom atom = { collector->begins ? MIN (collector->top, top) : top,
                bottom,
                collector->lead,
                collector->before,
                collector->forced,
                collector->page,
                collector->table,
                collector->table_y,
                collector->page_number };

  g_array_append_val (collector->atoms, atom);
  collector->begins = FALSE;
  collector->lead = 0;
  collector->before = CUT_ALLOWED;
  collector->forced = BREAK_AUTO;
  collector->page_number = -1;
}

static Atom *
last_atom (Collector *collector)
{
  return collector->atoms->len > 0
           ? &g_array_index (collector->atoms, Atom, collector->atoms->len - 1)
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
    add_atom (collector, y + line->top, y + line->top + line->height);
  }
}

static int
compare_tops (gconstpointer one, gconstpointer other)
{
  const Atom *a = one, *b = other;
  return (a->top > b->top) - (a->top < b->top);
}

/* Boxes side by side that are taller than a page: cut where none of them has anything. */
static void
collect_side_by_side (Collector *collector, const Box *box, double y)
{
  Collector inside = *collector;
  Atom whole = { .bottom = y };
  gboolean is_first = TRUE;

  inside.atoms = g_array_new (FALSE, FALSE, sizeof (Atom));
  for (const Box *child = box->first; child; child = child->next)
    collect (&inside, child, y + child->y);
  g_array_sort (inside.atoms, compare_tops);
  for (guint i = 0; i < inside.atoms->len; i++) {
    const Atom *atom = &g_array_index (inside.atoms, Atom, i);
    if (!is_first && atom->top >= whole.bottom - TOLERANCE) {
      add_atom (collector, whole.top, whole.bottom);
      is_first = TRUE;
    }
    whole.top = is_first ? atom->top : whole.top;
    whole.bottom = is_first ? atom->bottom : MAX (whole.bottom, atom->bottom);
    is_first = FALSE;
  }
  if (!is_first)
    add_atom (collector, whole.top, whole.bottom);
  g_array_unref (inside.atoms);
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
    add_atom (collector, y + part->y, y + bottom);
    last = part->y;
  }
}

static gboolean
is_one_piece (const Box *box, double limit)
{
  if (box->kind == BOX_PICTURE)
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
    else if (table->head_height > 0) {
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

/* The bottom edge of a box, or the height it was given, stays with its last atom. */
static void
close_box (Collector *collector, const Box *box, double y, guint first)
{
  gboolean has_edge = box_edge (box, SIDE_BOTTOM) > 0 || box->style->height.kind != LENGTH_AUTO
                      || box->style->min_height.value > 0 || box->kind == BOX_FLEX;
  Atom *last = last_atom (collector);

  if (collector->atoms->len == first) {
    if (box->height > 0)
      add_atom (collector, y, y + box->height);
  } else if (has_edge)
    last->bottom = MAX (last->bottom, y + box->height);
  if (box->style->avoids_break_inside && box->height <= collector->limit + TOLERANCE)
    for (guint i = first + 1; i < collector->atoms->len; i++) {
      Atom *atom = &g_array_index (collector->atoms, Atom, i);
      atom->before = atom->before == CUT_FORCED ? CUT_FORCED : MAX (atom->before, CUT_AVOIDED);
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
    collector->lead = MAX (strut_value (box->before), 0);
  }
  int number = page_number_of (box->style);
  if (number >= 0)
    collector->page_number = number;
}

static void
collect (Collector *collector, const Box *box, double y)
{
  const char *outer_page = collector->page;
  guint first = collector->atoms->len;

  if (box_is_outside (box) && box->parent)
    return;
  if (box->kind == BOX_LINES) {
    collect_lines (collector, box, y);
    return;
  }
  open_box (collector, box, y);
  if (box->style->page)
    collector->page = box->style->page;
  if (is_one_piece (box, collector->limit))
    add_atom (collector, y, y + box->height);
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
atoms_new (const Box *box, double y, double limit)
{
  Collector collector = { .atoms = g_array_new (FALSE, FALSE, sizeof (Atom)),
                          .limit = limit,
                          .page_number = -1 };

  collect (&collector, box, y);
  return collector.atoms;
}

guint
atoms_fill (const GArray *atoms, guint first, double limit)
{
  guint allowed = 0;

  for (guint i = first + 1; i < atoms->len; i++) {
    const Atom *atom = &g_array_index (atoms, Atom, i);
    const Atom *previous = &g_array_index (atoms, Atom, i - 1);
    gboolean other_page = g_strcmp0 (atom->page, previous->page) != 0;
    if (atom->before == CUT_FORCED || other_page)
      return i;
    if (atom->before == CUT_ALLOWED)
      allowed = i;
    if (atom->bottom > limit + TOLERANCE)
      return allowed > first ? allowed : i;
  }
  return atoms->len;
}
