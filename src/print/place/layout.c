/* SPDX-License-Identifier: MIT */
#include "print/place/layout.h"

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
  if (box->kind == BOX_LINES)
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
as_border_box (const Box *box, double asked, double edges)
{
  return box->style->is_border_box ? MAX (asked, edges) : MAX (asked, 0) + edges;
}

double
layout_asked_width (const Box *box, double container_width)
{
  double asked = length_or (box->style->width, container_width, -1);
  return asked < 0 ? -1 : as_border_box (box, asked, edges_across (box));
}

double
layout_asked_height (const Box *box, double container_height)
{
  double asked = length_or (box->style->height, container_height, -1);
  return asked < 0 ? -1 : as_border_box (box, asked, edges_down (box));
}

double
layout_clamp_width (const Box *box, double width, double container_width)
{
  double most = length_or (box->style->max_width, container_width, -1);
  double least = length_or (box->style->min_width, container_width, 0);

  if (most >= 0)
    width = MIN (width, as_border_box (box, most, edges_across (box)));
  return MAX (width, least > 0 ? as_border_box (box, least, edges_across (box)) : 0);
}

double
layout_clamp_height (const Box *box, double height, double container_height)
{
  double most = length_or (box->style->max_height, container_height, -1);
  double least = length_or (box->style->min_height, container_height, 0);

  if (most >= 0)
    height = MIN (height, as_border_box (box, most, edges_down (box)));
  return MAX (height, least > 0 ? as_border_box (box, least, edges_down (box)) : 0);
}

/* --- widths from inside --- */

static void
children_widths (Layout *layout, Box *box, double *least, double *most)
{
  *least = *most = 0;
  for (Box *child = box->first; child; child = child->next) {
    layout_widths (layout, child);
    double margins = child->margin[SIDE_LEFT] + child->margin[SIDE_RIGHT];
    *least = MAX (*least, child->least + margins);
    *most = MAX (*most, child->most + margins);
  }
}

static void
lines_widths (Layout *layout, Box *box, double *least, double *most)
{
  GArray *pieces = box->inlines->pieces;

  for (guint i = 0; i < pieces->len; i++) {
    Piece *piece = &g_array_index (pieces, Piece, i);
    if (piece->kind != PIECE_ATOM)
      continue;
    layout_widths (layout, piece->box);
    piece->width =
      piece->box->most + piece->box->margin[SIDE_LEFT] + piece->box->margin[SIDE_RIGHT];
  }
  box->inlines->indent = length_or (box->style->text_indent, 0, 0);
  paragraphs_widths (layout->paragraphs, box->inlines, least, most);
}

/* The natural size of a picture: pixels are 1/96 inch. */
static void
natural_size (const Box *box, double *width, double *height)
{
  *width = box->image ? box->image->width * 0.75 : 225;
  *height = box->image ? box->image->height * 0.75 : 112.5;
  if (box->drawing && box->drawing->width > 0 && box->drawing->height > 0) {
    *width = box->drawing->width * 0.75;
    *height = box->drawing->height * 0.75;
  }
}

/* CSS 2.2, 10.3.2 and 10.6.2: what is not said follows from the proportions. */
static void
picture_size (const Box *box, double container_width, double container_height, double *width,
              double *height)
{
  double natural_width, natural_height;
  double across = edges_across (box), down = edges_down (box);

  natural_size (box, &natural_width, &natural_height);
  double asked_width = layout_asked_width (box, container_width);
  double asked_height = layout_asked_height (box, container_height);
  if (asked_width >= 0 && asked_height >= 0) {
    *width = asked_width;
    *height = asked_height;
  } else if (asked_height >= 0) {
    *height = asked_height;
    *width = (asked_height - down) * natural_width / natural_height + across;
  } else {
    *width = asked_width >= 0 ? asked_width : natural_width + across;
    *height = (*width - across) * natural_height / natural_width + down;
  }
  double clamped = layout_clamp_width (box, *width, container_width);
  if (clamped != *width && asked_height < 0)
    *height = (clamped - across) * natural_height / natural_width + down;
  *width = clamped;
  clamped = layout_clamp_height (box, *height, container_height);
  if (clamped != *height && asked_width < 0)
    *width = (clamped - down) * natural_width / natural_height + across;
  *height = clamped;
}

