/* SPDX-License-Identifier: MIT */
/* What few pages have: transparency, gradients, and groups that are transparent as a whole (ISO
 * 32000-1, 8.4.5, 8.7.4.5 and 11.6.6). They are named resources of the document: /G1, /S1, /T1. */
#pragma once

#include "print/paint/objects.h"
#include "print/paint/pdf.h"
#include "print/read/drawing.h"

typedef struct Extras Extras;

/* The caller frees it. */
Extras *extras_new (Ink ink);
/* NULL is allowed. */
void extras_free (Extras *extras);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Extras, extras_free)

/* The number of /G: 0 is opaque, and is written in any document that has another. */
guint extras_transparency (Extras *extras, Transparency fill, Transparency stroke);
/* The number of /S. The gradient outlives the list. */
guint extras_gradient (Extras *extras, const DrawGradient *gradient);
/* The number of /T: what stands in `content`, which is taken, within this box (left, bottom, right,
 * top). */
guint extras_group (Extras *extras, GString *content, const double box[4]);

/* Writes them: groups into `xobjects`, entries of /XObject; others as entries of the resources
 * themselves. `resources` is the object of those. */
void extras_write (Extras *extras, Objects *objects, guint resources, GString *xobjects,
                   GString *others);
