/* SPDX-License-Identifier: MIT */
/* What of a sheet will not be seen, or not as it was meant: text outside the paper, near its edge,
 * wider than its place or beyond the area of its page. Told with the text, where, and by how much.
 */
#pragma once

#include "print/place/placed.h"
#include "print/read/fault.h"

typedef struct {
  guint n_overfull; /* texts beyond their box, pages beyond their area */
  guint n_outside;  /* texts outside of the paper: errors */
  guint n_unsafe;   /* texts nearer than 3 mm to an edge: a knife or a printer may take it */
} Bounds;

/* Counts and reports. FALSE when something lies outside the paper, which is an error. */
gboolean bounds_check (const Placement *placement, const Faults *faults, Bounds *bounds);
