/* SPDX-License-Identifier: MIT */
/* A text cut into runs of letters, runs of digits and single marks: what the recognisers look at.
 */
#pragma once

#include <glib.h>

typedef enum {
  SPEECH_WORD,   /* letters */
  SPEECH_NUMBER, /* ASCII digits */
  SPEECH_MARK,   /* one other character */
} SpeechTokenKind;

/* In the order of how much of it is in capitals; words of both kinds come last. */
typedef enum {
  SHAPE_SMALL,    /* phường */
  SHAPE_CAPITAL,  /* Phường, and a single capital letter */
  SHAPE_CAPITALS, /* PHƯỜNG, UBND: two letters or more */
  SHAPE_MIXED,    /* VNeID, TTg */
} WordShape;

typedef struct {
  guint32 start, end;      /* bytes of the text */
  guint32 hash;            /* of the bytes, for the lexicon */
  gunichar mark;           /* SPEECH_MARK: the character; else 0 */
  guint8 kind;             /* SpeechTokenKind */
  guint8 shape;            /* WordShape, of words */
  guint8 n_letters;        /* of words; 255 is 255 or more */
  guint8 space_before : 1; /* or the start of the text */
  guint8 address : 1;      /* first of a run without spaces that may be an address of the web */
} SpeechToken;

/* Fills `tokens` (SpeechToken) with those of the text, NFC without invisible characters, shorter
 * than 4 GB.
 */
void tokens_cut (GArray *tokens, const char *text, gsize length);

/* The hash a token has, of any bytes (FNV-1a). */
guint32 tokens_hash (const char *bytes, gsize length);

/* White space of Unicode and of ASCII; between two tokens there is nothing else. */
gboolean tokens_is_space (gunichar c);
