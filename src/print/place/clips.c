/* SPDX-License-Identifier: MIT */
#include "print/place/clips.h"

#include <math.h>

guint
clips_add (PlacedPage *page, Clip clip)
{
  if (page->clips == NULL)
    page->clips = g_array_new (FALSE, FALSE, sizeof (Clip));
  g_array_append_val (page->clips, clip);
  return page->clips->len;
}

Clip
clip_inside (const Style *style, double x, double y, double width, double height,
             const double edge[N_SIDES])
{
  Clip clip = { .x = x + edge[SIDE_LEFT],
                .y = y + edge[SIDE_TOP],
                .width = MAX (width - edge[SIDE_LEFT] - edge[SIDE_RIGHT], 0),
                .height = MAX (height - edge[SIDE_TOP] - edge[SIDE_BOTTOM], 0),
                .corners = corners_of (style, width, height) };

  corners_fit (&clip.corners, width, height);
  corners_shrink (&clip.corners, edge);
  return clip;
}

/* The upright box around a clip, turned as it is. */
static VisibleArea
area_of (const Clip *clip)
{
  double angle = clip->rotation * G_PI / 180;
  double c = cos (angle), s = sin (angle);
  VisibleArea area = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < 4; i++) {
    double dx = clip->x + (i % 2) * clip->width - clip->pivot_x;
    double dy = clip->y + (i / 2) * clip->height - clip->pivot_y;
    double x = clip->pivot_x + dx * c - dy * s, y = clip->pivot_y + dx * s + dy * c;
    area.left = MIN (area.left, x);
    area.right = MAX (area.right, x);
    area.top = MIN (area.top, y);
    area.bottom = MAX (area.bottom, y);
  }
  return area;
}

VisibleArea
placed_page_visible (const PlacedPage *page, guint number)
{
  VisibleArea visible = { -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  while (number > 0) {
    const Clip *clip = &g_array_index (page->clips, Clip, number - 1);
    VisibleArea area = area_of (clip);
    visible.left = MAX (visible.left, area.left);
    visible.top = MAX (visible.top, area.top);
    visible.right = MIN (visible.right, area.right);
    visible.bottom = MIN (visible.bottom, area.bottom);
    number = clip->outer;
  }
  return visible;
}

/* Letters reach about so far from the baseline, in sizes of the font. */
#define REACH_UP   0.7
#define REACH_DOWN 0.2

double
clips_hidden (const PlacedPage *page, const Placed *item)
{
  double top = item->y, bottom = item->y + item->height;

  if (item->clip == 0 || item->rotation != 0)
    return 0;
  if (item->kind == PLACED_TEXT) {
    top = item->text.baseline - REACH_UP * item->text.run->size;
    bottom = item->text.baseline + REACH_DOWN * item->text.run->size;
  }
  VisibleArea visible = placed_page_visible (page, item->clip);
  double beyond = MAX (visible.left - item->x, item->x + item->width - visible.right);
  return MAX (MAX (beyond, MAX (visible.top - top, bottom - visible.bottom)), 0);
}

/* --- scopes --- */

typedef struct {
  guint page, clip;
} ClipPart;

void
clip_scope_init (ClipScope *scope)
{
  scope->parts = g_array_new (FALSE, FALSE, sizeof (ClipPart));
}

void
clip_scope_clear (ClipScope *scope)
{
  g_clear_pointer (&scope->parts, g_array_unref);
}

void
clip_scope_add (ClipScope *scope, guint page, guint clip)
{
  ClipPart part = { page, clip };
  g_array_append_val (scope->parts, part);
}

gboolean
clip_scope_find (const ClipScope *scope, guint page, guint *clip)
{
  for (guint i = 0; i < scope->parts->len; i++) {
    const ClipPart *part = &g_array_index (scope->parts, ClipPart, i);
    if (part->page == page) {
      *clip = part->clip;
      return TRUE;
    }
  }
  return FALSE;
}
