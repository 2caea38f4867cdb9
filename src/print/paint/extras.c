/* SPDX-License-Identifier: MIT */
#include "print/paint/extras.h"

#include "print/paint/cmyk.h"
#include "print/paint/notation.h"

#include <math.h>

/* Nobody sees a finer step. */
#define STEPS 1000

typedef struct {
  guint fill, stroke; /* how opaque, of STEPS */
} Alpha;

typedef struct {
  GString *content; /* owned */
  double box[4];
} Group;

struct Extras {
  Ink ink;
  GArray *alphas;       /* Alpha; the first is opaque */
  GPtrArray *gradients; /* DrawGradient, borrowed */
  GArray *groups;       /* Group */
};

static void
group_clear (gpointer data)
{
  g_string_free (((Group *) data)->content, TRUE);
}

Extras *
extras_new (Ink ink)
{
  Extras *extras = g_new (Extras, 1);
  const Alpha opaque = { STEPS, STEPS };

  *extras = (Extras){ ink, g_array_new (FALSE, FALSE, sizeof (Alpha)), g_ptr_array_new (),
                      g_array_new (FALSE, FALSE, sizeof (Group)) };
  g_array_append_val (extras->alphas, opaque);
  g_array_set_clear_func (extras->groups, group_clear);
  return extras;
}

void
extras_free (Extras *extras)
{
  if (extras == NULL)
    return;
  g_array_unref (extras->alphas);
  g_ptr_array_unref (extras->gradients);
  g_array_unref (extras->groups);
  g_free (extras);
}

static guint
steps_of (Transparency transparency)
{
  double opaque = isfinite (transparency) ? CLAMP (1 - transparency, 0, 1) : 1;
  return (guint) lrint (opaque * STEPS);
}

guint
extras_transparency (Extras *extras, Transparency fill, Transparency stroke)
{
  const Alpha alpha = { steps_of (fill), steps_of (stroke) };

  for (guint i = 0; i < extras->alphas->len; i++) {
    const Alpha *known = &g_array_index (extras->alphas, Alpha, i);
    if (known->fill == alpha.fill && known->stroke == alpha.stroke)
      return i;
  }
  g_array_append_val (extras->alphas, alpha);
  return extras->alphas->len - 1;
}

guint
extras_gradient (Extras *extras, const DrawGradient *gradient)
{
  for (guint i = 0; i < extras->gradients->len; i++)
    if (extras->gradients->pdata[i] == gradient)
      return i;
  g_ptr_array_add (extras->gradients, (gpointer) gradient);
  return extras->gradients->len - 1;
}

guint
extras_group (Extras *extras, GString *content, const double box[4])
{
  Group group = { content, { box[0], box[1], box[2], box[3] } };
  g_array_append_val (extras->groups, group);
  return extras->groups->len - 1;
}

/* --- writing --- */

static void
append_numbers (GString *out, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (out, ' ');
    notation_factor (out, numbers[i]);
  }
}

static void
append_colour (GString *out, Ink ink, Colour colour)
{
  double rgb[3] = { colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0 };
  double grey = 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2];

  if (ink == INK_CMYK) {
    Cmyk inks = cmyk_of (colour);
    append_numbers (out, (double[]){ inks.cyan, inks.magenta, inks.yellow, inks.black }, 4);
  } else
    append_numbers (out, ink == INK_GREY ? &grey : rgb, ink == INK_GREY ? 1 : 3);
}

static void
append_step (GString *out, Ink ink, const GradientStop *from, const GradientStop *to)
{
  append_text (out, "<</FunctionType 2/Domain[0 1]/N 1/C0[");
  append_colour (out, ink, from->colour);
  append_text (out, "]/C1[");
  append_colour (out, ink, to->colour);
  append_text (out, "]>>");
}

