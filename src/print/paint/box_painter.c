/* SPDX-License-Identifier: MIT */
/* A border is the ring between the border box and the padding box. Its sides meet in mitres, from
 * an outer corner to an inner one; where the box is round, the ring is what is painted through.
 * Sides of one colour are one path, so that no seam shows where they meet. */
#include "print/paint/box_painter.h"

#include "print/paint/shape.h"

#include <math.h>

typedef struct {
  Shape outer;
  Border border[N_SIDES]; /* as it is seen: nothing where the box is cut */
} DecoratedBox;

/* --- shapes --- */

/* The shape with `part` of each border taken off. */
static Shape
shrink (const DecoratedBox *box, double part)
{
  const Border *b = box->border;
  Shape shape = box->outer;
  double inset[N_SIDES];

  for (guint side = 0; side < N_SIDES; side++)
    inset[side] = b[side].width * part;
  shape.left += inset[SIDE_LEFT];
  shape.top += inset[SIDE_TOP];
  shape.right -= inset[SIDE_RIGHT];
  shape.bottom -= inset[SIDE_BOTTOM];
  corners_shrink (&shape.corners, inset);
  return shape;
}

/* --- the box --- */

static gboolean
is_seen (const Border *border)
{
  return border->style != BORDER_NONE && border->width > 0 && !border->colour.is_clear;
}

static gboolean
is_open (const Placed *item, guint side)
{
  const gboolean open[] = { [SIDE_TOP] = item->box.is_open_top,
                            [SIDE_RIGHT] = item->box.is_open_right,
                            [SIDE_BOTTOM] = item->box.is_open_bottom,
                            [SIDE_LEFT] = item->box.is_open_left };
  return open[side];
}

/* Corners go clockwise from the top left, each between two sides. */
static gboolean
is_cut (const Placed *item, guint corner)
{
  return is_open (item, corner < 2 ? SIDE_TOP : SIDE_BOTTOM)
         || is_open (item, corner == 1 || corner == 2 ? SIDE_RIGHT : SIDE_LEFT);
}

static double
sane (double number)
{
  return isfinite (number) ? number : 0;
}

static DecoratedBox
box_of (const Placed *item)
{
  const Style *style = item->box.style;
  double left = sane (item->x), top = sane (item->y);
  double width = MAX (sane (item->width), 0), height = MAX (sane (item->height), 0);
  DecoratedBox box = { .outer = { left, top, left + width, top + height,
                                  corners_of (style, width, height) } };

  for (guint i = 0; i < 4; i++)
    if (is_cut (item, i))
      box.outer.corners.x[i] = box.outer.corners.y[i] = 0;
  corners_fit (&box.outer.corners, width, height);
  for (guint side = 0; side < N_SIDES; side++)
    if (is_seen (&style->border[side]) && isfinite (style->border[side].width)
        && !is_open (item, side))
      box.border[side] = style->border[side];
  return box;
}

gboolean
box_is_visible (const Placed *item)
{
  const Style *style = item->box.style;
  if (style->is_hidden)
    return FALSE;
  gboolean is_visible = !style->background.is_clear && item->width > 0 && item->height > 0;
  for (guint side = 0; side < N_SIDES; side++)
    is_visible |= is_seen (&style->border[side]) && !is_open (item, side);
  return is_visible;
}

/* --- borders --- */

static gboolean
is_same_border (const Border *one, const Border *other)
{
  return one->style == other->style && one->width == other->width
         && colour_equal (one->colour, other->colour);
}

static gboolean
is_uniform (const DecoratedBox *box)
{
  for (guint side = 1; side < N_SIDES; side++)
    if (!is_same_border (&box->border[0], &box->border[side]))
      return FALSE;
  return box->border[0].width > 0;
}

/* Dashes are twice as long as wide and dots are round, each with room of its own size. */
static void
set_pen (ContentStream *content, const Border *border, double width)
{
  content_stroke_colour (content, border->colour);
  content_number (content, width);
  content_operator (content, "w");
  if (border->style == BORDER_DOTTED)
    content_operator (content, "1 J");
  if (border->style == BORDER_DOTTED || border->style == BORDER_DASHED) {
    gboolean is_dotted = border->style == BORDER_DOTTED;
    append_text (content->out, "[");
    content_number (content, is_dotted ? 0 : 2 * width);
    content_number (content, 2 * width);
    content_operator (content, "]0 d");
  }
}

/* All sides alike: one line around, or two. */
static void
paint_uniform (ContentStream *content, const DecoratedBox *box)
{
  const Border *border = &box->border[0];
  gboolean is_double = border->style == BORDER_DOUBLE;

  content_save (content);
  set_pen (content, border, is_double ? border->width / 3 : border->width);
  for (guint i = 0; i < (is_double ? 2 : 1); i++) {
    Shape middle = shrink (box, is_double ? 1 / 6.0 + i * 4 / 6.0 : 0.5);
    shape_add (content, &middle);
  }
  content_operator (content, "S");
  content_restore (content);
}

typedef struct {
  double x, y;
} Point;

/* The corner of the shape that has `part` of each border taken off. */
static Point
corner_of (const DecoratedBox *box, guint corner, double part)
{
  Shape shape = shrink (box, part);
  gboolean is_left = corner == 0 || corner == 3, is_top = corner < 2;
  return (Point){ is_left ? shape.left : shape.right, is_top ? shape.top : shape.bottom };
}

