/* SPDX-License-Identifier: MIT */
/* Inside editor/: syllables, pairs of them, names, words that stand twice. */
#pragma once

#include "editor/remark.h"
#include "editor/spelling.h"

/* Finds what the letters of a word say (SpellingJudge); for texts in Vietnamese. */
void words_judge (const Wordlist *list, const char *text, Word *word);
/* Looks at every passage people read, and at how they agree with each other. */
void words_read (const Review *review, const Wordlist *list);
/* Only looks for letters of other alphabets, which stop a build. */
void alphabets_read (const Review *review);
