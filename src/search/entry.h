/* SPDX-License-Identifier: MIT */
/* Inside search/: what can be found, the pages of documents and of offices, and what of each is
 * looked at and shown. */
#pragma once

#include "model/site.h"
#include "search/gather.h"
#include "search/search.h"

typedef struct {
  const Document *document; /* NULL: the page of an office */
  const Office *office;     /* who issues it, or whose page it is */
  gboolean is_over;         /* expired, replaced, closed: found behind the others */
  Date date;                /* by which it is sorted; of those without one a guess */
  const char *former;       /* of an office: names of the units it took over, or NULL; owned */
} Entry;

/* All of the site: those that hold first, the newest first; by path where all else is the same. A
 * GArray of Entry; caller unrefs. */
GArray *entries_new (const Site *site);

/* What a text is made of besides its words. */
typedef struct {
  guint n_words;       /* of the text */
  guint n_title_words; /* of the title */
} EntrySize;

/* Gives the words of an entry to `gatherer`, in the places they stand in; its page is not ended.
 * Appends its text without marks, a block to a line and abridged, to `shown`. `source` is that of
 * its document, or NULL. */
EntrySize entry_gather (const Site *site, const Entry *entry, const Source *source,
                        Gatherer *gatherer, GString *shown);
/* From the root of the site. Caller frees. */
char *entry_href (const Entry *entry);
const char *entry_title (const Entry *entry); /* borrowed */
/* What stands below the title when nothing of the text does; NULL when there is none. Caller frees.
 */
char *entry_summary (const Site *site, const Entry *entry);
/* “Hướng dẫn”, “Kế hoạch”, “Guide”, “Cơ quan”. Caller frees. */
char *entry_label (const Site *site, const Entry *entry);
