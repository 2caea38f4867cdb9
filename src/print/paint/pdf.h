/* SPDX-License-Identifier: MIT */
/* Placed pages to PDF 1.7 (ISO 32000-1): tagged, PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2);
 * the same bytes for the same pages.
 *
 * In four inks PDF/X-4 (ISO 15930-7) instead, tagged too, for a press that is named in it.
 *
 * Fonts are subset by hb-subset with their glyph ids kept; every glyph has its Unicode text. Black
 * and greys are DeviceGray, so that a print shop gets one plate; codes stay vectors. */
#pragma once

#include "base/inks.h"
#include "print/place/placed.h"
#include "print/read/files.h"

typedef enum {
  IMPOSE_NONE,
  IMPOSE_TWO_UP,      /* each page twice on a sheet twice its size */
  IMPOSE_BOOKLET,     /* in the order of sheets folded into one another */
  IMPOSE_TILES,       /* each page in parts on sheets of A4, to be cut and glued */
  IMPOSE_TILES_LARGER /* the same, a size of paper larger: √2 */
} Impose;

typedef struct {
  Ink ink;
  Impose impose;
  const char *title;       /* NULL: <title> of the page */
  const char *author;      /* the office, or NULL */
  const PrintFiles *files; /* pictures for where they stand; or NULL: as they are */
  guint picture_dpi;       /* of these, at most */
  gboolean pictures_light; /* and as few bytes as they can do with (base/resampling.h) */
  const char *created;     /* "2026-03-05T05:30:00+07:00"; part of the bytes, so never the clock */
} PdfOptions;

/* Faces already subset and compressed, shared by the documents of one thread: equal sets of glyphs
 * are made once. So are pictures that had to be packed again, and so are runs and paths written,
 * which they know by their numbers: the documents come from one Paragraphs and one PathStore. */
typedef struct PdfFonts PdfFonts;
/* The caller frees it, after the last document of its thread. */
PdfFonts *pdf_fonts_new (void);
/* NULL is allowed. */
void pdf_fonts_free (PdfFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfFonts, pdf_fonts_free)

typedef struct LineMap LineMap; /* print/paint/line_map.h */

/* What a preflight says of a document. */
typedef struct {
  guint n_pages;     /* sheets, when imposed */
  GPtrArray *fonts;  /* char *: PostScript names, sorted */
  double lowest_dpi; /* of its images; 0 without images */
  LineMap *lines;    /* owned; filled when it is there before, for those who want to know */
} PdfFacts;
/* Frees what the facts hold; they may be all zero. */
void pdf_facts_clear (PdfFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PdfFacts, pdf_facts_clear)

/* Appends the document to `out`. `markup` gives title, language, structure; `facts` may be NULL. */
void pdf_write (const Placement *placement, const Markup *markup, const PdfOptions *options,
                PdfFonts *fonts, GString *out, PdfFacts *facts);
