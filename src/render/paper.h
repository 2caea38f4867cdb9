/* SPDX-License-Identifier: MIT */
/* From a filled print template to a PDF: where its style sheets and pictures are, how it is to be
 * printed, and whether a print shop would take it. */
#pragma once

#include "plan/plan.h"
#include "print/typeset.h"
#include "render/templates.h"

typedef struct Paper Paper;

/* `files` gives pictures and fonts by their address from the root of the site; style sheets come
 * from the templates, which have to be ready. All must outlive it. Shared by threads, which borrow
 * a typesetter each. Never NULL; caller frees. */
Paper *paper_new (const Site *site, const Templates *templates, const PrintFiles *files);
void paper_free (Paper *paper); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

/* Appends the PDF that `page`, filled for `output`, becomes, with the print options, imposition and
 * limits of its product. What is wrong with it is told in `origin`, the source of the document
 * (NULL: in the page itself). Says in `facts` what is in it (the caller clears them), and reports
 * what a print shop would send back. FALSE after reporting when there is none. From any thread. */
gboolean paper_print (Paper *paper, const Output *output, const Source *page, const Source *origin,
                      GString *out, SheetFacts *facts, Report *report);

/* Measures the page of a sheet before it is printed: typeset_measure() with the files of its
 * office. */
gboolean paper_measure (Paper *paper, const Output *output, const Source *page, Measured *measured,
                        guint n, GArray **tables);
/* Width by height of the picture at `href`, from the root; 0 when it is not known. */
double paper_aspect (const Paper *paper, const char *href);

/* The picture `href` of a sheet of the output's office, as JPEG or PNG, with the dots that a place
 * at most `width` and `height` px large asks for; its natural size, px, goes into the last two.
 * NULL when it cannot be had: who prints the sheet is told. Caller unrefs. */
GBytes *paper_picture (const Paper *paper, const Output *output, const char *href, double width,
                       double height, double *across, double *down);
