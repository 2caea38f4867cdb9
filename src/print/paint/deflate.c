/* SPDX-License-Identifier: MIT */
#include "print/paint/deflate.h"

#include "base/digest.h"

#include <libdeflate.h>

/* Few streams of a kit are new, and a kit is copied more often than it is made: 6 costs a kit a
 * thirtieth of its time over 1 and takes off a tenth of its pages. More than 9 takes nothing off
 * fonts and pictures that counts. */
#define SHORT_LEVEL   6
#define LONG_LEVEL    9
#define LONGEST_SHORT (16 * 1024)

/* Streams that are remembered, by length, and all of them together; bytes. */
#define SHORTEST_KEPT 256
#define LONGEST_KEPT  (1024 * 1024)
#define MOST_KEPT     (16 * 1024 * 1024)

struct Deflater {
  struct libdeflate_compressor *for_short, *for_long;
  GHashTable *known; /* Digest of the bytes → GBytes, compressed */
  gsize kept;        /* bytes of those */
};

Deflater *
deflater_new (void)
{
  Deflater *deflater = g_new0 (Deflater, 1);
  deflater->for_short = libdeflate_alloc_compressor (SHORT_LEVEL);
  deflater->for_long = libdeflate_alloc_compressor (LONG_LEVEL);
  g_assert (deflater->for_short && deflater->for_long);
  deflater->known = g_hash_table_new_full (digest_key_hash, digest_key_equal, g_free,
                                           (GDestroyNotify) g_bytes_unref);
  return deflater;
}

void
deflater_free (Deflater *deflater)
{
  if (deflater == NULL)
    return;
  libdeflate_free_compressor (deflater->for_short);
  libdeflate_free_compressor (deflater->for_long);
  g_hash_table_unref (deflater->known);
  g_free (deflater);
}

static void
compress_into (Deflater *deflater, gconstpointer bytes, gsize length, GString *out)
{
  struct libdeflate_compressor *compressor =
    length <= LONGEST_SHORT ? deflater->for_short : deflater->for_long;
  gsize start = out->len;
  gsize bound = libdeflate_zlib_compress_bound (compressor, length);

  g_string_set_size (out, start + bound);
  gsize packed = libdeflate_zlib_compress (compressor, bytes, length, out->str + start, bound);
  g_assert (packed > 0);
  g_string_set_size (out, start + packed);
}

static void
remember (Deflater *deflater, const Digest *key, const char *packed, gsize length)
{
  if (deflater->kept + length > MOST_KEPT) {
    g_hash_table_remove_all (deflater->known);
    deflater->kept = 0;
  }
  g_hash_table_insert (deflater->known, g_memdup2 (key, sizeof *key), g_bytes_new (packed, length));
  deflater->kept += length;
}

void
deflater_append (Deflater *deflater, gconstpointer bytes, gsize length, GString *out)
{
  gsize start = out->len;

  if (length < SHORTEST_KEPT || length > LONGEST_KEPT) {
    compress_into (deflater, bytes, length, out);
    return;
  }
  Digest key = digest_of (bytes, length);
  GBytes *known = g_hash_table_lookup (deflater->known, &key);
  if (known) {
    gsize known_length;
    const char *packed = g_bytes_get_data (known, &known_length);
    g_string_append_len (out, packed, (gssize) known_length);
    return;
  }
  compress_into (deflater, bytes, length, out);
  remember (deflater, &key, out->str + start, out->len - start);
}

GBytes *
deflater_bytes (Deflater *deflater, gconstpointer bytes, gsize length)
{
  GString *out = g_string_new (NULL);
  deflater_append (deflater, bytes, length, out);
  return g_string_free_to_bytes (out);
}
