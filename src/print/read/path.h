/* SPDX-License-Identifier: MIT */
/* The path data of SVG (SVG 1.1, 8.3), and other shapes as paths. */
#pragma once

#include "print/read/drawing.h"

/* `inner`, and then `outer`. */
Matrix matrix_times (Matrix outer, Matrix inner);
/* Reads a list of translate(), scale(), rotate() and matrix(). FALSE when something else stands
 * there. */
gboolean matrix_parse (const char *text, Matrix *matrix);

/* Appends the steps of path data to `steps` (DrawStep). What follows a fault is not drawn: then
 * returns FALSE, and where it is. */
gboolean path_parse (const char *data, GArray *steps, gsize *fault);

/* Appends steps of a closed path, in units of the drawing. Radii are cut to half of a side
 * (SVG 1.1, 9.2). */
void path_append_rect (GArray *steps, double x, double y, double width, double height, double rx,
                       double ry);
/* Around (x, y), as four curves. */
void path_append_ellipse (GArray *steps, double x, double y, double rx, double ry);
/* “0,0 10,0 5,8”. FALSE when it is not pairs of numbers. */
gboolean path_append_points (GArray *steps, const char *points, gboolean is_closed);
/* From (x1, y1) to (x2, y2). */
void path_append_line (GArray *steps, double x1, double y1, double x2, double y2);
/* The smallest box along the axes that has all of the path, without its stroke. FALSE when there is
 * nothing in it. */
gboolean path_extents (const GArray *steps, double *left, double *top, double *right,
                       double *bottom);
/* TRUE when there is a corner that SVG cuts off at a limit of 4 (SVG 1.1, 11.4) and PDF at its 10
 * does not. */
gboolean path_has_sharp_corner (const GArray *steps);
/* Changes all points in place. */
void path_transform (GArray *steps, Matrix matrix);
