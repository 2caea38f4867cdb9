/* SPDX-License-Identifier: MIT */
/* Automatic numbers as Word prints them: “Điều 3.”, “a)”. */
#pragma once

#include "word/styles.h"

typedef struct WordNumbering WordNumbering;

/* `ooxml` (numbering.xml, or NULL) must outlive it. Caller frees. */
WordNumbering *word_numbering_new (const Ooxml *ooxml);
/* NULL is allowed. */
void word_numbering_free (WordNumbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordNumbering, word_numbering_free)

/* Counts one paragraph of this list on, and returns what stands before it: "-" for any bullet, NULL
 * for no number. `has_passed_d` is set when letters went from d to e. Caller frees. */
char *word_numbering_next (WordNumbering *numbering, const char *list, int level,
                           gboolean *has_passed_d);
