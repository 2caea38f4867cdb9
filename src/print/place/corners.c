/* SPDX-License-Identifier: MIT */
#include "print/place/corners.h"

#include <math.h>

static double
radius_of (Length length, double whole)
{
  double radius = length.kind == LENGTH_PERCENT ? whole * length.value / 100 : length.value;
  return isfinite (radius) ? MAX (radius, 0) : 0;
}

Corners
corners_of (const Style *style, double width, double height)
{
  Corners corners;

  for (guint i = 0; i < 4; i++) {
    corners.x[i] = radius_of (style->radius[i], width);
    corners.y[i] = radius_of (style->radius[i], height);
  }
  return corners;
}

void
corners_fit (Corners *corners, double width, double height)
{
  const double *x = corners->x, *y = corners->y;
  double factor = 1;
  const struct {
    double sum, room;
  } sides[] = {
    { x[0] + x[1], width },
    { x[3] + x[2], width },
    { y[0] + y[3], height },
    { y[1] + y[2], height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i].sum > sides[i].room)
      factor = MIN (factor, MAX (sides[i].room, 0) / sides[i].sum);
  for (guint i = 0; i < 4; i++) {
    corners->x[i] *= factor;
    corners->y[i] *= factor;
  }
}

void
corners_shrink (Corners *corners, const double inset[N_SIDES])
{
  for (guint i = 0; i < 4; i++) {
    Side across = i == 0 || i == 3 ? SIDE_LEFT : SIDE_RIGHT;
    Side down = i < 2 ? SIDE_TOP : SIDE_BOTTOM;
    corners->x[i] = MAX (corners->x[i] - inset[across], 0);
    corners->y[i] = MAX (corners->y[i] - inset[down], 0);
  }
}

gboolean
corners_are_round (const Corners *corners)
{
  for (guint i = 0; i < 4; i++)
    if (corners->x[i] > 0 && corners->y[i] > 0)
      return TRUE;
  return FALSE;
}
