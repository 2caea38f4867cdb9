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

/* How one syllable became another. */
typedef enum {
  SLIP_MARKS,  /* the same letters with other marks */
  SLIP_SOUND,  /* a sound that is one with another in some part of the country */
  SLIP_LETTER, /* a letter too many, too few, or two that changed places */
} SlipKind;

/* A syllable that another may be written for. */
typedef struct {
  guint16 number;
  guint8 kind; /* SlipKind */
} Slip;

/* The number of a syllable, by its key (Word); 0: it is in no list. */
guint wordlist_number (const Wordlist *list, const char *key);
/* As it is written; constant. */
const char *wordlist_written (const Wordlist *list, guint number);
/* Beside how many others it stands: few for one that lives in a word or two. 0 is none. */
guint wordlist_n_partners (const Wordlist *list, guint number);
/* TRUE for a thing or a doing of every day, which may stand between any others. */
gboolean wordlist_stands_alone (const Wordlist *list, guint number);
/* TRUE when the pair is a word of ours. */
gboolean wordlist_has_pair (const Wordlist *list, guint first, guint second);
/* TRUE when it is one that texts of offices have on every page. */
gboolean wordlist_has_common (const Wordlist *list, guint first, guint second);
/* What the syllable may have been before somebody slipped, `n` of them. Constant; any thread may
 * ask. */
const Slip *wordlist_slips (const Wordlist *list, guint number, guint *n);
/* Finds the two syllables that are a word of ours and that this pair is without any marks. */
gboolean wordlist_without_marks (const Wordlist *list, guint first, guint second, guint meant[2]);
/* The most common syllable that a key that is none may be a slip of the fingers for; 0: none. */
guint wordlist_misspelt (const Wordlist *list, const char *key);
/* What is meant by a pair that is written for another; NULL when it is none of those. Constant. */
const char *wordlist_confused (const Wordlist *list, guint first, guint second);
/* TRUE when the word (in small letters) is part of a name of the site, or a loan everybody knows.
 */
gboolean wordlist_knows (const Wordlist *list, const char *small);
/* The name as its owner writes it that `text` is a slip of; NULL when it is none, or right. */
const char *wordlist_brand (const Wordlist *list, const char *text, gsize length);
/* TRUE for a syllable that is said somewhere, by its key (Word). */
gboolean wordlist_has_syllable (const Wordlist *list, const char *key);
/* TRUE for a word that stands between any others: “của”, “đang”. */
gboolean wordlist_is_particle (const Wordlist *list, const char *small);
/* The same of a syllable, as it is written. */
gboolean wordlist_is_particle_at (const Wordlist *list, guint number);
/* TRUE when what lies between the marks of the word is one of the site's own entries. */
gboolean wordlist_in_lexicon (const Wordlist *list, const char *written);
