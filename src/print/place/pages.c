/* SPDX-License-Identifier: MIT */
#include "print/place/pages.h"

#define TOLERANCE 0.01

typedef struct {
  Layout *layout;
  const GArray *atoms;
  GArray *pages; /* Page */
  guint number;  /* of the page before */
} Cutter;

/* Pages on the left have even numbers. */
static Page
page_new (Cutter *cutter, const char *name, int number)
{
  gboolean starts_anew = number >= 0;
  gboolean is_first = cutter->pages->len == 0 || starts_anew;
  Page page = { .name = name, .number = starts_anew ? (guint) number : cutter->number + 1 };

  page.style = styler_page (cutter->layout->styler, name, is_first, page.number % 2 == 0,
                            cutter->layout->root);
  page.top = page.style.margin[SIDE_TOP];
  cutter->number = page.number;
  return page;
}

static double
page_room (const Page *page)
{
  return MAX (page->style.height - page->style.margin[SIDE_TOP] - page->style.margin[SIDE_BOTTOM],
              1);
}

/* A blank page where a chapter has to begin on the other side. */
static void
turn_page (Cutter *cutter, const Atom *atom, int number)
{
  guint next = number >= 0 ? (guint) number : cutter->number + 1;
  gboolean is_left = next % 2 == 0;
  Page blank;

  if (cutter->pages->len == 0 || atom->before != CUT_FORCED
      || (atom->forced != BREAK_LEFT && atom->forced != BREAK_RIGHT)
      || is_left == (atom->forced == BREAK_LEFT))
    return;
  blank = page_new (cutter, atom->page, -1);
  blank.start = blank.end = atom->top;
  g_array_append_val (cutter->pages, blank);
}

/* Any counter-reset among the atoms of a page gives it its number. */
static int
asked_number (const GArray *atoms, guint first)
{
  return g_array_index (atoms, Atom, first).page_number;
}

static guint
cut_page (Cutter *cutter, guint first)
{
  const Atom *atom = &g_array_index (cutter->atoms, Atom, first);
  int number = asked_number (cutter->atoms, first);

  turn_page (cutter, atom, number);
  Page page = page_new (cutter, atom->page, number);
  gboolean is_first = cutter->pages->len == 0;
  page.start = is_first                     ? MIN (atom->top, 0)
               : atom->before == CUT_FORCED ? atom->top - atom->lead
                                            : atom->top;
  if (atom->table && !is_first) {
    page.table = atom->table;
    page.table_y = atom->table_y;
    page.top += page.table->head_height;
  }
  double limit = page.start + page_room (&page) - (page.table ? page.table->head_height : 0);
  guint last = atoms_fill (cutter->atoms, first, limit);
  page.end = g_array_index (cutter->atoms, Atom, last - 1).bottom;
  for (guint i = first; i < last; i++)
    page.is_overfull |= g_array_index (cutter->atoms, Atom, i).bottom > limit + TOLERANCE;
  g_array_append_val (cutter->pages, page);
  return last;
}

GArray *
pages_new (Layout *layout, const GArray *atoms)
{
  Cutter cutter = { layout, atoms, g_array_new (FALSE, TRUE, sizeof (Page)), 0 };

  for (guint first = 0; first < atoms->len;)
    first = cut_page (&cutter, first);
  if (cutter.pages->len == 0) {
    Page page = page_new (&cutter, NULL, -1);
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
    if (g_array_index (pages, Page, middle).start <= y + 0.001)
      low = middle;
    else
      high = middle;
  }
  return low;
}
