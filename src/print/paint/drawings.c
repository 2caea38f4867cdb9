/* SPDX-License-Identifier: MIT */
#include "print/paint/drawings.h"

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

static void
paint_path (ContentStream *content, ShownStore *paths, const DrawPath *path)
{
  gboolean fills = path->is_filled && !path->fill.is_clear;
  gboolean strokes = path->is_stroked && !path->stroke.is_clear && path->stroke_width > 0;

  if (path->steps->len == 0 || (!fills && !strokes))
    return;
  if (fills)
    content_fill_colour (content, path->fill);
  if (strokes) {
    content_stroke_colour (content, path->stroke);
    content_number (content, path->stroke_width);
    content_operator (content, "w");
  }
  append_path (content, paths, path);
  content_operator (content, !fills              ? "S"
                             : strokes           ? (path->is_even_odd ? "B*" : "B")
                             : path->is_even_odd ? "f*"
                                                 : "f");
}

void
drawing_paint (ContentStream *content, ShownStore *paths, const Placed *item)
{
  const Drawing *drawing = item->drawing;
  /* As large as fits, in the middle (preserveAspectRatio: xMidYMid meet). */
  double scale = fmin (item->width / drawing->width, item->height / drawing->height);
  if (!(scale > 0 && isfinite (scale)))
    return;
  double x = item->x + (item->width - drawing->width * scale) / 2;
  double y = item->y + (item->height - drawing->height * scale) / 2;

  content_save (content);
  content_scale (content, x - drawing->min_x * scale, y - drawing->min_y * scale, scale);
  for (guint i = 0; i < drawing->paths->len; i++)
    paint_path (content, paths, drawing->paths->pdata[i]);
  content_restore (content);
}
