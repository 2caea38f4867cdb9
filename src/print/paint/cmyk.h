/* SPDX-License-Identifier: MIT */
/* Red, green and blue as the four inks of a print shop. All the grey there is in a colour goes to
 * the black plate; pure greys and black are on no other. */
#pragma once

#include "print/style/colour.h"

typedef struct {
  double cyan, magenta, yellow, black; /* 0–1 */
} Cmyk;

/* With full grey component replacement; `colour` is not transparent. */
Cmyk cmyk_of (Colour colour);

/* The same for a PDF to reckon: a function of type 4 (ISO 32000-1, 7.10.5) of red, green, blue. */
extern const char cmyk_program[];
