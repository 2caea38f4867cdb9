/* SPDX-License-Identifier: MIT */
/* Inside search/: the words of a text as a search knows them. A word is a run of letters or one of
 * digits; it is known by its letters without marks, and by a code of what the marks were. The code
 * says which marks there are, not where, so “hòa” and “hoà” are one word, and a search without
 * marks finds all that fold alike.
 *
 * The script of the page (templates/web/search.js) does the same with what is typed; what is
 * changed here is changed there. */
#pragma once

#include <glib.h>

/* Code of a word: tone + 6 × (vowel mark + 4 × (it has a đ)). Tones: none, huyền, sắc, hỏi, ngã,
 * nặng; vowel marks: none, mũ (â ê ô), móc (ơ ư), trăng (ă). */
#define WORD_CODES 48

typedef struct {
  const char *fold; /* “dang”; a number without the zeros before it */
  guint8 code;
  gboolean is_number;
} Word;

/* Words that were met, numbered from 0. One thread's own. */
typedef struct Words Words;

Words *words_new (void);      /* empty; caller frees */
void words_free (Words *words); /* with its words; NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Words, words_free)

/* How many were met. */
guint words_count (const Words *words);
const Word *words_get (const Words *words, guint index); /* belongs to `words` */

/* What follows a word: nothing that parts a phrase, or the end of a sentence or block. */
typedef enum { WORD_GOES_ON, WORD_ENDS } WordEnd;

/* The next word at or behind `at`; FALSE when there is none before `end`. `at` becomes what is
 * behind it, `start` where it begins. `before` says what stood in front of it. */
gboolean words_next (Words *words, const char **at, const char *end, guint *index,
                     const char **start, WordEnd *before);
/* The same word from its letters, as words_next() has it. */
guint words_index (Words *words, const char *text, gsize length);
