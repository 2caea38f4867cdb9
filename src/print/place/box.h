/* SPDX-License-Identifier: MIT */
/* Boxes: what CSS makes of elements (CSS 2.2, 9.2). Built from a page once, then given their places
 * by layout.h.
 *
 * Every block that has text gets its lines in a box of their own (BOX_INLINE), so that no box holds
 * both lines and blocks. */
#pragma once

#include "print/place/paragraph.h"
#include "print/place/targets.h"
#include "print/read/drawing_store.h"
#include "print/read/fault.h"

typedef enum {
  BOX_BLOCK,  /* its children stand one below the other */
  BOX_INLINE, /* inline content; only text properties of its style count */
  BOX_FLEX,
  BOX_TABLE,     /* children: row groups */
  BOX_ROW_GROUP, /* a row group; children: rows */
  BOX_ROW,       /* children: cells, which are BOX_BLOCK */
  BOX_REPLACED,
} BoxKind;

/* Adjoining margins, which collapse into one (CSS 2.2, 8.3.1): the largest and the most negative.
 */
typedef struct {
  double positive, negative;
} CollapsingMargin;

/* A line with its height. */
typedef struct {
  const Line *line;
  double top, height; /* from the top of its box */
  double baseline;    /* from the top of its box */
  double x;           /* of its start */
} LineBox;

/* A stretch of the content of a cell that goes over to the next page, and the piece of its border
 * box there. */
typedef struct {
  double start; /* of the content, from the border box */
  guint page;
  double y;           /* on the page: where `start` goes */
  double top, bottom; /* on the page: of the piece */
  const Box *header;  /* the table within whose header stands above `y` once more; or NULL */
} CellPart;

/* A stretch of the flow of a box with columns, and where it stands. */
typedef struct {
  double start, end; /* of the flow */
  double x, y;       /* where `start` goes, from the border box */
} ColumnPart;

/* A long table has a hundred thousand boxes: what only some have is in bits, or stands by kind. */
struct Box {
  BoxKind kind : 8;
  PlacedRole role : 8;
  guint is_field : 1; /* it is placed, though it may look like nothing */
  guint has_widths : 1;
  guint collapses_through : 1; /* by layout: its own margins are adjoining (CSS 2.2, 8.3.1) */
  guint is_table_wrapper : 1;  /* around a table and its caption: as wide as the table */
  guint note_page; /* of a footnote: the index of its page; its y is from the first of that page */
  const Style *style;
  const Element *element; /* NULL: only the root's own */
  Box *parent, *next, *first, *last;

  double min_content,
    max_content; /* border-box widths: its longest word, all on one line; once has_widths */

  /* Set by layout; points. */
  double x, y, width, height; /* border box, from the border box of the parent (of the container
                                 when out of the flow) */
  double margin[N_SIDES], padding[N_SIDES];
  CollapsingMargin before, after; /* margins that may still meet others */

  union {
    struct {               /* BOX_BLOCK */
      double aligned;      /* of a cell: how far its content was moved down */
      double wrapper_room; /* of a table's wrapper: what the table has room for */
      double table_width;  /* and how wide it is */
      guint column;        /* of a cell */
      guint16 column_span, row_span;
    };
    struct { /* BOX_INLINE */
      Inlines *inlines;
      const Paragraph *paragraph;
      LineBox *lines;
      guint n_lines, room_for_lines;
    };
    struct { /* BOX_REPLACED; owned by the placement */
      const Image *image;
      const Drawing *drawing;
    };
    struct {                 /* BOX_TABLE */
      GArray *column_widths; /* Length: what its <col>s ask; or NULL */
      gboolean
        resolves_borders;   /* borders of several widths meet, each in the middle of its place */
      double header_height; /* of its header, repeated on each page; 0: none is */
      double footer_height; /* the same of its footer */
    };
  };

  Box *marker;            /* of a list item: BOX_INLINE, or NULL */
  GPtrArray *out_of_flow; /* boxes out of the flow that this one contains; or NULL */
  double static_x,
    static_y;           /* of a box out of the flow: where it would have stood, in its parent */
  GArray *column_parts; /* ColumnPart; of a box with columns */
  GArray *cell_parts;   /* CellPart; of a cell, or an item of a flex row, that was cut; or NULL */
};

typedef struct BoxTree {
  Arena *arena;
  Box *root;            /* of <body>, or the root element */
  GPtrArray *spare;     /* Inlines to gather text in; the typesetter's, or NULL */
  GPtrArray *arrays;    /* GArray, owned: those of its boxes */
  GPtrArray *lists;     /* GPtrArray, likewise */
  GPtrArray *footnotes; /* Box, in document order */
  GPtrArray *on_pages; /* boxes fixed on every page, or on the page area (absolute): out of the flow
                          of the root */
} BoxTree;

typedef struct {
  const Markup *markup;
  Styler *styler;
  const PrintFiles *files;
  PathStore *paths;
  DrawingStore *drawings; /* those that are files; NULL: they are errors */
  GPtrArray *spare;       /* Inlines to gather text in, one thread's; or NULL */
  Placement *placement;   /* takes the images and drawings */
  Targets *targets;       /* the pages that content asks for */
  Faults faults;
} BoxSources;

/* Builds the boxes of the page (CSS 2.2, 9.2; 17.2.1 for tables). Never NULL: what cannot be shown
 * is reported and left out. The caller frees it, before what `sources` names. */
BoxTree *box_tree_new (const BoxSources *sources);
/* NULL is allowed. */
void box_tree_free (BoxTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BoxTree, box_tree_free)

/* Absolute, fixed or a footnote: it takes no part in the flow of its parent (CSS 2.2, 9.3.1). */
static inline gboolean
style_is_out_of_flow (const Style *style)
{
  return style->position == POSITION_ABSOLUTE || style->position == POSITION_FIXED
         || style->is_footnote;
}

static inline gboolean
box_is_out_of_flow (const Box *box)
{
  return style_is_out_of_flow (box->style);
}

/* TRUE when a box out of the flow stands below the top of the box it is placed in, and does not
 * hang out of it at the foot: then it goes where that part of the box goes. */
static inline gboolean
box_is_within (const Box *child, const Box *box)
{
  return child->y > 0 && child->y + child->height <= box->height;
}

double box_edge (const Box *box, Side side); /* border and padding of a side */
/* What they come to, in points. */
double collapsing_margin_value (CollapsingMargin collapsing);
/* One more margin is adjoining; or all those of `other`. */
void collapsing_margin_add (CollapsingMargin *collapsing, double margin);
/* All those of `other` are adjoining, too. */
void collapsing_margin_join (CollapsingMargin *collapsing, CollapsingMargin other);
