/* SPDX-License-Identifier: MIT */
/* Columns (CSS Multi-column 1): the content is laid out in one narrow column, which is then cut
 * into parts of equal height. */
#include "print/place/fragments.h"
#include "print/place/layout.h"

typedef struct {
  guint n;
  double width, gap;
} Columns;

static Columns
columns_of (const Style *style, double width)
{
  double gap = style->column_gap < 0 ? style->font_size : style->column_gap;
  guint n = style->column_count;

  if (style->column_width > 0) {
    guint fitting = (guint) MAX ((width + gap) / (style->column_width + gap), 1);
    n = n > 0 ? MIN (n, fitting) : fitting;
  }
  n = CLAMP (n, 1, 100);
  return (Columns){ n, MAX ((width - gap * (n - 1)) / n, 1), gap };
}

/* How many parts it takes when none may be higher than `height`, and how high the highest is. */
static guint
count_parts (const GArray *fragments, double height, double *highest)
{
  guint n = 0;

  *highest = 0;
  for (guint first = 0; first < fragments->len; n++) {
    double top = g_array_index (fragments, Fragment, first).top;
    first = fragments_fill (fragments, first, top + height);
    *highest = MAX (*highest, g_array_index (fragments, Fragment, first - 1).bottom - top);
  }
  return n;
}

/* The highest stretch that should not be cut. */
static double
longest_stretch (const GArray *fragments)
{
  double longest = 0, top = 0;

  for (guint i = 0; i < fragments->len; i++) {
    const Fragment *fragment = &g_array_index (fragments, Fragment, i);
    if (i == 0 || fragment->before == CUT_ALLOWED || fragment->before == CUT_FORCED)
      top = fragment->top;
    longest = MAX (longest, fragment->bottom - top);
  }
  return longest;
}

/* The least height at which `n` parts are enough. */
static double
balanced_height (const GArray *fragments, guint n)
{
  double low = longest_stretch (fragments), high = low, highest;

  for (guint i = 0; i < fragments->len; i++)
    high = MAX (high, g_array_index (fragments, Fragment, i).bottom
                        - g_array_index (fragments, Fragment, 0).top);
  if (count_parts (fragments, low, &highest) <= n)
    high = low;
  for (guint i = 0; i < 20 && high - low > 0.1; i++) {
    double middle = (low + high) / 2;
    if (count_parts (fragments, middle, &highest) <= n)
      high = middle;
    else
      low = middle;
  }
  count_parts (fragments, high, &highest);
  return highest;
}

double
layout_columns (LayoutContext *layout, Box *box, double width, double asked)
{
  Columns columns = columns_of (box->style, width);
  double top = box_edge (box, SIDE_TOP);

  layout_block (layout, box, columns.width, -1, TRUE);
  g_array_set_size (box->column_parts, 0);
  g_autoptr (GArray) fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  for (Box *child = box->first; child; child = child->next) {
    g_autoptr (GArray) own = fragments_new (child, child->y, layout->page_limit, FALSE, NULL);
    if (own->len > 0 && fragments->len > 0)
      g_array_index (own, Fragment, 0).before =
        MAX (g_array_index (own, Fragment, 0).before,
             child->kind != BOX_INLINE && child->style->break_before == BREAK_AVOID ? CUT_AVOIDED
                                                                                    : CUT_ALLOWED);
    g_array_append_vals (fragments, own->data, own->len);
  }
  if (fragments->len == 0)
    return 0;

  double height =
    asked >= 0 && box->style->fills_columns ? asked : balanced_height (fragments, columns.n);
  height = MIN (height, asked >= 0 ? asked : layout->page_limit);
  guint n = 0;
  for (guint first = 0; first < fragments->len; n++) {
    guint last =
      fragments_fill (fragments, first, g_array_index (fragments, Fragment, first).top + height);
    ColumnPart part = { g_array_index (fragments, Fragment, first).top,
                        g_array_index (fragments, Fragment, last - 1).bottom,
                        (n % columns.n) * (columns.width + columns.gap),
                        top + n / columns.n * height };
    g_array_append_val (box->column_parts, part);
    first = last;
  }
  return height * ((n + columns.n - 1) / columns.n);
}
