/* SPDX-License-Identifier: MIT */
/* A drawing is read with all transformations done, so that what is left are paths in units of the
 * view box. */
#include "print/read/drawing.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "print/read/number.h"
#include "print/read/path.h"

#include <math.h>
#include <string.h>

/* Of an <svg> that does not say how large it is, as in browsers. */
#define DEFAULT_WIDTH  300
#define DEFAULT_HEIGHT 150

#define SHOWN_BYTES 40

/* What is handed down from an element to those inside. */
typedef struct {
  gboolean is_filled, is_stroked, is_even_odd;
  Colour fill, stroke;
  double stroke_width;
  Matrix matrix;
} Look;

typedef struct {
  Drawing *drawing;
  Colour current;
  PathStore *paths;
  const Faults *faults;
} Reader;

static void complain (Reader *reader, const Element *element, const char *advice,
                      const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
complain (Reader *reader, const Element *element, const char *advice, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  fault_error (reader->faults, element, NULL, advice, "%s", text);
}

/* --- values of attributes --- */

/* A number, in px or without a unit; a percentage of `whole`. FALSE when it is none. */
static gboolean
parse_number (const char *text, double whole, double *value)
{
  const char *p = text + strspn (text, " \t\n");
  const char *end = p + strlen (p);

  if (!number_read (&p, end, value))
    return FALSE;
  if (*p == '%')
    *value *= whole / 100;
  p += *p == '%' ? 1 : strncmp (p, "px", 2) == 0 ? 2 : 0;
  return p[strspn (p, " \t\n")] == '\0';
}

/* An attribute as a number, 0 when it is not there; what is no number is reported. */
static double
number_of (Reader *reader, const Element *element, const char *name, double whole)
{
  const char *text = element_attribute (element, name);
  double value = 0;

  if (text && !parse_number (text, whole, &value))
    complain (reader, element, _ ("write a number, in units of viewBox"),
              _ ("“%s=%s” is not drawn"), name, text);
  return value;
}

static double
x_of (Reader *reader, const Element *element, const char *name)
{
  return number_of (reader, element, name, reader->drawing->width);
}

static double
y_of (Reader *reader, const Element *element, const char *name)
{
  return number_of (reader, element, name, reader->drawing->height);
}

/* FALSE when it is neither a colour, nor none, nor currentColor. */
static gboolean
parse_paint (Reader *reader, const char *text, gboolean *is_painted, Colour *colour)
{
  g_autofree char *copy = g_strdup (text);
  const char *paint = g_strstrip (copy);

  *is_painted = g_ascii_strcasecmp (paint, "none") != 0;
  if (!*is_painted)
    return TRUE;
  if (g_ascii_strcasecmp (paint, "currentcolor") == 0)
    *colour = reader->current;
  else if (!colour_parse (paint, strlen (paint), colour))
    return FALSE;
  *is_painted = !colour->is_clear;
  return TRUE;
}

/* --- attributes of any shape --- */

static gboolean
take_fill (Reader *reader, const char *value, Look *look)
{
  return parse_paint (reader, value, &look->is_filled, &look->fill);
}

static gboolean
take_stroke (Reader *reader, const char *value, Look *look)
{
  return parse_paint (reader, value, &look->is_stroked, &look->stroke);
}

static gboolean
take_stroke_width (Reader *reader, const char *value, Look *look)
{
  return parse_number (value, reader->drawing->width, &look->stroke_width)
         && look->stroke_width >= 0;
}

static gboolean
take_fill_rule (G_GNUC_UNUSED Reader *reader, const char *value, Look *look)
{
  look->is_even_odd = strcmp (value, "evenodd") == 0;
  return look->is_even_odd || strcmp (value, "nonzero") == 0;
}

static gboolean
take_transform (G_GNUC_UNUSED Reader *reader, const char *value, Look *look)
{
  Matrix matrix;

  if (!matrix_parse (value, &matrix))
    return FALSE;
  look->matrix = matrix_times (look->matrix, matrix);
  return TRUE;
}

/* Values that ask for what is done anyway. */
static gboolean
take_default (const char *value, const char *fine)
{
  g_auto (GStrv) values = g_strsplit (fine, "|", -1);
  return g_strv_contains ((const char *const *) values, value);
}

static const struct {
  const char *name;
  gboolean (*take) (Reader *reader, const char *value, Look *look);
  const char *fine;
  const char *advice;
} look_attributes[] = {
  { "fill", take_fill, NULL, N_ ("write a colour, none or currentColor") },
  { "stroke", take_stroke, NULL, N_ ("write a colour, none or currentColor") },
  { "stroke-width", take_stroke_width, NULL, N_ ("write a number, in units of viewBox") },
  { "fill-rule", take_fill_rule, NULL, N_ ("write evenodd or nonzero") },
  { "transform", take_transform, NULL, N_ ("write translate(), scale(), rotate() or matrix()") },
  { "stroke-linecap", NULL, "butt", N_ ("leave it out: lines end as they are cut") },
  { "stroke-linejoin", NULL, "miter", N_ ("leave it out: corners are sharp") },
  { "stroke-miterlimit", NULL, "4|10", N_ ("leave it out: corners are sharp") },
  { "stroke-dasharray", NULL, "none|0", N_ ("draw each dash") },
  { "stroke-dashoffset", NULL, "0", N_ ("draw each dash") },
  { "stroke-opacity", NULL, "1", N_ ("write the lighter colour itself") },
  { "fill-opacity", NULL, "1", N_ ("write the lighter colour itself") },
  { "opacity", NULL, "1", N_ ("write the lighter colour itself") },
  { "style", NULL, "", N_ ("write attributes: fill=\"#000\" stroke=\"none\"") },
  { "clip-path", NULL, "none", N_ ("cut the drawing itself") },
  { "mask", NULL, "none", N_ ("cut the drawing itself") },
  { "filter", NULL, "none", N_ ("leave it out") },
  { "display", NULL, "inline|block", N_ ("leave the element out") },
  { "visibility", NULL, "visible", N_ ("leave the element out") },
};

/* Others than those that are taken mean something of the page on <svg> itself: style="width: 30mm".
 */
static void
read_look (Reader *reader, const Element *element, Look *look)
{
  gboolean is_frame = element_is (element, "svg");

  for (guint i = 0; i < G_N_ELEMENTS (look_attributes); i++) {
    const char *value = element_attribute (element, look_attributes[i].name);
    if (value == NULL || (is_frame && !look_attributes[i].take))
      continue;
    if (look_attributes[i].take ? look_attributes[i].take (reader, value, look)
                                : take_default (value, look_attributes[i].fine))
      continue;
    complain (reader, element, _ (look_attributes[i].advice), _ ("“%s=%s” is not drawn"),
              look_attributes[i].name, value);
  }
}

/* --- shapes --- */

static void
draw_path (Reader *reader, const Element *element, GArray *steps)
{
  const char *data = element_attribute (element, "d");
  gsize fault;

  if (data == NULL || path_parse (data, steps, &fault))
    return;
  const char *rest = data + fault;
  g_autofree char *shown = g_utf8_substring (rest, 0, g_utf8_strlen (rest, SHOWN_BYTES));
  complain (reader, element, _ ("save it from the drawing program as “plain SVG”"),
            _ ("the path is broken at “%s”"), shown);
}

/* Radii of corners: the one that is missing is the other. */
static void
draw_rect (Reader *reader, const Element *element, GArray *steps)
{
  double width = x_of (reader, element, "width"), height = y_of (reader, element, "height");
  double rx = x_of (reader, element, "rx"), ry = y_of (reader, element, "ry");

  if (width > 0 && height > 0)
    path_append_rect (steps, x_of (reader, element, "x"), y_of (reader, element, "y"), width,
                      height, element_attribute (element, "rx") ? rx : ry,
                      element_attribute (element, "ry") ? ry : rx);
}

static void
draw_circle (Reader *reader, const Element *element, GArray *steps)
{
  double radius = x_of (reader, element, "r");

  if (radius > 0)
    path_append_ellipse (steps, x_of (reader, element, "cx"), y_of (reader, element, "cy"), radius,
                         radius);
}

static void
draw_ellipse (Reader *reader, const Element *element, GArray *steps)
{
  double rx = x_of (reader, element, "rx"), ry = y_of (reader, element, "ry");

  if (rx > 0 && ry > 0)
    path_append_ellipse (steps, x_of (reader, element, "cx"), y_of (reader, element, "cy"), rx, ry);
}

static void
draw_line (Reader *reader, const Element *element, GArray *steps)
{
  path_append_line (steps, x_of (reader, element, "x1"), y_of (reader, element, "y1"),
                    x_of (reader, element, "x2"), y_of (reader, element, "y2"));
}

static void
draw_points (Reader *reader, const Element *element, GArray *steps, gboolean is_closed)
{
  const char *points = element_attribute (element, "points");

  if (points && !path_append_points (steps, points, is_closed))
    complain (reader, element, _ ("write pairs of numbers: 0,0 10,0 5,8"),
              _ ("this is not a valid list of points"));
}

static void
draw_polygon (Reader *reader, const Element *element, GArray *steps)
{
  draw_points (reader, element, steps, TRUE);
}

static void
draw_polyline (Reader *reader, const Element *element, GArray *steps)
{
  draw_points (reader, element, steps, FALSE);
}

static const struct {
  const char *name;
  void (*draw) (Reader *reader, const Element *element, GArray *steps);
} shapes[] = {
  { "path", draw_path },         { "rect", draw_rect },       { "circle", draw_circle },
  { "ellipse", draw_ellipse },   { "polygon", draw_polygon }, { "line", draw_line },
  { "polyline", draw_polyline },
};

static void
draw_path_free (gpointer data)
{
  DrawPath *path = data;
  g_array_unref (path->steps);
  g_free (path);
}

/* A line is as much wider as its surface is larger: what is stretched more one way than the other
 * gets the mean. */
static double
matrix_size (Matrix matrix)
{
  return sqrt (fabs (matrix.xx * matrix.yy - matrix.xy * matrix.yx));
}

/* The steps of a shape, which may be kept. */
static void
set_steps (Reader *reader, const Element *element, guint kind, DrawPath *path)
{
  const char *data = shapes[kind].draw == draw_path ? element_attribute (element, "d") : NULL;
  const KeptPath *kept = data ? path_store_find (reader->paths, data) : NULL;

  if (kept) {
    path->steps = g_array_ref (kept->steps);
  } else {
    guint n_errors = report_n_errors (reader->faults->report);
    path->steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
    shapes[kind].draw (reader, element, path->steps);
    if (data && report_n_errors (reader->faults->report) == n_errors)
      kept = path_store_keep (reader->paths, data, path->steps);
  }
  path->number = kept ? kept->number : 0;
}

static void
transform (DrawPath *path, Matrix matrix)
{
  static const Matrix same = MATRIX_SAME;

  if (memcmp (&matrix, &same, sizeof same) == 0)
    return;
  GArray *kept = path->steps;
  path->steps = g_array_copy (kept);
  path->number = 0;
  g_array_unref (kept);
  path_transform (path->steps, matrix);
}

static void
add_shape (Reader *reader, const Element *element, const Look *look, guint kind)
{
  DrawPath *path = g_new (DrawPath, 1);
  gboolean is_stroked = look->is_stroked && look->stroke_width > 0;

  *path = (DrawPath){ .is_filled = look->is_filled,
                      .is_stroked = is_stroked,
                      .is_even_odd = look->is_even_odd,
                      .fill = look->fill,
                      .stroke = look->stroke,
                      .stroke_width =
                        MIN (look->stroke_width * matrix_size (look->matrix), NUMBER_MOST) };
  set_steps (reader, element, kind, path);
  if (path->steps->len == 0 || (!path->is_filled && !path->is_stroked)) {
    draw_path_free (path);
    return;
  }
  transform (path, look->matrix);
  g_ptr_array_add (reader->drawing->paths, path);
}

/* --- the tree --- */

static void read_children (Reader *reader, const Element *parent, const Look *look);

static void
refuse_element (Reader *reader, const Element *element)
{
  static const char *const known[] = { "path", "rect",     "circle", "ellipse", "polygon",
                                       "line", "polyline", "g",      NULL };
  const char *nearest = suggest_word (element->name, known);
  g_autofree char *advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest) : NULL;

  complain (reader, element,
            advice ? advice
                   : _ ("draw with path, rect, circle, ellipse, line, polyline, polygon and g"),
            _ ("<%s> is not drawn"), element->name);
}

