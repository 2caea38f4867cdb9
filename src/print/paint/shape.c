/* SPDX-License-Identifier: MIT */
#include "print/paint/shape.h"

#define KAPPA 0.5522847498 /* a quarter of a circle as a Bézier curve */

static void
add_round (ContentStream *content, const Shape *s)
{
  const double *rx = s->corners.x, *ry = s->corners.y;
  double k = 1 - KAPPA;

  content_move (content, s->left + rx[0], s->top);
  content_line (content, s->right - rx[1], s->top);
  content_curve (content, s->right - k * rx[1], s->top, s->right, s->top + k * ry[1], s->right,
                 s->top + ry[1]);
  content_line (content, s->right, s->bottom - ry[2]);
  content_curve (content, s->right, s->bottom - k * ry[2], s->right - k * rx[2], s->bottom,
                 s->right - rx[2], s->bottom);
  content_line (content, s->left + rx[3], s->bottom);
  content_curve (content, s->left + k * rx[3], s->bottom, s->left, s->bottom - k * ry[3], s->left,
                 s->bottom - ry[3]);
  content_line (content, s->left, s->top + ry[0]);
  content_curve (content, s->left, s->top + k * ry[0], s->left + k * rx[0], s->top, s->left + rx[0],
                 s->top);
  content_operator (content, "h");
}

void
shape_add (ContentStream *content, const Shape *shape)
{
  if (corners_are_round (&shape->corners))
    add_round (content, shape);
  else
    content_rectangle (content, shape->left, shape->top, shape->right - shape->left,
                       shape->bottom - shape->top);
}
