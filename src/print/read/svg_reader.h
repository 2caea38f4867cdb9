/* SPDX-License-Identifier: MIT */
/* Inside the reading of drawings: what drawing.c, svg_gradient.c, svg_clip.c and svg_text.c share
 * while one is read, and ask of its elements. */
#pragma once

#include "print/read/path.h"
#include "print/read/svg_css.h"
#include "print/read/svg_look.h"

#define SVG_MOST_DEPTH 40     /* of use, groups and what they name */
#define SVG_MOST_READ  100000 /* elements: a bomb of uses ends here */

typedef struct {
  Drawing *drawing;
  const Element *root;
  gboolean is_file;
  PathStore *paths;
  const Faults *faults;
  SvgSheet *sheet;
  SvgFrame frame;
  GHashTable *ids;      /* char * → Element; NULL: not asked for yet */
  GArray *declarations; /* SvgDeclaration; scratch */
  guint depth, n_read;
  const Element *beyond; /* what is not painted as a vector */
} SvgReader;

/* A fault: an error within a page, a warning in a file. */
void svg_complain (SvgReader *reader, const Element *element, const char *advice,
                   const char *format, ...) G_GNUC_PRINTF (4, 5);
/* It is to be painted in dots, because of `what`: “<filter>”. */
void svg_beyond (SvgReader *reader, const Element *element, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
/* The element with this id, or NULL. */
const Element *svg_find (SvgReader *reader, const char *id, gsize length);
/* That its href names (“#a”), or NULL. */
const Element *svg_target (SvgReader *reader, const Element *element);
/* The look of an element whose parent has `parent`. */
SvgLook svg_look_of (SvgReader *reader, const Element *element, const SvgLook *parent);
/* An attribute as a length, `otherwise` when it is not there; what is none is reported. */
double svg_number (SvgReader *reader, const Element *element, const char *name, double whole,
                   double otherwise);
/* The same of a length across the frame; 0 when it is not there. */
double svg_x (SvgReader *reader, const Element *element, const char *name);
/* The same of one down the frame. */
double svg_y (SvgReader *reader, const Element *element, const char *name);
/* TRUE of <path>, <rect> and the like. */
gboolean svg_is_shape (const Element *element);
/* The steps of a shape; FALSE when the element is none. */
gboolean svg_shape (SvgReader *reader, const Element *element, GArray *steps);
/* Appends something to be painted; it becomes the drawing's. */
void svg_append (SvgReader *reader, DrawPath *path);

/* svg_gradient.c: the paint of `look` on a shape of these steps, which are in its own units. */
DrawPaint svg_paint_of (SvgReader *reader, const Element *element, const SvgPaint *paint,
                        const SvgLook *look, const GArray *steps);
/* svg_clip.c: adds the clip paths that the look names, and what these name. */
void svg_add_clips (SvgReader *reader, const Element *element, const SvgLook *look, GArray *clips);
/* A rectangle of these units as a clip. */
void svg_add_clip_rect (GArray *clips, double x, double y, double width, double height,
                        Matrix matrix);
/* DrawClip, to be appended to; they own their steps. */
GArray *svg_clips_new (void);
/* svg_text.c: a <text> with all in it. */
void svg_read_text (SvgReader *reader, const Element *element, const SvgLook *look);
