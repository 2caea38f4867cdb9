/* SPDX-License-Identifier: MIT */
#include "write/packed.h"

#include <brotli/encode.h>
#include <libdeflate.h>
#include <string.h>

#define GZIP_LEVEL 9
/* Beyond it each step costs several times as much for a hundredth. */
#define BROTLI_LEVEL 9

static gsize
gzip_bound (gsize length)
{
  return libdeflate_gzip_compress_bound (NULL, length);
}

static gsize
gzip_make (const char *text, gsize length, guint8 *out, gsize most)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (GZIP_LEVEL);
  gsize size = libdeflate_gzip_compress (compressor, text, length, out, most);

  libdeflate_free_compressor (compressor);
  return size;
}

static gsize
brotli_make (const char *text, gsize length, guint8 *out, gsize most)
{
  gsize size = most;

  return BrotliEncoderCompress (BROTLI_LEVEL, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, length,
                                (const guint8 *) text, &size, out)
           ? size
           : 0;
}

static const struct {
  const char *suffix;
  gsize (*bound) (gsize length);
  gsize (*make) (const char *text, gsize length, guint8 *out, gsize most);
} packings[] = {
  { ".gz", gzip_bound, gzip_make },
  { ".br", BrotliEncoderMaxCompressedSize, brotli_make },
};
G_STATIC_ASSERT (G_N_ELEMENTS (packings) == N_PACKINGS);

const char *
packed_suffix (guint packing)
{
  return packings[packing].suffix;
}

gboolean
packed_is_text (const char *path)
{
  static const char *const ends[] = { ".html", ".css",  ".js",   ".svg", ".xml", ".txt",
                                      ".json", ".csv",  ".ics",  ".vtt", ".ssml",
                                      ".webmanifest", ".ttf", ".otf" };
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (path, ends[i]))
      return TRUE;
  return FALSE;
}

gboolean
packed_is_twin (const char *folder, const char *path)
{
  for (guint i = 0; i < N_PACKINGS; i++)
    if (g_str_has_suffix (path, packings[i].suffix)) {
      g_autofree char *text = g_strndup (path, strlen (path) - strlen (packings[i].suffix));
      g_autofree char *whole = g_build_filename (folder, text, NULL);
      return packed_is_text (text) && g_file_test (whole, G_FILE_TEST_IS_REGULAR);
    }
  return FALSE;
}

void
packed_make (guint packing, const char *text, gsize length, GString *out)
{
  gsize most = packings[packing].bound (length);

  g_string_set_size (out, most);
  gsize size = packings[packing].make (text, length, (guint8 *) out->str, most);
  g_assert (size > 0); /* there is room for whatever comes out */
  g_string_truncate (out, size);
}
