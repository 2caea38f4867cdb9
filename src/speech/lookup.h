/* SPDX-License-Identifier: MIT */
/* What the lexicon knows about the text at some token: the longest entry that fits. */
#pragma once

#include "speech/saying.h"

/* An entry with a unit; NULL when there is none. */
const LexiconEntry *lookup_unit (const Saying *saying, int at);
/* An entry that can be said by itself or in some context. */
const LexiconEntry *lookup_word (const Saying *saying, int at);
/* An entry of exactly the tokens from … to-1, of any use. */
const LexiconEntry *lookup_exact (const Saying *saying, int from, int to);

/* What to say for `entry`, which stands at `at`, by the neighbours; NULL when they do not decide.
 */
const char *lookup_choose (const Saying *saying, int at, const LexiconEntry *entry);
