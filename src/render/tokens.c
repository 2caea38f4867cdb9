/* SPDX-License-Identifier: MIT */
#include "render/tokens.h"

#include "model/palette.h"

Value *
tokens_view (const char *colour)
{
  static const char *const shades[N_SHADES] = { [SHADE_FULL] = "c",
                                                [SHADE_DARK] = "dark",
                                                [SHADE_MIDDLE] = "mid",
                                                [SHADE_SOFT] = "soft",
                                                [SHADE_TINT] = "tint" };
  static const struct {
    const char *key, *colour;
  } fixed[] = { { "sun", "#ffcd00" },
                { "warn", "#b3131b" },
                { "ink", "#1b1b1b" },
                { "grey", "#55524c" },
                { "line", "#bdb8ae" } };
  const Palette palette = palette_of (colour);
  Value *map = value_map ();

  for (Shade shade = 0; shade < N_SHADES; shade++)
    value_set_text (map, shades[shade], palette.shades[shade]);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    value_set_text (map, fixed[i].key, fixed[i].colour);
  value_set_text_take (map, "class", g_strconcat ("k-", palette.shades[SHADE_FULL] + 1, NULL));
  return map;
}
