/* SPDX-License-Identifier: MIT */
#include "print/paint/drawings.h"

#include "print/paint/notation.h"
#include "print/paint/text.h"
#include "print/read/path.h"

#include <math.h>

static void
append_steps (ContentStream *content, const DrawStep *step, guint n_points, const char *operator)
{
  for (guint i = 0; i < n_points; i++) {
    content_number (content, step->points[i].x);
    content_number (content, step->points[i].y);
  }
  content_operator (content, operator);
}

static void
append_step (ContentStream *content, const DrawStep *step)
{
  static const struct {
    guint n_points;
    const char *operator;
  } verbs[] = {
    [DRAW_MOVE] = { 1, "m" },
    [DRAW_LINE] = { 1, "l" },
    [DRAW_CURVE] = { 3, "c" },
    [DRAW_CLOSE] = { 0, "h" },
  };
  append_steps (content, step, verbs[step->verb].n_points, verbs[step->verb].operator);
}

/* The bars of a code: move, three lines along the axes, close. They are half as long to write as
 * rectangles. */
static gboolean
is_bar (const DrawStep *s, guint n_left)
{
  return n_left >= 5 && s[0].verb == DRAW_MOVE && s[1].verb == DRAW_LINE && s[2].verb == DRAW_LINE
         && s[3].verb == DRAW_LINE && s[4].verb == DRAW_CLOSE
         && s[1].points[0].y == s[0].points[0].y && s[2].points[0].x == s[1].points[0].x
         && s[3].points[0].y == s[2].points[0].y && s[3].points[0].x == s[0].points[0].x;
}

static void
append_bar (ContentStream *content, const DrawStep *s)
{
  content_number (content, s[0].points[0].x);
  content_number (content, s[0].points[0].y);
  content_number (content, s[1].points[0].x - s[0].points[0].x);
  content_number (content, s[2].points[0].y - s[1].points[0].y);
  content_operator (content, "re");
}

static void
append_all (ContentStream *content, const GArray *steps)
{
  const DrawStep *all = (const DrawStep *) steps->data;
  for (guint i = 0; i < steps->len;) {
    if (is_bar (all + i, steps->len - i)) {
      append_bar (content, all + i);
      i += 5;
    } else {
      append_step (content, all + i++);
    }
  }
}

/* The code of a campaign stands on each of its sheets. */
static void
append_path (ContentStream *content, ShownStore *paths, const DrawPath *path)
{
  const Shown *shown = shown_store_find (paths, path->number);
  gsize start = content->out->len;

  if (shown) {
    append_piece (content->out, shown->bytes, shown->length);
    return;
  }
  append_all (content, path->steps);
  shown_store_keep (paths, path->number, content->out->str + start, content->out->len - start,
                    FALSE);
}

/* --- shapes --- */

static void
set_line (ContentStream *content, const DrawPath *path)
{
  content_number (content, path->stroke_width);
  content_operator (content, "w");
  if (path->cap != CAP_BUTT) {
    notation_integer (content->out, path->cap);
    content_operator (content, " J");
  }
  if (path->join != JOIN_MITER) {
    notation_integer (content->out, path->join);
    content_operator (content, " j");
  }
  if (path->miter_limit > 0) {
    content_number (content, path->miter_limit);
    content_operator (content, "M");
  }
  if (path->n_dashes == 0)
    return;
  append_text (content->out, "[");
  for (guint i = 0; i < path->n_dashes; i++)
    content_number (content, path->dashes[i]);
  append_text (content->out, "]");
  content_number (content, path->dash_offset);
  content_operator (content, "d");
}

/* What a line is not by itself, and would leave behind. */
static gboolean
has_own_line (const DrawPath *path)
{
  return path->cap != CAP_BUTT || path->join != JOIN_MITER || path->miter_limit > 0
         || path->n_dashes > 0;
}

static gboolean
is_filled (const DrawPath *path)
{
  return path->fill.is_painted && !path->fill.colour.is_clear;
}

static gboolean
is_stroked (const DrawPath *path)
{
  return path->stroke.is_painted && !path->stroke.colour.is_clear && path->stroke_width > 0;
}

