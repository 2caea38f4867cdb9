/* SPDX-License-Identifier: MIT */
#include "print/paint/cmyk.h"

#include "base/inks.h"

#include <string.h>

#define AT_ONCE 256 /* dots */

static void
separate (const guint8 *rgb, guint8 *inks, gsize n)
{
  inks_of_dots (rgb, inks, n);
  for (; n > 0; n--, rgb += 3, inks += 4) {
    if (rgb[0] != rgb[1] || rgb[1] != rgb[2])
      continue;
    inks[0] = inks[1] = inks[2] = 0;
    inks[3] = 255 - rgb[0];
  }
}

Cmyk
cmyk_of (Colour colour)
{
  const guint8 rgb[] = { colour.red, colour.green, colour.blue };
  guint8 inks[4];

  separate (rgb, inks, 1);
  return (Cmyk){ inks[0] / 255.0, inks[1] / 255.0, inks[2] / 255.0, inks[3] / 255.0 };
}

void
cmyk_of_dots (const guint8 *rgba, guint8 *cmyka, gsize n)
{
  guint8 rgb[AT_ONCE * 3], inks[AT_ONCE * 4];

  for (gsize done = 0, part; done < n; done += part) {
    part = MIN (n - done, AT_ONCE);
    for (gsize i = 0; i < part; i++)
      memcpy (rgb + i * 3, rgba + (done + i) * 4, 3);
    separate (rgb, inks, part);
    for (gsize i = 0; i < part; i++) {
      memcpy (cmyka + (done + i) * 5, inks + i * 4, 4);
      cmyka[(done + i) * 5 + 4] = rgba[(done + i) * 4 + 3];
    }
  }
}
