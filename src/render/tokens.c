/* SPDX-License-Identifier: MIT */
#include "render/tokens.h"

#include <math.h>
#include <stdlib.h>

/* What white on the colour must reach: small text needs 4.5, and a cheap printer takes some. */
#define LEAST_CONTRAST 5.5

typedef struct {
  double part[3]; /* 0 to 255 */
} Rgb;

static const Rgb black = { { 0, 0, 0 } }, white = { { 255, 255, 255 } };

static Rgb
rgb_of (const char *text)
{
  unsigned long all = strtoul (text + 1, NULL, 16);
  return (Rgb){ { all >> 16 & 0xff, all >> 8 & 0xff, all & 0xff } };
}

static char *
hex_of (Rgb rgb)
{
  return g_strdup_printf ("#%02x%02x%02x", (int) round (rgb.part[0]), (int) round (rgb.part[1]),
                          (int) round (rgb.part[2]));
}

static Rgb
mix (Rgb one, Rgb other, double share)
{
  for (guint i = 0; i < 3; i++)
    one.part[i] = round (one.part[i] * share + other.part[i] * (1 - share));
  return one;
}

static double
luminance (Rgb rgb)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++) {
    double part = rgb.part[i] / 255;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

static double
contrast (Rgb one, Rgb other)
{
  double a = luminance (one), b = luminance (other);
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

double
tokens_contrast (const char *one, const char *other)
{
  return contrast (rgb_of (one), rgb_of (other));
}

Value *
tokens_view (const char *colour)
{
  Value *map = value_map ();
  Rgb c = rgb_of (colour ? colour : TOKENS_DEFAULT);

  while (contrast (c, white) < LEAST_CONTRAST)
    c = mix (c, black, 0.94);
  const struct {
    const char *key;
    Rgb colour;
  } mixed[] = {
    { "c", c },
    { "dark", mix (c, black, 0.62) },
    { "mid", mix (c, white, 0.58) },
    { "soft", mix (c, white, 0.26) },
    { "tint", mix (c, white, 0.09) },
  };
  static const struct {
    const char *key, *colour;
  } fixed[] = { { "sun", "#ffcd00" },
                { "warn", "#b3131b" },
                { "ink", "#1b1b1b" },
                { "grey", "#55524c" },
                { "line", "#bdb8ae" } };
  g_autofree char *hex = hex_of (c);
  value_set_text_take (map, "class", g_strconcat ("k-", hex + 1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (mixed); i++)
    value_set_text_take (map, mixed[i].key, hex_of (mixed[i].colour));
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    value_set_text (map, fixed[i].key, fixed[i].colour);
  return map;
}
