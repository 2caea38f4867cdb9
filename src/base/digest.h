/* SPDX-License-Identifier: MIT */
/* A fast 128-bit fingerprint of bytes (XXH3), the same on every machine, for telling whether
 * something changed. Not a cryptographic hash: it guards against accidents, not against an
 * adversary. */
#pragma once

#include <glib.h>

typedef struct {
  guint8 bytes[16];
} Digest;

/* A fingerprint in the making; the fields are the digest's own. It stays where it was started: a
 * copy of the struct is no state. */
typedef struct {
  guint8 room[640];
  guint64 length; /* of what was added, in bytes */
} DigestState;

/* Has to come first; a state that was used begins anew. */
void digest_start (DigestState *state);
/* Bytes may come in any pieces; `bytes` may be NULL when there are none. */
void digest_add (DigestState *state, gconstpointer bytes, gsize length);
/* Adds a text with its length, so that ("ab", "c") and ("a", "bc") differ; NULL differs from "". */
void digest_add_text (DigestState *state, const char *text);
/* Of all that was added so far; the state may go on after it. */
Digest digest_finish (const DigestState *state);

/* The same as start, add and finish, of bytes that are all there. */
Digest digest_of (gconstpointer bytes, gsize length);
/* Whether they are of the same bytes, as far as 128 bits tell. */
gboolean digest_equal (const Digest *one, const Digest *other);

/* For hash tables whose keys are Digest: its hash, */
guint digest_key_hash (gconstpointer digest);
/* and whether two keys are the same. */
gboolean digest_key_equal (gconstpointer one, gconstpointer other);

/* 32 lower-case hexadecimal digits, and back; reading needs 32 digits and looks at no more. */
#define DIGEST_HEX_LENGTH 32
/* Writes the digits and a NUL. */
void digest_to_hex (const Digest *digest, char hex[DIGEST_HEX_LENGTH + 1]);
/* Reads the digits. FALSE when they are none; `digest` is then anything. */
gboolean digest_from_hex (const char *hex, Digest *digest);
