/* SPDX-License-Identifier: MIT */
/* Where each element begins, for links and the outline. */
#pragma once

#include "print/read/element.h"

typedef struct {
  guint page;  /* object of the page; 0: nothing of it was placed */
  double x, y; /* on the sheet, y upwards */
} Spot;

typedef struct {
  GArray *by_index; /* Spot */
} Spots;

/* None is known yet. `markup` is not kept. */
Spots spots_new (const Markup *markup);
/* What it holds; the struct itself is the caller's. */
void spots_clear (Spots *spots);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spots, spots_clear)

/* Something of the element stands here; it counts when it is the first, for the elements around it
 * too. */
void spots_note (Spots *spots, const Element *element, Spot spot);
/* Its `page` is 0 when nothing of the element was placed. */
Spot spots_of (const Spots *spots, const Element *element);
/* Appends a destination: "[12 0 R/XYZ 85 700 null]". */
void spot_append (GString *out, Spot spot);
