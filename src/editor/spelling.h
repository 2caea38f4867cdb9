/* SPDX-License-Identifier: MIT */
/* Inside editor/: words as they are wherever they stand. A text has few words and has each of them
 * often, so what follows from the letters alone is found out once for each. */
#pragma once

#include "editor/wordlist.h"

/* What a rule finds in the letters of `text`, which are those of `word`; it sets `number`, `traits`
 * and `style`. */
typedef void (*SpellingJudge) (const Wordlist *list, const char *text, Word *word);

/* For one thread at a time. `list`, which is borrowed, and `judge` may be NULL: then nothing is
 * found in the letters. Caller frees. */
Spellings *spellings_new (const Wordlist *list, SpellingJudge judge);
/* With all words it gave. */
void spellings_free (Spellings *spellings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Spellings, spellings_free)

/* The word of these letters; where it stands is left to the caller. Its texts stay until the next
 * call of spellings_begin(). */
Word spellings_word (Spellings *spellings, const char *text, gsize length);
/* Before each manuscript: forgets all words when they are too many to be kept. */
void spellings_begin (Spellings *spellings);
