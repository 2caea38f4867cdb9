/* SPDX-License-Identifier: MIT */
/* Boxes out of the flow: absolute and fixed positions (CSS 2.2, 10.3.7 and 10.6.4). */
#include "print/place/layout.h"

/* The start of a box along one axis: `near` and `far` are its insets, negative infinity where auto.
 */
static double
start_along (Length near, Length far, double area, double size, double before, double after,
             double otherwise)
{
  if (near.kind != LENGTH_AUTO)
    return length_or (near, area, 0) + before;
  if (far.kind != LENGTH_AUTO)
    return area - length_or (far, area, 0) - after - size;
  return otherwise + before;
}

static gboolean
is_auto (const Box *box, Side side)
{
  return box->style->inset[side].kind == LENGTH_AUTO;
}

static double
between (const Box *box, Side near, Side far, double area)
{
  return area - length_or (box->style->inset[near], area, 0)
         - length_or (box->style->inset[far], area, 0) - box->margin[near] - box->margin[far];
}

/* Where it is fixed on both sides, auto margins share what is left (10.3.7, 10.6.4); when nothing
 * is, only what lies across hangs out at the far side. */
static void
share_margins (Box *box, Side near, Side far, double area, double size)
{
  gboolean near_is_auto = box->style->margin[near].kind == LENGTH_AUTO;
  gboolean far_is_auto = box->style->margin[far].kind == LENGTH_AUTO;

  if (is_auto (box, near) || is_auto (box, far) || !(near_is_auto || far_is_auto))
    return;
  double rest = between (box, near, far, area) - size;
  if (near_is_auto && far_is_auto)
    box->margin[near] = rest < 0 && near == SIDE_LEFT ? 0 : rest / 2;
  else if (near_is_auto)
    box->margin[near] = rest;
}

void
layout_out_of_flow_box (LayoutContext *layout, Box *box, double area_width, double area_height,
                        double static_x, double static_y)
{
  const Style *style = box->style;
  FixedSize fixed = NO_FIXED_SIZE;

  layout_resolve_edges (box, area_width);
  if (box->kind != BOX_REPLACED) {
    fixed.width = layout_specified_width (box, area_width);
    if (fixed.width < 0 && !is_auto (box, SIDE_LEFT) && !is_auto (box, SIDE_RIGHT))
      fixed.width = MAX (between (box, SIDE_LEFT, SIDE_RIGHT, area_width), 0);
    if (fixed.width < 0) {
      double taken = length_or (style->inset[SIDE_LEFT], area_width, 0)
                     + length_or (style->inset[SIDE_RIGHT], area_width, 0);
      fixed.width = layout_fit_content_width (layout, box, area_width - taken);
    }
    fixed.width = layout_clamp_width (box, fixed.width, area_width);
    if (style->height.kind == LENGTH_AUTO && !is_auto (box, SIDE_TOP)
        && !is_auto (box, SIDE_BOTTOM))
      fixed.height = MAX (between (box, SIDE_TOP, SIDE_BOTTOM, area_height), 0);
  }
  layout_box (layout, box, area_width, area_height, fixed);

  share_margins (box, SIDE_LEFT, SIDE_RIGHT, area_width, box->width);
  share_margins (box, SIDE_TOP, SIDE_BOTTOM, area_height, box->height);
  box->x = start_along (style->inset[SIDE_LEFT], style->inset[SIDE_RIGHT], area_width, box->width,
                        box->margin[SIDE_LEFT], box->margin[SIDE_RIGHT], static_x);
  box->y = start_along (style->inset[SIDE_TOP], style->inset[SIDE_BOTTOM], area_height, box->height,
                        box->margin[SIDE_TOP], box->margin[SIDE_BOTTOM], static_y);
}

/* The corner of `box` from the corner of its ancestor `from`. */
static void
find_corner (const Box *box, const Box *from, double *x, double *y)
{
  for (; box && box != from; box = box->parent) {
    *x += box->x;
    *y += box->y;
  }
}

void
layout_out_of_flow (LayoutContext *layout, Box *container)
{
  double left = container->style->border[SIDE_LEFT].width,
         top = container->style->border[SIDE_TOP].width;
  double width = container->width - left - container->style->border[SIDE_RIGHT].width;
  double height = container->height - top - container->style->border[SIDE_BOTTOM].width;

  for (guint i = 0; container->out_of_flow && i < container->out_of_flow->len; i++) {
    Box *box = container->out_of_flow->pdata[i];
    double x = box->static_x - left, y = box->static_y - top;
    find_corner (box->parent, container, &x, &y);
    layout_out_of_flow_box (layout, box, width, height, x, y);
    box->x += left;
    box->y += top;
  }
}