/* From stop to stop; before the first and behind the last there is one colour (7.10.4). */
static void
append_function (GString *out, Ink ink, const GArray *stops)
{
  const GradientStop *all = &g_array_index (stops, GradientStop, 0);
  guint n = stops->len;

  append_text (out, "<</FunctionType 3/Domain[0 1]/Functions[");
  append_step (out, ink, &all[0], &all[0]);
  for (guint i = 0; i + 1 < n; i++)
    append_step (out, ink, &all[i], &all[i + 1]);
  append_step (out, ink, &all[n - 1], &all[n - 1]);
  append_text (out, "]/Bounds[");
  for (guint i = 0; i < n; i++) {
    append_numbers (out, &all[i].offset, 1);
    g_string_append_c (out, ' ');
  }
  append_text (out, "]/Encode[");
  for (guint i = 0; i <= n; i++)
    append_text (out, "0 1 ");
  append_text (out, "]>>");
}

static void
write_gradient (const Extras *extras, const DrawGradient *gradient, guint object, Objects *objects)
{
  static const char *const spaces[] = {
    [INK_COLOUR] = "RGB", [INK_GREY] = "Gray", [INK_CMYK] = "CMYK"
  };
  const double line[] = { gradient->x1, gradient->y1, gradient->x2, gradient->y2 };
  const double circles[] = { gradient->x1, gradient->y1, gradient->r1,
                             gradient->x2, gradient->y2, gradient->r2 };
  GString *out = objects_begin (objects, object);

  g_string_append_printf (out, "<</ShadingType %d/ColorSpace/Device%s/Extend[true true]/Coords[",
                          gradient->is_radial ? 3 : 2, spaces[extras->ink]);
  if (gradient->is_radial)
    append_numbers (out, circles, G_N_ELEMENTS (circles));
  else
    append_numbers (out, line, G_N_ELEMENTS (line));
  append_text (out, "]/Function");
  append_function (out, extras->ink, gradient->stops);
  append_text (out, ">>");
  objects_end (objects);
}

static void
write_group (const Group *group, guint object, guint resources, Objects *objects)
{
  g_autoptr (GString) entries = g_string_new ("/Type/XObject/Subtype/Form/BBox[");

  for (guint i = 0; i < 4; i++) {
    notation_number (entries, group->box[i]);
    g_string_append_c (entries, ' ');
  }
  append_text (entries, "]/Group<</S/Transparency/I true>>/Resources ");
  notation_reference (entries, resources);
  objects_stream (objects, object, entries->str, group->content->str, group->content->len);
}

static void
append_resource (GString *out, const char *name, guint number, guint object)
{
  append_text (out, "/");
  g_string_append (out, name);
  notation_integer (out, number);
  g_string_append_c (out, ' ');
  notation_reference (out, object);
}

static void
append_alphas (const Extras *extras, GString *out)
{
  append_text (out, "/ExtGState<<");
  for (guint i = 0; i < extras->alphas->len; i++) {
    const Alpha *alpha = &g_array_index (extras->alphas, Alpha, i);
    g_string_append_printf (out, "/G%u<</ca ", i);
    notation_number (out, alpha->fill / (double) STEPS);
    append_text (out, "/CA ");
    notation_number (out, alpha->stroke / (double) STEPS);
    append_text (out, ">>");
  }
  append_text (out, ">>");
}

void
extras_write (Extras *extras, Objects *objects, guint resources, GString *xobjects, GString *others)
{
  if (extras->alphas->len > 1)
    append_alphas (extras, others);
  if (extras->gradients->len > 0)
    append_text (others, "/Shading<<");
  for (guint i = 0; i < extras->gradients->len; i++) {
    guint object = objects_reserve (objects);
    write_gradient (extras, extras->gradients->pdata[i], object, objects);
    append_resource (others, "S", i, object);
  }
  if (extras->gradients->len > 0)
    append_text (others, ">>");
  for (guint i = 0; i < extras->groups->len; i++) {
    guint object = objects_reserve (objects);
    write_group (&g_array_index (extras->groups, Group, i), object, resources, objects);
    append_resource (xobjects, "T", i, object);
  }
}
