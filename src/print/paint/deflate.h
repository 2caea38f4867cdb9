/* SPDX-License-Identifier: MIT */
/* libdeflate, kept ready: its memory is set up once and serves one stream after the other.
 *
 * It remembers what it has compressed, within bounds: the leaflets of two offices differ in their
 * letterheads, and all their other streams need not be compressed again. */
#pragma once

#include <glib.h>

typedef struct Deflater Deflater;

/* The caller frees it; so it is with everything here that ends in _new, and NULL may be freed. */
Deflater *deflater_new (void);
/* NULL is allowed. */
void deflater_free (Deflater *deflater);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deflater, deflater_free)

/* Appends the bytes, compressed, as FlateDecode reads them. */
void deflater_append (Deflater *deflater, gconstpointer bytes, gsize length, GString *out);
/* The same as bytes of their own. */
GBytes *deflater_bytes (Deflater *deflater, gconstpointer bytes, gsize length);
