/* SPDX-License-Identifier: MIT */
/* Inside search/: what was met on each page, kept beside the site for the next build, which then
 * looks at the pages that changed alone. It holds for one machine; what is not whole, or was kept
 * for another site, is as good as nothing. */
#pragma once

#include "base/digest.h"
#include "search/postings.h"

typedef struct Kept Kept;

/* Reads what is kept in the file, which need not exist; `path` NULL: nothing is, nor will be. `key`
 * is a fingerprint of all that pages depend on besides what they are found by. Never NULL; caller
 * frees. */
Kept *kept_read (const char *path, const Digest *key);
void kept_free (Kept *kept); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_free)

/* What was met on the page, by a fingerprint of its own; NULL when it is not known. It belongs to
 * `kept`. From any thread. */
const Gathered *kept_find (const Kept *kept, const Digest *page);

/* Keeps what was met on all pages, `keys` being their fingerprints. If it fails, the next build
 * takes longer, that is all. */
void kept_write (Kept *kept, const Digest *keys, const Gathered *pages, guint n_pages);
