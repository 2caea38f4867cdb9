/* SPDX-License-Identifier: MIT */
#include "render/print/paint/deflate.h"

#include "base/digest.h"

#include <zlib.h>

/* Pages and objects are short, and few streams of a kit are new: 3 takes half the time of 6 and
 * makes them a tenth larger, which is 2 % of the file. Their tables are small, since they are
 * emptied before each stream. Fonts and pictures are long, and deserve the best; 9 takes off
 * nothing that counts. */
typedef struct {
  int level, window_bits, memory;
} Effort;
static const Effort short_effort = { 3, 14, 6 }, long_effort = { 6, 15, 8 };
#define LONGEST_SHORT (16 * 1024)

/* Streams that are remembered, by length, and all of them together; bytes. */
#define SHORTEST_KEPT 256
#define LONGEST_KEPT  (1024 * 1024)
#define MOST_KEPT     (16 * 1024 * 1024)

struct Deflater {
  z_stream short_stream, long_stream;
  GHashTable *known; /* Digest of the bytes → GBytes, compressed */
  gsize kept;        /* bytes of those */
};

static void
stream_start (z_stream *stream, const Effort *effort)
{
  int status = deflateInit2 (stream, effort->level, Z_DEFLATED, effort->window_bits, effort->memory,
                             Z_DEFAULT_STRATEGY);
  g_assert (status == Z_OK);
}

Deflater *
deflater_new (void)
{
  Deflater *deflater = g_new0 (Deflater, 1);
  stream_start (&deflater->short_stream, &short_effort);
  stream_start (&deflater->long_stream, &long_effort);
  deflater->known = g_hash_table_new_full (digest_key_hash, digest_key_equal, g_free,
                                           (GDestroyNotify) g_bytes_unref);
  return deflater;
}

void
deflater_free (Deflater *deflater)
{
  if (deflater == NULL)
    return;
  deflateEnd (&deflater->short_stream);
  deflateEnd (&deflater->long_stream);
  g_hash_table_unref (deflater->known);
  g_free (deflater);
}

static void
compress_into (Deflater *deflater, gconstpointer bytes, gsize length, GString *out)
{
  z_stream *stream = length <= LONGEST_SHORT ? &deflater->short_stream : &deflater->long_stream;
  gsize start = out->len;
  gsize bound = deflateBound (stream, length);

  g_assert (length < G_MAXUINT);
  g_string_set_size (out, start + bound);
  stream->next_in = (Bytef *) bytes;
  stream->avail_in = length;
  stream->next_out = (Bytef *) out->str + start;
  stream->avail_out = bound;
  int status = deflate (stream, Z_FINISH);
  g_assert (status == Z_STREAM_END);
  g_string_set_size (out, start + bound - stream->avail_out);
  deflateReset (stream);
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
