/* SPDX-License-Identifier: MIT */
/* Pages are a walk along the fragments. A page is asked for its style when its first fragment is
 * known, since that gives its name; whether it is a left one follows from its number. */
#include "print/place/cells.h"

#include <math.h>

#define TOLERANCE 0.01

/* A row that would fit on the next page is cut when more than this share of a page stayed empty. */
#define MOST_EMPTY 0.2

typedef struct {
  LayoutContext *layout;
  const GArray *fragments;
  GArray *pages; /* PageBox */
  guint number;  /* of the page before */
  Cells *cells;
  const GPtrArray *notes; /* Box: footnotes of the fragments */
  gboolean goes_on;       /* the page before ends within the row that comes next */
  /* Of a row that the page before only went on with: how high what it had to place was. Where there
   * is no room for as much as a border it does not shrink, and pages would never end. */
  double left;
} Cutter;

/* Pages on the left have even numbers. */
static PageBox
page_new (Cutter *cutter, const char *name, int number)
{
  gboolean starts_anew = number >= 0;
  gboolean is_first = cutter->pages->len == 0 || starts_anew;
  PageBox page = { .name = name, .number = starts_anew ? (guint) number : cutter->number + 1 };

  page.style = styler_page (cutter->layout->styler, name, is_first, page.number % 2 == 0,
                            cutter->layout->root);
  page.top = page.style.margin[SIDE_TOP];
  cutter->number = page.number;
  return page;
}

static double
page_room (const PageBox *page)
{
  return MAX (page->style.height - page->style.margin[SIDE_TOP] - page->style.margin[SIDE_BOTTOM],
              1);
}

/* A blank page where a chapter has to begin on the other side. */
static void
turn_page (Cutter *cutter, const Fragment *fragment, int number)
{
  guint next = number >= 0 ? (guint) number : cutter->number + 1;
  gboolean is_left = next % 2 == 0;
  PageBox blank;

  if (cutter->pages->len == 0 || fragment->before != CUT_FORCED
      || (fragment->forced != BREAK_LEFT && fragment->forced != BREAK_RIGHT)
      || is_left == (fragment->forced == BREAK_LEFT))
    return;
  blank = page_new (cutter, fragment->page, -1);
  blank.first = blank.start = blank.end = fragment->top;
  g_array_append_val (cutter->pages, blank);
}

static const Fragment *
fragment_at (const Cutter *cutter, guint index)
{
  return &g_array_index (cutter->fragments, Fragment, index);
}

/* TRUE when fragment `index` stays above `limit` on a page that begins with `first`, together with
 * the footnotes that are called up to there. */
static gboolean
fits (const Cutter *cutter, guint first, guint index, double limit)
{
  const Fragment *fragment = fragment_at (cutter, index);
  double notes = fragments_notes (cutter->fragments, first, index);
  return fragment->bottom + fragment->footer + notes <= limit + TOLERANCE;
}

/* Footnotes stand at the foot of the page where they are called; those of a row that is cut, where
 * it ends. */
static void
place_notes (Cutter *cutter, PageBox *page, guint first, guint last)
{
  guint note = first > 0 ? fragment_at (cutter, first - 1)->n_notes : 0;
  double y = 0;

  if (last == first)
    return;
  page->notes = fragments_notes (cutter->fragments, first, last - 1);
  for (; note < fragment_at (cutter, last - 1)->n_notes; note++) {
    Box *box = cutter->notes->pdata[note];
    box->note_page = cutter->pages->len;
    box->x = box->margin[SIDE_LEFT];
    box->y = y + box->margin[SIDE_TOP];
    y = box->y + box->height + box->margin[SIDE_BOTTOM];
  }
}

/* Where a page that begins with fragment `first` begins in the flow. */
static void
start_page (Cutter *cutter, PageBox *page, guint first)
{
  const Fragment *fragment = fragment_at (cutter, first);
  gboolean is_first = cutter->pages->len == 0;

  page->first = page->start = is_first                         ? MIN (fragment->top, 0)
                              : fragment->before == CUT_FORCED ? fragment->top - fragment->lead
                                                               : fragment->top;
  if (fragment->table && fragment->table->header_height > 0 && !is_first) {
    page->header = fragment->table;
    page->top += page->header->header_height;
  }
}

/* Cells go on here from the page before: the row they go on in is placed with them, and the flow
 * behind it follows. */
static void
resume_cells (Cutter *cutter, PageBox *page, guint first)
{
  const Fragment *fragment = fragment_at (cutter, first);
  double height = 0, bottom = fragment->row_y + fragment->row->height;

  if (!cutter->goes_on) {
    cells_open (cutter->cells, first, first, 0);
    height = fragment->row->height;
  } else {
    const PageBox *before = &g_array_index (cutter->pages, PageBox, cutter->pages->len - 1);
    double next = first + 1 < cutter->fragments->len ? fragment[1].top : bottom;
    page->first = MAX (before->first, MIN (before->end, MIN (next, bottom)));
  }
  page->start = bottom - MAX (height, cells_height (cutter->cells, first));
  cells_resume (cutter->cells, page->start);
}

