/* SPDX-License-Identifier: MIT */
#include "model/palette.h"

#include "../support.h"

static void
test_shades (void)
{
  static const struct {
    const char *colour, *shades[N_SHADES];
  } rows[] = {
    { NULL, { "#a8141c", "#680c11", "#cd777b", "#e8c2c4", "#f7eaeb" } },
    { "#0a6b62", { "#0a6b62", "#06423d", "#71a9a4", "#bfd9d6", "#e9f2f1" } },
    { "#000000", { "#000000", "#000000", "#6b6b6b", "#bdbdbd", "#e8e8e8" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Palette palette = palette_of (rows[i].colour);
    for (Shade shade = 0; shade < N_SHADES; shade++)
      g_assert_cmpstr (palette.shades[shade], ==, rows[i].shades[shade]);
  }
}

/* Text in white could not be read on yellow: it becomes brown. */
static void
test_light (void)
{
  Palette palette = palette_of ("#ffcd00"), white = palette_of ("#ffffff");

  g_assert_cmpstr (palette.shades[SHADE_FULL], !=, "#ffcd00");
  g_assert_cmpint (strtol (white.shades[SHADE_FULL] + 1, NULL, 16), <, 0x6a6a6a);
}

static void
test_contrast (void)
{
  static const char *const bad[] = { "", "#", "#12345", "#1234567", "b3131b0", "#12345g" };

  g_assert_true (colour_is_good ("#b3131B"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (colour_is_good (bad[i]));
  g_assert_cmpfloat_with_epsilon (colour_contrast ("#000000", "#ffffff"), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (colour_contrast ("#ffffff", "#767676"), 4.5, 0.001);
  g_assert_cmpfloat_with_epsilon (colour_contrast ("#ffffff", "#777777"), 4.4, 0.001);
  g_assert_cmpfloat_with_epsilon (colour_contrast ("#b3131b", "#b3131b"), 1, 0.001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/shades", test_shades);
  g_test_add_func ("/palette/light", test_light);
  g_test_add_func ("/palette/contrast", test_contrast);
  return g_test_run ();
}
