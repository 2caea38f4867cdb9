/* SPDX-License-Identifier: MIT */
/* Inside search/: what was met on all pages, sorted by term: for each the pages that have it,
 * and how much it weighs there. */
#pragma once

#include "search/entry.h"

/* What was met on one page. */
typedef struct {
  const Terms *terms;
  PackedHits hits;
  EntrySize size;
  const char *shown; /* what is shown of its text; no NUL behind it */
  guint shown_length;
} Gathered;

/* Levels of weight, from the lowest. */
#define POSTING_LEVELS 8

/* A page and the weight there: page × POSTING_LEVELS + level. */
typedef guint32 Posting;

/* A variant of a term: the words with their marks. */
typedef struct {
  const char *first, *second; /* folded; `second` is NULL when it is one word */
  guint8 codes[2];
  gboolean is_number;      /* it is one word, of digits */
  const Posting *postings; /* by page */
  guint n;
} Term;

typedef struct Postings Postings;

/* `pages` are all, in order; what they point to must outlive it. On `n_threads` threads, as in
 * parallel_for(). Caller frees. */
Postings *postings_new (const Gathered *pages, guint n_pages, guint n_threads);
void postings_free (Postings *postings); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Postings, postings_free)

/* Sorted by “first second” by its bytes, then by codes. */
guint postings_n_terms (const Postings *postings);
Term postings_term (const Postings *postings, guint index); /* what it points to is the postings' */
