/* SPDX-License-Identifier: MIT */
/* Colours of a page as the four inks of a print shop. Pure greys and black are on the black plate
 * alone: fine lines and letters of several inks never fit over one another. */
#pragma once

#include "print/style/colour.h"

typedef struct {
  double cyan, magenta, yellow, black; /* 0–1 */
} Cmyk;

/* `colour` is not transparent. */
Cmyk cmyk_of (Colour colour);
/* The same of `n` dots of four bytes, the last of which is left alone, into five bytes each. */
void cmyk_of_dots (const guint8 *rgba, guint8 *cmyka, gsize n);
