/* SPDX-License-Identifier: MIT */
/* Four 64-bit lanes take in 32 bytes a step, each pair of them 16, so that neither waits for the
 * other. Each step can be undone when its bytes are known, and different bytes give different
 * lanes, so nothing is forgotten on the way; the end mixes all. */
#include "base/digest.h"

#include <string.h>

#define BLOCK_SIZE sizeof (((DigestState *) NULL)->tail)
_Static_assert(BLOCK_SIZE == sizeof (((DigestState *) NULL)->lanes),
               "a step takes a word for each lane");

/* Odd, with their ones well spread: the golden ratio, and the square roots of 3, 5 and 7. */
#define FACTOR_A G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define FACTOR_B G_GUINT64_CONSTANT (0xbb67ae8584caa73b)
#define FACTOR_C G_GUINT64_CONSTANT (0x3c6ef372fe94f82b)
#define FACTOR_D G_GUINT64_CONSTANT (0xa54ff53a5f1d36f1)

static inline guint64
turn (guint64 word, guint bits)
{
  return word << bits | word >> (64 - bits);
}

static inline guint64
read_word (const guint8 *bytes)
{
  guint64 word;
  memcpy (&word, bytes, sizeof word);
  return GUINT64_FROM_LE (word);
}

static inline void
take_half (guint64 pair[2], const guint8 *bytes)
{
  pair[0] = turn (pair[0] ^ read_word (bytes) * FACTOR_A, 29) * FACTOR_B + pair[1];
  pair[1] = turn (pair[1] ^ read_word (bytes + 8) * FACTOR_B, 31) * FACTOR_A + pair[0];
}

static inline void
take_block (guint64 lanes[4], const guint8 *block)
{
  take_half (lanes, block);
  take_half (lanes + 2, block + BLOCK_SIZE / 2);
}

/* All whole blocks; returns what is behind them. */
static const guint8 *
take_blocks (DigestState *state, const guint8 *next, gsize length)
{
  /* Bytes may stand anywhere, so these would be stored at each step. */
  guint64 lanes[G_N_ELEMENTS (state->lanes)];

  memcpy (lanes, state->lanes, sizeof lanes);
  for (; length >= BLOCK_SIZE; next += BLOCK_SIZE, length -= BLOCK_SIZE)
    take_block (lanes, next);
  memcpy (state->lanes, lanes, sizeof lanes);
  return next;
}

/* Every bit of the result depends on every bit of `word`. */
static guint64
mix (guint64 word)
{
  word = (word ^ word >> 32) * FACTOR_C;
  word = (word ^ word >> 29) * FACTOR_D;
  return word ^ word >> 32;
}

void
digest_start (DigestState *state)
{
  *state = (DigestState){ .lanes = { FACTOR_C, FACTOR_D, FACTOR_B, FACTOR_A } };
}

void
digest_add (DigestState *state, gconstpointer bytes, gsize length)
{
  const guint8 *next = bytes;
  gsize held = state->length % BLOCK_SIZE;
  state->length += length;

  if (held > 0) {
    gsize share = MIN (BLOCK_SIZE - held, length);
    if (share > 0)
      memcpy (state->tail + held, next, share);
    if (held + share < BLOCK_SIZE)
      return;
    take_block (state->lanes, state->tail);
    next += share;
    length -= share;
  }
  next = take_blocks (state, next, length);
  if (length % BLOCK_SIZE > 0)
    memcpy (state->tail, next, length % BLOCK_SIZE);
}

void
digest_add_text (DigestState *state, const char *text)
{
  gsize length = text ? strlen (text) : 0;
  guint64 mark = GUINT64_TO_LE (text ? (guint64) length : G_MAXUINT64);
  digest_add (state, &mark, sizeof mark);
  digest_add (state, text, length);
}

Digest
digest_finish (const DigestState *state)
{
  DigestState end = *state;
  gsize held = end.length % BLOCK_SIZE;
  if (held > 0) {
    memset (end.tail + held, 0, BLOCK_SIZE - held);
    take_block (end.lanes, end.tail);
  }
  /* The length tells a text from the same text with zeros after it. */
  guint64 a = mix (end.lanes[0] ^ end.length);
  guint64 b = mix (end.lanes[1] + a);
  a = mix (a ^ mix (end.lanes[2] + b));
  b = mix (b ^ mix (end.lanes[3] + a));
  a = mix (a + b);

  Digest digest;
  guint64 words[2] = { GUINT64_TO_LE (a), GUINT64_TO_LE (b) };
  memcpy (digest.bytes, words, sizeof words);
  return digest;
}

Digest
digest_of (gconstpointer bytes, gsize length)
{
  DigestState state;
  digest_start (&state);
  digest_add (&state, bytes, length);
  return digest_finish (&state);
}

gboolean
digest_equal (const Digest *one, const Digest *other)
{
  return memcmp (one->bytes, other->bytes, sizeof one->bytes) == 0;
}

void
digest_to_hex (const Digest *digest, char hex[DIGEST_HEX_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";
  for (guint i = 0; i < sizeof digest->bytes; i++) {
    hex[2 * i] = digits[digest->bytes[i] >> 4];
    hex[2 * i + 1] = digits[digest->bytes[i] & 15];
  }
  hex[DIGEST_HEX_LENGTH] = '\0';
}

gboolean
digest_from_hex (const char *hex, Digest *digest)
{
  for (guint i = 0; i < sizeof digest->bytes; i++) {
    int high = g_ascii_xdigit_value (hex[2 * i]);
    int low = high < 0 ? -1 : g_ascii_xdigit_value (hex[2 * i + 1]);
    if (low < 0)
      return FALSE;
    digest->bytes[i] = (guint8) (high << 4 | low);
  }
  return TRUE;
}

guint
digest_key_hash (gconstpointer digest)
{
  guint hash;
  memcpy (&hash, ((const Digest *) digest)->bytes, sizeof hash);
  return hash;
}

gboolean
digest_key_equal (gconstpointer one, gconstpointer other)
{
  return digest_equal (one, other);
}
