/* SPDX-License-Identifier: MIT */
/* From print HTML to PDF: read → style → place → paint. One page of XHTML with its style sheets
 * goes in, a document comes out. */
#pragma once

#include "print/paint/pdf.h"

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

/* --- one page in several ways --- */

/* A page that is set in one way after the other until one of them is good: its elements get other
 * classes, and a style sheet says what these mean, as with `--fit`. It is read once; nothing is
 * painted before typeset_trial_pdf(). A way costs about what placing the page does: what was
 * computed and shaped for an earlier one is kept. */
typedef struct TypesetTrial TypesetTrial;

/* Classes that an element gets beside its own, in place of those of the way before. */
typedef struct {
  const char *id;      /* of the element; NULL: the root element */
  const char *classes; /* with spaces between them; NULL: none */
} ClassSet;

/* How full something is: what is beyond `room` does not fit. mm. */
typedef struct {
  const char *id;    /* of the element; NULL: it is a page, all of its area */
  guint page;        /* the one it begins on, from 1 */
  double room, used; /* heights: of its content box (of the area of the page), and what the content
                        needs, not stretched, grown or pushed apart */
} Filling;

/* What one way leads to. */
typedef struct {
  guint n_pages;
  GArray *fillings;     /* Filling: the pages, then each element with an id that makes a box */
  guint n_overfull;     /* texts beyond their box or cut off by it, pages beyond their area, tables
                           wider than their place, things outside the paper */
  guint n_unsafe;       /* as in SheetFacts */
  double smallest_text; /* size of the smallest letters, points; 0 without any */
} TrialFacts;
/* Frees what the facts hold; they may be all zero. */
void trial_facts_clear (TrialFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrialFacts, trial_facts_clear)
/* That of the element with this id, or of a page (`id` NULL, `page` from 1; of an element `page` is
 * not looked at); NULL when it is not there. */
const Filling *trial_facts_find (const TrialFacts *facts, const char *id, guint page);

/* Reads the page and its style sheets. NULL after reporting. All that is given is borrowed until
 * typeset_trial_free(); the typesetter may set other pages meanwhile. */
TypesetTrial *typeset_trial_new (Typesetter *typesetter, const Source *page,
                                 const PrintFiles *files, Report *report);
/* NULL is allowed. */
void typeset_trial_free (TypesetTrial *trial);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TypesetTrial, typeset_trial_free)

/* Lays the page out with these classes (elements that are not named have their own) and says what
 * comes of it. Nothing is reported: a way that is not taken is nobody's fault. FALSE when no
 * element has one of the ids. `facts` is overwritten, not cleared. */
gboolean typeset_trial_lay_out (TypesetTrial *trial, const ClassSet *sets, guint n_sets,
                                TrialFacts *facts);
/* As typeset_pdf(), of the way that was laid out last. */
gboolean typeset_trial_pdf (TypesetTrial *trial, const PdfOptions *options, GString *out,
                            SheetFacts *facts, Report *report);

/* Appends the placed boxes as text, for tests and for people: a line each, page, position and size
 * in mm, font, text. FALSE after reporting. */
gboolean typeset_boxes (Typesetter *typesetter, const Source *page, const PrintFiles *files,
                        GString *out, Report *report);

/* What a page is asked before it is printed: how high the elements of an id come out. Those have a
 * background, or nothing is known of them. */
typedef struct {
  const char *id;
  double height;   /* mm, its pieces on all pages together; 0: there is none */
  guint n_lines;   /* of text in it */
  guint last_words; /* on the last of these */
} Measured;

/* Fills the `n` rows. FALSE when the page cannot be placed; nothing is reported: who prints it is
 * told. */
gboolean typeset_measure (Typesetter *typesetter, const Source *page, const PrintFiles *files,
                          Measured *measured, guint n);
