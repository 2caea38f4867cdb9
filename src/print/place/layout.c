/* SPDX-License-Identifier: MIT */
/* Blocks (CSS 2.2, 8.3.1 and 10), and what all boxes share.
 *
 * Margins collapse while children are placed: those that adjoin wait in the cursor until something
 * solid comes, and what is left when a box ends is the box's own, `before` and `after`, for its
 * parent to join. So every box is laid out once and never moved; finding the margins first, as the
 * specification tells it, means a second pass over the same children. */
#include "print/place/layout.h"

#include "print/place/counters.h"

#include <math.h>

/* --- sizes --- */

double
length_or (Length length, double whole, double otherwise)
{
  if (length.kind == LENGTH_POINTS)
    return length.value;
  if (length.kind == LENGTH_PERCENT && whole >= 0)
    return whole * length.value / 100;
  return otherwise;
}

void
layout_resolve_edges (Box *box, double container_width)
{
  if (box->kind == BOX_INLINE)
    return;
  for (Side side = 0; side < N_SIDES; side++) {
    box->margin[side] = length_or (box->style->margin[side], container_width, 0);
    box->padding[side] = MAX (length_or (box->style->padding[side], container_width, 0), 0);
  }
}

static double
edges_across (const Box *box)
{
  return box_edge (box, SIDE_LEFT) + box_edge (box, SIDE_RIGHT);
}

static double
edges_down (const Box *box)
{
  return box_edge (box, SIDE_TOP) + box_edge (box, SIDE_BOTTOM);
}

static double
as_border_box (const Box *box, double specified, double edges)
{
  return box->style->is_border_box ? MAX (specified, edges) : MAX (specified, 0) + edges;
}

double
layout_specified_width (const Box *box, double container_width)
{
  double specified = length_or (box->style->width, container_width, -1);
  return specified < 0 ? -1 : as_border_box (box, specified, edges_across (box));
}

double
layout_specified_height (const Box *box, double container_height)
{
  double specified = length_or (box->style->height, container_height, -1);
  return specified < 0 ? -1 : as_border_box (box, specified, edges_down (box));
}

double
layout_clamp_width (const Box *box, double width, double container_width)
{
  double maximum = length_or (box->style->max_width, container_width, -1);
  double minimum = length_or (box->style->min_width, container_width, 0);

  if (maximum >= 0)
    width = MIN (width, as_border_box (box, maximum, edges_across (box)));
  return MAX (width, minimum > 0 ? as_border_box (box, minimum, edges_across (box)) : 0);
}

double
layout_clamp_height (const Box *box, double height, double container_height)
{
  double maximum = length_or (box->style->max_height, container_height, -1);
  double minimum = length_or (box->style->min_height, container_height, 0);

  if (maximum >= 0)
    height = MIN (height, as_border_box (box, maximum, edges_down (box)));
  return MAX (height, minimum > 0 ? as_border_box (box, minimum, edges_down (box)) : 0);
}

/* --- widths from inside --- */

static void
children_widths (LayoutContext *layout, Box *box, double *min_content, double *max_content)
{
  *min_content = *max_content = 0;
  for (Box *child = box->first; child; child = child->next) {
    layout_widths (layout, child);
    double margins = child->margin[SIDE_LEFT] + child->margin[SIDE_RIGHT];
    *min_content = MAX (*min_content, child->min_content + margins);
    *max_content = MAX (*max_content, child->max_content + margins);
  }
}

static void
lines_widths (LayoutContext *layout, Box *box, double *min_content, double *max_content)
{
  Inlines *inlines = box->inlines;

  for (guint i = 0; i < inlines->n_items; i++) {
    InlineItem *item = &inlines->items[i];
    if (item->kind != INLINE_ATOMIC)
      continue;
    layout_widths (layout, item->box);
    item->width =
      item->box->max_content + item->box->margin[SIDE_LEFT] + item->box->margin[SIDE_RIGHT];
  }
  box->inlines->indent = length_or (box->style->text_indent, 0, 0);
  paragraphs_widths (layout->paragraphs, box->inlines, min_content, max_content);
}

