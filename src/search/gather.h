/* SPDX-License-Identifier: MIT */
/* Inside search/: the terms of one page after the other. A term is a word, or two words side by
 * side; of each is known where it stands and how often. */
#pragma once

#include "search/synonyms.h"

/* Where a term stands: a set of these. */
typedef enum {
  IN_TITLE = 1 << 0,
  IN_HEADING = 1 << 1,
  IN_SUMMARY = 1 << 2,
  IN_FRAME = 1 << 3,   /* who issues it, and other words around the text */
  BY_SYNONYM = 1 << 4, /* it does not stand there, but another word for it does */
} TermPlace;

/* `term` is a word, or with HIT_PAIR a pair, of the gatherer that met it. */
typedef struct {
  guint32 term;
  guint8 n; /* times in the text; no more than 255 */
  guint8 places;
} Hit;
#define HIT_PAIR (1u << 31)

typedef struct {
  guint first, second; /* words */
} WordPair;

/* One thread's own. */
typedef struct Gatherer Gatherer;

/* `synonyms` must outlive it. Caller frees. */
Gatherer *gatherer_new (const Synonyms *synonyms);
void gatherer_free (Gatherer *gatherer); /* with all hits; NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gatherer, gatherer_free)

/* The words of `text` belong to the page at hand, whose other texts stay where they are meanwhile.
 * `places` 0: they are its text; returns how many there are. */
guint gatherer_add (Gatherer *gatherer, const char *text, gsize length, guint places);
/* Where the text of the page at hand, headings too, has a word for the first time: const char *, in
 * order; the gatherer's, until the page ends. */
const GArray *gatherer_firsts (const Gatherer *gatherer);
/* The hits of the page at hand, which ends with this, in no order; they belong to the gatherer. */
const Hit *gatherer_end_page (Gatherer *gatherer, guint *n);

/* All words it met, and those of synonyms; the gatherer's. */
const Words *gatherer_words (const Gatherer *gatherer);
/* All pairs it met; WordPair, indexed by `term` without HIT_PAIR. */
const GArray *gatherer_pairs (const Gatherer *gatherer);
