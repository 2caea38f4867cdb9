/* SPDX-License-Identifier: MIT */
#include "write/packed.h"

#include "../support.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <string.h>

static gsize
unpack_gzip (const GString *packed, char *out, gsize most)
{
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor ();
  gsize size = 0;

  g_assert_cmpint (libdeflate_gzip_decompress (inflater, packed->str, packed->len, out, most, &size), ==,
                   LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor (inflater);
  return size;
}

static gsize
unpack_brotli (const GString *packed, char *out, gsize most)
{
  gsize size = most;

  g_assert_cmpint (BrotliDecoderDecompress (packed->len, (const guint8 *) packed->str, &size, (guint8 *) out), ==,
                   BROTLI_DECODER_RESULT_SUCCESS);
  return size;
}

/* What comes out is what went in, also nothing, and what does not get smaller; twice the same bytes. */
static void
test_round (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'a');
  const char *const texts[] = { "", "x", "Bà con", long_text };

  for (guint packing = 0; packing < N_PACKINGS; packing++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
      g_autoptr (GString) packed = g_string_new ("before"), again = g_string_new (NULL);
      g_autofree char *out = g_malloc (100001);
      gsize length = strlen (texts[i]);
      packed_make (packing, texts[i], length, packed);
      packed_make (packing, texts[i], length, again);
      g_assert_cmpmem (packed->str, packed->len, again->str, again->len);
      gsize size = packing == 0 ? unpack_gzip (packed, out, 100001) : unpack_brotli (packed, out, 100001);
      g_assert_cmpmem (out, size, texts[i], length);
      g_assert_true (length < 1000 || packed->len < 1000);
    }
}

static void
test_names (void)
{
  static const char *const texts[] = { "a.html", "b/a.css", "sw.js", "a.svg", "feed.xml", "manifest.webmanifest" };
  static const char *const others[] = { "a.pdf", "a.png", "a.docx", "html", "a.html.gz", "a.woff2", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (packed_is_text (texts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (packed_is_text (others[i]));
}

static void
test_twins (void)
{
  char *folder = scratch_new ();

  scratch_write (folder, "b/a.css", "p {}", -1);
  scratch_write (folder, "a.pdf", "%PDF", -1);
  scratch_write (folder, "bang.csv/x", "a folder", -1);
  g_assert_true (packed_is_twin (folder, "b/a.css.gz"));
  g_assert_true (packed_is_twin (folder, "b/a.css.br"));
  g_assert_false (packed_is_twin (folder, "b/a.css"));
  g_assert_false (packed_is_twin (folder, "a.css.gz")); /* the text is in another folder */
  g_assert_false (packed_is_twin (folder, "a.pdf.gz")); /* no text */
  g_assert_false (packed_is_twin (folder, "bang.csv.gz"));
  scratch_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packed/round", test_round);
  g_test_add_func ("/packed/names", test_names);
  g_test_add_func ("/packed/twins", test_twins);
  return g_test_run ();
}