/* Pixels are 1/96 inch. */
void
layout_natural_size (const Box *box, double *width, double *height)
{
  const Drawing *drawing = box->drawing;
  double across = box->image ? box->image->width : 300;
  double down = box->image ? box->image->height : 150;

  if (drawing && drawing->width > 0 && drawing->height > 0)
    drawing_natural_size (drawing, &across, &down);
  *width = across * 0.75;
  *height = down * 0.75;
}

/* --- pages --- */

/* The content area of a page of this name. */
static void
page_area (LayoutContext *layout, const char *page, double *width, double *height)
{
  PageStyle style = styler_page (layout->styler, page, FALSE, FALSE, layout->root);
  *width = style.width - style.margin[SIDE_LEFT] - style.margin[SIDE_RIGHT];
  *height = style.height - style.margin[SIDE_TOP] - style.margin[SIDE_BOTTOM];
}

/* That of the pages a box stands on. */
static void
own_page_area (LayoutContext *layout, const Box *box, double *width, double *height)
{
  while (box->parent && box->style->page == NULL)
    box = box->parent;
  *width = layout->page_width;
  *height = layout->page_limit;
  if (box->parent)
    page_area (layout, box->style->page, width, height);
}

/* --- pictures --- */

/* What would be lost below the page is made smaller, unless it was given its height. */
static void
limit_to_page (LayoutContext *layout, const Box *box, double *width, double *height)
{
  double page_width, page_height, across = edges_across (box), down = edges_down (box);

  if (box->style->height.kind == LENGTH_POINTS || *height <= layout->page_limit / 2)
    return;
  own_page_area (layout, box, &page_width, &page_height);
  double limit = page_height - box->margin[SIDE_TOP] - box->margin[SIDE_BOTTOM];
  if (*height <= limit || limit <= down)
    return;
  *width = (*width - across) * (limit - down) / (*height - down) + across;
  *height = limit;
}

/* CSS 2.2, 10.3.2 and 10.6.2: what is not said follows from the proportions. */
static void
replaced_size (LayoutContext *layout, const Box *box, double container_width,
               double container_height, double *width, double *height)
{
  double intrinsic_width, intrinsic_height;
  double across = edges_across (box), down = edges_down (box);

  layout_natural_size (box, &intrinsic_width, &intrinsic_height);
  double asked_width = layout_specified_width (box, container_width);
  double asked_height = layout_specified_height (box, container_height);
  if (asked_width >= 0 && asked_height >= 0) {
    *width = asked_width;
    *height = asked_height;
  } else if (asked_height >= 0) {
    *height = asked_height;
    *width = (asked_height - down) * intrinsic_width / intrinsic_height + across;
  } else {
    *width = asked_width >= 0 ? asked_width : intrinsic_width + across;
    *height = (*width - across) * intrinsic_height / intrinsic_width + down;
  }
  double clamped = layout_clamp_width (box, *width, container_width);
  if (clamped != *width && asked_height < 0)
    *height = (clamped - across) * intrinsic_height / intrinsic_width + down;
  *width = clamped;
  clamped = layout_clamp_height (box, *height, container_height);
  if (clamped != *height && asked_width < 0)
    *width = (clamped - down) * intrinsic_width / intrinsic_height + across;
  *height = clamped;
  limit_to_page (layout, box, width, height);
}

static void
content_widths (LayoutContext *layout, Box *box, double *min_content, double *max_content)
{
  double height;

  switch (box->kind) {
  case BOX_INLINE:
    lines_widths (layout, box, min_content, max_content);
    break;
  case BOX_FLEX:
    layout_flex_widths (layout, box, min_content, max_content);
    break;
  case BOX_TABLE:
    layout_table_widths (layout, box, min_content, max_content);
    break;
  case BOX_REPLACED:
    /* Sizing 3, 5.2.1: a limit in per cent leaves it its own width, and lets it be compressed. */
    replaced_size (layout, box, -1, -1, max_content, &height);
    replaced_size (layout, box, 0, -1, min_content, &height);
    *max_content -= edges_across (box);
    *min_content -= edges_across (box);
    break;
  default:
    children_widths (layout, box, min_content, max_content);
  }
}

