/* SPDX-License-Identifier: MIT */
#include "print/paint/quad.h"

#include <math.h>

static Corner
corner_of (const Placed *item, double x, double y, const Sheet *sheet, const ContentStream *content)
{
  double angle = (isfinite (item->rotation) ? item->rotation : 0) * G_PI / 180;
  double dx = x - item->pivot_x, dy = y - item->pivot_y;
  if (angle != 0) {
    x = item->pivot_x + dx * cos (angle) - dy * sin (angle);
    y = item->pivot_y + dx * sin (angle) + dy * cos (angle);
  }
  Corner corner = { content->left + x, content->top - y };
  sheet_point (sheet, &corner.x, &corner.y);
  return corner;
}

Quad
quad_of (const Placed *item, const Sheet *sheet, const ContentStream *content)
{
  double right = item->x + item->width, bottom = item->y + item->height;
  return (Quad){ {
    corner_of (item, item->x, bottom, sheet, content),
    corner_of (item, right, bottom, sheet, content),
    corner_of (item, right, item->y, sheet, content),
    corner_of (item, item->x, item->y, sheet, content),
  } };
}

Bounding
bounding_none (void)
{
  return (Bounding){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
}

void
bounding_add (Bounding *bounding, const Quad *quad)
{
  for (guint i = 0; i < 4; i++) {
    Corner corner = quad->corners[i];
    bounding->left = MIN (bounding->left, corner.x);
    bounding->right = MAX (bounding->right, corner.x);
    bounding->bottom = MIN (bounding->bottom, corner.y);
    bounding->top = MAX (bounding->top, corner.y);
  }
}
