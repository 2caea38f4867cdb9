/* SPDX-License-Identifier: MIT */
/* The content stream of one page (ISO 32000-1, 8 and 9): what is painted, in its operators. Callers
 * speak in the page's points, y downwards; here they become those of the sheet, y upwards. What is
 * set already is not set again. */
#pragma once

#include "base/append.h"
#include "print/paint/extras.h"
#include "print/paint/pdf.h"

typedef struct {
  guint32 fill, stroke; /* the colour that is set, or CONTENT_UNSET */
  guint font;           /* number of the font that is set, or CONTENT_UNSET */
  double font_size;
  guint alpha; /* number of the transparency that is set; 0: opaque */
} GraphicsState;

#define CONTENT_UNSET G_MAXUINT32
#define CONTENT_DEPTH 64 /* of content_save() */

typedef struct {
  GString *out;
  Ink ink;
  Extras *extras;   /* borrowed; NULL: everything is opaque */
  double left, top; /* where the top left corner of the page stands on the sheet */
  GraphicsState state, saved[CONTENT_DEPTH];
  guint n_saved;
  gboolean in_text;      /* between BT and ET */
  double line_x, line_y; /* where the line of text begins, as written */
} ContentStream;

/* Operators go behind what `out`, borrowed, holds already. `left`, `top`: the corner of the page in
 * points of the sheet, from its lower left. */
void content_start (ContentStream *content, GString *out, Ink ink, double left, double top);

/* q and Q, the state that is known with them: as many of one as of the other, CONTENT_DEPTH deep.
 */
void content_save (ContentStream *content);
/* Q: back to the state of the last content_save(). */
void content_restore (ContentStream *content);
/* Turns what follows clockwise, around a point. */
void content_rotate (ContentStream *content, double degrees, double x, double y);
/* What follows is in units of `scale` points from `x`, `y`, y downwards, and is written with
 * content_number() alone. */
void content_scale (ContentStream *content, double x, double y, double scale);

/* The same, another scale down than across. */
void content_stretch (ContentStream *content, double x, double y, double across, double down);
/* cm: what follows is in these units, and is written with content_number() alone. */
void content_matrix (ContentStream *content, Matrix matrix);
/* gs: what follows is so transparent, surfaces and text, and lines. */
void content_transparency (ContentStream *content, Transparency fill, Transparency stroke);

/* A grey is one number, whatever it was written as. Not to be called with a colour that is clear.
 */
void content_fill_colour (ContentStream *content, Colour colour);
/* The same for lines. */
void content_stroke_colour (ContentStream *content, Colour colour);

/* Path construction (8.5.2): m, l, c and re; points of the page. */
void content_move (ContentStream *content, double x, double y);
/* l: straight on from where the path is. */
void content_line (ContentStream *content, double x, double y);
/* c: a Bézier curve on from there, by two control points. */
void content_curve (ContentStream *content, double x1, double y1, double x2, double y2, double x3,
                    double y3);
/* re: a whole subpath. */
void content_rectangle (ContentStream *content, double x, double y, double width, double height);
/* The image of this number, as large as this. Only between content_save() and content_restore(). */
void content_image (ContentStream *content, double x, double y, double width, double height,
                    guint number);
/* A number, or an operator alone: "f", "W* n", "2 J". */
void content_number (ContentStream *content, double number);
static inline void
content_operator (ContentStream *content, const char *name)
{
  append_text (content->out, name);
  append_text (content->out, "\n");
}

/* Moves to where text begins, with font `number`; content_text_end() when something else follows.
 */
void content_text (ContentStream *content, guint font, double size, double x, double baseline);
/* ET, when a text is open. */
void content_text_end (ContentStream *content);
