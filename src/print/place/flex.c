/* SPDX-License-Identifier: MIT */
/* Flexible boxes in rows and columns (CSS Flexbox 1): lines of items, their free room shared out,
 * then aligned. */
#include "print/place/layout.h"

#include <math.h>

typedef struct {
  Box *box;
  double base, main;         /* outer sizes along the main axis: before and after flexing */
  double min_main, max_main; /* bounds of the outer size */
  double margins;            /* along the main axis */
  gboolean is_resolved;
} Item;

typedef struct {
  LayoutContext *layout;
  Box *box;
  double width, height; /* of the content; height < 0: unknown */
  GArray *items;        /* Item */
} Flex;

static gboolean
is_column (const Flex *flex)
{
  return flex->box->style->is_flex_column;
}

static double
gap_of (const Flex *flex)
{
  const Style *style = flex->box->style;
  return is_column (flex) ? style->row_gap : MAX (style->column_gap, 0);
}

/* That of the box, within its bounds, where it is known; else `natural`, within them. */
static double
content_height (const Flex *flex, double natural)
{
  double edges = box_edge (flex->box, SIDE_TOP) + box_edge (flex->box, SIDE_BOTTOM);

  return flex->height >= 0 ? flex->height
                           : layout_clamp_height (flex->box, natural + edges, -1) - edges;
}

static FlexAlign
align_of (const Flex *flex, const Box *item)
{
  FlexAlign own = item->kind == BOX_INLINE ? FLEX_AUTO : item->style->align_self;
  return own == FLEX_AUTO ? flex->box->style->align_items : own;
}

/* What only boxes of their own style have; the text in a flex box has a line box without any. */
static double
grow_of (const Box *box)
{
  return box->kind == BOX_INLINE ? 0 : box->style->flex_grow;
}

static double
shrink_of (const Box *box)
{
  return box->kind == BOX_INLINE ? 1 : box->style->flex_shrink;
}

static double
specified_basis (const Flex *flex, const Box *box, double whole)
{
  Length basis = box->style->flex_basis;

  if (box->kind == BOX_INLINE)
    return -1;
  if (basis.kind == LENGTH_POINTS || (basis.kind == LENGTH_PERCENT && whole >= 0)) {
    double edges = is_column (flex) ? box_edge (box, SIDE_TOP) + box_edge (box, SIDE_BOTTOM)
                                    : box_edge (box, SIDE_LEFT) + box_edge (box, SIDE_RIGHT);
    double length = length_or (basis, whole, 0);
    return box->style->is_border_box ? MAX (length, edges) : length + edges;
  }
  return is_column (flex) ? layout_specified_height (box, whole)
                          : layout_specified_width (box, whole);
}

static void
measure_row_item (Flex *flex, Item *item)
{
  Box *box = item->box;

  layout_widths (flex->layout, box);
  layout_resolve_edges (box, flex->width);
  item->margins = box->margin[SIDE_LEFT] + box->margin[SIDE_RIGHT];
  double specified = specified_basis (flex, box, flex->width);
  item->base = (specified >= 0 ? specified : box->max_content) + item->margins;
  if (box->kind == BOX_REPLACED)
    item->base = item->min_main = item->max_main =
      layout_clamp_width (box, specified >= 0 ? specified : box->max_content, flex->width)
      + item->margins;
  else if (box->kind == BOX_INLINE)
    item->min_main = box->min_content, item->max_main = G_MAXDOUBLE;
  else {
    double min_width = length_or (box->style->min_width, flex->width, -1);
    double content =
      specified >= 0 ? specified : box->min_content; /* what is asked for may be more than
                                                        min-content: resolve_min_content() */
    item->min_main =
      (min_width > 0 || box->style->min_width.kind != LENGTH_AUTO || box->style->clips
         ? layout_clamp_width (box, 0, flex->width)
         : content)
      + item->margins;
    item->max_main = layout_clamp_width (box, 1e9, flex->width) + item->margins;
  }
}

