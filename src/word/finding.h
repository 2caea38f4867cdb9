/* SPDX-License-Identifier: MIT */
/* What an import could not know, left out or changed. Nothing of it is an error of the file; all of
 * it is to be looked at before the text is published. */
#pragma once

#include "base/arena.h"

typedef enum {
  FINDING_NUMBER_MISSING,
  FINDING_DAY_MISSING,
  FINDING_SUBJECT_MISSING,
  FINDING_SIGNER_MISSING,
  FINDING_OFFICE_UNKNOWN,
  FINDING_KIND_GUESSED,
  FINDING_TRACKED_CHANGES,
  FINDING_COMMENTS,
  FINDING_HIDDEN_TEXT,
  FINDING_TEXT_BOX,
  FINDING_FOOTNOTE,
  FINDING_LEGACY_CONVERTED,
  FINDING_LEGACY_UNKNOWN,
  FINDING_SYMBOL_UNKNOWN,
  FINDING_LETTERS_WITHOUT_DD,
  FINDING_TABLE_MERGED,
  FINDING_TABLE_NESTED,
  FINDING_PICTURE_NO_ALT,
  FINDING_PICTURE_FORMAT,
  FINDING_PICTURE_MISSING,
  FINDING_PICTURE_EXTERNAL,
  FINDING_COPY_MARK,
  FINDING_SEAL,
  FINDING_LINK,
  FINDING_FIELD,
  FINDING_OBJECT,
  FINDING_EQUATION,
  FINDING_MACROS,
  FINDING_PERSONAL_DATA,
  N_FINDINGS
} FindingCode;

typedef struct {
  FindingCode code;
  guint paragraph;    /* from 1, of those with text; 0: the whole file */
  const char *words;  /* the first of that paragraph, or NULL */
  const char *detail; /* what it is about, or NULL */
} Finding;

/* "office-unknown": for programs. */
const char *finding_id (FindingCode code);
/* What is so, and what to do about it; in the language of the user. */
const char *finding_sentence (FindingCode code);
const char *finding_advice (FindingCode code); /* the same of the second half */

/* Adds one to `findings`, an array of Finding; texts are copied into the arena. `words` is cut to
 * its beginning. */
void finding_add (GArray *findings, Arena *arena, FindingCode code, guint paragraph,
                  const char *words, const char *detail);
/* TRUE when one of this code is among them. */
gboolean finding_is_among (const GArray *findings, FindingCode code);
