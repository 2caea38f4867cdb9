/* SPDX-License-Identifier: MIT */
/* Inline SVG, as far as codes, rules and marks need it: path, rect, circle, line, polygon, g; fill,
 * stroke, stroke-width. */
#pragma once

#include "print/read/fault.h"
#include "print/read/path_store.h"
#include "print/style/colour.h"

typedef enum { DRAW_MOVE, DRAW_LINE, DRAW_CURVE, DRAW_CLOSE } DrawVerb;

/* A curve is a cubic Bézier: two control points and its end. The others use points[0]. */
typedef struct {
  DrawVerb verb;
  struct {
    double x, y;
  } points[3];
} DrawStep;

typedef struct {
  GArray *steps;  /* DrawStep; shared */
  guint64 number; /* of KeptPath; 0: not one of those */
  gboolean is_filled, is_stroked, is_even_odd;
  Colour fill, stroke;
  double stroke_width;
} DrawPath;

typedef struct {
  double min_x, min_y, width, height; /* the view box, in units of the drawing */
  GPtrArray *paths;                   /* DrawPath */
  const char
    *title; /* aria-label or <title>: borrowed from the element; NULL when it is decoration */
} Drawing;

/* Reads an <svg> element; what it cannot draw is reported. `colour` is what currentColor stands
 * for. Never NULL. */
Drawing *drawing_new (const Element *svg, Colour colour, PathStore *paths, const Faults *faults);
/* NULL is allowed. */
void drawing_free (Drawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drawing, drawing_free)