static void
measure_column_item (Flex *flex, Item *item)
{
  Box *box = item->box;
  FlexAlign align = align_of (flex, box);
  double width = box->kind == BOX_INLINE ? flex->width : layout_specified_width (box, flex->width);
  FixedSize fixed = NO_FIXED_SIZE;

  layout_resolve_edges (box, flex->width);
  if (box->kind != BOX_INLINE && box->kind != BOX_REPLACED && width < 0 && align != FLEX_STRETCH)
    fixed.width = layout_fit_content_width (flex->layout, box, flex->width);
  layout_box (flex->layout, box, flex->width, flex->height, fixed);
  item->margins = box->margin[SIDE_TOP] + box->margin[SIDE_BOTTOM];
  double specified = specified_basis (flex, box, flex->height);
  item->base = (specified >= 0 ? specified : box->height) + item->margins;
  item->min_main = MIN (box->height, item->base - item->margins) + item->margins;
  if (box->kind != BOX_INLINE && box->kind != BOX_REPLACED && box->style->clips)
    item->min_main = layout_clamp_height (box, 0, flex->height) + item->margins;
  item->max_main = box->kind == BOX_INLINE
                     ? G_MAXDOUBLE
                     : layout_clamp_height (box, 1e9, flex->height) + item->margins;
}

/* Flexbox 1, 4.5: the automatic minimum of an item that asks for a width. Measuring it means laying
 * out its text once more, and only where room is short does it matter. */
static void
resolve_min_content (Flex *flex, Item *item)
{
  const Box *box = item->box;

  if (is_column (flex) || box->kind == BOX_INLINE || box->kind == BOX_REPLACED
      || box->style->min_width.kind != LENGTH_AUTO || box->style->clips
      || specified_basis (flex, box, flex->width) < 0)
    return;
  item->min_main =
    MIN (layout_min_content_width (flex->layout, item->box) + item->margins, item->min_main);
}

/* Flexbox 1, 9.7: share what is left, settle those that hit a bound, share again. */
static void
share_room (Flex *flex, guint first, guint last, double room)
{
  gboolean is_growing = FALSE;
  double sum = 0;

  for (guint i = first; i < last; i++)
    sum += g_array_index (flex->items, Item, i).base;
  is_growing = sum < room;
  for (guint i = first; i < last && sum > room; i++)
    resolve_min_content (flex, &g_array_index (flex->items, Item, i));
  for (guint i = first; i < last; i++) {
    Item *item = &g_array_index (flex->items, Item, i);
    double factor = is_growing ? grow_of (item->box) : shrink_of (item->box);
    item->main = CLAMP (item->base, MIN (item->min_main, item->max_main), item->max_main);
    item->is_resolved =
      factor == 0 || (is_growing ? item->base > item->main : item->base < item->main);
  }
  for (guint rounds = last - first + 1; rounds > 0; rounds--) {
    double left = room, weight = 0;
    for (guint i = first; i < last; i++) {
      Item *item = &g_array_index (flex->items, Item, i);
      left -= item->is_resolved ? item->main : item->base;
      if (!item->is_resolved)
        weight += is_growing ? grow_of (item->box) : shrink_of (item->box) * item->base;
    }
    if (weight <= 0)
      return;
    if (is_growing && weight < 1)
      left *= weight;
    gboolean has_hit = FALSE;
    for (guint i = first; i < last; i++) {
      Item *item = &g_array_index (flex->items, Item, i);
      if (item->is_resolved)
        continue;
      double share = is_growing ? grow_of (item->box) : shrink_of (item->box) * item->base;
      double wanted = item->base + left * share / weight;
      item->main = CLAMP (wanted, MIN (item->min_main, item->max_main), item->max_main);
      if (item->main != wanted)
        has_hit = item->is_resolved = TRUE;
    }
    if (!has_hit)
      return;
  }
}

/* Start of the first item and the room between two, for `left` points left over. */
static void
justify (FlexAlign how, double left, guint n, double *start, double *between)
{
  *start = *between = 0;
  if (how == FLEX_END)
    *start = left;
  else if (how == FLEX_CENTRE)
    *start = left / 2;
  else if (left > 0 && how == FLEX_BETWEEN && n > 1)
    *between = left / (n - 1);
  else if (left > 0 && (how == FLEX_AROUND || (how == FLEX_BETWEEN && n == 1))) {
    *between = how == FLEX_AROUND ? left / n : 0;
    *start = *between / 2;
  } else if (left > 0 && how == FLEX_EVENLY)
    *start = *between = left / (n + 1);
}

/* Auto margins along the main axis take what is left over before anything is justified. */
static guint
auto_margins (const Flex *flex, guint first, guint last, Side near, Side far)
{
  guint n = 0;

  for (guint i = first; i < last; i++) {
    const Box *box = g_array_index (flex->items, Item, i).box;
    if (box->kind == BOX_INLINE)
      continue;
    n += box->style->margin[near].kind == LENGTH_AUTO;
    n += box->style->margin[far].kind == LENGTH_AUTO;
  }
  return n;
}

