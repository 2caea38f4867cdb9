/* SPDX-License-Identifier: MIT */
/* Layout has stretched and pushed apart what it had room for, so the need of a box is found once
 * more from inside out: flexible boxes count what they hold, not what they were given. */
#include "print/place/measure.h"

#include "print/place/layout.h"

double
measure_room (const Box *box)
{
  return MAX (box->height - box_edge (box, SIDE_TOP) - box_edge (box, SIDE_BOTTOM), 0);
}

static double
margins_down (const Box *box)
{
  return box->kind == BOX_INLINE ? 0 : box->margin[SIDE_TOP] + box->margin[SIDE_BOTTOM];
}

/* A height that somebody asked for is needed even when nothing is in it. */
static double
asked_height (const Box *box)
{
  const Style *style = box->style;
  double asked = style->height.kind == LENGTH_POINTS ? layout_specified_height (box, -1) : 0;
  return layout_clamp_height (box, asked, -1);
}

/* Its border box. */
static double
outer_need (const Box *box)
{
  if (box->kind == BOX_INLINE || box->kind == BOX_REPLACED || box->kind == BOX_TABLE
      || box->kind == BOX_ROW || box->kind == BOX_ROW_GROUP || box->column_parts)
    return box->height;
  double edges = box_edge (box, SIDE_TOP) + box_edge (box, SIDE_BOTTOM);
  return MAX (measure_used (box) + edges, asked_height (box));
}

static double
column_need (const Box *box)
{
  double need = 0;

  for (const Box *child = box->first; child; child = child->next)
    need += outer_need (child) + margins_down (child) + (child->next ? box->style->row_gap : 0);
  return need;
}

/* The lines of a row keep their distance: a line is as high as what it needs most. */
static double
row_need (const Box *box)
{
  double need = 0, line = 0, right = -G_MAXDOUBLE;

  for (const Box *child = box->first; child; child = child->next) {
    if (child->x < right - 0.001 && box->style->flex_wraps) {
      need += line + box->style->row_gap;
      line = 0;
    }
    right = child->x + child->width;
    line = MAX (line, outer_need (child) + margins_down (child));
  }
  return need + line;
}

static double
block_need (const Box *box)
{
  double top = box_edge (box, SIDE_TOP), need = 0;

  for (const Box *child = box->first; child; child = child->next) {
    double after = child->kind == BOX_INLINE ? 0 : collapsing_margin_value (child->after);
    need = MAX (need, child->y - top + outer_need (child) + (child->next ? 0 : after));
  }
  return need;
}

double
measure_used (const Box *box)
{
  if (box->kind == BOX_FLEX)
    return box->style->is_flex_column ? column_need (box) : row_need (box);
  if (box->kind == BOX_BLOCK && !box->column_parts)
    return block_need (box);
  return measure_room (box);
}