static void
content_widths (Layout *layout, Box *box, double *least, double *most)
{
  double height;

  switch (box->kind) {
  case BOX_LINES:
    lines_widths (layout, box, least, most);
    break;
  case BOX_FLEX:
    layout_flex_widths (layout, box, least, most);
    break;
  case BOX_TABLE:
    layout_table_widths (layout, box, least, most);
    break;
  case BOX_PICTURE:
    picture_size (box, 0, -1, most, &height);
    *most -= edges_across (box);
    *least = *most;
    break;
  default:
    children_widths (layout, box, least, most);
  }
}

void
layout_widths (Layout *layout, Box *box)
{
  double least, most;

  if (box->has_widths)
    return;
  box->has_widths = TRUE;
  layout_resolve_edges (box, 0);
  double asked = box->kind == BOX_LINES ? -1 : layout_asked_width (box, -1);
  if (asked >= 0 && box->kind != BOX_TABLE) {
    least = most = asked;
  } else {
    content_widths (layout, box, &least, &most);
    if (box->kind != BOX_LINES) {
      least += edges_across (box);
      most += edges_across (box);
    }
    if (asked >= 0)
      least = most = MAX (least, asked);
  }
  box->least = box->kind == BOX_LINES ? least : layout_clamp_width (box, least, -1);
  box->most = box->kind == BOX_LINES ? most : layout_clamp_width (box, most, -1);
}

double
layout_content_least (Layout *layout, Box *box)
{
  double least, most;

  content_widths (layout, box, &least, &most);
  return least + edges_across (box);
}

double
layout_fitting_width (Layout *layout, Box *box, double available)
{
  layout_widths (layout, box);
  double room = available - box->margin[SIDE_LEFT] - box->margin[SIDE_RIGHT];
  return MIN (MAX (box->least, room), box->most);
}

/* --- flow --- */

typedef struct {
  double y;
  Strut pending;
  gboolean at_top; /* nothing solid yet */
} Cursor;

/* Remembers where boxes out of the flow would have stood. `y` is where the lines of their parent
 * are. */
static void
set_anchors (Box *lines)
{
  GArray *pieces = lines->inlines->pieces;

  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = &g_array_index (pieces, Piece, i);
    if (piece->kind != PIECE_ANCHOR)
      continue;
    piece->box->static_x = lines->x;
    piece->box->static_y = lines->y;
  }
}

static void
place_child (Box *box, Box *child, Cursor *cursor, gboolean is_open)
{
  strut_join (&cursor->pending, child->before);
  gboolean meets_parent = cursor->at_top && is_open;
  child->x = box_edge (box, SIDE_LEFT) + child->margin[SIDE_LEFT];
  child->y = cursor->y + (meets_parent ? 0 : strut_value (cursor->pending));
  if (child->kind == BOX_LINES)
    set_anchors (child);
  if (child->is_hollow) {
    strut_join (&cursor->pending, child->after);
    return;
  }
  if (meets_parent)
    strut_join (&box->before, cursor->pending);
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

  if (child->kind == BOX_LINES || rest <= 0 || !(left || right))
    return;
  if (left)
    child->margin[SIDE_LEFT] += right ? rest / 2 : rest;
}

/* Of the content area of a page of this name. */
static double
page_width (Layout *layout, const char *page)
{
  PageStyle style = styler_page (layout->styler, page, FALSE, FALSE, layout->root);
  return style.width - style.margin[SIDE_LEFT] - style.margin[SIDE_RIGHT];
}

/* Pages of another name may be wider or narrower, and what stands on them with them. */
static double
width_for (Layout *layout, const Box *child, double width)
{
  if (child->kind == BOX_LINES || child->style->page == NULL)
    return width;
  return MAX (width + page_width (layout, child->style->page) - layout->page_width, 1);
}

double
layout_flow (Layout *layout, Box *box, double width, double height, gboolean is_apart)
{
  gboolean open_top = !is_apart && box_edge (box, SIDE_TOP) == 0;
  gboolean open_bottom = !is_apart && box_edge (box, SIDE_BOTTOM) == 0 && height < 0;
  Cursor cursor = { box_edge (box, SIDE_TOP), { 0, 0 }, TRUE };

  for (Box *child = box->first; child; child = child->next) {
    double own = width_for (layout, child, width);
    layout_box (layout, child, own, height, GIVEN_NOTHING);
    resolve_margins (child, own);
    place_child (box, child, &cursor, open_top);
  }
  if (cursor.at_top && open_top) {
    /* Nothing in it: its own margins meet through it, unless it has a height. */
    strut_join (&box->before, cursor.pending);
    box->is_hollow = open_bottom && box->style->min_height.value <= 0;
    return 0;
  }
  if (open_bottom)
    strut_join (&box->after, cursor.pending);
  else
    cursor.y += strut_value (cursor.pending);
  return cursor.y - box_edge (box, SIDE_TOP);
}

