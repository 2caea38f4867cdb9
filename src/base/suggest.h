/* SPDX-License-Identifier: MIT */
/* “Did you mean …?” */
#pragma once

#include <glib.h>

/* The word of `words` (NULL-terminated) that is nearest to `word`, by edit distance over letters
 * without their marks and case (so “tieu de” finds “tiêu đề”); else the only one of which it is a
 * part, as “từ” is of “từ ngày”. NULL when none is near enough to be meant. */
const char *suggest_word (const char *word, const char *const *words);
