/* SPDX-License-Identifier: MIT */
/* Paint servers (SVG 1.1, 13). A gradient takes from those it names what it does not say itself. */
#include "print/read/svg_reader.h"

#include "base/i18n.h"

#include <math.h>
#include <string.h>

#define MOST_NAMED 8 /* gradients one behind the other */

/* A gradient and those it names. */
typedef struct {
  const Element *elements[MOST_NAMED];
  guint n;
} Chain;

static gboolean
is_gradient (const Element *element)
{
  return element_is (element, "lineargradient") || element_is (element, "radialgradient");
}

static Chain
chain_of (SvgReader *reader, const Element *element)
{
  Chain chain = { .n = 0 };

  for (; element && is_gradient (element) && chain.n < MOST_NAMED;
       element = svg_target (reader, element))
    chain.elements[chain.n++] = element;
  return chain;
}

static const Element *
with_attribute (const Chain *chain, const char *name)
{
  for (guint i = 0; i < chain->n; i++)
    if (element_attribute (chain->elements[i], name))
      return chain->elements[i];
  return NULL;
}

static const char *
attribute_of (const Chain *chain, const char *name)
{
  const Element *element = with_attribute (chain, name);
  return element ? element_attribute (element, name) : NULL;
}

static gboolean
is_of_box (const Chain *chain)
{
  return g_strcmp0 (attribute_of (chain, "gradientUnits"), "userSpaceOnUse") != 0;
}

static double
number_of (SvgReader *reader, const Chain *chain, const char *name, double whole, double otherwise)
{
  const Element *element = with_attribute (chain, name);
  return element ? svg_number (reader, element, name, whole, otherwise) : otherwise;
}

/* --- stops --- */

static GArray *
stops_of (SvgReader *reader, const Chain *chain, double *opacity, gboolean *is_mixed)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (GradientStop));
  const SvgLook initial = svg_look_initial (COLOUR_BLACK);
  double before = 0;

  *opacity = -1;
  for (guint i = 0; i < chain->n && stops->len == 0; i++) {
    SvgLook parent = svg_look_of (reader, chain->elements[i], &initial);
    for (const Element *child = chain->elements[i]->first_child; child; child = child->next) {
      if (!element_is (child, "stop"))
        continue;
      SvgLook look = svg_look_of (reader, child, &parent);
      double offset = svg_number (reader, child, "offset", 1, 0);
      GradientStop stop = { CLAMP (offset, before, 1), look.stop_colour };
      double own = look.stop_colour.is_clear ? 0 : look.stop_opacity;
      before = stop.offset;
      stop.colour.is_clear = FALSE;
      *is_mixed |= *opacity >= 0 && fabs (*opacity - own) > 0.002;
      *opacity = own;
      g_array_append_val (stops, stop);
    }
  }
  *opacity = MAX (*opacity, 0);
  return stops;
}

/* --- where it runs --- */

static void
set_line (SvgReader *reader, const Chain *chain, double width, double height,
          DrawGradient *gradient)
{
  gradient->x1 = number_of (reader, chain, "x1", width, 0);
  gradient->y1 = number_of (reader, chain, "y1", height, 0);
  gradient->x2 = number_of (reader, chain, "x2", width, width);
  gradient->y2 = number_of (reader, chain, "y2", height, 0);
}

static void
set_circles (SvgReader *reader, const Chain *chain, double width, double height,
             DrawGradient *gradient)
{
  double whole = sqrt ((width * width + height * height) / 2);

  gradient->is_radial = TRUE;
  gradient->x2 = number_of (reader, chain, "cx", width, width / 2);
  gradient->y2 = number_of (reader, chain, "cy", height, height / 2);
  gradient->r2 = number_of (reader, chain, "r", whole, whole / 2);
  gradient->x1 = number_of (reader, chain, "fx", width, gradient->x2);
  gradient->y1 = number_of (reader, chain, "fy", height, gradient->y2);
  gradient->r1 = number_of (reader, chain, "fr", whole, 0);
  /* A focus outside is moved to the edge (SVG 1.1, 13.2.3). */
  double dx = gradient->x1 - gradient->x2, dy = gradient->y1 - gradient->y2;
  double away = hypot (dx, dy), most = gradient->r2 * 0.99;
  if (away > most && away > 0) {
    gradient->x1 = gradient->x2 + dx * most / away;
    gradient->y1 = gradient->y2 + dy * most / away;
  }
}

