/* SPDX-License-Identifier: MIT */
/* What `loa check --fix` would write: shown as a difference, and written when that is asked for. */
#pragma once

#include "base/report.h"
#include "editor/remark.h"

typedef struct Mending Mending;

/* Of nothing. Caller frees. */
Mending *mending_new (void);
/* NULL is allowed. */
void mending_free (Mending *mending);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mending, mending_free)

/* An array of Edit for a document, to be filled by the one who reads it. It stays the mending's.
 * From any thread. */
GArray *mending_edits (Mending *mending, const Document *document, const Source *source);
/* Prints the differences to `stream`; with `write`, makes them, each file at once and whole. FALSE,
 * after saying so, when one could not be written. */
gboolean mending_end (Mending *mending, const Site *site, gboolean write, FILE *stream);