void
layout_widths (LayoutContext *layout, Box *box)
{
  double min_content, max_content;

  if (box->has_widths)
    return;
  box->has_widths = TRUE;
  layout_resolve_edges (box, 0);
  double specified = box->kind == BOX_INLINE ? -1 : layout_specified_width (box, -1);
  if (specified >= 0 && box->kind != BOX_TABLE) {
    min_content = max_content = specified;
  } else {
    content_widths (layout, box, &min_content, &max_content);
    if (box->kind != BOX_INLINE) {
      min_content += edges_across (box);
      max_content += edges_across (box);
    }
    if (specified >= 0)
      min_content = max_content = MAX (min_content, specified);
  }
  box->min_content =
    box->kind == BOX_INLINE ? min_content : layout_clamp_width (box, min_content, -1);
  box->max_content =
    box->kind == BOX_INLINE ? max_content : layout_clamp_width (box, max_content, -1);
}

double
layout_min_content_width (LayoutContext *layout, Box *box)
{
  double min_content, max_content;

  content_widths (layout, box, &min_content, &max_content);
  return min_content + edges_across (box);
}

double
layout_fit_content_width (LayoutContext *layout, Box *box, double available)
{
  layout_widths (layout, box);
  double room = available - box->margin[SIDE_LEFT] - box->margin[SIDE_RIGHT];
  return MIN (MAX (box->min_content, room), box->max_content);
}

/* --- flow --- */

typedef struct {
  double y;
  CollapsingMargin pending;
  gboolean at_top; /* nothing solid yet */
} FlowCursor;

/* Remembers where boxes out of the flow would have stood. `y` is where the lines of their parent
 * are. */
static void
set_static_positions (Box *lines)
{
  Inlines *inlines = lines->inlines;

  for (guint i = 0; i < inlines->n_items; i++) {
    const InlineItem *item = &inlines->items[i];
    if (item->kind != INLINE_OUT_OF_FLOW)
      continue;
    item->box->static_x = lines->x;
    item->box->static_y = lines->y;
  }
}

static void
place_child (Box *box, Box *child, FlowCursor *cursor, gboolean is_open)
{
  collapsing_margin_join (&cursor->pending, child->before);
  gboolean meets_parent = cursor->at_top && is_open;
  child->x = box_edge (box, SIDE_LEFT) + child->margin[SIDE_LEFT];
  child->y = cursor->y + (meets_parent ? 0 : collapsing_margin_value (cursor->pending));
  if (child->kind == BOX_INLINE)
    set_static_positions (child);
  if (child->collapses_through) {
    collapsing_margin_join (&cursor->pending, child->after);
    return;
  }
  if (meets_parent)
    collapsing_margin_join (&box->before, cursor->pending);
  cursor->at_top = FALSE;
  cursor->y = child->y + child->height;
  cursor->pending = child->after;
}

/* Left over room beside a block goes to its auto margins. */
static void
resolve_margins (Box *child, double width)
{
  gboolean left = child->style->margin[SIDE_LEFT].kind == LENGTH_AUTO;
  gboolean right = child->style->margin[SIDE_RIGHT].kind == LENGTH_AUTO;
  double rest = width - child->width - child->margin[SIDE_LEFT] - child->margin[SIDE_RIGHT];

  if (child->kind == BOX_INLINE || rest <= 0 || !(left || right))
    return;
  if (left)
    child->margin[SIDE_LEFT] += right ? rest / 2 : rest;
}

/* Pages of another name may be wider or narrower, and what stands on them with them. */
static double
width_for (LayoutContext *layout, const Box *child, double width)
{
  double asked, own, height;

  if (child->kind == BOX_INLINE || child->style->page == NULL)
    return width;
  page_area (layout, child->style->page, &asked, &height);
  own_page_area (layout, child->parent, &own, &height);
  return MAX (width + asked - own, 1);
}

