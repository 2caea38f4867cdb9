/* SPDX-License-Identifier: MIT */
/* A drawing is read with all transformations done, so that what is left are paths in units of the
 * view box; text and pictures keep their matrix. What is not painted as a vector is noted, and
 * whoever shows the drawing has it painted in dots. */
#include "print/read/drawing.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "base/svg.h"
#include "print/read/dots.h"
#include "print/read/number.h"
#include "print/read/svg_reader.h"

#include <math.h>
#include <string.h>

/* Of an <svg> that does not say how large it is, as in browsers. */
#define DEFAULT_WIDTH  300
#define DEFAULT_HEIGHT 150

/* Paths are written to a thousandth of a unit: a view box of fewer units than this is enlarged. */
#define FEWEST_UNITS   10
#define ENLARGED_UNITS 1000

/* --- what is painted --- */

static void
draw_path_free (gpointer data)
{
  DrawPath *path = data;
  g_clear_pointer (&path->steps, g_array_unref);
  g_clear_pointer (&path->spans, g_array_unref);
  g_clear_pointer (&path->clips, g_array_unref);
  image_free (path->image);
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
set_steps (SvgReader *reader, const Element *element, DrawPath *path)
{
  const char *data = element_is (element, "path") ? element_attribute (element, "d") : NULL;
  const KeptPath *kept = data ? path_store_find (reader->paths, data) : NULL;

  if (kept) {
    path->steps = g_array_ref (kept->steps);
  } else {
    guint n_faults =
      report_n_errors (reader->faults->report) + report_n_warnings (reader->faults->report);
    path->steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
    svg_shape (reader, element, path->steps);
    if (data
        && report_n_errors (reader->faults->report) + report_n_warnings (reader->faults->report)
             == n_faults)
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
set_line (DrawPath *path, const SvgLook *look)
{
  double size = matrix_size (look->matrix);

  path->stroke_width = MIN (look->stroke_width * size, NUMBER_MOST);
  path->cap = look->cap;
  path->join = look->join;
  if (look->join == JOIN_MITER)
    path->miter_limit = look->miter_limit != 4                ? look->miter_limit
                        : path_has_sharp_corner (path->steps) ? 4
                                                              : 0;
  path->n_dashes = look->n_dashes;
  path->dash_offset = look->dash_offset * size;
  for (guint i = 0; i < look->n_dashes; i++)
    path->dashes[i] = look->dashes[i] * size;
}

static void
add_shape (SvgReader *reader, const Element *element, const SvgLook *look)
{
  DrawPath *path = g_new0 (DrawPath, 1);

  path->is_even_odd = look->is_even_odd;
  set_steps (reader, element, path);
  path->fill = svg_paint_of (reader, element, &look->fill, look, path->steps);
  path->stroke = svg_paint_of (reader, element, &look->stroke, look, path->steps);
  path->stroke.is_painted &= look->stroke_width > 0;
  if (path->stroke.is_painted && path->stroke.gradient)
    svg_beyond (reader, element, "stroke: url(#…)");
  if (path->steps->len == 0 || look->is_hidden
      || (!path->fill.is_painted && !path->stroke.is_painted)) {
    draw_path_free (path);
    return;
  }
  set_line (path, look);
  transform (path, look->matrix);
  svg_append (reader, path);
}

/* --- pictures in dots --- */

static GBytes *
embedded_bytes (const char *href)
{
  const char *data =
    href && g_ascii_strncasecmp (href, "data:image/", 11) == 0 ? strstr (href, ";base64,") : NULL;
  gsize length;
  guchar *bytes = data ? g_base64_decode (data + strlen (";base64,"), &length) : NULL;
  return bytes ? g_bytes_new_take (bytes, length) : NULL;
}

static void
add_image (SvgReader *reader, const Element *element, const SvgLook *look)
{
  const char *why = NULL, *fit = element_attribute (element, "preserveAspectRatio");
  g_autoptr (GBytes) bytes = embedded_bytes (element_attribute (element, "href"));
  Image *image = bytes ? image_new (bytes, &why) : NULL;

  if (image == NULL) {
    svg_complain (reader, element, _ ("save it anew as PNG or JPEG"),
                  _ ("a picture in the drawing cannot be read"));
    return;
  }
  double width = svg_number (reader, element, "width", reader->frame.width, image->width);
  double height = svg_number (reader, element, "height", reader->frame.height, image->height);
  double x = svg_x (reader, element, "x"), y = svg_y (reader, element, "y");
  if (fit && g_str_has_prefix (fit, "none"))
    fit = NULL;
  else {
    double scale = MIN (width / image->width, height / image->height);
    if (fit && !g_str_has_prefix (fit, "xMidYMid")
        && image->width * height != image->height * width)
      svg_beyond (reader, element, "preserveAspectRatio=%s", fit);
    if (fit && strstr (fit, "slice") && image->width * height != image->height * width)
      svg_beyond (reader, element, "preserveAspectRatio=%s", fit);
    x += (width - image->width * scale) / 2;
    y += (height - image->height * scale) / 2;
    width = image->width * scale;
    height = image->height * scale;
  }
  DrawPath *path = g_new0 (DrawPath, 1);
  path->kind = DRAW_IMAGE;
  path->image = image;
  path->matrix = matrix_times (look->matrix, (Matrix){ width, 0, 0, height, x, y });
  if (width > 0 && height > 0 && !look->is_hidden)
    svg_append (reader, path);
  else
    draw_path_free (path);
}

/* --- groups --- */

/* One surface or one line may be transparent by itself; whatever may lie on something of its own is
 * so as a whole. */
static gboolean
is_single (const Element *element, const SvgLook *look)
{
  return (svg_is_shape (element) || element_is (element, "text"))
         && !(look->fill.is_painted && look->stroke.is_painted && look->stroke_width > 0);
}

/* TRUE when a DRAW_GROUP_END has to come behind the element. */
static gboolean
open_group (SvgReader *reader, const Element *element, SvgLook *look)
{
  if (look->opacity < 1 && is_single (element, look)) {
    look->fill.opacity *= look->opacity;
    look->stroke.opacity *= look->opacity;
    look->opacity = 1;
  }
  if (look->opacity >= 1 && look->clip == NULL)
    return FALSE;
  DrawPath *path = g_new0 (DrawPath, 1);
  path->kind = DRAW_GROUP;
  path->transparency = 1 - look->opacity;
  if (look->clip) {
    path->clips = svg_clips_new ();
    svg_add_clips (reader, element, look, path->clips);
  }
  svg_append (reader, path);
  return TRUE;
}

static void
close_group (SvgReader *reader)
{
  DrawPath *path = g_new0 (DrawPath, 1);
  path->kind = DRAW_GROUP_END;
  svg_append (reader, path);
}

/* --- the tree --- */

static void read_children (SvgReader *reader, const Element *parent, const SvgLook *look);
static void read_element (SvgReader *reader, const Element *element, const SvgLook *parent);

static gboolean
parse_view_box (const char *text, double values[4])
{
  const char *p = text, *end = text + strlen (text);

  for (guint i = 0; i < 4; i++) {
    p += strspn (p, ", \t\r\n");
    if (!number_read (&p, end, &values[i]))
      return FALSE;
  }
  return p[strspn (p, " \t\r\n")] == '\0' && values[2] > 0 && values[3] > 0;
}

/* How a view box lies in its place (SVG 1.1, 7.8). */
typedef struct {
  gboolean is_stretched, is_slice;
  int align_x, align_y;
} Aspect;

static Aspect
aspect_of (const Element *element)
{
  const char *text = element_attribute (element, "preserveAspectRatio");
  Aspect aspect = { FALSE, FALSE, 0, 0 };

  if (text == NULL)
    return aspect;
  aspect.is_stretched = strstr (text, "none") != NULL;
  aspect.is_slice = strstr (text, "slice") != NULL;
  aspect.align_x = strstr (text, "xMin") ? -1 : strstr (text, "xMax") ? 1 : 0;
  aspect.align_y = strstr (text, "YMin") ? -1 : strstr (text, "YMax") ? 1 : 0;
  return aspect;
}

/* A <symbol>, or an <svg> within: a view box of its own in a place of its own. */
static void
read_viewport (SvgReader *reader, const Element *element, SvgLook *look, double x, double y,
               double width, double height)
{
  const char *view_box = element_attribute (element, "viewBox");
  SvgFrame frame = reader->frame;
  double box[4] = { 0, 0, width, height };
  Aspect aspect = aspect_of (element);

  if (!(width > 0 && height > 0))
    return;
  if (view_box && !parse_view_box (view_box, box))
    view_box = NULL;
  double scale_x = width / box[2], scale_y = height / box[3];
  if (!aspect.is_stretched)
    scale_x = scale_y = aspect.is_slice ? MAX (scale_x, scale_y) : MIN (scale_x, scale_y);
  double left = (width - box[2] * scale_x) * (aspect.align_x + 1) / 2;
  double above = (height - box[3] * scale_y) * (aspect.align_y + 1) / 2;
  DrawPath *open = g_new0 (DrawPath, 1);
  open->kind = DRAW_GROUP;
  open->clips = svg_clips_new ();
  svg_add_clip_rect (open->clips, x, y, width, height, look->matrix);
  svg_append (reader, open);
  look->matrix =
    matrix_times (look->matrix, (Matrix){ scale_x, 0, 0, scale_y, x + left - box[0] * scale_x,
                                          y + above - box[1] * scale_y });
  reader->frame = (SvgFrame){ box[2], box[3] };
  read_children (reader, element, look);
  reader->frame = frame;
  close_group (reader);
}

static void
read_inner_svg (SvgReader *reader, const Element *element, SvgLook *look)
{
  read_viewport (
    reader, element, look, svg_x (reader, element, "x"), svg_y (reader, element, "y"),
    svg_number (reader, element, "width", reader->frame.width, reader->frame.width),
    svg_number (reader, element, "height", reader->frame.height, reader->frame.height));
}

static void
read_use (SvgReader *reader, const Element *element, SvgLook *look)
{
  const Element *target = svg_target (reader, element);
  double x = svg_x (reader, element, "x"), y = svg_y (reader, element, "y");

  if (target == NULL) {
    const char *href = element_attribute (element, "href");
    svg_complain (reader, element, _ ("name an element that is in the drawing"),
                  _ ("there is no “%s” in this drawing"), href ? href : "");
    return;
  }
  look->matrix = matrix_times (look->matrix, (Matrix){ 1, 0, 0, 1, x, y });
  if (element_is (target, "symbol")) {
    SvgLook inner = svg_look_of (reader, target, look);
    read_viewport (
      reader, target, &inner, 0, 0,
      svg_number (reader, element, "width", reader->frame.width, reader->frame.width),
      svg_number (reader, element, "height", reader->frame.height, reader->frame.height));
  } else
    read_element (reader, target, look);
}

/* The first that anybody can show. */
static void
read_switch (SvgReader *reader, const Element *element, const SvgLook *look)
{
  for (const Element *child = element->first_child; child; child = child->next) {
    const char *language = element_attribute (child, "systemLanguage");
    if (child->name == NULL || element_attribute (child, "requiredExtensions")
        || (language && strstr (language, "vi") == NULL))
      continue;
    read_element (reader, child, look);
    return;
  }
}

/* What is there to be named, or to be said. */
static gboolean
is_silent (const Element *element)
{
  static const char *const silent[] = {
    "title",  "desc",           "metadata",       "defs", "symbol", "clippath", "style",
    "marker", "lineargradient", "radialgradient", "mask", "filter", "pattern",  NULL
  };
  return element->name == NULL || g_strv_contains (silent, element->name);
}

/* The name as SVG writes it, or NULL. */
static const char *
name_of_svg (const Element *element)
{
  for (guint i = 0; svg_elements[i]; i++)
    if (g_ascii_strcasecmp (svg_elements[i], element->name) == 0)
      return svg_elements[i];
  return NULL;
}

static void
refuse_element (SvgReader *reader, const Element *element)
{
  const char *name = name_of_svg (element);

  if (name)
    svg_beyond (reader, element, "<%s>", name);
  else if (!reader->is_file) { /* programs keep much in their files that nobody draws */
    const char *nearest = suggest_word (element->name, svg_elements);
    g_autofree char *advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest) : NULL;
    svg_complain (
      reader, element,
      advice ? advice : _ ("draw with path, rect, circle, ellipse, line, polyline, polygon and g"),
      _ ("<%s> is not drawn"), element->name);
  }
}

static void
read_inside (SvgReader *reader, const Element *element, SvgLook *look)
{
  if (svg_is_shape (element))
    add_shape (reader, element, look);
  else if (element_is (element, "g") || element_is (element, "a"))
    read_children (reader, element, look);
  else if (element_is (element, "text"))
    svg_read_text (reader, element, look);
  else if (element_is (element, "image"))
    add_image (reader, element, look);
  else if (element_is (element, "use"))
    read_use (reader, element, look);
  else if (element_is (element, "svg"))
    read_inner_svg (reader, element, look);
  else if (element_is (element, "switch"))
    read_switch (reader, element, look);
  else
    refuse_element (reader, element);
}

static void
read_element (SvgReader *reader, const Element *element, const SvgLook *parent)
{
  if (is_silent (element))
    return;
  if (++reader->n_read > SVG_MOST_READ) {
    if (reader->n_read == SVG_MOST_READ + 1)
      fault_error (reader->faults, reader->root, NULL,
                   _ ("save it from the drawing program as “plain SVG”"),
                   _ ("the drawing repeats itself without an end"));
    return;
  }
  if (reader->depth >= SVG_MOST_DEPTH) {
    svg_beyond (reader, element, "<%s>", element->name);
    return;
  }
  SvgLook look = svg_look_of (reader, element, parent);
  if (look.is_gone)
    return;
  reader->depth++;
  gboolean is_open = open_group (reader, element, &look);
  read_inside (reader, element, &look);
  if (is_open)
    close_group (reader);
  reader->depth--;
}

static void
read_children (SvgReader *reader, const Element *parent, const SvgLook *look)
{
  for (const Element *child = parent->first_child; child; child = child->next)
    read_element (reader, child, look);
}

/* --- the frame --- */

/* width="30mm" stands for the size on paper, which is CSS; without a view box its number is taken
 * as units. */
static double
frame_length (const Element *svg, const char *name, double otherwise)
{
  const char *text = element_attribute (svg, name);
  double value;

  return text && svg_length (text, strlen (text), otherwise, 16, &value) && value > 0 ? value
                                                                                      : otherwise;
}

/* What the file says of its size, px; 0: nothing. */
static double
natural_length (const Element *svg, const char *name)
{
  const char *text = element_attribute (svg, name);
  return text && strchr (text, '%') == NULL ? frame_length (svg, name, 0) : 0;
}

gboolean
drawing_frame (const Element *svg, Drawing *drawing)
{
  const char *view_box = element_attribute (svg, "viewBox");
  double values[4] = { 0, 0, frame_length (svg, "width", DEFAULT_WIDTH),
                       frame_length (svg, "height", DEFAULT_HEIGHT) };
  gboolean is_good = view_box == NULL || parse_view_box (view_box, values);

  if (!is_good) {
    values[0] = values[1] = 0;
    values[2] = values[3] = DEFAULT_HEIGHT;
  }
  drawing->min_x = values[0];
  drawing->min_y = values[1];
  drawing->width = values[2];
  drawing->height = values[3];
  drawing->natural_width = natural_length (svg, "width");
  drawing->natural_height = natural_length (svg, "height");
  return is_good;
}

void
drawing_natural_size (const Drawing *drawing, double *across, double *down)
{
  double ratio = drawing->width / drawing->height;
  gboolean has_width = drawing->natural_width > 0, has_height = drawing->natural_height > 0;

  *across = has_width    ? drawing->natural_width
            : has_height ? drawing->natural_height * ratio
                         : drawing->width;
  *down = has_height ? drawing->natural_height : has_width ? *across / ratio : drawing->height;
}

static void
read_frame (SvgReader *reader, const Element *svg)
{
  Drawing *drawing = reader->drawing;
  Aspect aspect = aspect_of (svg);

  if (!drawing_frame (svg, drawing))
    svg_complain (reader, svg, _ ("write four numbers: viewBox=\"0 0 100 100\""),
                  _ ("“%s=%s” is not drawn"), "viewBox", element_attribute (svg, "viewBox"));
  if (!reader->is_file) /* style sheets say how large it is */
    drawing->natural_width = drawing->natural_height = 0;
  drawing->is_stretched = aspect.is_stretched;
  drawing->align_x = aspect.align_x;
  drawing->align_y = aspect.align_y;
  if (aspect.is_slice)
    svg_beyond (reader, svg, "preserveAspectRatio: slice");
  reader->frame = (SvgFrame){ drawing->width, drawing->height };
}

/* Of the matrix of all that is in it. */
static double
enlarge (Drawing *drawing)
{
  double most = MAX (drawing->width, drawing->height), factor = ENLARGED_UNITS / most;

  if (most >= FEWEST_UNITS || !drawing->is_file)
    return 1;
  if (drawing->natural_width <= 0 && drawing->natural_height <= 0) {
    drawing->natural_width = drawing->width;
    drawing->natural_height = drawing->height;
  }
  drawing->min_x *= factor;
  drawing->min_y *= factor;
  drawing->width *= factor;
  drawing->height *= factor;
  return factor;
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

/* Rules hold wherever they stand. */
static void
read_sheets (SvgReader *reader, const Element *element)
{
  for (; element; element = element->next) {
    if (!element_is (element, "style")) {
      read_sheets (reader, element->first_child);
      continue;
    }
    if (reader->sheet == NULL)
      reader->sheet = svg_sheet_new ();
    for (const Element *text = element->first_child; text; text = text->next)
      if (text->text && !svg_sheet_add (reader->sheet, text->text))
        svg_beyond (reader, element, "<style>");
  }
}

static void
read_drawing (SvgReader *reader, const Element *svg, Colour colour)
{
  const SvgLook initial = svg_look_initial (colour);

  reader->root = svg;
  reader->drawing->is_file = reader->is_file;
  reader->declarations = g_array_new (FALSE, FALSE, sizeof (SvgDeclaration));
  reader->drawing->paths = g_ptr_array_new_with_free_func (draw_path_free);
  reader->drawing->title = title_of (svg);
  read_frame (reader, svg);
  read_sheets (reader, svg->first_child);
  SvgLook look = svg_look_of (reader, svg, &initial);
  double factor = enlarge (reader->drawing);
  if (factor != 1)
    look.matrix = matrix_times ((Matrix){ factor, 0, 0, factor, 0, 0 }, look.matrix);
  gboolean is_open = open_group (reader, svg, &look);
  read_children (reader, svg, &look);
  if (is_open)
    close_group (reader);
  g_array_unref (reader->declarations);
  svg_sheet_free (reader->sheet);
  g_clear_pointer (&reader->ids, g_hash_table_unref);
}

static void
tell_beyond (const SvgReader *reader)
{
  const Drawing *drawing = reader->drawing;

  if (drawing->beyond)
    fault_warning (reader->faults, reader->beyond, NULL,
                   _ ("leave it out of the drawing for sharp lines and text that can be read out"),
                   _ ("“%s” is not drawn as a vector: the drawing is painted in dots, 300 an inch"),
                   drawing->beyond);
}

Drawing *
drawing_new (const Element *svg, Colour colour, PathStore *paths, const Faults *faults)
{
  Drawing *drawing = g_new0 (Drawing, 1);
  SvgReader reader = { .drawing = drawing, .paths = paths, .faults = faults };

  read_drawing (&reader, svg, colour);
  tell_beyond (&reader);
  if (drawing->beyond)
    drawing->source =
      dots_source (svg, (guint32) colour.red << 16 | (guint32) colour.green << 8 | colour.blue);
  return drawing;
}

Drawing *
drawing_read (const Source *file, PathStore *paths, Report *report)
{
  const Faults faults = { file, NULL, report };
  g_autoptr (Markup) markup = markup_read (file, report);

  if (markup == NULL)
    return NULL;
  if (!element_is (markup->root, "svg")) {
    fault_error (&faults, markup->root, NULL,
                 _ ("the first element is <svg xmlns=\"http://www.w3.org/2000/svg\">"),
                 _ ("this is not a drawing"));
    return NULL;
  }
  Drawing *drawing = g_new0 (Drawing, 1);
  SvgReader reader = { .drawing = drawing, .is_file = TRUE, .paths = paths, .faults = &faults };
  read_drawing (&reader, markup->root, COLOUR_BLACK);
  tell_beyond (&reader);
  if (drawing->beyond)
    drawing->source = g_bytes_new (file->text, file->length);
  drawing->markup = g_steal_pointer (&markup);
  return drawing;
}

Drawing *
drawing_share (const Drawing *drawing)
{
  Drawing *shared = g_memdup2 (drawing, sizeof *drawing);

  g_ptr_array_ref (shared->paths);
  if (shared->gradients)
    g_ptr_array_ref (shared->gradients);
  shared->beyond = g_strdup (drawing->beyond);
  if (shared->source)
    g_bytes_ref (shared->source);
  shared->markup = NULL;
  shared->runs = NULL;
  return shared;
}

void
drawing_free (Drawing *drawing)
{
  if (drawing == NULL)
    return;
  g_ptr_array_unref (drawing->paths);
  g_clear_pointer (&drawing->gradients, g_ptr_array_unref);
  g_clear_pointer (&drawing->runs, g_array_unref);
  g_free (drawing->beyond);
  g_clear_pointer (&drawing->source, g_bytes_unref);
  markup_free (drawing->markup);
  g_free (drawing);
}
