/* SPDX-License-Identifier: MIT */
#include "render/tokens.h"

#include "../support.h"
#include "model/palette.h"

#include <math.h>
#include <stdlib.h>

static const char *
token (const Value *tokens, const char *key)
{
  return value_get_text (value_find (tokens, key), NULL);
}

static double
luminance (const char *colour)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  unsigned long all = strtoul (colour + 1, NULL, 16);
  double sum = 0;

  for (guint i = 0; i < 3; i++) {
    double part = (all >> (16 - 8 * i) & 0xff) / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

static double
tokens_contrast (const char *one, const char *other)
{
  double a = luminance (one), b = luminance (other);
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
test_mixed (void)
{
  g_autoptr (Value) red = tokens_view ("#a8141c"), teal = tokens_view ("#0a6b62");

  g_assert_cmpstr (token (red, "c"), ==, "#a8141c");
  g_assert_cmpstr (token (red, "dark"), ==, "#680c11");
  g_assert_cmpstr (token (red, "mid"), ==, "#cd777b");
  g_assert_cmpstr (token (red, "soft"), ==, "#e8c2c4");
  g_assert_cmpstr (token (teal, "tint"), ==, "#e9f2f1");
  g_assert_cmpstr (token (teal, "sun"), ==, "#ffcd00");
}

/* Whatever an office likes, what stands on it can be read. */
static void
test_contrast (void)
{
  for (guint i = 0; i < 4096; i++) {
    g_autofree char *colour =
      g_strdup_printf ("#%02x%02x%02x", (i >> 8) * 17, (i >> 4 & 15) * 17, (i & 15) * 17);
    g_autoptr (Value) tokens = tokens_view (colour);
    g_assert_cmpfloat (tokens_contrast (token (tokens, "c"), "#ffffff"), >=, 5.5);
    g_assert_cmpfloat (tokens_contrast (token (tokens, "dark"), "#ffffff"), >=, 5.5);
    g_assert_cmpfloat (tokens_contrast (token (tokens, "dark"), token (tokens, "tint")), >=, 5.5);
    g_assert_cmpfloat (tokens_contrast (token (tokens, "c"), token (tokens, "tint")), >=, 4.5);
    g_assert_cmpfloat (tokens_contrast (token (tokens, "ink"), token (tokens, "tint")), >=, 7);
    g_assert_cmpfloat (tokens_contrast (token (tokens, "ink"), token (tokens, "sun")), >=, 7);
  }
}

static void
test_none (void)
{
  g_autoptr (Value) tokens = tokens_view (NULL);
  g_assert_cmpstr (token (tokens, "c"), ==, PALETTE_DEFAULT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/tokens/mixed", test_mixed);
  g_test_add_func ("/render/tokens/contrast", test_contrast);
  g_test_add_func ("/render/tokens/none", test_none);
  return g_test_run ();
}
