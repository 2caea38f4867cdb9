/* SPDX-License-Identifier: MIT */
#include "picture/exif.h"

#define LITTLE(entry) "II*\0\x8\0\0\0\1\0" entry
#define BIG(entry)    "MM\0*\0\0\0\x8\0\1" entry

static void
test_orientation (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    guint orientation;
  } rows[] = {
    { LITTLE ("\x12\1\3\0\1\0\0\0\6\0\0\0"), 22, 6 },
    { BIG ("\1\x12\0\3\0\0\0\1\0\x8\0\0"), 22, 8 },
    { "Exif\0\0" LITTLE ("\x12\1\3\0\1\0\0\0\3\0\0\0"), 28, 3 },
    /* the second entry */
    { "II*\0\x8\0\0\0\2\0\x0f\1\2\0\1\0\0\0A\0\0\0\x12\1\3\0\1\0\0\0\5\0\0\0", 34, 5 },
    /* no such number, another tag, an end too soon, a directory beyond the end, nothing */
    { LITTLE ("\x12\1\3\0\1\0\0\0\x9\0\0\0"), 22, 1 },
    { LITTLE ("\x12\1\3\0\1\0\0\0\0\0\0\0"), 22, 1 },
    { LITTLE ("\x13\1\3\0\1\0\0\0\6\0\0\0"), 22, 1 },
    { LITTLE ("\x12\1\3\0\1\0\0\0\6\0\0\0"), 21, 1 },
    { "II*\0\xff\xff\xff\xff", 8, 1 },
    { "Exif\0\0II", 8, 1 },
    { "", 0, 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    /* behind the last byte is nobody's memory */
    g_autofree guint8 *bytes = g_memdup2 (rows[i].bytes, rows[i].length);
    guint orientation = exif_orientation (bytes, rows[i].length);
    if (orientation != rows[i].orientation)
      g_error ("row %u: %u", i, orientation);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exif/orientation", test_orientation);
  return g_test_run ();
}
