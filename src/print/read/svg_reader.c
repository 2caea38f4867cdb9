/* SPDX-License-Identifier: MIT */
#include "print/read/svg_reader.h"

#include "base/i18n.h"
#include "base/svg.h"

#include <math.h>
#include <string.h>

#define SHOWN_BYTES 40

/* --- faults --- */

void
svg_complain (SvgReader *reader, const Element *element, const char *advice, const char *format,
              ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  if (reader->is_file)
    fault_warning (reader->faults, element, NULL, advice, "%s", text);
  else
    fault_error (reader->faults, element, NULL, advice, "%s", text);
}

void
svg_beyond (SvgReader *reader, const Element *element, const char *format, ...)
{
  Drawing *drawing = reader->drawing;

  if (drawing->beyond)
    return;
  va_list args;
  va_start (args, format);
  drawing->beyond = g_strdup_vprintf (format, args);
  va_end (args);
  reader->beyond = element;
}

/* --- asking --- */

double
svg_number (SvgReader *reader, const Element *element, const char *name, double whole,
            double otherwise)
{
  const char *text = element_attribute (element, name);
  double value;

  if (text == NULL)
    return otherwise;
  if (svg_length (text, strlen (text), whole, 16, &value))
    return value;
  svg_complain (reader, element, _ ("write a number, in units of viewBox"),
                _ ("“%s=%s” is not drawn"), name, text);
  return otherwise;
}

double
svg_x (SvgReader *reader, const Element *element, const char *name)
{
  return svg_number (reader, element, name, reader->frame.width, 0);
}

double
svg_y (SvgReader *reader, const Element *element, const char *name)
{
  return svg_number (reader, element, name, reader->frame.height, 0);
}

static double
radius_of (SvgReader *reader, const Element *element, const char *name)
{
  const SvgFrame *frame = &reader->frame;
  return svg_number (reader, element, name,
                     sqrt ((frame->width * frame->width + frame->height * frame->height) / 2), 0);
}

static void
note_ids (GHashTable *ids, const Element *element)
{
  for (; element; element = element->next) {
    if (element->name && element->id && !g_hash_table_contains (ids, element->id))
      g_hash_table_insert (ids, (gpointer) element->id, (gpointer) element);
    note_ids (ids, element->first_child);
  }
}

const Element *
svg_find (SvgReader *reader, const char *id, gsize length)
{
  g_autofree char *copy = g_strndup (id, length);

  if (reader->ids == NULL) {
    reader->ids = g_hash_table_new (g_str_hash, g_str_equal);
    note_ids (reader->ids, reader->root->first_child);
  }
  return g_hash_table_lookup (reader->ids, copy);
}

const Element *
svg_target (SvgReader *reader, const Element *element)
{
  const char *href = element_attribute (element, "href");
  return href && *href == '#' ? svg_find (reader, href + 1, strlen (href + 1)) : NULL;
}

/* --- looks --- */

/* A style of the frame of a drawing within a page is for the page: its size, where it stands. */
static gboolean
is_of_page (const SvgReader *reader, const Element *element, const char *name)
{
  static const char *const names[] = { "transform", "display", "visibility", "opacity",
                                       "filter",    "mask",    "clip-path",  NULL };
  return element == reader->root && !reader->is_file && g_strv_contains (names, name);
}

static void
set_property (SvgReader *reader, const Element *element, const SvgDeclaration *declaration,
              SvgLook *look)
{
  SvgVerdict verdict =
    svg_look_set (look, declaration->name, declaration->value, declaration->length, &reader->frame);
  g_autofree char *shown = verdict == SVG_BROKEN || verdict == SVG_BEYOND
                             ? g_strndup (declaration->value, declaration->length)
                             : NULL;

  if (verdict == SVG_BEYOND)
    svg_beyond (reader, element, "%s: %s", declaration->name, g_strstrip (shown));
  else if (verdict == SVG_BROKEN)
    svg_complain (reader, element, svg_look_advice (declaration->name), _ ("“%s=%s” is not drawn"),
                  declaration->name, g_strstrip (shown));
}

/* Attributes, then rules, then its own style (SVG 1.1, 6.4). */
static void
gather_declarations (SvgReader *reader, const Element *element)
{
  g_array_set_size (reader->declarations, 0);
  for (guint i = 0; i < element->n_attributes; i++) {
    const Attribute *attribute = &element->attributes[i];
    if (g_strv_contains (svg_properties, attribute->name))
      svg_declare_one (reader->declarations, attribute->name, attribute->value,
                       strlen (attribute->value));
  }
  if (reader->sheet)
    svg_sheet_declare (reader->sheet, element, reader->declarations);
  guint n = reader->declarations->len;
  const char *style = element_attribute (element, "style");
  if (style)
    svg_declare (reader->declarations, style, strlen (style));
  for (guint i = n; i < reader->declarations->len;)
    if (is_of_page (reader, element, g_array_index (reader->declarations, SvgDeclaration, i).name))
      g_array_remove_index (reader->declarations, i);
    else
      i++;
}

