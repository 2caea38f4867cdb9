/* SPDX-License-Identifier: MIT */
/* What boxes hide of what does not fit into them (CSS Overflow 3: overflow: hidden), and round
 * corners of pictures. A box that goes on from page to page has a clip on each. */
#pragma once

#include "print/place/placed.h"

/* Appends a clip to those of a page; returns its number. */
guint clips_add (PlacedPage *page, Clip clip);
/* The clip that lets what lies inside the edges of a box be seen. `edge` in points, per side. */
Clip clip_inside (const Style *style, double x, double y, double width, double height,
                  const double edge[N_SIDES]);
/* How much of an item its clip hides, points; upright items alone. */
double clips_hidden (const PlacedPage *page, const Placed *item);

/* A box that hides something, while what is in it is placed. */
typedef struct {
  GArray *parts; /* of which clip on which page */
} ClipScope;
/* For clip_scope_clear(). */
void clip_scope_init (ClipScope *scope);
/* The scope may be all zero. */
void clip_scope_clear (ClipScope *scope);
/* The box is seen through this clip on this page, by index. */
void clip_scope_add (ClipScope *scope, guint page, guint clip);
/* FALSE when nothing of the box is seen on this page. */
gboolean clip_scope_find (const ClipScope *scope, guint page, guint *clip);
