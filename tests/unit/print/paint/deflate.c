/* SPDX-License-Identifier: MIT */
#include "print/paint/deflate.h"

#include <gio/gio.h>
#include <string.h>

static char *
sample (gsize length, guint seed)
{
  char *text = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    text[i] = (char) ('a' + (i * i + seed) % 23);
  text[length] = '\0';
  return text;
}

/* Read by another library than the one that wrote it. */
static void
assert_inflates (const char *packed, gsize packed_length, const char *text, gsize length)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autofree char *plain = g_malloc (length + 1);
  gsize n_read, n_written;

  g_assert_cmpint (g_converter_convert (G_CONVERTER (inflater), packed, packed_length, plain,
                                        length + 1, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                        NULL),
                   ==, G_CONVERTER_FINISHED);
  g_assert_cmpuint (n_read, ==, packed_length);
  g_assert_cmpmem (plain, n_written, text, length);
}

static void
test_round_trip (void)
{
  static const gsize lengths[] = { 0, 1, 255, 256, 5000, 2000000 };
  g_autoptr (Deflater) deflater = deflater_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *text = sample (lengths[i], i);
    g_autoptr (GString) out = g_string_new ("before");
    deflater_append (deflater, text, lengths[i], out);
    g_assert_cmpmem (out->str, 6, "before", 6);
    assert_inflates (out->str + 6, out->len - 6, text, lengths[i]);
  }
}

/* What is remembered is what compressing anew gives, also when the memory was emptied in between.
 */
static void
test_memory (void)
{
  g_autoptr (Deflater) deflater = deflater_new ();

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 45; i++) {
      g_autofree char *text = g_malloc (400000);
      g_autoptr (GRand) random = g_rand_new_with_seed (i);
      for (guint j = 0; j < 400000; j += 4) {
        guint32 bits = g_rand_int (random);
        memcpy (text + j, &bits, 4);
      }
      g_autoptr (Deflater) fresh = deflater_new ();
      g_autoptr (GBytes) first = deflater_bytes (deflater, text, 400000);
      g_autoptr (GBytes) again = deflater_bytes (deflater, text, 400000);
      g_autoptr (GBytes) other = deflater_bytes (fresh, text, 400000);
      g_assert_true (g_bytes_equal (first, again));
      g_assert_true (g_bytes_equal (first, other));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deflate/round-trip", test_round_trip);
  g_test_add_func ("/deflate/memory", test_memory);
  return g_test_run ();
}
