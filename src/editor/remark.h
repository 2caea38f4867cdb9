/* SPDX-License-Identifier: MIT */
/* Inside editor/: how a rule says what it found, and what --fix is to write in its place. */
#pragma once

#include "editor/manuscript.h"
#include "editor/rule.h"

#include <string.h>

/* A change of the file: `length` bytes at `offset` become `text`. */
typedef struct {
  gsize offset, length;
  char *text;       /* owned */
  const char *code; /* of the rule that wants it */
} Edit;

/* A review of one manuscript by all rules. */
typedef struct {
  const Manuscript *manuscript;
  Report *report;
  GArray *edits;        /* Edit; NULL: nobody wants them */
  gboolean errors_only; /* what does not stop a build is not looked for */
} Review;

/* Says that the `length` bytes at `start` of `passage` break the rule `code`. `advice`, or NULL, is
 * copied. */
void remark (const Review *review, const char *code, const Passage *passage, guint start,
             guint length, const char *advice, const char *format, ...) G_GNUC_PRINTF (7, 8);
/* The same, and `right` is what stands there once it is mended; the advice is to write that. */
void remark_fix (const Review *review, const char *code, const Passage *passage, guint start,
                 guint length, const char *right, const char *format, ...) G_GNUC_PRINTF (7, 8);
/* The same of the document as a whole, or of a place of it that is in no passage. */
void remark_at (const Review *review, const char *code, Place place, const char *advice,
                const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Says it of a document that is no longer at hand, of which its path and `line` were kept (NULL:
 * the line is not shown). `text` is translated. */
void remark_line (Report *report, const char *code, const char *path, const char *line, Place place,
                  guint length, const char *advice, const char *text);

/* Bytes of the passage as a new text. */
char *passage_piece (const Passage *passage, guint start, guint length);
/* TRUE when the word is this, in small letters. NULL is no word. */
static inline gboolean
word_is (const Word *word, const char *small)
{
  return word && *word->small == *small && strcmp (word->small, small) == 0;
}
/* TRUE when the word, in small letters, is one of the list, which ends in NULL. */
gboolean word_is_in (const Word *word, const char *const *list);
/* Word `index` of the passage if it follows the one before with one space between; else NULL. */
static inline const Word *
word_after (const Passage *passage, guint index)
{
  return index < passage->n_words && passage->words[index].follows ? &passage->words[index] : NULL;
}