/* --- any box --- */

/* A block whose margins do not meet those of its children. */
static gboolean
is_apart (const Box *box)
{
  return box->parent == NULL || box_is_outside (box) || box->parent->kind == BOX_FLEX
         || box->parent->kind == BOX_ROW || box->style->display == DISPLAY_INLINE_BLOCK
         || box->column_parts;
}

static double
used_width (Layout *layout, Box *box, double container_width, Given given)
{
  double width = given.width >= 0 ? given.width : layout_asked_width (box, container_width);

  if (given.width >= 0)
    return width;
  if (width < 0 && (box->kind == BOX_TABLE || box->style->display == DISPLAY_INLINE_BLOCK))
    width = layout_fitting_width (layout, box, container_width);
  else if (width < 0)
    width =
      MAX (container_width - box->margin[SIDE_LEFT] - box->margin[SIDE_RIGHT], edges_across (box));
  return layout_clamp_width (box, width, container_width);
}

static double
content_height (Layout *layout, Box *box, double width, double height)
{
  switch (box->kind) {
  case BOX_FLEX:
    return layout_flex (layout, box, width, height);
  case BOX_TABLE:
    return layout_table (layout, box, width);
  case BOX_FLOW:
    if (box->column_parts)
      return layout_columns (layout, box, width, height);
    return layout_flow (layout, box, width, height, is_apart (box));
  default:
    g_assert_not_reached ();
  }
}

static void
lay_out_picture (Box *box, double container_width, double container_height, Given given)
{
  picture_size (box, container_width, container_height, &box->width, &box->height);
  if (given.width >= 0)
    box->width = given.width;
  if (given.height >= 0)
    box->height = given.height;
}

/* Between a marker and its item: a word space behind a number, more behind a bullet; a text brings
 * its own. */
static double
marker_gap (const Box *item)
{
  double size = item->marker->style->font_size;

  if (item->style->list_kind == LIST_TEXT || item->marker->style->content)
    return 0;
  return item->style->list_kind <= LIST_SQUARE ? size * 0.4 : size * 0.25;
}

static void
place_marker (Layout *layout, Box *item)
{
  Box *marker = item->marker;
  const LineBox *line;

  marker->height = layout_lines (layout, marker, -1);
  marker->width = marker->paragraph->width;
  line = &marker->lines[0];
  double baseline = layout_first_baseline (item);
  marker->x = -marker->width - marker_gap (item);
  marker->y = isnan (baseline) ? box_edge (item, SIDE_TOP) : baseline - line->baseline;
}

void
layout_box (Layout *layout, Box *box, double container_width, double container_height, Given given)
{
  if (box->kind == BOX_LINES) {
    box->width = container_width;
    box->height = layout_lines (layout, box, container_width);
    box->before = box->after = (Strut){ 0, 0 };
    box->is_hollow = box->n_lines == 0;
    return;
  }
  layout_resolve_edges (box, container_width);
  box->before = box->after = (Strut){ 0, 0 };
  box->is_hollow = FALSE;
  strut_add (&box->before, box->margin[SIDE_TOP]);
  strut_add (&box->after, box->margin[SIDE_BOTTOM]);
  if (box->kind == BOX_PICTURE) {
    lay_out_picture (box, container_width, container_height, given);
    return;
  }
  box->width = used_width (layout, box, container_width, given);
  double asked = given.height >= 0 ? given.height : layout_asked_height (box, container_height);
  double inner =
    asked >= 0 ? layout_clamp_height (box, asked, container_height) - edges_down (box) : -1;
  box->height =
    content_height (layout, box, box->width - edges_across (box), inner) + edges_down (box);
  if (asked >= 0)
    box->height = asked;
  if (given.height < 0)
    box->height = layout_clamp_height (box, box->height, container_height);
  if (box->height > 0)
    box->is_hollow = FALSE;
  if (box->marker)
    place_marker (layout, box);
  layout_outsiders (layout, box);
}

/* --- baselines --- */

double
layout_first_baseline (const Box *box)
{
  if (box->kind == BOX_LINES)
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

  if (box->kind == BOX_LINES)
    return box->n_lines > 0 ? box->lines[box->n_lines - 1].baseline : NAN;
  for (const Box *child = box->first; child; child = child->next) {
    double baseline = layout_last_baseline (child);
    if (!isnan (baseline))
      last = child->y + baseline;
  }
  return last;
}
