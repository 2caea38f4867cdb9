/* SPDX-License-Identifier: MIT */
/* Inline content, and its lines: shaped and broken by Pango.
 *
 * A paragraph is gathered as one text with pieces, each of one style; what is not text (an inline block, a picture, the padding of an inline
 * box) is a piece that stands for one character. Lines depend on nothing but the text, what pieces ask of fonts, and the width; so
 * they are kept, and the same paragraph in the next document costs a look-up. */
#pragma once

#include "render/print/place/font_bank.h"
#include "render/print/place/placed.h"

typedef struct Box Box;

typedef enum {
  PIECE_TEXT,
  PIECE_ATOM,  /* `box`, an inline block or a picture */
  PIECE_OPEN,  /* the left edge of an inline box that has an edge or a ground */
  PIECE_CLOSE, /* its right edge */
  PIECE_ANCHOR, /* where `box`, taken out of the flow, would have stood */
} PieceKind;

typedef struct {
  PieceKind kind;
  guint32 start, end; /* bytes of the text; an anchor has none */
  const Style *style;
  const Element *element;
  PlacedRole role;
  Box *box;
  double width;     /* of what is not text, with its margins */
  double raise;     /* points above the baseline of the line */
  guint decoration; /* mask of Decoration */
  guint other;      /* of PIECE_OPEN and PIECE_CLOSE: the piece that closes or opens it */
} Piece;

typedef struct {
  GString *text; /* as it is shaped: white space collapsed, letters transformed, breaks as U+2028 */
  GArray *pieces; /* Piece, in order */
  const Style *style; /* of the block */
  double indent;      /* points; set before lines are asked for */
  gboolean ends_in_space;
} Inlines;

Inlines *inlines_new (const Style *style);
void inlines_free (Inlines *inlines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Inlines, inlines_free)

/* Adds text as its style wants white space and letters. `like` gives style, element, role, raise and decoration. */
void inlines_add_text (Inlines *inlines, const char *text, gsize length, const Piece *like);
/* Adds a piece that is not text. */
void inlines_add (Inlines *inlines, PieceKind kind, const Piece *like);
/* <br>: the line ends here. */
void inlines_add_break (Inlines *inlines, const Piece *like);
/* After the last piece: white space at the end goes. FALSE when nothing is left to be seen. */
gboolean inlines_finish (Inlines *inlines);

/* Text of one piece on one line. */
typedef struct {
  TextRun run;
  guint piece;
  double x; /* from the start of the line */
} LineRun;

/* Anything else on a line. */
typedef struct {
  guint piece;
  double x;
} LineAtom;

typedef struct {
  guint first_run, n_runs, first_atom, n_atoms; /* in the paragraph */
  double width;       /* without the space at its end */
  gboolean is_last;   /* of the paragraph, or before a forced break */
} Line;

typedef struct {
  GArray *lines; /* Line */
  GArray *runs;  /* LineRun */
  GArray *atoms; /* LineAtom */
  double width;  /* of the widest line */
  double least;  /* of its longest word; < 0 until asked for */
  gunichar missing;     /* a character that no font has; 0 when there is none */
  guint missing_piece;
  gsize cost;    /* bytes, about */
  char *text;
  GArray *glyphs; /* Glyph */
} Paragraph;

/* Paragraphs that were laid out before. One thread's own; belongs to a bank. */
typedef struct Paragraphs Paragraphs;
Paragraphs *paragraphs_new (FontBank *bank);
void paragraphs_free (Paragraphs *paragraphs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paragraphs, paragraphs_free)
/* Forgets paragraphs when they take more than their share of memory. Between documents only: placed pages point to them. */
void paragraphs_trim (Paragraphs *paragraphs);

/* The lines of `inlines` in `width` points; valid until paragraphs_trim(). */
const Paragraph *paragraphs_lines (Paragraphs *paragraphs, const Inlines *inlines, double width);
/* The width of its longest word, and of all of it on one line (per forced break). */
void paragraphs_widths (Paragraphs *paragraphs, const Inlines *inlines, double *least, double *most);
