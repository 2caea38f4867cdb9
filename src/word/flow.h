/* SPDX-License-Identifier: MIT */
/* The text of a Word file as somebody reads it on paper: paragraphs, tables and pictures in order,
 * each in NFC, with its numbers; changes accepted, hidden words left out. What a paragraph is (a
 * number, a signature, a heading) is not asked here. */
#pragma once

#include "word/finding.h"
#include "word/package.h"
#include "word/styles.h"

typedef enum {
  SPAN_BOLD = 1 << 0,
  SPAN_ITALIC = 1 << 1,
} SpanLook;

/* A piece of a paragraph that looks the same throughout. */
typedef struct {
  guint start, length; /* bytes of the text */
  guint look;          /* set of SpanLook */
  const char *href;    /* or NULL */
} FlowSpan;

typedef struct {
  const char *part;    /* "word/media/image1.png" */
  GBytes *bytes;       /* of the package, which must outlive it */
  const char *alt;     /* as the author described it, or NULL */
  gboolean is_in_line; /* text of its line stands behind it */
  gboolean floats;     /* it lies on the page, wherever its paragraph stands */
} FlowPicture;

/* What stands at a place of a text and is none: a footnote, or a picture in its line. */
typedef struct {
  guint at;         /* bytes of the text before it */
  const char *note; /* or NULL */
  const FlowPicture *picture;
} FlowAnchor;

typedef struct {
  const char *text;      /* NFC; '\n' ends a line, '\t' is a tab */
  const FlowSpan *spans; /* from left to right, none over another */
  guint n_spans;
  const FlowPicture *pictures;
  guint n_pictures;
  const FlowAnchor *anchors; /* from left to right */
  guint n_anchors;
  const char *notes;  /* its footnotes, or NULL */
  const char *number; /* automatic: "Điều 1.", "-"; or NULL */
  Alignment alignment;
  int outline;                 /* as in ParagraphLook */
  guint place;                 /* from 1, of the paragraphs with text */
  gboolean is_bold, is_italic; /* all of it that is seen */
  gboolean is_caps;            /* shown in capitals by its look, whatever its letters are */
  gboolean is_caption, is_title, is_box; /* from a text box */
  gboolean starts_page;                  /* a page break before it, or in it */
  gboolean ends_section;                 /* the next one stands in another section */
  gboolean is_landscape;                 /* the section it stands in */
} FlowParagraph;

typedef struct FlowBlock FlowBlock;

typedef struct {
  GPtrArray *blocks; /* FlowBlock */
  guint column, span;
  gboolean goes_on; /* merged with the cell above */
  gboolean begins;  /* others below are merged with it */
} FlowCell;

typedef struct {
  GPtrArray *cells; /* FlowCell */
  gboolean is_header;
} FlowRow;

typedef struct {
  GPtrArray *rows; /* FlowRow */
  gboolean has_borders;
  gboolean is_landscape; /* the section it stands in */
  guint n_columns;
} FlowTable;

/* One of the two. */
struct FlowBlock {
  FlowParagraph *paragraph;
  FlowTable *table;
};

typedef struct {
  Arena *arena;
  GPtrArray *blocks;  /* FlowBlock, of the body */
  GPtrArray *headers; /* the same, of the headers of pages */
  GArray *findings;   /* Finding */
  guint n_changes, n_comments;
  gboolean has_contents; /* a table of contents was made by Word; it is left out */
  GPtrArray *arrays;     /* all arrays within, which are freed with it */
} Flow;

/* Reads the text of `package`. NULL with a WORD_ERROR. */
Flow *flow_read (WordPackage *package, GError **error);
/* NULL is allowed. */
void flow_free (Flow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

/* The first span that reaches behind byte `at` of the text; the number of spans when none does. */
guint flow_first_span (const FlowParagraph *paragraph, gsize at);
/* TRUE when there is neither text nor a picture in it. */
gboolean flow_paragraph_is_empty (const FlowParagraph *paragraph);
/* An array that belongs to `flow`. */
GPtrArray *flow_array (Flow *flow);
