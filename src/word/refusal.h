/* SPDX-License-Identifier: MIT */
/* Why a Word file is not taken: a sentence for whoever has it, which says what to do. */
#pragma once

#include <glib.h>

#define WORD_ERROR word_error_quark ()
GQuark word_error_quark (void); /* why a file is not taken; its codes are WordRefusal */

typedef enum {
  WORD_EMPTY,
  WORD_NOT_DOCX,
  WORD_OLD_FORMAT,     /* .doc of Word 97 to 2003 */
  WORD_OPEN_DOCUMENT,  /* .odt */
  WORD_ENCRYPTED,      /* a password is asked for */
  WORD_TOO_LARGE,      /* more entries, bytes or elements than a document has */
  WORD_DAMAGED,        /* cut, or an error of compression */
  WORD_DUPLICATE_PART, /* two parts of one name: programs disagree on which is shown */
  WORD_NO_DOCUMENT,    /* no part that is the text */
  WORD_BAD_MARKUP,     /* XML that is not well-formed */
  WORD_TOO_DEEP,       /* tables within tables without end */
  WORD_DOCTYPE,        /* XML with a document type, which no Word file has */
  N_WORD_REFUSALS
} WordRefusal;

/* "too-large": for programs. */
const char *word_refusal_id (WordRefusal refusal);
/* Sets `error` to the sentence that goes with it; returns FALSE. */
gboolean word_refuse (GError **error, WordRefusal refusal);