static gboolean
comes_first (const SvgDeclaration *declaration)
{
  return strcmp (declaration->name, "color") == 0 || strcmp (declaration->name, "font-size") == 0;
}

SvgLook
svg_look_of (SvgReader *reader, const Element *element, const SvgLook *parent)
{
  SvgLook look = svg_look_inherit (parent);

  if (element->name == NULL)
    return look;
  gather_declarations (reader, element);
  for (int pass = 1; pass >= 0; pass--)
    for (guint i = 0; i < reader->declarations->len; i++) {
      const SvgDeclaration *declaration = &g_array_index (reader->declarations, SvgDeclaration, i);
      if (comes_first (declaration) == pass)
        set_property (reader, element, declaration, &look);
    }
  return look;
}

/* --- shapes --- */

static void
draw_path (SvgReader *reader, const Element *element, GArray *steps)
{
  const char *data = element_attribute (element, "d");
  gsize fault;

  if (data == NULL || path_parse (data, steps, &fault))
    return;
  const char *rest = data + fault;
  g_autofree char *shown = g_utf8_substring (rest, 0, g_utf8_strlen (rest, SHOWN_BYTES));
  svg_complain (reader, element, _ ("save it from the drawing program as “plain SVG”"),
                _ ("the path is broken at “%s”"), shown);
}

/* Radii of corners: the one that is missing is the other. */
static void
draw_rect (SvgReader *reader, const Element *element, GArray *steps)
{
  double width = svg_x (reader, element, "width"), height = svg_y (reader, element, "height");
  double rx = svg_x (reader, element, "rx"), ry = svg_y (reader, element, "ry");

  if (width > 0 && height > 0)
    path_append_rect (steps, svg_x (reader, element, "x"), svg_y (reader, element, "y"), width,
                      height, element_attribute (element, "rx") ? rx : ry,
                      element_attribute (element, "ry") ? ry : rx);
}

static void
draw_circle (SvgReader *reader, const Element *element, GArray *steps)
{
  double radius = radius_of (reader, element, "r");

  if (radius > 0)
    path_append_ellipse (steps, svg_x (reader, element, "cx"), svg_y (reader, element, "cy"),
                         radius, radius);
}

static void
draw_ellipse (SvgReader *reader, const Element *element, GArray *steps)
{
  double rx = svg_x (reader, element, "rx"), ry = svg_y (reader, element, "ry");

  if (rx > 0 && ry > 0)
    path_append_ellipse (steps, svg_x (reader, element, "cx"), svg_y (reader, element, "cy"), rx,
                         ry);
}

static void
draw_line (SvgReader *reader, const Element *element, GArray *steps)
{
  path_append_line (steps, svg_x (reader, element, "x1"), svg_y (reader, element, "y1"),
                    svg_x (reader, element, "x2"), svg_y (reader, element, "y2"));
}

static void
draw_points (SvgReader *reader, const Element *element, GArray *steps, gboolean is_closed)
{
  const char *points = element_attribute (element, "points");

  if (points && !path_append_points (steps, points, is_closed))
    svg_complain (reader, element, _ ("write pairs of numbers: 0,0 10,0 5,8"),
                  _ ("this is not a valid list of points"));
}

static void
draw_polygon (SvgReader *reader, const Element *element, GArray *steps)
{
  draw_points (reader, element, steps, TRUE);
}

static void
draw_polyline (SvgReader *reader, const Element *element, GArray *steps)
{
  draw_points (reader, element, steps, FALSE);
}

static const struct {
  const char *name;
  void (*draw) (SvgReader *reader, const Element *element, GArray *steps);
} shapes[] = {
  { "path", draw_path },         { "rect", draw_rect },       { "circle", draw_circle },
  { "ellipse", draw_ellipse },   { "polygon", draw_polygon }, { "line", draw_line },
  { "polyline", draw_polyline },
};

static int
shape_kind (const Element *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (element_is (element, shapes[i].name))
      return (int) i;
  return -1;
}

gboolean
svg_is_shape (const Element *element)
{
  return shape_kind (element) >= 0;
}

gboolean
svg_shape (SvgReader *reader, const Element *element, GArray *steps)
{
  int kind = shape_kind (element);

  if (kind >= 0)
    shapes[kind].draw (reader, element, steps);
  return kind >= 0;
}

/* --- what comes of it --- */

void
svg_append (SvgReader *reader, DrawPath *path)
{
  reader->drawing->n_texts += path->kind == DRAW_TEXT;
  g_ptr_array_add (reader->drawing->paths, path);
}
