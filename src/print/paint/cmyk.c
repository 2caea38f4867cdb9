/* SPDX-License-Identifier: MIT */
#include "print/paint/cmyk.h"

Cmyk
cmyk_of (Colour colour)
{
  double brightest = MAX (colour.red, MAX (colour.green, colour.blue));
  double part = brightest > 0 ? brightest : 1;

  return (Cmyk){ (brightest - colour.red) / part, (brightest - colour.green) / part,
                 (brightest - colour.blue) / part, 1 - brightest / 255 };
}

#define GREATER "2 copy lt{exch}if pop "                /* a b → the greater */
#define INK     "4 3 roll 1 index div 1 exch sub exch " /* r g b max → g b 1-r/max max */

const char cmyk_program[] =
  "{2 index 2 index " GREATER "1 index " GREATER "dup 0 eq{pop pop pop pop 0 0 0 1}"
  "{" INK INK INK "1 exch sub}ifelse}";
