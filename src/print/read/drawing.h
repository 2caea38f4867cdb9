/* SPDX-License-Identifier: MIT */
/* Drawings (SVG), within a page or as files, as far as they are painted as vectors: shapes, text,
 * pictures in dots; fill, stroke, dashes, gradients, opacity, clip paths; style attributes and
 * sheets, use and symbol. What else may stand in one (base/svg.h) makes it a drawing to be painted
 * in dots. */
#pragma once

#include "print/read/fault.h"
#include "print/read/image.h"
#include "print/read/path_store.h"
#include "print/style/colour.h"

/* x' = xx x + xy y + dx, y' = yx x + yy y + dy */
typedef struct {
  double xx, yx, xy, yy, dx, dy;
} Matrix;
#define MATRIX_SAME ((Matrix){ 1, 0, 0, 1, 0, 0 })

typedef enum { DRAW_MOVE, DRAW_LINE, DRAW_CURVE, DRAW_CLOSE } DrawVerb;

/* A curve is a cubic Bézier: two control points and its end. The others use points[0]. */
typedef struct {
  DrawVerb verb;
  struct {
    double x, y;
  } points[3];
} DrawStep;

/* As PDF numbers them. */
typedef enum { CAP_BUTT, CAP_ROUND, CAP_SQUARE } LineCap;
typedef enum { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL } LineJoin;
#define MOST_DASHES 12

/* How far away from opaque something is, 0 to 1. */
typedef double Transparency;

typedef struct {
  double offset; /* 0 to 1, in rising order */
  Colour colour;
} GradientStop;

/* From the circle around (x1, y1) to that around (x2, y2), or along the line between them; what is
 * beyond has the colour of the end. */
typedef struct {
  gboolean is_radial;
  double x1, y1, r1, x2, y2, r2;
  Matrix matrix; /* to units of the drawing */
  GArray *stops; /* GradientStop, at least two */
} DrawGradient;

typedef struct {
  gboolean is_painted;
  Colour colour;
  const DrawGradient *gradient; /* instead of the colour; or NULL; owned by the drawing */
  Transparency transparency;
} DrawPaint;

typedef enum { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END } TextAnchor;

/* Text of one font. */
typedef struct {
  const char *text; /* of the drawing */
  gsize length;
  const char *families; /* as in a Style */
  double size, letter_spacing;
  guint weight;
  gboolean is_italic;
  guint decoration; /* mask of Decoration */
  double dx, dy;    /* from where the one before ends */
  double raise;     /* of its baseline, in sizes of the font: downwards */
  DrawPaint fill, stroke;
  double stroke_width;
} DrawSpan;

typedef enum {
  DRAW_SHAPE,
  DRAW_TEXT,  /* `spans`, one behind the other from (x, y) on */
  DRAW_IMAGE, /* `image` in the unit square */
  DRAW_GROUP, /* what follows up to its end is cut and made transparent as a whole */
  DRAW_GROUP_END,
} DrawKind;

/* What lies outside is not seen. */
typedef struct {
  GArray *steps; /* DrawStep; owned */
  gboolean is_even_odd;
} DrawClip;

/* One thing that is painted, in order. */
typedef struct {
  DrawKind kind;

  /* DRAW_SHAPE */
  GArray *steps;  /* DrawStep; shared */
  guint64 number; /* of KeptPath; 0: not one of those */
  gboolean is_even_odd;
  DrawPaint fill, stroke;
  double stroke_width;
  LineCap cap;
  LineJoin join;
  double miter_limit; /* 0: that of PDF, which makes no difference here */
  double dashes[MOST_DASHES], dash_offset;
  guint n_dashes;

  /* DRAW_TEXT, DRAW_IMAGE */
  Matrix matrix; /* to units of the drawing */
  double x, y;
  TextAnchor anchor;
  GArray *spans; /* DrawSpan */
  Image *image;

  /* DRAW_GROUP */
  Transparency transparency;
  GArray *clips; /* DrawClip: all of them cut; or NULL */
} DrawPath;

typedef struct TextRun TextRun;

/* Text of a drawing with its glyphs, which the placer finds. */
typedef struct {
  guint path, span;   /* indices */
  const TextRun *run; /* at the size of its font in units of the drawing, times `scale` */
  double scale;
  double x, y; /* of its origin, in the units of the text */
} DrawnRun;

typedef struct {
  double min_x, min_y, width, height; /* the view box, in units of the drawing */
  GPtrArray *paths;                   /* DrawPath; shared */
  const char
    *title; /* aria-label or <title>: borrowed from the element; NULL when it is decoration */
  double natural_width, natural_height; /* px; 0: as the view box */
  gboolean is_file;                     /* not part of a page */
  gboolean is_stretched;                /* preserveAspectRatio: none */
  int align_x, align_y;                 /* −1: at the start, 0: in the middle, 1: at the end */
  guint n_texts;
  GArray *runs;         /* DrawnRun, by path; or NULL */
  char *beyond;         /* what is not painted as a vector, “<filter>”; or NULL */
  GBytes *source;       /* the text of a drawing with something beyond; or NULL */
  GPtrArray *gradients; /* DrawGradient; shared */
  Markup *markup;       /* of a file; or NULL */
} Drawing;

/* Fills the view box and the natural size of an <svg> element. FALSE when its view box cannot be
 * read: another one stands for it. */
gboolean drawing_frame (const Element *svg, Drawing *drawing);
/* How large it is by itself, px (CSS 2.2, 10.3.2). */
void drawing_natural_size (const Drawing *drawing, double *across, double *down);
/* What drawing_frame() fills, of a file, of which no more than its first tag is read. FALSE when it
 * is no drawing. */
gboolean drawing_frame_of_file (GBytes *file, Drawing *drawing);
/* The natural size of a file, likewise. */
gboolean drawing_size (GBytes *file, double *across, double *down);
/* Reads an <svg> element; what it cannot draw is reported. `colour` is what currentColor stands
 * for. Never NULL. */
Drawing *drawing_new (const Element *svg, Colour colour, PathStore *paths, const Faults *faults);
/* Reads a file. NULL after reporting that it is no drawing; what else is wrong is a warning, as
 * browsers pass over it. */
Drawing *drawing_read (const Source *file, PathStore *paths, Report *report);
/* The same drawing for another place; what it was made of outlives it. */
Drawing *drawing_share (const Drawing *drawing);
/* NULL is allowed. */
void drawing_free (Drawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drawing, drawing_free)
