/* SPDX-License-Identifier: MIT */
/* A document that came back from Word, over the one that is there. What reads the same keeps the
 * Markdown it was written in, byte for byte (links, menu paths, blocks for one channel); what reads
 * otherwise is new. What is seen wins over what is stored: a number or a day that a clerk typed
 * goes into the front matter, and what paper does not show stays. */
#pragma once

#include "word/origin.h"

typedef struct {
  char *text; /* the document as it would be */
  GPtrArray *changes; /* owned texts, one line each: “ngày: 2026-03-06”, “hạn 5/9 → hạn 9/9” */
} Merge;

/* `imported` is what markdown_document() made of a file with this origin, or NULL. Equal texts make
 * no changes. Caller frees. */
Merge *merge_documents (const char *existing, const char *imported, const Origin *origin);
/* NULL is allowed. */
void merge_free (Merge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merge, merge_free)