double
layout_block (LayoutContext *layout, Box *box, double width, double height,
              gboolean establishes_formatting_context)
{
  gboolean collapses_top = !establishes_formatting_context && box_edge (box, SIDE_TOP) == 0;
  gboolean collapses_bottom =
    !establishes_formatting_context && box_edge (box, SIDE_BOTTOM) == 0 && height < 0;
  FlowCursor cursor = { box_edge (box, SIDE_TOP), { 0, 0 }, TRUE };

  for (Box *child = box->first; child; child = child->next) {
    double own = width_for (layout, child, width);
    FixedSize fixed = { box->is_table_wrapper && child->kind == BOX_TABLE ? box->table_width : -1,
                        -1 };
    layout_box (layout, child, own, height, fixed);
    resolve_margins (child, own);
    place_child (box, child, &cursor, collapses_top);
  }
  if (cursor.at_top && collapses_top) {
    /* Nothing in it: its own margins meet through it, unless it has a height. */
    collapsing_margin_join (&box->before, cursor.pending);
    box->collapses_through = collapses_bottom && box->style->min_height.value <= 0;
    return 0;
  }
  if (collapses_bottom)
    collapsing_margin_join (&box->after, cursor.pending);
  else
    cursor.y += collapsing_margin_value (cursor.pending);
  return cursor.y - box_edge (box, SIDE_TOP);
}

/* --- any box --- */

/* A block whose margins do not meet those of its children. */
static gboolean
establishes_formatting_context (const Box *box)
{
  return box->parent == NULL || box_is_out_of_flow (box) || box->parent->kind == BOX_FLEX
         || box->parent->kind == BOX_ROW || box->style->display == DISPLAY_INLINE_BLOCK
         || box->column_parts || box->style->clips;
}

static double used_width (LayoutContext *layout, Box *box, double container_width, FixedSize fixed);

/* That of its table, and at least as wide as a word of the caption. */
static double
wrapper_width (LayoutContext *layout, Box *wrapper, double container_width)
{
  Box *table = wrapper->first->kind == BOX_TABLE ? wrapper->first : wrapper->last;
  Box *caption = table == wrapper->first ? wrapper->last : wrapper->first;

  layout_resolve_edges (table, container_width);
  double specified = layout_specified_width (table, container_width);
  wrapper->table_width = specified >= 0
                           ? layout_clamp_width (table, specified, container_width)
                           : used_width (layout, table, wrapper->wrapper_room, NO_FIXED_SIZE);
  layout_widths (layout, caption);
  return MAX (wrapper->table_width, caption->min_content);
}

static double
used_width (LayoutContext *layout, Box *box, double container_width, FixedSize fixed)
{
  double width = fixed.width >= 0 ? fixed.width : layout_specified_width (box, container_width);

  if (box->is_table_wrapper)
    box->wrapper_room = container_width - box->margin[SIDE_LEFT] - box->margin[SIDE_RIGHT];
  if (box->is_table_wrapper) {
    double own = wrapper_width (layout, box, container_width);
    box->table_width = fixed.width >= 0 ? fixed.width : box->table_width;
    return fixed.width >= 0 ? fixed.width : own;
  }
  if (fixed.width >= 0)
    return width;
  if (width < 0 && (box->kind == BOX_TABLE || box->style->display == DISPLAY_INLINE_BLOCK))
    width = layout_fit_content_width (layout, box, container_width);
  else if (width < 0)
    width =
      MAX (container_width - box->margin[SIDE_LEFT] - box->margin[SIDE_RIGHT], edges_across (box));
  return layout_clamp_width (box, width, container_width);
}

static double
content_height (LayoutContext *layout, Box *box, double width, double height)
{
  switch (box->kind) {
  case BOX_FLEX:
    return layout_flex (layout, box, width, height);
  case BOX_TABLE:
    return layout_table (layout, box, width);
  case BOX_BLOCK:
    if (box->column_parts)
      return layout_columns (layout, box, width, height);
    return layout_block (layout, box, width, height, establishes_formatting_context (box));
  default:
    g_assert_not_reached ();
  }
}

static void
lay_out_replaced (LayoutContext *layout, Box *box, double container_width, double container_height,
                  FixedSize fixed)
{
  replaced_size (layout, box, container_width, container_height, &box->width, &box->height);
  if (fixed.width >= 0)
    box->width = fixed.width;
  if (fixed.height >= 0)
    box->height = fixed.height;
}