/* FALSE when there is nothing to paint on. */
static gboolean
set_matrix (SvgReader *reader, const Element *element, const Chain *chain, const SvgLook *look,
            const GArray *steps, DrawGradient *gradient)
{
  const char *transform = attribute_of (chain, "gradientTransform");
  double left, top, right, bottom;
  Matrix own = MATRIX_SAME;

  if (transform && !matrix_parse (transform, &own))
    svg_beyond (reader, element, "gradientTransform=%s", transform);
  gradient->matrix = look->matrix;
  if (is_of_box (chain)) {
    if (steps == NULL || !path_extents (steps, &left, &top, &right, &bottom) || right <= left
        || bottom <= top)
      return FALSE;
    gradient->matrix =
      matrix_times (gradient->matrix, (Matrix){ right - left, 0, 0, bottom - top, left, top });
  }
  gradient->matrix = matrix_times (gradient->matrix, own);
  return TRUE;
}

static void
gradient_free (gpointer data)
{
  DrawGradient *gradient = data;
  g_array_unref (gradient->stops);
  g_free (gradient);
}

static const DrawGradient *
keep (SvgReader *reader, const DrawGradient *gradient)
{
  DrawGradient *kept = g_memdup2 (gradient, sizeof *gradient);

  if (reader->drawing->gradients == NULL)
    reader->drawing->gradients = g_ptr_array_new_with_free_func (gradient_free);
  g_ptr_array_add (reader->drawing->gradients, kept);
  return kept;
}

/* --- paints --- */

static void
paint_gradient (SvgReader *reader, const Element *element, const Element *server,
                const SvgLook *look, const GArray *steps, DrawPaint *paint)
{
  Chain chain = chain_of (reader, server);
  const char *spread = attribute_of (&chain, "spreadMethod");
  gboolean is_mixed = FALSE;
  double opacity, width = is_of_box (&chain) ? 1 : reader->frame.width,
                  height = is_of_box (&chain) ? 1 : reader->frame.height;
  DrawGradient gradient = { .stops = stops_of (reader, &chain, &opacity, &is_mixed) };

  if (spread && strcmp (spread, "pad") != 0)
    svg_beyond (reader, element, "spreadMethod=%s", spread);
  if (is_mixed)
    svg_beyond (reader, element, "stop-opacity");
  paint->transparency = 1 - (1 - paint->transparency) * opacity;
  if (element_is (server, "lineargradient"))
    set_line (reader, &chain, width, height, &gradient);
  else
    set_circles (reader, &chain, width, height, &gradient);
  paint->is_painted = gradient.stops->len > 0 && opacity > 0;
  if (paint->is_painted)
    paint->colour = g_array_index (gradient.stops, GradientStop, gradient.stops->len - 1).colour;
  if (paint->is_painted && gradient.stops->len > 1)
    paint->is_painted = set_matrix (reader, element, &chain, look, steps, &gradient);
  gboolean is_flat = gradient.is_radial ? gradient.r2 <= 0
                                        : gradient.x1 == gradient.x2 && gradient.y1 == gradient.y2;
  if (paint->is_painted && gradient.stops->len > 1 && !is_flat)
    paint->gradient = keep (reader, &gradient);
  else
    g_array_unref (gradient.stops);
}

DrawPaint
svg_paint_of (SvgReader *reader, const Element *element, const SvgPaint *specified,
              const SvgLook *look, const GArray *steps)
{
  double opacity = specified->opacity * (specified->server ? 1 : specified->alpha);
  DrawPaint paint = { .is_painted = specified->is_painted && opacity > 0,
                      .colour = specified->colour,
                      .transparency = 1 - opacity };

  if (!paint.is_painted || specified->server == NULL)
    return paint;
  const Element *server = svg_find (reader, specified->server, specified->server_length);
  if (is_gradient (server))
    paint_gradient (reader, element, server, look, steps, &paint);
  else if (server)
    svg_beyond (reader, element, "<%s>", server->name);
  else {
    paint.is_painted = FALSE;
    svg_complain (reader, element, _ ("name a gradient that is in the drawing"),
                  _ ("there is no “#%.*s” in this drawing"), (int) specified->server_length,
                  specified->server);
  }
  return paint;
}
