/* SPDX-License-Identifier: MIT */
/* The column is laid out once and cut afterwards, instead of page by page: a layout that stops at
 * the end of a page and goes on with the next needs a way to resume in every kind of box, and lays
 * out again what moves. The price: a box knows nothing of the page it comes to stand on, but for
 * the width of pages with a name of their own (layout.c).
 *
 * What must stay true: fragments are in the order of the flow, and each takes with it what its page
 * has to know. Edges of boxes belong to their first and last fragment, so that no cut parts them.
 * A row of the body of a table is one fragment, which pages.c may cut cell by cell; so is a flex
 * row that is taller than a page. Where that cannot be done (in columns, within a cell) boxes side
 * by side that do not fit are one list of fragments, sorted by their tops and joined where they
 * overlap: it is cut where none of them has anything. */
#include "print/place/fragments.h"

#include "print/read/name.h"

/* Rounding must not push a line to the next page. */
#define TOLERANCE 0.01

typedef struct {
  GArray *fragments; /* Fragment */
  double limit;
  gboolean cuts_rows;
  GPtrArray *notes; /* Box; or NULL */
  gboolean begins;  /* a box begins with the fragment to come */
  Fragment next;    /* the fragment to come; its top is that of the outermost such box */
} Collector;

static void collect (Collector *collector, Box *box, double y);
static void collect_children (Collector *collector, Box *box, double y);

static void
ask_cut (Collector *collector, Break wanted)
{
  if (wanted == BREAK_AUTO)
    return;
  if (wanted == BREAK_AVOID) {
    collector->next.before = MAX (collector->next.before, CUT_AVOIDED);
    return;
  }
  collector->next.before = CUT_FORCED;
  collector->next.forced = wanted;
}

static void
add_fragment (Collector *collector, double top, double bottom)
{
  Fragment *next = &collector->next;

  next->top = collector->begins ? MIN (next->top, top) : top;
  next->bottom = bottom;
  g_array_append_val (collector->fragments, *next);
  collector->begins = FALSE;
  next->lead = 0;
  next->before = CUT_ALLOWED;
  next->forced = BREAK_AUTO;
  next->page_number = -1;
  next->row = NULL;
}

static Fragment *
last_fragment (Collector *collector)
{
  return collector->fragments->len > 0
           ? &g_array_index (collector->fragments, Fragment, collector->fragments->len - 1)
           : NULL;
}

/* --- footnotes --- */

static void
take_note (Collector *collector, Box *note)
{
  g_ptr_array_add (collector->notes, note);
  collector->next.n_notes = collector->notes->len;
  collector->next.notes += note->height + note->margin[SIDE_TOP] + note->margin[SIDE_BOTTOM];
}

/* The last line with something of the items before `item`; 0 when it begins the text. */
static guint
line_of_item (const Box *lines, guint item)
{
  guint found = 0;

  for (guint i = 0; i < lines->n_lines; i++) {
    const Line *line = lines->lines[i].line;
    for (guint run = line->first_run; run < line->first_run + line->n_runs; run++)
      if (lines->paragraph->runs[run].item < item)
        found = i;
  }
  return found;
}

/* Those that are called on line `line` of a text. */
static void
take_notes_of_line (Collector *collector, const Box *lines, guint line)
{
  const Inlines *inlines = lines->inlines;

  for (guint i = 0; collector->notes && i < inlines->n_items; i++) {
    const InlineItem *item = &inlines->items[i];
    if (item->kind == INLINE_OUT_OF_FLOW && item->style->is_footnote
        && line_of_item (lines, i) == line)
      take_note (collector, item->box);
  }
}

/* Those that are called anywhere in a box that is one fragment. */
static void
take_notes_within (Collector *collector, const Box *box)
{
  if (collector->notes == NULL)
    return;
  for (guint i = 0; box->kind == BOX_INLINE && i < box->inlines->n_items; i++) {
    const InlineItem *item = &box->inlines->items[i];
    if (item->kind == INLINE_OUT_OF_FLOW && item->style->is_footnote)
      take_note (collector, item->box);
    else if (item->kind == INLINE_ATOMIC)
      take_notes_within (collector, item->box);
  }
  for (const Box *child = box->first; child; child = child->next)
    take_notes_within (collector, child);
}

double
fragments_notes (const GArray *fragments, guint first, guint last)
{
  double before = first > 0 ? g_array_index (fragments, Fragment, first - 1).notes : 0;
  double notes = g_array_index (fragments, Fragment, last).notes - before;
  return notes > 0 ? notes + NOTES_GAP : 0;
}

/* --- kinds of boxes --- */

static void
collect_lines (Collector *collector, const Box *box, double y)
{
  guint n = box->n_lines;

  for (guint i = 0; i < n; i++) {
    take_notes_of_line (collector, box, i);
    const LineBox *line = &box->lines[i];
    if (i > 0 && (i < box->style->orphans || n - i < box->style->widows))
      collector->next.before = MAX (collector->next.before, CUT_AVOIDED);
    add_fragment (collector, y + line->top, y + line->top + line->height);
  }
}

