/* SPDX-License-Identifier: MIT */
/* From print HTML to PDF: read → style → place → paint. One page of XHTML with its style sheets
 * goes in, a document comes out. */
#pragma once

#include "print/paint/pdf.h"
#include "print/table_facts.h"

/* Fonts, laid-out paragraphs and subsets that serve one document after the other. One thread's own.
 */
typedef struct Typesetter Typesetter;

/* The caller frees it, after the last sheet of its thread. */
Typesetter *typesetter_new (void);
/* NULL is allowed. */
void typesetter_free (Typesetter *typesetter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Typesetter, typesetter_free)

/* What was found out about a sheet while it was made. */
typedef struct {
  PdfFacts pdf;
  guint n_outside;        /* texts outside of the paper; told of a sheet that is not made, too */
  guint n_overfull;       /* texts beyond their box, pages beyond their area */
  guint n_unsafe;         /* texts nearer than 3 mm to an edge: a knife or a printer may take it */
  double smallest_module; /* of its QR codes, mm; 0 without codes */
} SheetFacts;
/* Frees what the facts hold; they may be all zero. */
void sheet_facts_clear (SheetFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheetFacts, sheet_facts_clear)

/* Appends the PDF of `page` to `out`. FALSE after reporting: what lies outside the paper is an
 * error, what does not fit its place a warning. `facts` may be NULL. */
gboolean typeset_pdf (Typesetter *typesetter, const Source *page, const PrintFiles *files,
                      const PdfOptions *options, GString *out, SheetFacts *facts, Report *report);

/* Appends the placed boxes as text, for tests and for people: a line each, page, position and size
 * in mm, font, text. FALSE after reporting. */
gboolean typeset_boxes (Typesetter *typesetter, const Source *page, const PrintFiles *files,
                        GString *out, Report *report);

/* What a page is asked before it is printed: how high the elements of an id come out. Those have a
 * background, or nothing is known of them. */
typedef struct {
  const char *id;
  double height;      /* mm, its pieces on all pages together; 0: there is none */
  guint n_lines;      /* of text in it */
  guint fewest_words; /* on that of these which has the fewest */
  guint page;         /* what counter(page) says where it begins; 0: nowhere */
} Measured;

/* Fills the `n` rows, and in `tables`, unless that is NULL, how the tables came out (the caller
 * unrefs). FALSE when the page cannot be placed; nothing is reported: who prints it is told. */
gboolean typeset_measure (Typesetter *typesetter, const Source *page, const PrintFiles *files,
                          Measured *measured, guint n, GArray **tables);
