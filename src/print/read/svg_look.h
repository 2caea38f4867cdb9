/* SPDX-License-Identifier: MIT */
/* Properties of drawings (SVG 1.1, 6 and 11): what an element looks like, handed down from element
 * to element. */
#pragma once

#include "print/read/drawing.h"

/* A paint as it is specified. */
typedef struct {
  gboolean is_painted;
  Colour colour;
  const char *server; /* id of a gradient, with its length; or NULL */
  gsize server_length;
  double alpha;   /* of the colour itself */
  double opacity; /* fill-opacity, stroke-opacity */
} SvgPaint;

typedef struct {
  /* handed down */
  SvgPaint fill, stroke;
  double stroke_width, miter_limit, dash_offset;
  double dashes[MOST_DASHES];
  guint n_dashes;
  LineCap cap;
  LineJoin join;
  gboolean is_even_odd, clips_even_odd, is_hidden;
  Colour colour;
  const char *families; /* NULL: that of the page */
  double font_size, letter_spacing;
  guint font_weight;
  gboolean is_italic, keeps_space;
  TextAnchor anchor;
  double raise; /* of the baseline, in sizes of the font: downwards */
  guint decoration;
  Matrix matrix;
  /* of one element */
  double opacity;
  const char *clip; /* id of a clip path, with its length */
  gsize clip_length;
  gboolean is_gone; /* display: none */
  Colour stop_colour;
  double stop_opacity;
} SvgLook;

typedef enum {
  SVG_GOOD,
  SVG_UNKNOWN, /* no property of drawings */
  SVG_BROKEN,  /* a value that means nothing */
  SVG_BEYOND,  /* one that is not painted as a vector */
} SvgVerdict;

/* How large the view box is: percentages are of it. */
typedef struct {
  double width, height;
} SvgFrame;

/* That of no element. */
SvgLook svg_look_initial (Colour colour);
/* That of a child before it has said anything. */
SvgLook svg_look_inherit (const SvgLook *parent);
/* Sets a property from `length` bytes of its value, which outlives the look. */
SvgVerdict svg_look_set (SvgLook *look, const char *name, const char *value, gsize length,
                         const SvgFrame *frame);
/* What may be written for this property, translated; or NULL. */
const char *svg_look_advice (const char *name);
/* A length in px: with a unit or without, a percentage of `whole`, em of `font_size`. FALSE when it
 * is none. */
gboolean svg_length (const char *text, gsize length, double whole, double font_size, double *value);
