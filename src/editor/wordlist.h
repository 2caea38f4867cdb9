/* SPDX-License-Identifier: MIT */
/* What an editor knows of words: pairs of syllables that belong together, pairs that are written
 * for others, names, and the names of this site. Constant once made; threads share it. */
#pragma once

#include "editor/manuscript.h"

typedef struct Wordlist Wordlist;

/* With the names of the site: its offices, localities, campaigns, data and lexicon. Caller frees.
 */
Wordlist *wordlist_new (const Site *site);
/* NULL is allowed. */
void wordlist_free (Wordlist *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wordlist, wordlist_free)

/* TRUE when the pair is a word of ours. */
gboolean wordlist_has_pair (const Wordlist *list, const Word *first, const Word *second);
/* The word of ours that differs from the pair in the marks of one syllable alone, or, where neither
 * has any, in those of both; NULL when there is none. Constant. */
const char *wordlist_near_pair (const Wordlist *list, const Word *first, const Word *second);
/* What is meant by a pair that is written for another; NULL when it is none of those. Constant. */
const char *wordlist_confused (const Wordlist *list, const Word *first, const Word *second);
/* TRUE when the word (in small letters) is part of a name of the site, or a loan everybody knows.
 */
gboolean wordlist_knows (const Wordlist *list, const char *small);
/* The name as its owner writes it that `text` is a slip of; NULL when it is none, or right. */
const char *wordlist_brand (const Wordlist *list, const char *text, gsize length);
/* TRUE for a syllable that is said somewhere, by its key (Word). */
gboolean wordlist_has_syllable (const Wordlist *list, const char *key);
/* TRUE for a word that stands between any others: “của”, “đang”. */
gboolean wordlist_is_particle (const Wordlist *list, const char *small);
/* TRUE when what lies between the marks of the word is one of the site's own entries. */
gboolean wordlist_in_lexicon (const Wordlist *list, const char *written);
