/* SPDX-License-Identifier: MIT */
/* The lines of inline content: shaped and broken by Pango.
 *
 * They depend on nothing but the text, what its items ask of fonts, and the width; so they are
 * kept, and the same paragraph in the next document costs a look-up. */
#pragma once

#include "print/place/font_bank.h"
#include "print/place/inlines.h"

/* Text of one item on one line. */
typedef struct {
  TextRun run;
  guint item;
  double x; /* from the start of the line */
} LineRun;

/* Anything else on a line. */
typedef struct {
  guint item;
  double x;
} LineItem;

typedef struct {
  guint first_run, n_runs, first_item, n_items; /* in the paragraph */
  double width;                                 /* without the space at its end */
  gboolean is_last;                             /* of the paragraph, or before a forced break */
} Line;

/* A character that no font has. */
typedef struct {
  gunichar letter;
  guint item;
  gboolean is_pictograph; /* it is left out; anything else is shown as a box */
} Missing;

typedef struct {
  Line *lines;
  LineRun *runs;
  LineItem *items;
  guint n_lines, n_runs, n_items;
  guint n_keys;       /* that it is kept under */
  double width;       /* of the widest line */
  double min_content; /* of its longest word; < 0 until asked for */
  GArray *missing;    /* Missing, each character once; or NULL */
  gpointer content;   /* the block that all of these stand in, with their glyphs and the text; NULL:
                         it was measured, and has widths alone */
} Paragraph;

/* Paragraphs that were laid out before. One thread's own; belongs to a bank. */
typedef struct Paragraphs Paragraphs;
/* `bank` outlives it. The caller frees it. */
Paragraphs *paragraphs_new (FontBank *bank);
/* NULL is allowed. */
void paragraphs_free (Paragraphs *paragraphs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paragraphs, paragraphs_free)
/* Forgets paragraphs when they take more than their share of memory. Between documents only: placed
 * pages point to them. */
void paragraphs_trim (Paragraphs *paragraphs);

/* The lines of `inlines` in `width` points; valid until paragraphs_trim(). */
const Paragraph *paragraphs_lines (Paragraphs *paragraphs, const Inlines *inlines, double width);
/* The width of its longest word, and of all of it on one line (per forced break). */
void paragraphs_widths (Paragraphs *paragraphs, const Inlines *inlines, double *min_content,
                        double *max_content);
