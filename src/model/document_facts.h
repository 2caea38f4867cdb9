/* SPDX-License-Identifier: MIT */
/* What a document says of the office that speaks: its title, its summary … are filled for its own
 * office when it is loaded; for an office it is sent to there is a copy with that office's. */
#pragma once

#include "model/fact.h"

/* Who speaks, and of what, when `office` says the document. */
FactScope document_scope (const Site *site, const Document *document, const Office *office);

/* Fills the texts that name the office for the document's own, and keeps them as written in its
 * arena. While it is loaded. */
void document_fill (const Site *site, Document *document);
/* The document as `office` says it: itself, or a copy in `arena`. */
const Document *document_of_office (const Site *site, const Document *document,
                                    const Office *office, Arena *arena);
/* TRUE when a text at `offset` of a Document may name the office. */
gboolean document_is_voiced (gsize offset);
