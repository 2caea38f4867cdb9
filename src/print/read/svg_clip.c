/* SPDX-License-Identifier: MIT */
/* Clip paths (SVG 1.1, 14.3): what is left of something is what lies inside one of its shapes, and
 * inside those of the clip path that a clip path names. */
#include "print/read/svg_reader.h"

#include "base/i18n.h"

#include <string.h>

typedef struct {
  double left, top, right, bottom;
} Extents;

static void
clip_clear (gpointer data)
{
  g_array_unref (((DrawClip *) data)->steps);
}

GArray *
svg_clips_new (void)
{
  GArray *clips = g_array_new (FALSE, FALSE, sizeof (DrawClip));
  g_array_set_clear_func (clips, clip_clear);
  return clips;
}

void
svg_add_clip_rect (GArray *clips, double x, double y, double width, double height, Matrix matrix)
{
  DrawClip clip = { g_array_new (FALSE, FALSE, sizeof (DrawStep)), FALSE };

  path_append_rect (clip.steps, x, y, width, height, 0, 0);
  path_transform (clip.steps, matrix);
  g_array_append_val (clips, clip);
}

static gboolean
overlap (const Extents *one, const Extents *other)
{
  return one->left < other->right && other->left < one->right && one->top < other->bottom
         && other->top < one->bottom;
}

/* Shapes that lie apart are one path; where they may overlap, a hole could come of two. */
static gboolean
lies_apart (const GArray *steps, GArray *extents)
{
  Extents own;

  if (!path_extents (steps, &own.left, &own.top, &own.right, &own.bottom))
    return TRUE;
  for (guint i = 0; i < extents->len; i++)
    if (overlap (&own, &g_array_index (extents, Extents, i)))
      return FALSE;
  g_array_append_val (extents, own);
  return TRUE;
}

static void
add_shape (SvgReader *reader, const Element *child, const SvgLook *parent, DrawClip *clip,
           GArray *extents)
{
  SvgLook look = svg_look_of (reader, child, parent);

  if (child->name == NULL || look.is_gone || look.is_hidden)
    return;
  if (look.clip)
    svg_beyond (reader, child, "clip-path");
  if (element_is (child, "use")) {
    const Element *target = svg_target (reader, child);
    look.matrix =
      matrix_times (look.matrix, (Matrix){ 1, 0, 0, 1, svg_number (reader, child, "x", 0, 0),
                                           svg_number (reader, child, "y", 0, 0) });
    if (target && !element_is (target, "use"))
      add_shape (reader, target, &look, clip, extents);
    return;
  }
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (DrawStep));
  if (!svg_shape (reader, child, steps)) {
    if (!element_is (child, "title") && !element_is (child, "desc"))
      svg_beyond (reader, child, "<%s>", child->name);
    return;
  }
  path_transform (steps, look.matrix);
  if (!lies_apart (steps, extents))
    svg_beyond (reader, child, "<clippath>");
  clip->is_even_odd = look.clips_even_odd;
  g_array_append_vals (clip->steps, steps->data, steps->len);
}

static void
add_clip (SvgReader *reader, const Element *clip_path, const SvgLook *user, GArray *clips)
{
  const char *units = element_attribute (clip_path, "clipPathUnits");
  g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (Extents));
  SvgLook initial = svg_look_initial (COLOUR_BLACK);

  if (units && strcmp (units, "objectBoundingBox") == 0)
    svg_beyond (reader, clip_path, "clipPathUnits=%s", units);
  initial.matrix = user->matrix;
  SvgLook look = svg_look_of (reader, clip_path, &initial);
  DrawClip clip = { g_array_new (FALSE, FALSE, sizeof (DrawStep)), FALSE };
  for (const Element *child = clip_path->first_child; child; child = child->next)
    if (child->name)
      add_shape (reader, child, &look, &clip, extents);
  if (clip.steps->len == 0) /* nothing lies inside of nothing */
    path_append_rect (clip.steps, 0, 0, 0, 0, 0, 0);
  g_array_append_val (clips, clip);
  if (look.clip && clips->len < SVG_MOST_DEPTH) {
    look.matrix = user->matrix;
    svg_add_clips (reader, clip_path, &look, clips);
  }
}

void
svg_add_clips (SvgReader *reader, const Element *element, const SvgLook *look, GArray *clips)
{
  const Element *clip_path = svg_find (reader, look->clip, look->clip_length);

  if (element_is (clip_path, "clippath"))
    add_clip (reader, clip_path, look, clips);
  else
    svg_complain (reader, element, _ ("name a <clipPath> that is in the drawing"),
                  _ ("there is no “#%.*s” in this drawing"), (int) look->clip_length, look->clip);
}
