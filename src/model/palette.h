/* SPDX-License-Identifier: MIT */
/* One colour becomes five, which go together and on which text can be read. */
#pragma once

#include <glib.h>

#define PALETTE_DEFAULT "#a8141c" /* of who has no colour of its own */

/* Each “#rrggbb”, from the colour itself to what is all but white. */
typedef enum { SHADE_FULL, SHADE_DARK, SHADE_MIDDLE, SHADE_SOFT, SHADE_TINT, N_SHADES } Shade;
typedef struct {
  char shades[N_SHADES][8];
} Palette;

/* TRUE of “#rrggbb”. */
gboolean colour_is_good (const char *text);
/* What letters and their ground need to be read (WCAG 2.1, 1.4.3). */
#define READABLE_CONTRAST 4.5
/* How much lighter one is than the other, 1 to 21; both must be good. In tenths, rounded down, so
 * that what is too little is not shown as enough. */
double colour_contrast (const char *one, const char *other);

/* That of a colour “#rrggbb”; NULL: of the default. It is darkened until white text on it can be
 * read in any print. */
Palette palette_of (const char *colour);
