/* SPDX-License-Identifier: MIT */
/* A fast 128-bit fingerprint of bytes: the same on every machine, for telling whether something
 * changed. Not a cryptographic hash: it guards against accidents, not against an adversary. */
#pragma once

#include <glib.h>

typedef struct {
  guint8 bytes[16];
} Digest;

/* A fingerprint in the making; the fields are the digest's own. */
typedef struct {
  guint64 lanes[4];
  guint64 length;
  guint8 tail[32]; /* bytes not yet taken in: length % 32 of them */
} DigestState;

void digest_start (DigestState *state);
void digest_add (DigestState *state, gconstpointer bytes, gsize length);
/* Adds a text with its length, so that ("ab", "c") and ("a", "bc") differ; NULL differs from "". */
void digest_add_text (DigestState *state, const char *text);
Digest digest_finish (const DigestState *state);

Digest digest_of (gconstpointer bytes, gsize length);
gboolean digest_equal (const Digest *one, const Digest *other);

/* For hash tables whose keys are Digest. */
guint digest_key_hash (gconstpointer digest);
gboolean digest_key_equal (gconstpointer one, gconstpointer other);

/* 32 lower-case hexadecimal digits, and back; reading needs 32 digits and looks at no more. */
#define DIGEST_HEX_LENGTH 32
void digest_to_hex (const Digest *digest, char hex[DIGEST_HEX_LENGTH + 1]);
gboolean digest_from_hex (const char *hex, Digest *digest);
