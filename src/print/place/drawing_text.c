/* SPDX-License-Identifier: MIT */
/* Every span is shaped by itself, so that it may have a font and a colour of its own; kerning ends
 * at its ends, as in browsers. */
#include "print/place/drawing_text.h"

#include <string.h>

/* Fonts are shaped at such sizes, whatever a unit of the drawing is: a hundredth of a point is
 * nothing in these. */
#define LEAST_SIZE  10.0
#define SHAPED_SIZE 100.0

typedef struct {
  Drawing *drawing;
  const Style *root;
  FontBank *bank;
  Paragraphs *paragraphs;
  GPtrArray *spare;
  gunichar missing;
} Shaping;

static Style
style_of (const Shaping *shaping, const DrawSpan *span, double scale)
{
  Style style = *shaping->root;

  if (span->families)
    style.families = span->families;
  style.font_size = span->size * scale;
  style.font_weight = span->weight;
  style.is_italic = span->is_italic;
  style.colour = span->fill.is_painted ? span->fill.colour : COLOUR_BLACK;
  style.letter_spacing = span->letter_spacing * scale;
  style.white_space = SPACE_PRE;
  style.text_align = TEXT_LEFT;
  style.text_indent = (Length){ LENGTH_POINTS, 0 };
  style.text_transform = TRANSFORM_NONE;
  style.decoration = span->decoration;
  return style;
}

/* The width of the span, in the units of the text; its runs are at x = 0. */
static double
shape_span (Shaping *shaping, guint path, guint index, const DrawSpan *span)
{
  double scale = span->size < LEAST_SIZE ? SHAPED_SIZE / span->size : 1, width = 0;
  const Style style = style_of (shaping, span, scale);
  InlineItem item = { .style = &style, .decoration = span->decoration };

  if (span->length == 0)
    return 0;
  Inlines *inlines = inlines_borrow (shaping->spare, &style);
  inlines_add_text (inlines, span->text, span->length, &item);
  inlines_finish (inlines);
  const Paragraph *paragraph =
    inlines->length > 0 ? paragraphs_lines (shaping->paragraphs, inlines, -1) : NULL;
  for (guint i = 0; paragraph && i < paragraph->n_runs; i++) {
    const LineRun *line_run = &paragraph->runs[i];
    DrawnRun drawn = { path, index, &line_run->run, scale, line_run->x / scale, 0 };
    g_array_append_val (shaping->drawing->runs, drawn);
    width = MAX (width, (line_run->x + line_run->run.width) / scale);
  }
  if (paragraph && paragraph->missing && paragraph->missing->len > 0)
    shaping->missing = g_array_index (paragraph->missing, Missing, 0).letter;
  inlines_give_back (shaping->spare, inlines);
  return width;
}

/* A chunk stands before, around or behind its point as a whole (SVG 1.1, 10.9.1). */
static void
shape_chunk (Shaping *shaping, guint index, const DrawPath *path)
{
  GArray *runs = shaping->drawing->runs;
  double x = path->x, y = path->y;
  guint first = runs->len;

  for (guint i = 0; i < path->spans->len; i++) {
    const DrawSpan *span = &g_array_index (path->spans, DrawSpan, i);
    guint before = runs->len;
    double width = shape_span (shaping, index, i, span);
    x += span->dx;
    y += span->dy;
    for (guint j = before; j < runs->len; j++) {
      g_array_index (runs, DrawnRun, j).x += x;
      g_array_index (runs, DrawnRun, j).y = y + span->raise * span->size;
    }
    x += width;
  }
  double back = path->anchor == ANCHOR_MIDDLE ? (x - path->x) / 2
                : path->anchor == ANCHOR_END  ? x - path->x
                                              : 0;
  for (guint j = first; j < runs->len; j++)
    g_array_index (runs, DrawnRun, j).x -= back;
}

gunichar
drawing_shape (Drawing *drawing, const Style *root, FontBank *bank, Paragraphs *paragraphs,
               GPtrArray *spare)
{
  Shaping shaping = { drawing, root, bank, paragraphs, spare, 0 };

  g_clear_pointer (&drawing->runs, g_array_unref);
  if (drawing->n_texts == 0)
    return 0;
  drawing->runs = g_array_new (FALSE, FALSE, sizeof (DrawnRun));
  for (guint i = 0; i < drawing->paths->len; i++) {
    const DrawPath *path = drawing->paths->pdata[i];
    if (path->kind == DRAW_TEXT)
      shape_chunk (&shaping, i, path);
  }
  return shaping.missing;
}