static double
auto_margin (const Box *box, Side side, double share)
{
  return box->kind != BOX_INLINE && box->style->margin[side].kind == LENGTH_AUTO ? share : 0;
}

/* --- rows --- */

static void
lay_out_row_item (Flex *flex, const Item *item, double height)
{
  FixedSize fixed = { item->box->kind == BOX_INLINE ? -1 : item->main - item->margins, height };
  double container = item->box->kind == BOX_INLINE ? item->main : flex->width;

  if (item->box->kind == BOX_REPLACED && height < 0)
    fixed.height = -1;
  layout_box (flex->layout, item->box, container, flex->height, fixed);
}

static double
cross_margins (const Box *box)
{
  return box->kind == BOX_INLINE ? 0 : box->margin[SIDE_TOP] + box->margin[SIDE_BOTTOM];
}

static void
align_row_item (Flex *flex, Item *item, double y, double height)
{
  Box *box = item->box;
  FlexAlign align = align_of (flex, box);
  double outer = box->height + cross_margins (box);

  if (align == FLEX_STRETCH && box->kind != BOX_INLINE && box->kind != BOX_REPLACED
      && box->style->height.kind == LENGTH_AUTO && outer != height)
    lay_out_row_item (flex, item,
                      layout_clamp_height (box, height - cross_margins (box), flex->height));
  double offset = align == FLEX_END      ? height - outer
                  : align == FLEX_CENTRE ? (height - outer) / 2
                                         : 0;
  box->y = y + offset + (box->kind == BOX_INLINE ? 0 : box->margin[SIDE_TOP]);
}

/* From the outer upper edge of an item to its first baseline; to its lower edge, where it has no
 * words (CSS Flexbox 8.5). */
static double
baseline_of (const Box *box)
{
  double baseline = layout_first_baseline (box);
  double above = box->kind == BOX_INLINE ? 0 : box->margin[SIDE_TOP];
  return above + (isnan (baseline) ? box->height : baseline);
}

/* Items whose first baselines stand on one line. Returns the height this takes. */
static double
align_baselines (Flex *flex, guint first, guint last)
{
  double deepest = 0, height = 0;

  for (guint i = first; i < last; i++) {
    const Box *box = g_array_index (flex->items, Item, i).box;
    if (align_of (flex, box) == FLEX_BASELINE)
      deepest = MAX (deepest, baseline_of (box));
  }
  for (guint i = first; i < last; i++) {
    Box *box = g_array_index (flex->items, Item, i).box;
    if (align_of (flex, box) != FLEX_BASELINE)
      continue;
    double down = deepest - baseline_of (box); /* align_row_item() left it at the upper edge */
    box->y += down;
    height = MAX (height, down + box->height + cross_margins (box));
  }
  return height;
}

static double
lay_out_row (Flex *flex, guint first, guint last, double y, gboolean is_only)
{
  guint n = last - first;
  double gap = gap_of (flex), sum = gap * (n - 1), height = 0, start, between;
  guint n_auto = auto_margins (flex, first, last, SIDE_LEFT, SIDE_RIGHT);

  share_room (flex, first, last, flex->width - gap * (n - 1));
  for (guint i = first; i < last; i++) {
    Item *item = &g_array_index (flex->items, Item, i);
    lay_out_row_item (flex, item, -1);
    height = MAX (height, item->box->height + cross_margins (item->box));
    sum += item->main;
  }
  if (is_only)
    height = content_height (flex, height);
  double left = flex->width - sum;
  double share = n_auto > 0 && left > 0 ? left / n_auto : 0;
  justify (n_auto > 0 ? FLEX_START : flex->box->style->justify_content, left, n, &start, &between);
  double x = box_edge (flex->box, SIDE_LEFT) + start;
  for (guint i = first; i < last; i++) {
    Item *item = &g_array_index (flex->items, Item, i);
    double margin = item->box->kind == BOX_INLINE ? 0 : item->box->margin[SIDE_LEFT];
    x += auto_margin (item->box, SIDE_LEFT, share);
    item->box->x = x + margin;
    align_row_item (flex, item, y, height);
    x += item->main + auto_margin (item->box, SIDE_RIGHT, share) + gap + between;
  }
  double aligned = align_baselines (flex, first, last);
  return MAX (height, aligned);
}

