/* SPDX-License-Identifier: MIT */
#include "base/inks.h"

#include <string.h>

/* What a printer would say: which inks make it, within what the press allows. */
static void
test_colours (void)
{
  static const struct {
    guint8 rgb[3], least[4], most[4];
  } rows[] = {
    { { 255, 255, 255 }, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } },
    { { 255, 0, 0 }, { 0, 220, 220, 0 }, { 20, 255, 255, 30 } },
    { { 255, 255, 0 }, { 0, 0, 220, 0 }, { 30, 40, 255, 20 } },
    { { 0, 0, 255 }, { 220, 150, 0, 0 }, { 255, 240, 30, 60 } },
    { { 0, 0, 0 }, { 150, 120, 90, 230 }, { 255, 255, 255, 255 } },
    { { 224, 172, 140 }, { 0, 60, 80, 0 }, { 30, 110, 140, 60 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint8 inks[4];
    inks_of_dots (rows[i].rgb, inks, 1);
    for (guint j = 0; j < 4; j++) {
      g_test_message ("%u: %u of ink %u", i, inks[j], j);
      g_assert_cmpuint (inks[j], >=, rows[i].least[j]);
      g_assert_cmpuint (inks[j], <=, rows[i].most[j]);
    }
  }
}

/* Nowhere more than dries; and dots one after the other are what they are alone. */
static void
test_limit (void)
{
  guint8 rgb[16 * 16 * 16 * 3], inks[16 * 16 * 16 * 4], alone[4];
  guint n = 0;

  for (guint i = 0; i < 16 * 16 * 16; i++) {
    rgb[n++] = (guint8) (i % 16 * 17);
    rgb[n++] = (guint8) (i / 16 % 16 * 17);
    rgb[n++] = (guint8) (i / 256 * 17);
  }
  inks_of_dots (rgb, inks, n / 3);
  for (guint i = 0; i < n / 3; i++) {
    const guint8 *dot = inks + i * 4;
    g_assert_cmpuint (dot[0] + dot[1] + dot[2] + dot[3], <=, INKS_MOST * 255 / 100);
    inks_of_dots (rgb + i * 3, alone, 1);
    g_assert_cmpmem (dot, 4, alone, 4);
  }
}

/* Of an output device of four inks, and without a trace of when it was made. */
static void
test_profile (void)
{
  static const guint8 fixed[12] = { 7, 234, 0, 1, 0, 1 };
  gsize length;
  const guint8 *bytes = g_bytes_get_data (inks_profile (), &length);

  g_assert_cmpuint (length, >, 128);
  g_assert_cmpuint (bytes[8], ==, 2);
  g_assert_cmpmem (bytes + 12, 8, "prtrCMYK", 8);
  g_assert_cmpmem (bytes + 24, 12, fixed, 12);
  g_assert_cmpmem (bytes + 36, 4, "acsp", 4);
  g_assert_true (inks_profile () == inks_profile ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inks/colours", test_colours);
  g_test_add_func ("/inks/limit", test_limit);
  g_test_add_func ("/inks/profile", test_profile);
  return g_test_run ();
}
