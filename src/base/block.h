/* SPDX-License-Identifier: MIT */
/* Sixteen bytes that are looked at together (a vector extension of gcc and clang). A comparison of
 * two blocks, cast to Block, has all bits of a byte set where it holds. */
#pragma once

#include <glib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef guint8 Block __attribute__ ((vector_size (16)));

#define BLOCK_LENGTH ((gssize) sizeof (Block))

/* The bytes from `p` on. */
static inline Block
block_at (const char *p)
{
  Block block;
  memcpy (&block, p, sizeof block);
  return block;
}

/* Where a byte is one of those from `first` to `last`. */
static inline Block
block_between (Block block, guint8 first, guint8 last)
{
  return (Block) ((block - first) <= (guint8) (last - first));
}

/* Of a comparison, or several: a bit for each byte where it holds, that of the first one lowest. */
static inline guint
block_mask (Block block)
{
#ifdef __SSE2__
  return (guint) _mm_movemask_epi8 ((__m128i) block);
#else
  guint mask = 0;

  for (guint i = 0; i < sizeof block; i++)
    mask |= (guint) (block[i] >> 7) << i;
  return mask;
#endif
}

/* Of a comparison, or several: the first byte where it holds; BLOCK_LENGTH when it holds nowhere.
 */
static inline guint
block_first (Block block)
{
#ifdef __SSE2__
  guint mask = block_mask (block);
  return mask ? (guint) __builtin_ctz (mask) : (guint) BLOCK_LENGTH;
#else
  guint64 halves[2];

  memcpy (halves, &block, sizeof halves);
  if (halves[0])
    return __builtin_ctzll (GUINT64_FROM_LE (halves[0])) / 8;
  return halves[1] ? 8 + __builtin_ctzll (GUINT64_FROM_LE (halves[1])) / 8 : BLOCK_LENGTH;
#endif
}

/* The first byte from `p` on that is among `wanted`, or `end`. `may_be` looks at a block: what it
 * has set may be one, all others are none. For constants as arguments, or it is slow. */
static G_ALWAYS_INLINE inline const char *
block_find (const char *p, const char *end, Block (*may_be) (Block), const guint8 wanted[256])
{
  while (end - p >= BLOCK_LENGTH) {
    guint first = block_first (may_be (block_at (p)));
    p += first;
    if (first == (guint) BLOCK_LENGTH)
      continue;
    if (wanted[(guchar) *p])
      return p;
    p++;
  }
  while (p < end && !wanted[(guchar) *p])
    p++;
  return p;
}
