/* SPDX-License-Identifier: MIT */
/* Round corners (CSS Backgrounds 3, 5): radii of a box of a given size, and of what lies inside its
 * edges. What is painted and what is cut off is round in the same way. */
#pragma once

#include "print/style/style.h"

/* Points; top left, top right, bottom right, bottom left. */
typedef struct {
  double x[4], y[4];
} Corners;

/* Radii as they are specified; percentages are of the border box. Never negative. */
Corners corners_of (const Style *style, double width, double height);
/* Radii that do not fit their box are made smaller together (5.5). */
void corners_fit (Corners *corners, double width, double height);
/* Those of a box that lies inside by these insets, points (5.2). */
void corners_shrink (Corners *corners, const double inset[N_SIDES]);
/* TRUE when a corner is round. */
gboolean corners_are_round (const Corners *corners);
