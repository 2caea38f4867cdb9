/* SPDX-License-Identifier: MIT */
/* A matrix profile: where the primaries lie in XYZ, seen by an eye adapted to D50, and one curve
 * for all three from number to light. The curve is a table that readers interpolate; with this many
 * points it is off by a small part of a step of 8 bits. */
#include "print/paint/profile.h"

#include <math.h>
#include <string.h>

#define N_POINTS    64
#define HEADER_SIZE 128
#define DESCRIPTION "sRGB"
#define COPYRIGHT   "CC0"

static void
append_16 (GByteArray *out, guint16 number)
{
  guint16 big = GUINT16_TO_BE (number);
  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
append_32 (GByteArray *out, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);
  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
append_tag (GByteArray *out, const char *four_letters)
{
  g_byte_array_append (out, (const guint8 *) four_letters, 4);
}

static void
append_fixed (GByteArray *out, double number)
{
  append_32 (out, (guint32) lrint (number * 65536));
}

static void
pad (GByteArray *out, guint multiple)
{
  static const guint8 zero = 0;
  while (out->len % multiple != 0)
    g_byte_array_append (out, &zero, 1);
}

static void
append_zeros (GByteArray *out, guint n)
{
  for (; n > 0; n -= 4)
    append_32 (out, 0);
}

typedef struct {
  double x, y, z;
} Xyz;

static const Xyz white_d50 = { 0.9642, 1.0, 0.8249 };

/* ICC.1:2001-04, 6.1. */
static void
append_header (GByteArray *out)
{
  append_32 (out, 0); /* size, set at the end */
  append_32 (out, 0); /* no preferred program */
  append_32 (out, 0x02100000);
  append_tag (out, "mntr");
  append_tag (out, "RGB ");
  append_tag (out, "XYZ ");
  append_16 (out, 2026); /* year, month, day, hour, minute, second */
  append_16 (out, 1);
  append_16 (out, 1);
  append_16 (out, 0);
  append_16 (out, 0);
  append_16 (out, 0);
  append_tag (out, "acsp");
  append_zeros (out, 28); /* platform, flags, device, attributes, perceptual intent */
  append_fixed (out, white_d50.x);
  append_fixed (out, white_d50.y);
  append_fixed (out, white_d50.z);
  append_zeros (out, HEADER_SIZE - out->len);
}

static void
append_xyz (GByteArray *out, Xyz value)
{
  append_tag (out, "XYZ ");
  append_32 (out, 0);
  append_fixed (out, value.x);
  append_fixed (out, value.y);
  append_fixed (out, value.z);
}

static double
light_of (double number)
{
  return number <= 0.04045 ? number / 12.92 : pow ((number + 0.055) / 1.055, 2.4);
}

static void
append_curve (GByteArray *out)
{
  append_tag (out, "curv");
  append_32 (out, 0);
  append_32 (out, N_POINTS);
  for (guint i = 0; i < N_POINTS; i++)
    append_16 (out, (guint16) lrint (light_of (i / (N_POINTS - 1.0)) * 65535));
}

static void
append_text (GByteArray *out)
{
  append_tag (out, "text");
  append_32 (out, 0);
  g_byte_array_append (out, (const guint8 *) COPYRIGHT, sizeof COPYRIGHT);
}

/* With the empty Unicode and Macintosh names that belong to it. */
static void
append_description (GByteArray *out)
{
  static const guint8 macintosh[3 + 67] = { 0 };
  append_tag (out, "desc");
  append_32 (out, 0);
  append_32 (out, sizeof DESCRIPTION);
  g_byte_array_append (out, (const guint8 *) DESCRIPTION, sizeof DESCRIPTION);
  g_byte_array_append (out, macintosh, 8); /* language and length of the Unicode one */
  g_byte_array_append (out, macintosh, sizeof macintosh);
}

/* sRGB's primaries, adapted to D50 by Bradford's matrix. */
static void
append_primary (GByteArray *out, guint i)
{
  static const Xyz primaries[] = {
    { 0.43607, 0.22249, 0.01392 },
    { 0.38515, 0.71687, 0.09708 },
    { 0.14307, 0.06061, 0.71410 },
  };
  append_xyz (out, primaries[i]);
}

typedef struct {
  const char *tag;
  guint data; /* tags with the same number share it */
} Row;

static const Row rows[] = {
  { "desc", 0 }, { "cprt", 1 }, { "wtpt", 2 }, { "rXYZ", 3 }, { "gXYZ", 4 },
  { "bXYZ", 5 }, { "rTRC", 6 }, { "gTRC", 6 }, { "bTRC", 6 },
};
#define N_DATA 7

static void
append_data (GByteArray *out, guint number)
{
  switch (number) {
  case 0:
    append_description (out);
    break;
  case 1:
    append_text (out);
    break;
  case 2:
    append_xyz (out, white_d50);
    break;
  case 6:
    append_curve (out);
    break;
  default:
    append_primary (out, number - 3);
  }
}

static void
set_32 (GByteArray *out, guint at, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);
  memcpy (out->data + at, &big, sizeof big);
}

static gpointer
make_srgb (G_GNUC_UNUSED gpointer unused)
{
  GByteArray *out = g_byte_array_new ();
  guint starts[N_DATA], sizes[N_DATA];

  append_header (out);
  append_32 (out, G_N_ELEMENTS (rows));
  append_zeros (out, G_N_ELEMENTS (rows) * 12);
  for (guint i = 0; i < N_DATA; i++) {
    starts[i] = out->len;
    append_data (out, i);
    sizes[i] = out->len - starts[i];
    pad (out, 4);
  }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint at = HEADER_SIZE + 4 + i * 12;
    memcpy (out->data + at, rows[i].tag, 4);
    set_32 (out, at + 4, starts[rows[i].data]);
    set_32 (out, at + 8, sizes[rows[i].data]);
  }
  set_32 (out, 0, out->len);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
profile_srgb (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_srgb, NULL);
}
