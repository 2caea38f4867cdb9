/* SPDX-License-Identifier: MIT */
#include "base/inks.h"

static const guint8 press_profile[] = {
#include "press.inc"
};

#define N_NODES 33 /* along red, green and blue */

/* What the press prints for red, green and blue in even steps, by its profile. Read from here, no
 * library is loaded and no table made when the first colour is asked; and since each node keeps to
 * the limit, so does what lies between. */
static const guint8 nodes[N_NODES * N_NODES * N_NODES * 4] = {
#include "nodes.inc"
};

/* Where a number lies between two nodes: the first, and how far from it and from the next, in
 * 255ths. */
typedef struct {
  guint node, weights[2];
} Position;

static Position
position_of (guint8 number)
{
  guint steps = number * (N_NODES - 1u), past = steps % 255;
  return (Position){ steps / 255, { 255 - past, past } };
}

static void
separate (const guint8 *rgb, guint8 *inks)
{
  const Position red = position_of (rgb[0]), green = position_of (rgb[1]),
                 blue = position_of (rgb[2]);
  guint64 sums[4] = { 0 };
  const guint64 all = 255 * 255 * 255;

  for (guint corner = 0; corner < 8; corner++) {
    guint r = corner >> 2, g = corner >> 1 & 1, b = corner & 1;
    guint64 weight = (guint64) red.weights[r] * green.weights[g] * blue.weights[b];
    if (weight == 0) /* behind the last node there is none */
      continue;
    guint at = ((red.node + r) * N_NODES + green.node + g) * N_NODES + blue.node + b;
    for (guint i = 0; i < 4; i++)
      sums[i] += weight * nodes[at * 4 + i];
  }
  for (guint i = 0; i < 4; i++)
    inks[i] = (guint8) ((sums[i] + all / 2) / all);
}

void
inks_of_dots (const guint8 *rgb, guint8 *inks, gsize n)
{
  for (; n > 0; n--, rgb += 3, inks += 4)
    separate (rgb, inks);
}

static gpointer
make_profile (G_GNUC_UNUSED gpointer unused)
{
  return g_bytes_new_static (press_profile, sizeof press_profile);
}

GBytes *
inks_profile (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_profile, NULL);
}
