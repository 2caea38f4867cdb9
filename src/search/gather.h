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
  guint32 first, second; /* words */
} WordPair;

/* What the terms of hits mean. */
typedef struct {
  const Words *words;
  const WordPair *pairs; /* indexed by `term` without HIT_PAIR */
  guint n_pairs;
} Terms;

/* Hits of a page are kept packed, two or three bytes each: a number of seven bits a byte, the
 * lowest first, has the term, whether it is a pair, and whether how often and where follows. */
#define PACKED_NUMBER 5 /* bytes of the number, at most */
typedef struct {
  const guint8 *bytes;
  guint n, length; /* hits, bytes */
} PackedHits;

/* Reads the hit at `at`, and returns where the next one is. */
static inline const guint8 *
hit_unpack (const guint8 *at, Hit *hit)
{
  guint64 number = 0;
  guint shift = 0;

  for (; *at & 0x80; at++, shift += 7)
    number |= (guint64) (*at & 0x7f) << shift;
  number |= (guint64) *at++ << shift;
  hit->term = (guint32) (number >> 2) | (number & 1 ? HIT_PAIR : 0);
  hit->n = number & 2 ? at[0] : 1;
  hit->places = number & 2 ? at[1] : 0;
  return number & 2 ? at + 2 : at;
}

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
PackedHits gatherer_end_page (Gatherer *gatherer);

/* A copy that is the gatherer's. */
const char *gatherer_keep (Gatherer *gatherer, const char *text, gsize length);

/* Of all pages up to now, and of synonyms; the gatherer's, and as its last page left it. */
const Terms *gatherer_terms (const Gatherer *gatherer);