/* TRUE when the row `row`, which does not fit, is to be cut, and not the page before `last`. */
static gboolean
cuts_row (Cutter *cutter, const PageBox *page, guint first, guint last, guint row, double limit)
{
  const Fragment *fragment = fragment_at (cutter, row);
  double room = page_room (page), top = fragment_at (cutter, last)->top;
  double header = fragment->table ? fragment->table->header_height : 0;

  if (row == first)
    return TRUE;
  if (last > first && fragment->bottom - top + header + fragment->footer <= room
      && limit - top < MOST_EMPTY * room)
    return FALSE;
  return cells_would_fit (cutter->cells, row, limit - fragment->footer);
}

/* Opens what reaches over the end of the page: cells of the rows from `first` on that go on in the
 * row `next`, its own when it is cut. */
static void
open_cells (Cutter *cutter, guint first, guint next)
{
  for (guint i = first; i < next + cutter->goes_on; i++)
    if (fragment_at (cutter, i)->row)
      cells_open (cutter->cells, i, next, fragment_at (cutter, i)->row_y);
}

/* The fragment for which there is no room on a page that `last` would end; none when it ends there
 * for another reason. */
static guint
find_beyond (const Cutter *cutter, guint first, guint last, double limit)
{
  guint n = cutter->fragments->len;
  const Fragment *end = last < n ? fragment_at (cutter, last) : NULL;

  if (!fits (cutter, first, first, limit))
    return first;
  if (end == NULL || end->before == CUT_FORCED || g_strcmp0 (end->page, end[-1].page) != 0)
    return n;
  while (last < n && fits (cutter, first, last, limit))
    last++;
  return last;
}

static guint
cut_page (Cutter *cutter, guint first)
{
  const Fragment *fragment = fragment_at (cutter, first);
  int number = cutter->goes_on ? -1 : fragment->page_number;

  if (!cutter->goes_on)
    turn_page (cutter, fragment, number);
  PageBox page = page_new (cutter, fragment->page, number);
  start_page (cutter, &page, first);
  gboolean is_resumed = cells_are_open (cutter->cells);
  if (is_resumed)
    resume_cells (cutter, &page, first);
  double room = page_room (&page) - (page.header ? page.header->header_height : 0);
  double limit = page.start + room;
  double left = is_resumed ? cells_height (cutter->cells, first) : G_MAXDOUBLE;
  guint last = fragments_fill (cutter->fragments, first, limit);
  guint beyond = find_beyond (cutter, first, last, limit);
  if (beyond > first && beyond < cutter->fragments->len)
    limit -= fragments_notes (cutter->fragments, first, beyond - 1);
  cutter->goes_on = beyond < cutter->fragments->len && fragment_at (cutter, beyond)->row
                    && left < cutter->left && cuts_row (cutter, &page, first, last, beyond, limit);
  cutter->left = cutter->goes_on && beyond == first ? left : INFINITY;
  if (cutter->goes_on) {
    last = beyond;
    page.end = limit - fragment_at (cutter, last)->footer;
  } else
    page.end = fragment_at (cutter, last - 1)->bottom;
  open_cells (cutter, first + is_resumed, last);
  page.is_overfull = cells_cut (cutter->cells, &page, cutter->pages->len, last, page.end,
                                cutter->goes_on && last == first);
  for (guint i = first; i < last; i++)
    page.is_overfull |= !fits (cutter, first, i, page.start + room);
  place_notes (cutter, &page, first, last);
  const Fragment *next = last < cutter->fragments->len ? fragment_at (cutter, last) : NULL;
  if (next && next->footer > 0 && (cutter->goes_on || next[-1].table == next->table))
    page.footer = next->table;
  g_array_append_val (cutter->pages, page);
  return last;
}

GArray *
pages_new (LayoutContext *layout, const GArray *fragments, const GPtrArray *notes)
{
  g_autoptr (Cells) cells = cells_new (layout, fragments);
  Cutter cutter = { .layout = layout,
                    .fragments = fragments,
                    .pages = g_array_new (FALSE, TRUE, sizeof (PageBox)),
                    .cells = cells,
                    .left = INFINITY,
                    .notes = notes };

  for (guint first = 0; first < fragments->len;)
    first = cut_page (&cutter, first);
  if (cutter.pages->len == 0) {
    PageBox page = page_new (&cutter, NULL, -1);
    g_array_append_val (cutter.pages, page);
  }
  return cutter.pages;
}

guint
pages_find (const GArray *pages, double y)
{
  guint low = 0, high = pages->len;

  while (high - low > 1) {
    guint middle = (low + high) / 2;
    if (g_array_index (pages, PageBox, middle).first <= y + 0.001)
      low = middle;
    else
      high = middle;
  }
  return low;
}