static void
paint_gradient (ContentStream *content, ShownStore *paths, const DrawPath *path)
{
  const DrawGradient *gradient = path->fill.gradient;

  content_save (content);
  content_transparency (content, path->fill.transparency, path->fill.transparency);
  append_path (content, paths, path);
  content_operator (content, path->is_even_odd ? "W* n" : "W n");
  content_matrix (content, gradient->matrix);
  append_text (content->out, "/S");
  notation_integer (content->out, extras_gradient (content->extras, gradient));
  content_operator (content, " sh");
  content_restore (content);
}

static void
paint_path (ContentStream *content, ShownStore *paths, const DrawPath *path)
{
  gboolean fills = is_filled (path) && path->fill.gradient == NULL, strokes = is_stroked (path);
  gboolean is_own = strokes && has_own_line (path);

  if (path->steps->len == 0)
    return;
  if (is_filled (path) && path->fill.gradient)
    paint_gradient (content, paths, path);
  if (!fills && !strokes)
    return;
  if (is_own)
    content_save (content);
  content_transparency (content, fills ? path->fill.transparency : 0,
                        strokes ? path->stroke.transparency : 0);
  if (fills)
    content_fill_colour (content, path->fill.colour);
  if (strokes) {
    content_stroke_colour (content, path->stroke.colour);
    set_line (content, path);
  }
  append_path (content, paths, path);
  content_operator (content, !fills              ? "S"
                             : strokes           ? (path->is_even_odd ? "B*" : "B")
                             : path->is_even_odd ? "f*"
                                                 : "f");
  if (is_own)
    content_restore (content);
}

/* --- text and pictures --- */

/* Letters stand upright where y runs upwards. */
static Matrix
upright (Matrix matrix, double x, double y)
{
  return (Matrix){ matrix.xx,
                   matrix.yx,
                   -matrix.xy,
                   -matrix.yy,
                   matrix.xx * x + matrix.xy * y + matrix.dx,
                   matrix.yx * x + matrix.yy * y + matrix.dy };
}

static void
paint_run (ContentStream *content, const DrawingTools *tools, const DrawPath *path,
           const DrawnRun *drawn)
{
  const DrawSpan *span = &g_array_index (path->spans, DrawSpan, drawn->span);
  gboolean strokes = span->stroke.is_painted && span->stroke_width > 0;
  Matrix matrix = upright (path->matrix, drawn->x, drawn->y);
  double left = content->left, top = content->top;
  const double smaller = 1 / drawn->scale;

  content_save (content);
  content_matrix (content, matrix_times (matrix, (Matrix){ smaller, 0, 0, smaller, 0, 0 }));
  content_transparency (content, span->fill.is_painted ? span->fill.transparency : 0,
                        strokes ? span->stroke.transparency : 0);
  if (strokes) {
    content_stroke_colour (content, span->stroke.colour);
    content_number (content, span->stroke_width * drawn->scale);
    content_operator (content, "w");
    content_operator (content, span->fill.is_painted ? "2 Tr" : "1 Tr");
  }
  content->left = content->top = 0;
  text_paint (content, font_list_use (tools->fonts, drawn->run->face), drawn->run, 0, 0);
  text_decorate (content, drawn->run, 0, 0);
  content->left = left;
  content->top = top;
  content_text_end (content);
  if (strokes)
    content_operator (content, "0 Tr");
  content_restore (content);
}

static void
paint_texts (ContentStream *content, const DrawingTools *tools, const Drawing *drawing, guint index)
{
  const DrawPath *path = drawing->paths->pdata[index];

  for (guint i = 0; drawing->runs && i < drawing->runs->len; i++) {
    const DrawnRun *drawn = &g_array_index (drawing->runs, DrawnRun, i);
    const DrawSpan *span = &g_array_index (path->spans, DrawSpan, drawn->span);
    if (drawn->path == index && drawn->run->n_glyphs > 0
        && (span->fill.is_painted || span->stroke.is_painted))
      paint_run (content, tools, path, drawn);
  }
}

static void
paint_image (ContentStream *content, const DrawingTools *tools, const DrawPath *path, double scale)
{
  const Matrix *m = &path->matrix;
  guint number = image_list_use (tools->images, path->image, hypot (m->xx, m->yx) * scale,
                                 hypot (m->xy, m->yy) * scale);

  content_save (content);
  content_matrix (content, upright (*m, 0, 1));
  append_text (content->out, "/I");
  notation_integer (content->out, number);
  content_operator (content, " Do");
  content_restore (content);
}

