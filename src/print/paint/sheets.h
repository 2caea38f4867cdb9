/* SPDX-License-Identifier: MIT */
/* Sheets: the pages of the PDF, each with one page of the document, two side by side, or a part of
 * one (imposition), and with what the print shop needs around them: bleed, crop marks, the boxes
 * that say where to cut. */
#pragma once

#include "print/paint/content_stream.h"
#include "print/paint/objects.h"

typedef struct {
  const PlacedPage *page; /* NULL: nothing, at the end of a booklet */
  double left;            /* of its trimmed area in that of the sheet */
  double width;
  double creep;     /* moved to the right by, in a booklet */
  gboolean is_copy; /* stands there a second time */
  GString *content; /* owned; what is painted */
} Half;

/* A part of a page that is too large for the printer; points of the sheet. */
typedef struct {
  double left, top, width, height; /* of the page, what is shown, with what its neighbours show,
                                      too; width 0: there are no parts */
  double x, y;                     /* on the sheet, from its upper left */
  double scale;
  double cuts[4];       /* SIDE_…: from the edge of what is shown; 0: the page ends there */
  guint column, row;    /* which part */
  guint n_columns, n_rows;
} Tile;

typedef struct {
  guint object;         /* of the page of the PDF */
  guint number;         /* its /StructParents */
  double width, height; /* trimmed */
  double margin;        /* of paper around that, with bleed and crop marks */
  double bleed;
  gboolean has_crop_marks;
  Half halves[2];
  guint n_halves;
  double cut;           /* where the halves are cut apart, from the left; 0: they are not */
  Tile tile;
  GString *annotations; /* owned: references */
} Sheet;

/* Where a page of the document is painted. */
typedef struct {
  Sheet *sheet;
  guint half;
} PagePlace;

/* Sheet, owned. `places` gets a PagePlace for each page of the document, in its order. */
GPtrArray *sheets_new (const GPtrArray *pages, Impose impose, GArray *places);

/* Where a point of the page, as written in its content, stands on the sheet. */
void sheet_point (const Sheet *sheet, double *x, double *y);

/* A content stream for a half; what is beyond its bleed is cut off where other things stand. */
void sheet_begin (const Sheet *sheet, guint half, Ink ink, ContentStream *content);
/* Ends what sheet_begin() began. */
void sheet_end (ContentStream *content);

/* Writes content and page. `resources` and `parent` are objects. */
void sheet_write (const Sheet *sheet, Ink ink, guint resources, guint parent, Objects *objects);
