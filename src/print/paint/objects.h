/* SPDX-License-Identifier: MIT */
/* The file around the objects (ISO 32000-1, 7.5): header, objects, cross-reference stream, trailer.
 * Objects without a stream are gathered in object streams, which makes the many small ones of a
 * tagged document a tenth of their size.
 *
 * The identifier of the file is the digest of what it holds: the same objects give the same bytes.
 */
#pragma once

#include "print/paint/deflate.h"

typedef struct Objects Objects;

/* Writes the header to `out`, behind what is there already; `version` is that of PDF: "1.7". `out`
 * and `deflater` are borrowed. */
Objects *objects_new (GString *out, Deflater *deflater, const char *version);
/* NULL is allowed. */
void objects_free (Objects *objects);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Objects, objects_free)

/* A number for an object that is written later. */
guint objects_reserve (Objects *objects);

/* Appends what the object says between begin and end. One object at a time. */
GString *objects_begin (Objects *objects, guint object);
/* The object is whole: it goes into an object stream. */
void objects_end (Objects *objects);

/* An object by itself, in no object stream: one that differs in documents that are otherwise the
 * same. */
void objects_write (Objects *objects, guint object, const char *text, gsize length);

/* A stream that is compressed now, if that is worth it. `entries` of its dictionary:
 * "/Type/XObject", or "". */
void objects_stream (Objects *objects, guint object, const char *entries, gconstpointer bytes,
                     gsize length);
/* A stream as it is; `entries` says how it is compressed. */
void objects_stream_ready (Objects *objects, guint object, const char *entries, gconstpointer bytes,
                           gsize length);

/* Writes what is still held back, and the trailer. */
void objects_finish (Objects *objects, guint catalog, guint information);
