/* SPDX-License-Identifier: MIT */
/* Inside search/: words that mean the same, so that who asks for one finds the other: “heo” and
 * “lợn”, “CCCD” and “căn cước công dân”. They are followed when the index is made: a text that has
 * one is found by the others, and a query needs no list. */
#pragma once

#include "base/value.h"
#include "search/words.h"

/* The groups, as texts; constant once they are made, and shared by threads. */
typedef struct Synonyms Synonyms;

/* Empty. Caller frees. */
Synonyms *synonyms_new (void);
void synonyms_free (Synonyms *synonyms); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Synonyms, synonyms_free)

/* Texts that mean the same, ended by NULL. Copies. */
void synonyms_add (Synonyms *synonyms, const char *const *texts);
/* A list of lists of texts; other values are passed over. NULL is allowed. */
void synonyms_add_lists (Synonyms *synonyms, const Value *lists);
/* The abbreviations of a lexicon (docs/content.md): entries in capitals that are the first letters
 * of what is said for them. NULL is allowed. */
void synonyms_add_lexicon (Synonyms *synonyms, const Value *lexicon);

/* One of a group, as words of the thread that looks for it. */
typedef struct {
  const guint *words; /* indices */
  guint n;
  gboolean is_abbreviation; /* counts only where it stands in capitals */
  guint group;
  guint number; /* among all of the finder, from 0 */
} Synonym;

/* The groups as words of one thread, to look them up in its texts. */
typedef struct SynonymFinder SynonymFinder;
/* `synonyms` and `words` must outlive it. Caller frees. */
SynonymFinder *synonym_finder_new (const Synonyms *synonyms, Words *words);
void synonym_finder_free (SynonymFinder *finder); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynonymFinder, synonym_finder_free)

/* How many there are in all. */
guint synonym_count (const SynonymFinder *finder);
/* Those of a group, itself among them, one behind the other; `n` becomes their number. They belong
 * to the finder. */
const Synonym *synonym_group (const SynonymFinder *finder, guint group, guint *n);

/* Whether the word is one, */
gboolean synonym_is_word (const SynonymFinder *finder, guint word);
/* and whether one starts with these two. */
gboolean synonym_starts (const SynonymFinder *finder, guint first, guint second);

typedef void (*SynonymFound) (gpointer data, const Synonym *synonym);
/* Calls `found` for each that stands at the start of `words`, `n` of them, and goes on from one to
 * the next of its own. There is none where neither of the above says so. */
void synonym_find (const SynonymFinder *finder, const WordSpot *words, guint n, SynonymFound found,
                   gpointer data);
