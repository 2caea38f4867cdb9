/* SPDX-License-Identifier: MIT */
/* Drawings that were read before, by what is in their files: a picture of a leaflet stands in the
 * leaflets of a thousand offices. One thread's own. */
#pragma once

#include "print/read/drawing.h"

typedef struct DrawingStore DrawingStore;

/* The caller frees it, after all that was shared from it. */
DrawingStore *drawing_store_new (void);
/* NULL is allowed. */
void drawing_store_free (DrawingStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrawingStore, drawing_store_free)

/* Forgets drawings when they take more than their share. Between pages only: theirs are shared. */
void drawing_store_trim (DrawingStore *store);
/* A drawing in dots, as PNG (read/dots.h), which is made once; a new reference. */
GBytes *drawing_store_dots (DrawingStore *store, GBytes *svg, guint width, guint height,
                            const char **why);
/* TRUE when these are the bytes of a drawing, as far as can be seen from their beginning. */
gboolean drawing_is_svg (GBytes *bytes);
/* The drawing in a file of this name; the caller frees it. NULL after reporting. What is wrong with
 * a file is said once for each page. */
Drawing *drawing_store_read (DrawingStore *store, const char *name, GBytes *bytes, PathStore *paths,
                             Report *report);
