/* SPDX-License-Identifier: MIT */
/* A text cut into runs of letters, runs of digits and single marks: what the recognisers look at.
 */
#pragma once

#include <glib.h>

typedef enum {
  ATOM_WORD,   /* letters */
  ATOM_NUMBER, /* ASCII digits */
  ATOM_MARK,   /* one other character */
} AtomKind;

typedef enum {
  SHAPE_SMALL,    /* phường */
  SHAPE_CAPITAL,  /* Phường, and a single capital letter */
  SHAPE_CAPITALS, /* PHƯỜNG, UBND: two letters or more */
  SHAPE_MIXED,    /* VNeID, TTg */
} AtomShape;

typedef struct {
  guint32 start, end;      /* bytes of the text */
  guint32 hash;            /* of the bytes, for the lexicon */
  gunichar mark;           /* ATOM_MARK: the character; else 0 */
  guint8 kind;             /* AtomKind */
  guint8 shape;            /* AtomShape, of words */
  guint8 n_letters;        /* of words; 255 is 255 or more */
  guint8 space_before : 1; /* or the start of the text */
  guint8 address : 1;      /* first of a run without spaces that may be an address of the web */
} Atom;

/* Fills `atoms` (Atom) with those of the text, NFC without invisible characters, shorter than 4 GB.
 */
void atoms_cut (GArray *atoms, const char *text, gsize length);

guint32 atoms_hash (const char *bytes, gsize length);

gboolean atoms_is_space (gunichar c);