/* --- groups --- */

/* Groups that are open: where what they hold is written, and where it goes. */
typedef struct {
  GString *outer; /* NULL: it is written where it belongs */
  GraphicsState state;
  Transparency transparency;
} OpenGroup;

static void
clip_to (ContentStream *content, const GArray *clips)
{
  for (guint i = 0; clips && i < clips->len; i++) {
    const DrawClip *clip = &g_array_index (clips, DrawClip, i);
    append_all (content, clip->steps);
    content_operator (content, clip->is_even_odd ? "W* n" : "W n");
  }
}

static void
open_group (ContentStream *content, const DrawPath *path, GArray *open)
{
  OpenGroup group = { .transparency = path->transparency };

  content_save (content);
  clip_to (content, path->clips);
  if (path->transparency > 0) {
    group.outer = content->out;
    group.state = content->state;
    content->out = g_string_new (NULL);
    content->state = (GraphicsState){ CONTENT_UNSET, CONTENT_UNSET, CONTENT_UNSET, 0, 0 };
  }
  g_array_append_val (open, group);
}

static void
close_group (ContentStream *content, const Drawing *drawing, GArray *open)
{
  OpenGroup group = g_array_index (open, OpenGroup, open->len - 1);
  const double box[] = { drawing->min_x, drawing->min_y, drawing->min_x + drawing->width,
                         drawing->min_y + drawing->height };

  g_array_set_size (open, open->len - 1);
  if (group.outer) {
    guint number = extras_group (content->extras, content->out, box);
    content->out = group.outer;
    content->state = group.state;
    content_transparency (content, group.transparency, group.transparency);
    append_text (content->out, "/T");
    notation_integer (content->out, number);
    content_operator (content, " Do");
  }
  content_restore (content);
}

/* --- the whole --- */

static void
paint_one (ContentStream *content, const DrawingTools *tools, const Drawing *drawing, guint i,
           double scale, GArray *open)
{
  const DrawPath *path = drawing->paths->pdata[i];

  switch (path->kind) {
  case DRAW_SHAPE:
    paint_path (content, tools->paths, path);
    break;
  case DRAW_TEXT:
    paint_texts (content, tools, drawing, i);
    break;
  case DRAW_IMAGE:
    paint_image (content, tools, path, scale);
    break;
  case DRAW_GROUP:
    open_group (content, path, open);
    break;
  case DRAW_GROUP_END:
    close_group (content, drawing, open);
    break;
  }
}

/* What lies beyond the view box of a file is not part of the picture. */
static void
clip_to_frame (ContentStream *content, const Drawing *drawing)
{
  const double frame[] = { drawing->min_x, drawing->min_y, drawing->width, drawing->height };

  for (guint i = 0; i < G_N_ELEMENTS (frame); i++)
    content_number (content, frame[i]);
  content_operator (content, "re\nW n");
}

static double
aligned (double room, int align)
{
  return room * (align + 1) / 2;
}

void
drawing_paint (ContentStream *content, const DrawingTools *tools, const Placed *item)
{
  const Drawing *drawing = item->drawing;
  /* As large as fits, in the middle, unless it says something else (preserveAspectRatio). */
  double across = item->width / drawing->width, down = item->height / drawing->height;
  double scale = fmin (across, down);
  g_autoptr (GArray) open = NULL;

  if (!(scale > 0 && isfinite (scale)))
    return;
  double x = item->x + aligned (item->width - drawing->width * scale, drawing->align_x);
  double y = item->y + aligned (item->height - drawing->height * scale, drawing->align_y);

  content_save (content);
  if (drawing->is_stretched)
    content_stretch (content, item->x - drawing->min_x * across, item->y - drawing->min_y * down,
                     across, down);
  else
    content_scale (content, x - drawing->min_x * scale, y - drawing->min_y * scale, scale);
  if (drawing->is_file)
    clip_to_frame (content, drawing);
  open = g_array_new (FALSE, FALSE, sizeof (OpenGroup));
  for (guint i = 0; i < drawing->paths->len; i++)
    paint_one (content, tools, drawing, i, scale, open);
  content_restore (content);
}
