/* SPDX-License-Identifier: MIT */
/* XXH3, from libxxhash. Its state wants to stand on a cache line, and ours stands wherever the
 * struct that holds it was put (g_new() knows 16 bytes): so there is room to spare, and the state
 * begins at the first line in it. Whoever moved a state would tear it; nobody has a reason to. */
#include "base/digest.h"

#include <stdint.h>
#include <string.h>
#define XXH_STATIC_LINKING_ONLY /* the size of the state */
#include <xxhash.h>

#define CACHE_LINE 64
_Static_assert(sizeof (XXH3_state_t) + CACHE_LINE - 1 <= sizeof (((DigestState *) NULL)->room),
               "a state fits in, wherever the room begins");
_Static_assert(sizeof (XXH128_canonical_t) == sizeof (Digest), "128 bits");

static XXH3_state_t *
state_in (const DigestState *state)
{
  uintptr_t start = (uintptr_t) state->room;
  return (XXH3_state_t *) ((start + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE);
}

/* The same bytes on machines of either order. */
static Digest
portable (XXH128_hash_t hash)
{
  XXH128_canonical_t canonical;
  Digest digest;
  XXH128_canonicalFromHash (&canonical, hash);
  memcpy (digest.bytes, canonical.digest, sizeof digest.bytes);
  return digest;
}

void
digest_start (DigestState *state)
{
  XXH3_128bits_reset (state_in (state));
  state->length = 0;
}

void
digest_add (DigestState *state, gconstpointer bytes, gsize length)
{
  XXH3_128bits_update (state_in (state), bytes, length);
  state->length += length;
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
  return portable (XXH3_128bits_digest (state_in (state)));
}

Digest
digest_of (gconstpointer bytes, gsize length)
{
  return portable (XXH3_128bits (bytes, length));
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

/* Of a hexadecimal digit: letters differ from digits by one bit. A manifest has hundreds of
 * thousands of them. */
static guint
hex_value (char digit)
{
  return (guint) (digit & 0xf) + (digit & 0x40 ? 9 : 0);
}

gboolean
digest_from_hex (const char *hex, Digest *digest)
{
  for (guint i = 0; i < sizeof digest->bytes; i++) {
    if (!g_ascii_isxdigit (hex[2 * i]) || !g_ascii_isxdigit (hex[2 * i + 1]))
      return FALSE;
    digest->bytes[i] = (guint8) (hex_value (hex[2 * i]) << 4 | hex_value (hex[2 * i + 1]));
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
