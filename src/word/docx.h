/* SPDX-License-Identifier: MIT */
/* A .docx as it leaves (ECMA-376): the parts around a text, its styles and its pictures, packed;
 * the same bytes for the same text, on every day and in every time zone. */
#pragma once

#include "base/date.h"

#include <glib.h>

/* --- styles --- */

/* A paragraph style. */
typedef struct {
  const char *id, *name; /* the name is Vietnamese, without commas: one begins an alias */
  int size;              /* points; 0: that of the text, −1: one less */
  double line;           /* as line-height of CSS */
  int before;            /* twips */
  const char *align;     /* w:jc */
  gboolean is_bold, is_italic, keeps_next;
  const char *indent; /* attributes of w:ind, or NULL */
  const char *colour; /* "444444", or NULL */
} DocxStyle;

/* Appends what holds where nothing else is said: one face for all scripts, `size` in points. */
void docx_append_defaults (GString *out, const char *face, guint size);
/* Appends `style` of a text of `size` points. */
void docx_append_style (GString *out, const DocxStyle *style, guint size);

/* --- text --- */

/* Appends text as it may stand in XML; what XML cannot hold is left out. */
void docx_append_text (GString *out, const char *text, gsize length);
/* `style` is the id of a paragraph style; `more`: children of w:pPr behind it, in the order of the
 * schema, or NULL. */
void docx_open_paragraph (GString *out, const char *style, const char *more);
/* Ends it. */
void docx_close_paragraph (GString *out);

/* What w:sectPr says to have the parts below, in this order. */
#define DOCX_HEADER       "<w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
#define DOCX_FIRST_HEADER "<w:headerReference w:type=\"first\" r:id=\"rId4\"/>"
#define DOCX_FIRST_FOOTER "<w:footerReference w:type=\"first\" r:id=\"rId5\"/>"
/* Nothing on the first page of a section: one that does not say so has what the one before it has
 * (ECMA-376 part 1, 17.10.5). */
#define DOCX_EMPTY_FIRST                                                                           \
  "<w:headerReference w:type=\"first\" r:id=\"rId7\"/>"                                            \
  "<w:footerReference w:type=\"first\" r:id=\"rId8\"/>"

/* Runs that a field is made of: “begin”, its code, “separate”, what it shows, “end”. */
#define DOCX_FIELD_MARK(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define DOCX_FIELD_CODE(code)                                                                      \
  "<w:r><w:instrText xml:space=\"preserve\"> " code " </w:instrText></w:r>"
#define DOCX_FIELD(code)                                                                           \
  DOCX_FIELD_MARK ("begin")                                                                        \
  DOCX_FIELD_CODE (code)                                                                           \
  DOCX_FIELD_MARK ("separate") "<w:r><w:t>2</w:t></w:r>" DOCX_FIELD_MARK ("end")
/* Runs: the number of the page, and of how many. */
#define DOCX_PAGE_NUMBER DOCX_FIELD ("PAGE")
#define DOCX_PAGE_COUNT  DOCX_FIELD ("NUMPAGES")

/* The relationship of picture number %u, from 1. */
#define DOCX_PICTURE "rIdP%u"

/* --- the file --- */

typedef struct {
  const char *body;          /* children of w:body, the last a w:sectPr */
  const char *styles;        /* of w:styles */
  const char *header;        /* of w:hdr */
  const char *first_header;  /* likewise */
  const char *first_footer;  /* of w:ftr */
  const char *notes;         /* w:footnote elements, or NULL */
  const GPtrArray *pictures; /* GBytes of JPEG and PNG, borrowed, or NULL */
  const char *origin;        /* kept in properties nobody sees (word/origin.h), or NULL */
  /* What a file manager shows of it; NULL: nothing. */
  const char *title, *creator, *identifier, *category;
  Date date; /* when it was made, so that the same text is the same file; may be unset */
} DocxText;

/* Appends the whole file to `out`. */
void docx_write (const DocxText *text, GString *out);
