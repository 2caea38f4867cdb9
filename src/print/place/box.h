/* SPDX-License-Identifier: MIT */
/* Boxes: what CSS makes of elements (CSS 2.2, 9.2). Built from a page once, then given their places
 * by layout.h.
 *
 * Every block that has text gets its lines in a box of their own (BOX_LINES), so that no box holds
 * both lines and blocks. */
#pragma once

#include "print/place/paragraph.h"

typedef enum {
  BOX_FLOW,  /* its children stand one below the other */
  BOX_LINES, /* inline content; only text properties of its style count */
  BOX_FLEX,
  BOX_TABLE, /* children: row groups */
  BOX_ROWS,  /* a row group; children: rows */
  BOX_ROW,   /* children: cells, which are BOX_FLOW */
  BOX_PICTURE,
} BoxKind;

/* Margins that meet: the largest and the most negative one. CSS 2.2, 8.3.1. */
typedef struct {
  double positive, negative;
} Strut;

/* A line with its height. */
typedef struct {
  const Line *line;
  double top, height; /* from the top of its box */
  double baseline;    /* from the top of its box */
  double x;           /* of its start */
} LineBox;

/* A stretch of the flow of a box with columns, and where it stands. */
typedef struct {
  double start, end; /* of the flow */
  double x, y;       /* where `start` goes, from the border box */
} ColumnPart;

struct Box {
  BoxKind kind;
  PlacedRole role;
  const Style *style;
  const Element *element; /* NULL: only the root's own */
  Box *parent, *next, *first, *last;

  gboolean has_widths;
  double least, most; /* border-box widths: its longest word, all on one line; once has_widths */

  /* Set by layout; points. */
  double x, y, width, height; /* border box, from the border box of the parent (of the container
                                 when out of the flow) */
  double margin[N_SIDES], padding[N_SIDES];
  Strut before, after; /* margins that may still meet others */
  gboolean is_hollow;  /* nothing keeps its margins apart */

  /* BOX_LINES */
  Inlines *inlines;
  const Paragraph *paragraph;
  LineBox *lines;
  guint n_lines, room_for_lines;

  /* BOX_PICTURE; owned by the placement */
  const Image *image;
  const Drawing *drawing;

  Box *marker;          /* of a list item: BOX_LINES, or NULL */
  GPtrArray *outsiders; /* boxes out of the flow that this one contains; or NULL */
  double static_x,
    static_y; /* of a box out of the flow: where it would have stood, in its parent */

  guint column, column_span, row_span; /* of a cell */
  GArray *column_parts;                /* ColumnPart; of a box with columns */
  GArray *column_widths;               /* Length; of a table: what its <col>s ask; or NULL */
  double head_height;                  /* of a table: its header, repeated on each page; 0: none */
};

typedef struct BoxTree {
  Arena *arena;
  Box *root;          /* of <body>, or the root element */
  GPtrArray *inlines; /* all of them, for giving back */
  GPtrArray *spare;   /* where to; the typesetter's, or NULL */
  GPtrArray *arrays;  /* GArray, likewise */
  GPtrArray *lists;   /* GPtrArray, likewise */
  GPtrArray *
    on_pages; /* boxes fixed on every page, or on the page area (absolute): outsiders of the root */
} BoxTree;

typedef struct {
  const Markup *markup;
  const Source *source;
  Styler *styler;
  const PrintFiles *files;
  PathStore *paths;
  GPtrArray *spare;     /* Inlines of the pages before, or NULL */
  Placement *placement; /* takes the images and drawings */
  Report *report;
} BoxSources;

BoxTree *box_tree_new (const BoxSources *sources);
void box_tree_free (BoxTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BoxTree, box_tree_free)

/* Takes part in the flow of its parent: neither absolute nor fixed. */
static inline gboolean
box_is_outside (const Box *box)
{
  return box->style->position == POSITION_ABSOLUTE || box->style->position == POSITION_FIXED;
}

double box_edge (const Box *box, Side side); /* border and padding of a side */
double strut_value (Strut strut);
void strut_add (Strut *strut, double margin);
void strut_join (Strut *strut, Strut other);
