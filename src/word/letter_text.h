/* SPDX-License-Identifier: MIT */
/* Inside word/: what the parts of a letter are written with (ECMA-376 part 1, 17.3 and 17.4).
 * Lengths are twips: twentieths of a point. */
#pragma once

#include <glib.h>

#define TEXT_WIDTH   9355 /* 165 mm */
#define LEFT_WIDTH   3976 /* 42.5 % */
#define COPIES_WIDTH 4303 /* 46 % */

typedef struct {
  GString *out;
  guint size; /* points */
  gboolean is_bold, is_italic; /* of the inlines at hand */
  gboolean is_one_line;        /* it cannot break anyway: blanks keep their own width */
  gboolean is_first;           /* no block of the body was written yet */
  gboolean is_blank;           /* dots at the end of a text are a line to write on */
  gboolean keeps_next;         /* the block at hand stays with what follows */
  const char *label;           /* “a)”, to stand before the next paragraph */
  GString *notes;              /* children of w:footnotes */
} LetterWriter;

/* `style` is the id of a paragraph style; `more`: children of w:pPr behind it, in the order of the
 * schema, or NULL. */
void letter_open_paragraph (GString *out, const char *style, const char *more);
/* Ends it. */
void letter_close_paragraph (GString *out);
/* Text, as the writer stands: bold, italic. Symbols and short words hold together. */
void letter_run (LetterWriter *writer, const char *text);
/* A paragraph of one run. */
void letter_line (LetterWriter *writer, const char *style, const char *text);
/* An empty paragraph that is exactly as high. */
void letter_gap (GString *out, int height, gboolean keeps_next);

/* How wide a text of `size` points is in Times New Roman: the whole, and its longest word. */
void letter_measure (const char *text, guint size, gboolean is_bold, double *whole, double *word);
/* A rule as long as `share` of a text of that width, in the middle of `inner`, with `height` of
 * room above it. */
void letter_rule (GString *out, guint inner, double width, double share, int height);
