/* SPDX-License-Identifier: MIT */
#include "model/palette.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What white on the colour must reach: small text needs 4.5 (WCAG 2.2, 1.4.3), and a cheap printer
 * takes some. */
#define LEAST_CONTRAST 5.5

typedef struct {
  double parts[3]; /* 0 to 255 */
} Rgb;

static Rgb
mix (Rgb one, double other, double share)
{
  for (guint i = 0; i < 3; i++)
    one.parts[i] = round (one.parts[i] * share + other * (1 - share));
  return one;
}

static double
luminance (Rgb rgb)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++) {
    double part = rgb.parts[i] / 255;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

gboolean
colour_is_good (const char *text)
{
  return text[0] == '#' && strlen (text) == strlen ("#rrggbb")
         && strspn (text + 1, "0123456789abcdefABCDEF") == strlen ("rrggbb");
}

static Rgb
rgb_of (const char *colour)
{
  unsigned long all = strtoul (colour + 1, NULL, 16);
  return (Rgb){ { all >> 16 & 0xff, all >> 8 & 0xff, all & 0xff } };
}

double
colour_contrast (const char *one, const char *other)
{
  double first = luminance (rgb_of (one)), second = luminance (rgb_of (other));
  return floor ((MAX (first, second) + 0.05) / (MIN (first, second) + 0.05) * 10 + 1e-6) / 10;
}

Palette
palette_of (const char *colour)
{
  static const struct {
    double other, share;
  } mixes[N_SHADES] = { [SHADE_FULL] = { 0, 1 },
                        [SHADE_DARK] = { 0, 0.62 },
                        [SHADE_MIDDLE] = { 255, 0.58 },
                        [SHADE_SOFT] = { 255, 0.26 },
                        [SHADE_TINT] = { 255, 0.09 } };
  Rgb full = rgb_of (colour ? colour : PALETTE_DEFAULT);
  Palette palette;

  while (1.05 / (luminance (full) + 0.05) < LEAST_CONTRAST)
    full = mix (full, 0, 0.94);
  for (Shade shade = 0; shade < N_SHADES; shade++) {
    Rgb mixed = mix (full, mixes[shade].other, mixes[shade].share);
    g_snprintf (palette.shades[shade], sizeof palette.shades[shade], "#%02x%02x%02x",
                (guint8) mixed.parts[0], (guint8) mixed.parts[1], (guint8) mixed.parts[2]);
  }
  return palette;
}
