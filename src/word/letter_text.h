/* SPDX-License-Identifier: MIT */
/* Inside word/: what the parts of a letter are written with (ECMA-376 part 1, 17.3 and 17.4).
 * Lengths are twips: twentieths of a point. */
#pragma once

#include "word/letter.h"

#include <glib.h>

#define TEXT_WIDTH   9355  /* 165 mm */
#define WIDE_WIDTH   14287 /* 252 mm: of a page that lies on its side */
#define LEFT_WIDTH   3976  /* 42.5 % */
#define COPIES_WIDTH 4303  /* 46 % */

#define ABOVE_BY_STYLE (-1)
#define ABOVE_BODY     340 /* 6 mm: its first block stands apart */

/* Contents: what is listed, and how far the text has come to it. */
typedef struct {
  const Value *entries; /* NULL: nothing is */
  guint n_found;        /* of these in the text so far */
  guint first;          /* the bookmark of the first, those of the others follow */
} LetterListing;

typedef struct {
  GString *out;
  guint size;                  /* points */
  gboolean is_bold, is_italic; /* of the inlines at hand */
  gboolean has_italic_style;   /* the paragraph at hand */
  gboolean is_one_line;        /* it cannot break anyway: blanks keep their own width */
  int above;                   /* the next block; ABOVE_BY_STYLE: as its style says */
  gboolean is_blank;           /* dots at the end of a text are a line to write on */
  gboolean keeps_next;         /* the block at hand stays with what follows */
  const char *label;           /* “a)”, to stand before the next paragraph */
  GString *notes;              /* children of w:footnotes */
  const LetterLines *lines;
  GPtrArray *pictures;    /* GBytes, owned, in their order */
  guint width;            /* of the text of a page of the section at hand */
  gboolean goes_on;       /* its pages are counted on from those before it */
  LetterListing whole;    /* contents of the letter with its appendices */
  LetterListing own;      /* of the text at hand that is issued with it */
  LetterListing *listing; /* that of the blocks at hand */
  guint n_bookmarks;      /* so far */
  guint n_appendices;     /* so far */
  guint n_tables;         /* so far */
  guint part;             /* bookmark around the text that `own` lists; 0: none is open */
  guint n_sections;       /* so far */
  gboolean turns_wide;    /* the next block stands on a page that lies on its side */
} LetterWriter;

/* Text, as the writer stands: bold, italic. Symbols and short words hold together. */
void letter_run (LetterWriter *writer, const char *text);
/* A paragraph of one run. */
void letter_line (LetterWriter *writer, const char *style, const char *text);
/* An empty paragraph that is exactly as high. */
void letter_gap (GString *out, int height, gboolean keeps_next);

/* How wide a text of `size` points is in Times New Roman, on one line. */
double letter_measure (const char *text, guint size, gboolean is_bold);
/* A rule as long as `share` of a text of that width, in the middle of `inner`, with `height` of
 * room above it. */
void letter_rule (GString *out, guint inner, double width, double share, int height);