static int
compare_tops (gconstpointer one, gconstpointer other)
{
  const Fragment *a = one, *b = other;
  return (a->top > b->top) - (a->top < b->top);
}

/* Cells reach down to the end of their row, whatever is in them: their lower edges are that of the
 * row, and no reason not to cut it further up. */
static void
collect_beside (Collector *collector, const Box *row, Box *child, double y)
{
  if (row->kind == BOX_ROW && child->column_parts == NULL)
    collect_children (collector, child, y + child->y);
  else
    collect (collector, child, y + child->y);
}

/* The fragments of all children of `box`, by their tops. `leading`: the tops of those of the child
 * that reaches furthest down. */
static void
collect_all_beside (Collector *collector, Box *box, double y, GArray *leading)
{
  double lowest = y;

  for (Box *child = box->first; child; child = child->next) {
    guint first = collector->fragments->len;
    collect_beside (collector, box, child, y);
    const Fragment *last = last_fragment (collector);
    if (collector->fragments->len == first || last->bottom <= lowest)
      continue;
    lowest = last->bottom;
    g_array_set_size (leading, 0);
    for (guint i = first; i < collector->fragments->len; i++)
      g_array_append_val (leading, g_array_index (collector->fragments, Fragment, i).top);
  }
  g_array_sort (collector->fragments, compare_tops);
}

/* `tops` are in order. */
static gboolean
is_among (const GArray *tops, double top)
{
  guint from = 0, to = tops->len;

  while (from < to) {
    guint middle = (from + to) / 2;
    if (g_array_index (tops, double, middle) < top - TOLERANCE)
      from = middle + 1;
    else
      to = middle;
  }
  return from < tops->len && g_array_index (tops, double, from) < top + TOLERANCE;
}

/* Joins fragments up to where none of the boxes side by side has anything; and (`leading`, or NULL)
 * up to the next line of the one that leads: a line beside it stays where it begins. The height of
 * the tallest. */
static double
join_fragments (GArray *fragments, const GArray *leading, GArray *joined)
{
  double tallest = 0;

  g_array_set_size (joined, 0);
  for (guint i = 0; i < fragments->len; i++) {
    const Fragment *fragment = &g_array_index (fragments, Fragment, i);
    Fragment *whole = joined->len ? &g_array_index (joined, Fragment, joined->len - 1) : NULL;
    if (whole == NULL || fragment->top >= whole->bottom - TOLERANCE
        || (leading && fragment->top > whole->top + TOLERANCE && is_among (leading, fragment->top)))
      g_array_append_val (joined, *fragment);
    else
      whole->bottom = MAX (whole->bottom, fragment->bottom);
    whole = &g_array_index (joined, Fragment, joined->len - 1);
    tallest = MAX (tallest, whole->bottom - whole->top);
  }
  return tallest;
}

/* Boxes side by side that are taller than a page. */
static void
collect_side_by_side (Collector *collector, Box *box, double y)
{
  Collector inside = *collector;
  g_autoptr (GArray) fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  g_autoptr (GArray) joined = g_array_new (FALSE, FALSE, sizeof (Fragment));
  g_autoptr (GArray) leading = g_array_new (FALSE, FALSE, sizeof (double));

  take_notes_within (collector, box);
  inside.notes = NULL;
  inside.fragments = fragments;
  collect_all_beside (&inside, box, y, leading);
  if (join_fragments (fragments, NULL, joined) > collector->limit + TOLERANCE)
    join_fragments (fragments, leading, joined);
  for (guint i = 0; i < joined->len; i++) {
    const Fragment *whole = &g_array_index (joined, Fragment, i);
    double end = i + 1 == joined->len ? y + box->height : whole->bottom;
    add_fragment (collector, whole->top, MAX (whole->bottom, end));
  }
}

