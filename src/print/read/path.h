/* SPDX-License-Identifier: MIT */
/* The path data of SVG (SVG 1.1, 8.3), and other shapes as paths. */
#pragma once

#include "print/read/drawing.h"

/* x' = xx x + xy y + dx, y' = yx x + yy y + dy */
typedef struct {
  double xx, yx, xy, yy, dx, dy;
} Matrix;
#define MATRIX_SAME ((Matrix){ 1, 0, 0, 1, 0, 0 })

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
/* Changes all points in place. */
void path_transform (GArray *steps, Matrix matrix);