/* Between a marker and its item: a word space behind a number, more behind a bullet; a text brings
 * its own. */
static double
marker_gap (const Box *list_item)
{
  double size = list_item->marker->style->font_size;

  if (list_item->style->list_kind == LIST_TEXT || list_item->marker->style->content)
    return 0;
  return counter_bullet (list_item->style->list_kind) ? size * 0.4 : size * 0.25;
}

static void
place_marker (LayoutContext *layout, Box *list_item)
{
  Box *marker = list_item->marker;
  const LineBox *line;

  marker->height = layout_inline (layout, marker, -1);
  marker->width = marker->paragraph->width;
  line = &marker->lines[0];
  double baseline = layout_first_baseline (list_item);
  marker->x = -marker->width - marker_gap (list_item);
  marker->y = isnan (baseline) ? box_edge (list_item, SIDE_TOP) : baseline - line->baseline;
}

/* Less than a hair is rounding. */
#define MOST_BEYOND 0.5

static void
note_table (LayoutContext *layout, const Box *table, double container_width)
{
  WideBox wide = { table, layout->columns_width + edges_across (table),
                   container_width - table->margin[SIDE_LEFT] - table->margin[SIDE_RIGHT] };

  if (table->parent && table->parent->is_table_wrapper)
    wide.place = table->parent->wrapper_room;
  for (guint i = 0; i < layout->wide->len; i++)
    if (g_array_index (layout->wide, WideBox, i).table == table) {
      g_array_remove_index (layout->wide, i);
      break;
    }
  if (wide.width > MAX (wide.place, 0) + MOST_BEYOND)
    g_array_append_val (layout->wide, wide);
}

void
layout_box (LayoutContext *layout, Box *box, double container_width, double container_height,
            FixedSize fixed)
{
  if (box->kind == BOX_INLINE) {
    box->width = container_width;
    box->height = layout_inline (layout, box, container_width);
    box->before = box->after = (CollapsingMargin){ 0, 0 };
    box->collapses_through = box->n_lines == 0;
    return;
  }
  layout_resolve_edges (box, container_width);
  box->before = box->after = (CollapsingMargin){ 0, 0 };
  box->collapses_through = FALSE;
  collapsing_margin_add (&box->before, box->margin[SIDE_TOP]);
  collapsing_margin_add (&box->after, box->margin[SIDE_BOTTOM]);
  if (box->kind == BOX_REPLACED) {
    lay_out_replaced (layout, box, container_width, container_height, fixed);
    return;
  }
  box->width = used_width (layout, box, container_width, fixed);
  double specified =
    fixed.height >= 0 ? fixed.height : layout_specified_height (box, container_height);
  double inner =
    specified >= 0 ? layout_clamp_height (box, specified, container_height) - edges_down (box) : -1;
  box->height =
    content_height (layout, box, box->width - edges_across (box), inner) + edges_down (box);
  if (box->kind == BOX_TABLE)
    note_table (layout, box, container_width);
  if (specified >= 0)
    box->height = specified;
  if (fixed.height < 0)
    box->height = layout_clamp_height (box, box->height, container_height);
  if (box->height > 0)
    box->collapses_through = FALSE;
  if (box->marker)
    place_marker (layout, box);
  layout_out_of_flow (layout, box);
}

/* --- baselines --- */

double
layout_first_baseline (const Box *box)
{
  if (box->kind == BOX_INLINE)
    return box->n_lines > 0 ? box->lines[0].baseline : NAN;
  for (const Box *child = box->first; child; child = child->next) {
    double baseline = layout_first_baseline (child);
    if (!isnan (baseline))
      return child->y + baseline;
  }
  return NAN;
}

double
layout_last_baseline (const Box *box)
{
  double last = NAN;

  if (box->kind == BOX_INLINE)
    return box->n_lines > 0 ? box->lines[box->n_lines - 1].baseline : NAN;
  for (const Box *child = box->first; child; child = child->next) {
    double baseline = layout_last_baseline (child);
    if (!isnan (baseline))
      last = child->y + baseline;
  }
  return last;
}