static void
collect_columns (Collector *collector, const Box *box, double y)
{
  double last = -1;

  take_notes_within (collector, box);
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
is_side_by_side (const Box *box)
{
  return box->kind == BOX_ROW || (box->kind == BOX_FLEX && !box->style->is_flex_column);
}

static gboolean
fits_page (const Collector *collector, const Box *box)
{
  return box->height <= collector->limit + TOLERANCE;
}

/* Rows of the body of a table are cut wherever it pays (pages.c), other boxes side by side where
 * they have to be. Headers and footers stand on each page as a whole. */
static gboolean
may_be_cut (const Collector *collector, const Box *box)
{
  if (!collector->cuts_rows || !is_side_by_side (box) || box->style->flex_wraps)
    return FALSE;
  if (box->kind == BOX_FLEX || box->style->avoids_break_inside)
    return !fits_page (collector, box);
  Display display = box->parent->style->display;
  return display != DISPLAY_TABLE_HEADER_GROUP && display != DISPLAY_TABLE_FOOTER_GROUP;
}

/* What flows beyond its end is not seen, so it asks for no page. */
static gboolean
hides_overflow (const Box *box)
{
  const Style *style = box->style;
  return style->clips && box->parent && box->kind != BOX_INLINE
         && (style->height.kind != LENGTH_AUTO || style->max_height.kind != LENGTH_NONE);
}

static gboolean
is_monolithic (const Collector *collector, const Box *box)
{
  return box->kind == BOX_REPLACED || (is_side_by_side (box) && fits_page (collector, box))
         || (hides_overflow (box) && fits_page (collector, box));
}

static void
collect_rows (Collector *collector, const Box *table, const Box *rows, double y)
{
  Fragment *next = &collector->next;
  const Box *outer = next->table;
  double outer_footer = next->footer;
  Display display = rows->style->display;

  gboolean is_repeated = table->header_height > 0 || table->footer_height > 0;
  if (display != DISPLAY_TABLE_HEADER_GROUP && is_repeated)
    next->table = table;
  if (display != DISPLAY_TABLE_HEADER_GROUP && collector->cuts_rows)
    next->footer = display == DISPLAY_TABLE_FOOTER_GROUP ? 0 : table->footer_height;
  if (display == DISPLAY_TABLE_FOOTER_GROUP && rows != table->first)
    ask_cut (collector, BREAK_AVOID);
  for (Box *row = rows->first; row; row = row->next) {
    collect (collector, row, y + row->y);
    if (display == DISPLAY_TABLE_HEADER_GROUP)
      ask_cut (collector, BREAK_AVOID);
    ask_cut (collector, row->next ? row->style->break_after : BREAK_AUTO);
  }
  next->table = outer;
  next->footer = outer_footer;
}

static void
collect_children (Collector *collector, Box *box, double y)
{
  if (box->kind == BOX_TABLE) {
    for (const Box *rows = box->first; rows; rows = rows->next)
      collect_rows (collector, box, rows, y + rows->y);
    return;
  }
  for (Box *child = box->first; child; child = child->next)
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
  if (box->style->avoids_break_inside && fits_page (collector, box))
    for (guint i = first; i < collector->fragments->len; i++) {
      Fragment *fragment = &g_array_index (collector->fragments, Fragment, i);
      fragment->row = NULL;
      if (i > first && fragment->before != CUT_FORCED)
        fragment->before = MAX (fragment->before, CUT_AVOIDED);
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
    collector->next.top = y;
    collector->next.lead = MAX (collapsing_margin_value (box->before), 0);
  }
  int number = page_number_of (box->style);
  if (number >= 0)
    collector->next.page_number = number;
}

/* What is placed at the foot of `box`, below all that flows in it, needs its room on the last page
 * of the box like a last line: a page that ends above it would lose it. */
static void
collect_foot (Collector *collector, const Box *box, double y)
{
  for (guint i = 0; box->out_of_flow && i < box->out_of_flow->len; i++) {
    const Box *child = box->out_of_flow->pdata[i];
    const Fragment *last = last_fragment (collector);
    double end = last ? last->bottom : y, bottom = y + child->y + child->height;
    if (bottom > end && box_is_within (child, box))
      add_fragment (collector, MAX (y + child->y, end), bottom);
  }
}

static void
collect (Collector *collector, Box *box, double y)
{
  const char *outer_page = collector->next.page;
  guint first = collector->fragments->len;

  if (box_is_out_of_flow (box) && box->parent)
    return;
  if (box->kind == BOX_INLINE) {
    collect_lines (collector, box, y);
    return;
  }
  open_box (collector, box, y);
  if (box->style->page)
    collector->next.page = box->style->page;
  if (may_be_cut (collector, box)) {
    collector->next.row = box;
    collector->next.row_y = y;
    take_notes_within (collector, box);
    add_fragment (collector, y, y + box->height);
  } else if (is_monolithic (collector, box)) {
    take_notes_within (collector, box);
    add_fragment (collector, y, y + box->height);
  } else if (is_side_by_side (box))
    collect_side_by_side (collector, box, y);
  else if (box->column_parts)
    collect_columns (collector, box, y);
  else
    collect_children (collector, box, y);
  collect_foot (collector, box, y);
  close_box (collector, box, y, first);
  collector->next.page = outer_page;
  ask_cut (collector, box->style->break_after);
}

GArray *
fragments_new (Box *box, double y, double limit, gboolean cuts_rows, GPtrArray *notes)
{
  Collector collector = { .fragments = g_array_new (FALSE, FALSE, sizeof (Fragment)),
                          .limit = limit,
                          .cuts_rows = cuts_rows,
                          .notes = notes,
                          .next.page_number = -1 };

  collect (&collector, box, y);
  return collector.fragments;
}

GArray *
fragments_of_cell (Box *cell, double limit)
{
  Collector collector = { .fragments = g_array_new (FALSE, FALSE, sizeof (Fragment)),
                          .limit = limit,
                          .next.page_number = -1 };

  if (cell->kind != BOX_BLOCK || cell->column_parts)
    collect (&collector, cell, 0);
  else
    for (Box *child = cell->first; child; child = child->next)
      collect (&collector, child, child->y - cell->aligned);
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
    if (fragment->bottom + fragment->footer + fragments_notes (fragments, first, i)
        > limit + TOLERANCE)
      return allowed > first ? allowed : i;
  }
  return fragments->len;
}