static double
lay_out_rows (Flex *flex)
{
  double y = box_edge (flex->box, SIDE_TOP), gap = gap_of (flex);
  guint first = 0;

  while (first < flex->items->len) {
    guint last = first + 1;
    double used = g_array_index (flex->items, Item, first).base;
    for (; last < flex->items->len; last++) {
      double next = gap + g_array_index (flex->items, Item, last).base;
      if (flex->box->style->flex_wraps && used + next > flex->width + 0.001)
        break;
      used += next;
    }
    gboolean is_only = first == 0 && last == flex->items->len;
    y += lay_out_row (flex, first, last, y, is_only);
    first = last;
    if (first < flex->items->len)
      y += flex->box->style->row_gap;
  }
  return y - box_edge (flex->box, SIDE_TOP);
}

/* --- columns --- */

static double
lay_out_column (Flex *flex)
{
  guint n = flex->items->len;
  double gap = gap_of (flex), sum = gap * (n > 0 ? n - 1 : 0), start = 0, between = 0;
  guint n_auto = auto_margins (flex, 0, n, SIDE_TOP, SIDE_BOTTOM);

  for (guint i = 0; i < n; i++)
    sum += g_array_index (flex->items, Item, i).base;
  double height = content_height (flex, sum);
  share_room (flex, 0, n, height - gap * (n > 0 ? n - 1 : 0));
  sum = gap * (n > 0 ? n - 1 : 0);
  for (guint i = 0; i < n; i++)
    sum += g_array_index (flex->items, Item, i).main;
  double share = n_auto > 0 && height > sum ? (height - sum) / n_auto : 0;
  if (n > 0)
    justify (n_auto > 0 ? FLEX_START : flex->box->style->justify_content, height - sum, n, &start,
             &between);

  double y = box_edge (flex->box, SIDE_TOP) + start;
  for (guint i = 0; i < n; i++) {
    Item *item = &g_array_index (flex->items, Item, i);
    Box *box = item->box;
    FlexAlign align = align_of (flex, box);
    double wanted = item->main - item->margins;
    double margins = box->kind == BOX_INLINE ? 0 : box->margin[SIDE_LEFT] + box->margin[SIDE_RIGHT];
    if (wanted != box->height && box->kind != BOX_INLINE && box->kind != BOX_REPLACED)
      layout_box (flex->layout, box, flex->width, flex->height, (FixedSize){ box->width, wanted });
    double rest = flex->width - box->width - margins;
    double offset = align == FLEX_END ? rest : align == FLEX_CENTRE ? rest / 2 : 0;
    y += auto_margin (box, SIDE_TOP, share);
    box->x = box_edge (flex->box, SIDE_LEFT) + offset
             + (box->kind == BOX_INLINE ? 0 : box->margin[SIDE_LEFT]);
    box->y = y + (box->kind == BOX_INLINE ? 0 : box->margin[SIDE_TOP]);
    y += item->main + auto_margin (box, SIDE_BOTTOM, share) + gap + between;
  }
  return sum;
}

/* --- doors --- */

double
layout_flex (LayoutContext *layout, Box *box, double width, double height)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (Item));
  Flex flex = { layout, box, width, height, items };

  for (Box *child = box->first; child; child = child->next) {
    Item item = { .box = child };
    if (is_column (&flex))
      measure_column_item (&flex, &item);
    else
      measure_row_item (&flex, &item);
    g_array_append_val (items, item);
  }
  return is_column (&flex) ? lay_out_column (&flex) : lay_out_rows (&flex);
}

void
layout_flex_widths (LayoutContext *layout, Box *box, double *min_content, double *max_content)
{
  const Style *style = box->style;
  guint n = 0;

  *min_content = *max_content = 0;
  for (Box *child = box->first; child; child = child->next, n++) {
    layout_widths (layout, child);
    double margins = child->margin[SIDE_LEFT] + child->margin[SIDE_RIGHT];
    if (style->is_flex_column) {
      *min_content = MAX (*min_content, child->min_content + margins);
      *max_content = MAX (*max_content, child->max_content + margins);
    } else {
      *min_content = style->flex_wraps ? MAX (*min_content, child->min_content + margins)
                                       : *min_content + child->min_content + margins;
      *max_content += child->max_content + margins;
    }
  }
  if (n > 1 && !style->is_flex_column) {
    *min_content += style->flex_wraps ? 0 : MAX (style->column_gap, 0) * (n - 1);
    *max_content += MAX (style->column_gap, 0) * (n - 1);
  }
}
