/* SPDX-License-Identifier: MIT */
#include "print/paint/content_stream.h"

#include "print/paint/cmyk.h"
#include "print/paint/notation.h"

#include <math.h>

void
content_start (ContentStream *content, GString *out, Ink ink, double left, double top)
{
  *content = (ContentStream){ .out = out, .ink = ink, .left = left, .top = top };
  content->state = (GraphicsState){ CONTENT_UNSET, CONTENT_UNSET, CONTENT_UNSET, 0, 0 };
}

/* --- numbers and operators --- */

void
content_number (ContentStream *content, double number)
{
  notation_number (content->out, number);
  append_text (content->out, " ");
}

static void
append_factor (ContentStream *content, double number)
{
  notation_factor (content->out, number);
  append_text (content->out, " ");
}

static void
append_point (ContentStream *content, double x, double y)
{
  content_number (content, content->left + x);
  content_number (content, content->top - y);
}

/* --- state --- */

void
content_save (ContentStream *content)
{
  g_assert (content->n_saved < CONTENT_DEPTH);
  content_text_end (content);
  content->saved[content->n_saved++] = content->state;
  content_operator (content, "q");
}

void
content_restore (ContentStream *content)
{
  g_assert (content->n_saved > 0);
  content_text_end (content);
  content->state = content->saved[--content->n_saved];
  content_operator (content, "Q");
}

void
content_rotate (ContentStream *content, double degrees, double x, double y)
{
  double angle = (isfinite (degrees) ? fmod (degrees, 360) : 0) * G_PI / 180;
  double c = cos (angle), s = sin (angle);
  double pivot_x = content->left + x, pivot_y = content->top - y;

  append_factor (content, c);
  append_factor (content, -s);
  append_factor (content, s);
  append_factor (content, c);
  content_number (content, pivot_x - c * pivot_x - s * pivot_y);
  content_number (content, pivot_y + s * pivot_x - c * pivot_y);
  content_operator (content, "cm");
}

void
content_stretch (ContentStream *content, double x, double y, double across, double down)
{
  append_factor (content, across);
  append_text (content->out, "0 0 ");
  append_factor (content, -down);
  append_point (content, x, y);
  content_operator (content, "cm");
}

void
content_scale (ContentStream *content, double x, double y, double scale)
{
  content_stretch (content, x, y, scale, scale);
}

void
content_matrix (ContentStream *content, Matrix matrix)
{
  append_factor (content, matrix.xx);
  append_factor (content, matrix.yx);
  append_factor (content, matrix.xy);
  append_factor (content, matrix.yy);
  content_number (content, matrix.dx);
  content_number (content, matrix.dy);
  content_operator (content, "cm");
}

void
content_transparency (ContentStream *content, Transparency fill, Transparency stroke)
{
  guint number = content->extras ? extras_transparency (content->extras, fill, stroke) : 0;

  if (content->state.alpha == number)
    return;
  content->state.alpha = number;
  append_text (content->out, "/G");
  notation_integer (content->out, number);
  content_operator (content, " gs");
}

/* --- colours --- */

typedef struct {
  const char *grey, *rgb, *cmyk;
} ColourOperators;

static const ColourOperators fill_operators = { "g", "rg", "k" };
static const ColourOperators stroke_operators = { "G", "RG", "K" };

static void
append_cmyk (ContentStream *content, Colour colour)
{
  Cmyk inks = cmyk_of (colour);

  content_number (content, inks.cyan);
  content_number (content, inks.magenta);
  content_number (content, inks.yellow);
  content_number (content, inks.black);
}

static void
append_colour (ContentStream *content, Colour colour, const ColourOperators *operators)
{
  gboolean is_grey = colour.red == colour.green && colour.green == colour.blue;

  if (content->ink == INK_CMYK) {
    append_cmyk (content, colour);
    content_operator (content, operators->cmyk);
  } else if (is_grey || content->ink == INK_GREY) {
    /* As ISO 32000-1, 10.3.2 turns RGB into grey. */
    double grey =
      is_grey ? colour.red : 0.3 * colour.red + 0.59 * colour.green + 0.11 * colour.blue;
    content_number (content, grey / 255);
    content_operator (content, operators->grey);
  } else {
    content_number (content, colour.red / 255.0);
    content_number (content, colour.green / 255.0);
    content_number (content, colour.blue / 255.0);
    content_operator (content, operators->rgb);
  }
}

static guint32
packed (Colour colour)
{
  return (guint32) colour.red << 16 | colour.green << 8 | colour.blue;
}

void
content_fill_colour (ContentStream *content, Colour colour)
{
  if (content->state.fill == packed (colour))
    return;
  content->state.fill = packed (colour);
  append_colour (content, colour, &fill_operators);
}

void
content_stroke_colour (ContentStream *content, Colour colour)
{
  if (content->state.stroke == packed (colour))
    return;
  content->state.stroke = packed (colour);
  append_colour (content, colour, &stroke_operators);
}

/* --- paths --- */

void
content_move (ContentStream *content, double x, double y)
{
  append_point (content, x, y);
  content_operator (content, "m");
}

void
content_line (ContentStream *content, double x, double y)
{
  append_point (content, x, y);
  content_operator (content, "l");
}

void
content_curve (ContentStream *content, double x1, double y1, double x2, double y2, double x3,
               double y3)
{
  append_point (content, x1, y1);
  append_point (content, x2, y2);
  append_point (content, x3, y3);
  content_operator (content, "c");
}

void
content_rectangle (ContentStream *content, double x, double y, double width, double height)
{
  append_point (content, x, y + height);
  content_number (content, width);
  content_number (content, height);
  content_operator (content, "re");
}

void
content_image (ContentStream *content, double x, double y, double width, double height,
               guint number)
{
  content_number (content, width);
  append_text (content->out, "0 0 ");
  content_number (content, height);
  append_point (content, x, y + height);
  append_text (content->out, "cm\n/I");
  notation_integer (content->out, number);
  content_operator (content, " Do");
}

/* --- text --- */

static void
set_font (ContentStream *content, guint font, double size)
{
  if (content->state.font == font && content->state.font_size == size)
    return;
  content->state.font = font;
  content->state.font_size = size;
  append_text (content->out, "/F");
  notation_integer (content->out, font);
  g_string_append_c (content->out, ' ');
  content_number (content, size);
  content_operator (content, "Tf");
}

void
content_text (ContentStream *content, guint font, double size, double x, double baseline)
{
  double sheet_x = notation_rounded (content->left + x),
         sheet_y = notation_rounded (content->top - baseline);

  if (!content->in_text) {
    content_operator (content, "BT");
    content->in_text = TRUE;
    content->line_x = content->line_y = 0;
  }
  set_font (content, font, size);
  /* Relative to the last line as it was written, so that roundings do not add up. */
  content_number (content, sheet_x - content->line_x);
  content_number (content, sheet_y - content->line_y);
  content_operator (content, "Td");
  content->line_x = sheet_x;
  content->line_y = sheet_y;
}

void
content_text_end (ContentStream *content)
{
  if (!content->in_text)
    return;
  content_operator (content, "ET");
  content->in_text = FALSE;
}
