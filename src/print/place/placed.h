/* SPDX-License-Identifier: MIT */
/* Placed pages: what stands where, in points (1/72 inch) from the top left corner of the trimmed
 * page, y downwards. The placer makes them, the painter and `loa typeset --boxes` read them.
 *
 * The items of a page are in document order, which is the order of painting and of reading;
 * artifacts (backgrounds without meaning, margin boxes, watermarks) are marked as such. */
#pragma once

#include "print/place/corners.h"
#include "print/place/face.h"
#include "print/read/drawing.h"
#include "print/read/element.h"
#include "print/read/image.h"
#include "print/style/style.h"

typedef struct {
  guint32 id;   /* in the face; glyph ids are kept in the PDF */
  guint32 text; /* byte of the run's text at which its cluster starts */
  float x, y;   /* its origin, from the run's origin; y upwards as in fonts. A long document is made
                   of these, and a millionth of a line is near enough */
  double advance; /* to the next glyph's origin */
} Glyph;

/* Glyphs of one face, size and colour on one line, left to right. Constant and shared: the same
 * paragraph may stand on many pages. */
struct TextRun {
  Face *face;
  double size; /* points */
  Colour colour;
  const Glyph *glyphs;
  guint n_glyphs;
  const char *text; /* what it says, as in the source, UTF-8 NFC; at the end of a line its spaces
                       and U+2028 for a forced break included */
  gsize length;     /* bytes */
  double width;
  guint decoration; /* mask of Decoration */
  guint64 number;   /* of one FontBank: never of two runs that differ; 0: it has none */
};

typedef enum { PLACED_BOX, PLACED_TEXT, PLACED_IMAGE, PLACED_DRAWING } PlacedKind;

typedef enum {
  ROLE_CONTENT,  /* belongs to its element */
  ROLE_MARKER,   /* the label of the list item that is its element */
  ROLE_ARTIFACT, /* an artifact of the page */
} PlacedRole;

/* A box with round corners beyond which some items of a page are not seen. */
typedef struct {
  double x, y, width, height;
  Corners corners;
  double rotation, pivot_x, pivot_y; /* as of an item */
  guint outer;                       /* the clip that this one lies in; 0: none */
} Clip;

typedef struct {
  PlacedKind kind : 8;
  PlacedRole role : 8;
  guint clip;                 /* number of the clip of its page, from 1; 0: all of it is seen */
  const Element *element;     /* the innermost element it belongs to; NULL for margin boxes */
  double x, y, width, height; /* box: its border box; text: from the top to the bottom of its line;
                                 others: the picture */
  double rotation;            /* degrees clockwise around (pivot_x, pivot_y) */
  double pivot_x, pivot_y;
  union {
    struct {
      const Style *style; /* background, borders, radius */
      /* Cut by the end of a page, or of a line: no border on that side. Bits, as there are many. */
      guint is_open_top : 1, is_open_bottom : 1, is_open_left : 1, is_open_right : 1;
    } box;
    struct {
      const TextRun *run;
      double baseline; /* y */
    } text;
    const Image *image;
    const Drawing *drawing;
  };
} Placed;

typedef struct {
  PageStyle style;
  guint number;         /* what counter(page) says: it starts anew with a counter-reset */
  gboolean is_overfull; /* something reaches beyond the lower edge of its area */
  GArray *items;        /* Placed */
  GArray *clips;        /* Clip; or NULL */
} PlacedPage;

/* What is seen of something on a page, or on an area of it. */
typedef struct {
  double left, top, right, bottom;
} VisibleArea;
/* The smallest upright box that has all that clip `number` shows; without a clip it has no end. */
VisibleArea placed_page_visible (const PlacedPage *page, guint number);

/* Text that is wider than the box it stands in. */
typedef struct {
  const Element *element;
  const TextRun *run; /* the first of the line; NULL: it begins with something else */
  double by;          /* points */
  guint page;         /* index */
} WideLine;

/* Text that its box hides (overflow: hidden), as a whole or in part. */
typedef struct {
  const Element *element;
  const TextRun *run;
  double by;  /* points that are not seen */
  guint page; /* index */
} HiddenText;

/* A table that is wider than its place; with the classes (--fit) by which it, and the elements
 * around it, may be set in another way, from inside out. */
#define MOST_FITTING 4
typedef struct {
  const Element *element;
  double width, place; /* points */
  guint n_fitting;
  struct {
    const Element *element;
    const char *classes; /* interned */
  } fitting[MOST_FITTING];
} WideTable;

/* The document, placed. It owns its pages and what they point to, except what belongs to the
 * markup, the styler and the caches of the typesetter, all of which must outlive it. */
typedef struct {
  GPtrArray *pages;             /* PlacedPage, owned */
  GArray *wide_lines;           /* WideLine */
  GArray *hidden_texts;         /* HiddenText */
  GArray *wide_tables;          /* WideTable, in document order */
  GPtrArray *styles;            /* Style, owned: of what no element has, such as rules */
  GPtrArray *images, *drawings; /* Image, Drawing: owned */
} Placement;

/* NULL may be freed. */
void placement_free (Placement *placement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Placement, placement_free)
