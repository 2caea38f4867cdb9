/* SPDX-License-Identifier: MIT */
/* Pages are a walk along the fragments. A page is asked for its style when its first fragment is
 * known, since that gives its name; whether it is a left one follows from its number. */
#include "print/place/pages.h"

#define TOLERANCE 0.01

typedef struct {
  LayoutContext *layout;
  const GArray *fragments;
  GArray *pages; /* PageBox */
  guint number;  /* of the page before */
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
  blank.start = blank.end = fragment->top;
  g_array_append_val (cutter->pages, blank);
}

static guint
cut_page (Cutter *cutter, guint first)
{
  const Fragment *fragment = &g_array_index (cutter->fragments, Fragment, first);
  int number = fragment->page_number;

  turn_page (cutter, fragment, number);
  PageBox page = page_new (cutter, fragment->page, number);
  gboolean is_first = cutter->pages->len == 0;
  page.start = is_first                         ? MIN (fragment->top, 0)
               : fragment->before == CUT_FORCED ? fragment->top - fragment->lead
                                                : fragment->top;
  if (fragment->table && !is_first) {
    page.table = fragment->table;
    page.table_y = fragment->table_y;
    page.top += page.table->header_height;
  }
  double limit = page.start + page_room (&page) - (page.table ? page.table->header_height : 0);
  guint last = fragments_fill (cutter->fragments, first, limit);
  page.end = g_array_index (cutter->fragments, Fragment, last - 1).bottom;
  for (guint i = first; i < last; i++)
    page.is_overfull |= g_array_index (cutter->fragments, Fragment, i).bottom > limit + TOLERANCE;
  g_array_append_val (cutter->pages, page);
  return last;
}

GArray *
pages_new (LayoutContext *layout, const GArray *fragments)
{
  Cutter cutter = { layout, fragments, g_array_new (FALSE, TRUE, sizeof (PageBox)), 0 };

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
    if (g_array_index (pages, PageBox, middle).start <= y + 0.001)
      low = middle;
    else
      high = middle;
  }
  return low;
}