/* How many times its width a side reaches inwards at a corner: a round one needs more than once,
 * and the ring cuts off the rest. At the most as far as the opposite sides meet. */
static double
reach_of (const DecoratedBox *box, guint corner)
{
  const Border *b = box->border;
  double radius = MAX (box->outer.corners.x[corner], box->outer.corners.y[corner]);
  double across = (box->outer.right - box->outer.left) / (b[SIDE_LEFT].width + b[SIDE_RIGHT].width);
  double down = (box->outer.bottom - box->outer.top) / (b[SIDE_TOP].width + b[SIDE_BOTTOM].width);
  double thinnest = G_MAXDOUBLE;

  for (guint side = 0; side < N_SIDES; side++)
    if (b[side].width > 0)
      thinnest = MIN (thinnest, b[side].width);
  return radius > 0 ? fmin (fmin (across, down), 1 + radius / thinnest) : 1;
}

/* The band of one side between two parts of its width, with its mitres. The corners of a side are
 * its own and the one after it. */
static void
add_band (ContentStream *content, const DecoratedBox *box, guint side, double from, double to)
{
  guint first = side, second = (side + 1) % N_SIDES;
  const Point points[] = {
    corner_of (box, first, from),
    corner_of (box, second, from),
    corner_of (box, second, to < 1 ? to : reach_of (box, second)),
    corner_of (box, first, to < 1 ? to : reach_of (box, first)),
  };
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    (i == 0 ? content_move : content_line) (content, points[i].x, points[i].y);
  content_operator (content, "h");
}

static void
add_bands (ContentStream *content, const DecoratedBox *box, guint side)
{
  if (box->border[side].style == BORDER_DOUBLE) {
    add_band (content, box, side, 0, 1 / 3.0);
    add_band (content, box, side, 2 / 3.0, 1);
  } else {
    add_band (content, box, side, 0, 1);
  }
}

static gboolean
is_filled (const Border *border)
{
  return border->width > 0 && (border->style == BORDER_SOLID || border->style == BORDER_DOUBLE);
}

/* Sides of this one's colour that were not painted with an earlier one. */
static void
paint_filled (ContentStream *content, const DecoratedBox *box, guint first,
              gboolean is_painted[N_SIDES])
{
  content_fill_colour (content, box->border[first].colour);
  for (guint side = first; side < N_SIDES; side++) {
    const Border *border = &box->border[side];
    if (is_painted[side] || !is_filled (border)
        || !colour_equal (border->colour, box->border[first].colour))
      continue;
    add_bands (content, box, side);
    is_painted[side] = TRUE;
  }
  content_operator (content, "f");
}

static void
paint_stroked (ContentStream *content, const DecoratedBox *box, guint side)
{
  Shape s = shrink (box, 0.5);
  const struct {
    double x1, y1, x2, y2;
  } lines[N_SIDES] = {
    [SIDE_TOP] = { box->outer.left, s.top, box->outer.right, s.top },
    [SIDE_RIGHT] = { s.right, box->outer.top, s.right, box->outer.bottom },
    [SIDE_BOTTOM] = { box->outer.left, s.bottom, box->outer.right, s.bottom },
    [SIDE_LEFT] = { s.left, box->outer.top, s.left, box->outer.bottom },
  };

  content_save (content);
  set_pen (content, &box->border[side], box->border[side].width);
  content_move (content, lines[side].x1, lines[side].y1);
  content_line (content, lines[side].x2, lines[side].y2);
  content_operator (content, "S");
  content_restore (content);
}

/* Everything outside the ring is cut off, so that sides need not be round themselves. */
static void
clip_to_ring (ContentStream *content, const DecoratedBox *box)
{
  Shape inner = shrink (box, 1);
  content_save (content);
  shape_add (content, &box->outer);
  shape_add (content, &inner);
  content_operator (content, "W* n");
}

static void
paint_sides (ContentStream *content, const DecoratedBox *box)
{
  gboolean is_painted[N_SIDES] = { FALSE };
  gboolean clips = corners_are_round (&box->outer.corners);

  if (clips)
    clip_to_ring (content, box);
  for (guint side = 0; side < N_SIDES; side++) {
    if (is_painted[side] || box->border[side].width <= 0)
      continue;
    if (is_filled (&box->border[side]))
      paint_filled (content, box, side, is_painted);
    else
      paint_stroked (content, box, side);
  }
  if (clips)
    content_restore (content);
}

static gboolean
has_borders (const DecoratedBox *box)
{
  for (guint side = 0; side < N_SIDES; side++)
    if (box->border[side].width > 0)
      return TRUE;
  return FALSE;
}

void
box_paint (ContentStream *content, const Placed *item)
{
  DecoratedBox box = box_of (item);

  content_text_end (content);
  if (!item->box.style->background.is_clear) {
    content_fill_colour (content, item->box.style->background);
    shape_add (content, &box.outer);
    content_operator (content, "f");
  }
  if (is_uniform (&box))
    paint_uniform (content, &box);
  else if (has_borders (&box))
    paint_sides (content, &box);
}
