/* SPDX-License-Identifier: MIT */
/* Drawings in dots, by librsvg: what is not painted as a vector. The library is loaded for the
 * first of them; nothing else waits for it. */
#pragma once

#include "print/read/element.h"

/* A PNG of a drawing, stretched to so many dots. NULL with `why`, a translated phrase, when it
 * cannot be made. Any thread. */
GBytes *dots_of (const char *svg, gsize length, guint width, guint height, const char **why);
/* The text of a drawing that stands within a page. `colour` is what currentColor stands for. */
GBytes *dots_source (const Element *svg, guint32 colour);
/* The dots of a drawing that hides what is behind it: red, green and blue of each, from the top.
 * NULL with `why` as above. Caller frees. */
guint8 *dots_rgb (const char *svg, gsize length, guint width, guint height, const char **why);
/* The same as a PNG, made quickly. NULL when it cannot be. */
GBytes *dots_png (const guint8 *rgb, guint width, guint height);
