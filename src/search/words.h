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
} FoldedWord;

/* Words that were met, numbered from 0. One thread's own. */
typedef struct Words Words;

Words *words_new (void);        /* empty; caller frees */
void words_free (Words *words); /* with its words; NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Words, words_free)

/* How many were met. */
guint words_count (const Words *words);
const FoldedWord *words_get (const Words *words, guint index); /* belongs to `words` */

/* A word where it stands in a text. */
typedef struct {
  const char *text; /* borrowed */
  guint32 index;
  guint8 length; /* bytes */
  guint8
    follows;   /* TRUE: nothing parts it from the word before it, no end of a sentence or block */
  guint8 mark; /* for whoever reads them: 0 at first */
} WordSpot;

/* The words of `text`, in order; `spots` has room for as many as there are bytes. Returns how many
 * there are. */
guint words_split (Words *words, const char *text, gsize length, WordSpot *spots);
/* The number of a word as another has it, folded and with its code. */
guint words_learn (Words *words, const char *fold, guint8 code);
/* The same word from its letters, as words_split() has it. */
guint words_index (Words *words, const char *text, gsize length);
