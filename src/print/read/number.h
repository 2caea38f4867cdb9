/* SPDX-License-Identifier: MIT */
/* Numbers as CSS and SVG write them, in any locale: 12, -.5, 1.25, 1e3. */
#pragma once

#include <glib.h>

/* No number is larger; what is written larger becomes this. Sums and products of a few such numbers
 * stay finite. */
#define NUMBER_MOST 1e15

/* Reads the number at `*p`, as long as it can be, and moves behind it. FALSE, without moving, when
 * there is none. */
gboolean number_read (const char **p, const char *end, double *value);
