/* SPDX-License-Identifier: MIT */
#include "print/paint/profile.h"

#include <math.h>
#include <string.h>

static guint32
number_at (const guint8 *bytes, guint at)
{
  return (guint32) bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
}

/* Where the data of a tag start; each stands once. */
static guint
find_tag (const guint8 *bytes, const char *tag, guint *size)
{
  guint found = 0;

  for (guint i = 0; i < number_at (bytes, 128); i++) {
    guint row = 132 + 12 * i;
    if (memcmp (bytes + row, tag, 4) != 0)
      continue;
    g_assert_cmpuint (found, ==, 0);
    found = number_at (bytes, row + 4);
    *size = number_at (bytes, row + 8);
  }
  g_assert_cmpuint (found, >, 0);
  g_assert_cmpuint (found % 4, ==, 0);
  return found;
}

static void
test_header (void)
{
  static const struct {
    guint at;
    const char *bytes;
  } rows[] = { { 12, "mntr" }, { 16, "RGB " }, { 20, "XYZ " }, { 36, "acsp" } };
  gsize length;
  const guint8 *bytes = g_bytes_get_data (profile_srgb (), &length);

  g_assert_cmpuint (number_at (bytes, 0), ==, length);
  g_assert_cmpuint (bytes[8], ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpmem (bytes + rows[i].at, 4, rows[i].bytes, 4);
  g_assert_true (profile_srgb () == profile_srgb ());
}

/* IEC 61966-2-1, seen in the light of D50; in 65536ths. Red, green and blue make white. */
static void
test_primaries (void)
{
  static const struct {
    const char *tag;
    double x, y, z;
  } rows[] = { { "wtpt", 0.9642, 1, 0.8249 },
               { "rXYZ", 0.4361, 0.2225, 0.0139 },
               { "gXYZ", 0.3851, 0.7169, 0.0971 },
               { "bXYZ", 0.1431, 0.0606, 0.7141 } };
  gsize length;
  const guint8 *bytes = g_bytes_get_data (profile_srgb (), &length);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint size, at = find_tag (bytes, rows[i].tag, &size);
    g_test_message ("%s", rows[i].tag);
    g_assert_cmpuint (size, ==, 20);
    g_assert_cmpmem (bytes + at, 4, "XYZ ", 4);
    g_assert_cmpfloat_with_epsilon (number_at (bytes, at + 8) / 65536.0, rows[i].x, 0.0006);
    g_assert_cmpfloat_with_epsilon (number_at (bytes, at + 12) / 65536.0, rows[i].y, 0.0006);
    g_assert_cmpfloat_with_epsilon (number_at (bytes, at + 16) / 65536.0, rows[i].z, 0.0006);
  }
}

/* The curve of sRGB: straight near black, then a power of 2.4. */
static void
test_curve (void)
{
  static const double signals[] = { 0, 0.03, 0.5, 0.8, 1 };
  gsize length;
  const guint8 *bytes = g_bytes_get_data (profile_srgb (), &length);
  guint size, at = find_tag (bytes, "gTRC", &size), n = number_at (bytes, at + 8);

  g_assert_cmpmem (bytes + at, 4, "curv", 4);
  g_assert_cmpuint (size, ==, 12 + 2 * n);
  g_assert_cmpuint (at, ==, find_tag (bytes, "rTRC", &size));
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
    guint row = (guint) (signals[i] * (n - 1));
    double signal = row / (n - 1.0);
    double light = signal <= 0.04045 ? signal / 12.92 : pow ((signal + 0.055) / 1.055, 2.4);
    const guint8 *entry = bytes + at + 12 + 2 * row;
    g_assert_cmpfloat_with_epsilon ((entry[0] << 8 | entry[1]) / 65535.0, light, 2e-5);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/header", test_header);
  g_test_add_func ("/profile/primaries", test_primaries);
  g_test_add_func ("/profile/curve", test_curve);
  return g_test_run ();
}
