/* SPDX-License-Identifier: MIT */
#include "print/paint/repacked.h"

#include <libdeflate.h>
#include <png.h>
#include <string.h>

/* A picture of one pixel. */
static Image
image_of (guint32 format, const guint8 *pixel)
{
  png_image png = { .version = PNG_IMAGE_VERSION, .width = 1, .height = 1, .format = format };
  png_alloc_size_t size = 4096;
  g_autofree guint8 *bytes = g_malloc (size);

  g_assert_true (png_image_write_to_memory (&png, bytes, &size, 0, pixel, 0, NULL));
  return (Image){ .kind = IMAGE_PNG,
                  .bytes = g_bytes_new (bytes, size),
                  .width = 1,
                  .height = 1,
                  .n_components = 3,
                  .has_alpha = (format & PNG_FORMAT_FLAG_ALPHA) != 0 };
}

/* Rows as they are packed: a filter, then the components. */
static void
assert_packed (GBytes *bytes, const guint8 *wanted, guint n)
{
  gsize length, size;
  guint8 row[16];
  const void *packed = g_bytes_get_data (bytes, &length);
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor ();

  g_assert_cmpint (libdeflate_zlib_decompress (inflater, packed, length, row, sizeof row, &size),
                   ==, LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor (inflater);
  g_assert_cmpmem (row + 1, size - 1, wanted, n);
}

static void
test_inks (void)
{
  guint8 red[4];
  inks_of_dots ((const guint8[]){ 255, 0, 0 }, red, 1);
  const struct {
    guint32 format;
    guint8 pixel[4];
    Ink ink;
    guint n_components;
    guint8 packed[4];
    int alpha; /* -1: none */
  } rows[] = {
    { PNG_FORMAT_RGB, { 255, 0, 0 }, INK_COLOUR, 3, { 255, 0, 0 }, -1 },
    { PNG_FORMAT_RGBA, { 255, 0, 0, 128 }, INK_COLOUR, 3, { 255, 0, 0 }, 128 },
    { PNG_FORMAT_RGBA, { 100, 100, 100, 128 }, INK_GREY, 1, { 100 }, 128 },
    { PNG_FORMAT_RGBA, { 255, 0, 0, 128 }, INK_CMYK, 4, { red[0], red[1], red[2], red[3] }, 128 },
    { PNG_FORMAT_RGBA, { 51, 51, 51, 255 }, INK_CMYK, 4, { 0, 0, 0, 204 }, 255 },
  };
  g_autoptr (Deflater) deflater = deflater_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    RepackedStore *store = repacked_store_new ();
    Image image = image_of (rows[i].format, rows[i].pixel);
    const Repacked *packed = repacked_store_get (store, &image, rows[i].ink, deflater);
    g_test_message ("%u", i);
    g_assert_cmpuint (packed->n_components, ==, rows[i].n_components);
    assert_packed (packed->colours, rows[i].packed, rows[i].n_components);
    g_assert_cmpint (packed->alpha != NULL, ==, rows[i].alpha >= 0);
    if (packed->alpha)
      assert_packed (packed->alpha, &(guint8){ (guint8) rows[i].alpha }, 1);
    g_bytes_unref (image.bytes);
    repacked_store_free (store);
  }
}

/* Packed once for each ink; what is broken is a white dot. */
static void
test_kept (void)
{
  g_autoptr (Deflater) deflater = deflater_new ();
  RepackedStore *store = repacked_store_new ();
  static const guint8 red[] = { 255, 0, 0 };
  Image image = image_of (PNG_FORMAT_RGB, red);
  Image broken = { .kind = IMAGE_PNG, .bytes = g_bytes_new_static ("x", 1), .width = 9 };

  const Repacked *first = repacked_store_get (store, &image, INK_COLOUR, deflater);
  const Repacked *grey = repacked_store_get (store, &image, INK_GREY, deflater);
  g_assert_true (grey != first);
  g_assert_true (repacked_store_get (store, &image, INK_COLOUR, deflater) == first);
  const Repacked *dot = repacked_store_get (store, &broken, INK_COLOUR, deflater);
  g_assert_cmpuint (dot->width, ==, 1);
  g_assert_cmpuint (dot->height, ==, 1);
  assert_packed (dot->colours, (guint8[]){ 255, 255, 255 }, dot->n_components);
  g_bytes_unref (image.bytes);
  g_bytes_unref (broken.bytes);
  repacked_store_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repacked/inks", test_inks);
  g_test_add_func ("/repacked/kept", test_kept);
  return g_test_run ();
}