static void
read_element (Reader *reader, const Element *element, Look look)
{
  static const char *const silent[] = { "title", "desc", "metadata", NULL };

  if (element->name == NULL || g_strv_contains (silent, element->name)
      || (element_is (element, "defs") && element->first_child == NULL))
    return;
  read_look (reader, element, &look);
  if (element_is (element, "g")) {
    read_children (reader, element, &look);
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (element_is (element, shapes[i].name)) {
      add_shape (reader, element, &look, i);
      return;
    }
  refuse_element (reader, element);
}

static void
read_children (Reader *reader, const Element *parent, const Look *look)
{
  for (const Element *child = parent->first_child; child; child = child->next)
    read_element (reader, child, *look);
}

/* --- the frame --- */

/* width="30mm" stands for the size on paper, which is CSS; without a view box its number is taken
 * as units. */
static double
frame_length (const Element *svg, const char *name, double otherwise)
{
  const char *text = element_attribute (svg, name);
  double value;

  return text && parse_number (text, otherwise, &value) && value > 0 ? value : otherwise;
}

static gboolean
parse_view_box (const char *text, double values[4])
{
  const char *p = text, *end = text + strlen (text);

  for (guint i = 0; i < 4; i++) {
    p += strspn (p, ", \t\n");
    if (!number_read (&p, end, &values[i]))
      return FALSE;
  }
  return p[strspn (p, " \t\n")] == '\0' && values[2] > 0 && values[3] > 0;
}

static void
read_frame (Reader *reader, const Element *svg)
{
  const char *view_box = element_attribute (svg, "viewBox");
  double values[4] = { 0, 0, frame_length (svg, "width", DEFAULT_WIDTH),
                       frame_length (svg, "height", DEFAULT_HEIGHT) };

  if (view_box && !parse_view_box (view_box, values)) {
    complain (reader, svg, _ ("write four numbers: viewBox=\"0 0 100 100\""),
              _ ("“%s=%s” is not drawn"), "viewBox", view_box);
    values[0] = values[1] = 0;
    values[2] = values[3] = DEFAULT_HEIGHT;
  }
  reader->drawing->min_x = values[0];
  reader->drawing->min_y = values[1];
  reader->drawing->width = values[2];
  reader->drawing->height = values[3];
}

static const char *
title_of (const Element *svg)
{
  const char *label = element_attribute (svg, "aria-label");

  if (label && *label)
    return label;
  for (const Element *child = svg->first_child; child; child = child->next)
    if (element_is (child, "title") && child->first_child)
      return child->first_child->text;
  return NULL;
}

Drawing *
drawing_new (const Element *svg, Colour colour, PathStore *paths, const Faults *faults)
{
  Drawing *drawing = g_new0 (Drawing, 1);
  Reader reader = { drawing, colour, paths, faults };
  Look look = { .is_filled = TRUE,
                .fill = COLOUR_BLACK,
                .stroke = COLOUR_BLACK,
                .stroke_width = 1,
                .matrix = MATRIX_SAME };

  drawing->paths = g_ptr_array_new_with_free_func (draw_path_free);
  drawing->title = title_of (svg);
  read_frame (&reader, svg);
  read_look (&reader, svg, &look);
  read_children (&reader, svg, &look);
  return drawing;
}

void
drawing_free (Drawing *drawing)
{
  if (drawing == NULL)
    return;
  g_ptr_array_unref (drawing->paths);
  g_free (drawing);
}
