/* SPDX-License-Identifier: MIT */
/* The search of a site: an index made here, and read by a script of the page tim-kiem.html
 * (templates/web/search.js.mustache), from a server or from a stick. A page from a stick may read
 * no file, but may run one; so each file of the index is a script that calls
 *
 *     loaTim("name", what is in it)
 *
 * and a query asks for the few it needs. They stand in tim/:
 *
 *     goc.js    what is needed first: {v, n, g, cap, over, ages, keys}
 *     k….js     postings; keys has the first letters of what is in each, in order
 *     tu.js     all words, asked for when one was misspelt
 *     v….js     for each g pages what is shown of them: [href, title, label, who, date, state,
 *               summary, text]; the text is abridged, but has every word of the page as long as
 *               there is room
 *
 * Pages are numbered from the newest; those that no longer hold come last, from `over` on; ages are
 * the first pages older than so many days (SEARCH_AGES). So a number says how new a page is, and
 * nothing else has to be read to rank it.
 *
 * Terms are words and pairs of adjacent words, folded (“dang ky”), in the order of their bytes.
 * Numbers are written in 90 characters, d: 0 is “#”, “\” is left out; a number is digits below 45
 * with the last, 45 and more before it, the lowest first. Then
 *
 *     k       = entry*
 *     entry   = d(letters it shares with the term before) rest “!” variant* “~”
 *     variant = d(code) for each of its words (words.h), pages that have it, postings
 *     posting = (pages since the last - 1) × 8 + level
 *
 * Of a variant that more than `cap` pages have, the best `cap` are there: those where it weighs
 * most, of these the newest. A level says how much a term weighs in a page (BM25F over title,
 * headings, summary and text), on a scale of eight (index.c). Filters are entries too, “@k-letter”:
 * how many numbers there are, then in turn how many pages have it not, and have it.
 *
 * A page is stale when what a browser kept of one build meets a file of another: `v`, a fingerprint
 * of the order of pages, stands in every file that has numbers of pages. */
#pragma once

#include "base/digest.h"
#include "base/report.h"
#include "base/value.h"
#include "model/site.h"

typedef struct SearchIndex SearchIndex;

/* What means the same, besides what the site says itself (site->synonyms): each may be NULL. */
typedef struct {
  const Value *synonyms; /* list of lists of texts */
  const Value *lexicon;  /* as of speech: its abbreviations are followed */
} SearchWords;

/* Where an index takes what it needs, when it needs it. `data` is the one below. */
typedef struct {
  /* The source of a document: its own, or one in `*reread`, which is the caller's; NULL after
   * reporting. From any thread. */
  const Source *(*read) (const Document *document, Source **reread, gpointer data, Report *report);
  /* Borrowed until the next call, or the end of the index. From any thread, one at a time. */
  SearchWords (*words) (gpointer data);
  gpointer data;
  const char *kept;    /* the file in which what was met on pages is kept for another index of the
                          same site; or NULL. Borrowed as long as the index. */
  const char *program; /* what makes it: another does not know what is kept */
} SearchSource;

/* Says which files there are; reads nothing. They are made at the first search_index_write(), on
 * `n_threads` threads (0: one per processor); they do not depend on how many. `site` and what
 * `source` needs must outlive it. Never NULL; caller frees. */
SearchIndex *search_index_new (const Site *site, const SearchSource *source, guint n_threads);
void search_index_free (SearchIndex *index); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SearchIndex, search_index_free)

/* What was made is made again when it is asked for: a text has changed. Nobody else may use it
 * meanwhile. */
void search_index_forget (SearchIndex *index);

/* Its files, by number from 0. */
guint search_index_n_files (const SearchIndex *index);
/* From the root of the site; belongs to the index. */
const char *search_index_path (const SearchIndex *index, guint file);
/* The path as above, for all of them: borrowed, and as long as the index. */
const char *const *search_index_paths (const SearchIndex *index);
/* A fingerprint of all it is made from besides what the whole site has in common (site->digest); no
 * text is read for it. From any thread. */
Digest search_index_key (SearchIndex *index, guint file);
/* Appends its bytes; FALSE when a document cannot be read, which was reported at the first call.
 * From any thread. */
gboolean search_index_write (SearchIndex *index, guint file, GString *out, Report *report);
