/* SPDX-License-Identifier: MIT */
#include "picture/exif.h"

#include <string.h>

#define TAG_ORIENTATION 0x0112
#define ENTRY_SIZE      12 /* tag, type, count, value */
#define ENTRY_VALUE     8

typedef struct {
  const guint8 *bytes;
  gsize length;
  gboolean is_big_endian;
} Tiff;

/* 0 beyond the end. */
static guint
number_2 (const Tiff *tiff, gsize at)
{
  if (at + 2 > tiff->length)
    return 0;
  const guint8 *bytes = tiff->bytes + at;
  return tiff->is_big_endian ? bytes[0] << 8 | bytes[1] : bytes[1] << 8 | bytes[0];
}

static gsize
number_4 (const Tiff *tiff, gsize at)
{
  gsize first = number_2 (tiff, at), second = number_2 (tiff, at + 2);
  return tiff->is_big_endian ? first << 16 | second : second << 16 | first;
}

guint
exif_orientation (const guint8 *bytes, gsize length)
{
  gboolean is_named = length >= 6 && memcmp (bytes, "Exif\0\0", 6) == 0;
  Tiff tiff = { bytes + (is_named ? 6 : 0), length - (is_named ? 6 : 0), FALSE };

  if (tiff.length < 8)
    return 1;
  tiff.is_big_endian = tiff.bytes[0] == 'M';
  gsize directory = number_4 (&tiff, 4);
  guint n_entries = number_2 (&tiff, directory);
  for (guint i = 0; i < n_entries; i++) {
    gsize entry = directory + 2 + (gsize) i * ENTRY_SIZE;
    if (entry + ENTRY_SIZE > tiff.length)
      break;
    guint value = number_2 (&tiff, entry + ENTRY_VALUE);
    if (number_2 (&tiff, entry) == TAG_ORIENTATION)
      return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
