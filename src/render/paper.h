/* SPDX-License-Identifier: MIT */
/* From a filled print template to a PDF: where its style sheets and pictures are, how it is to be
 * printed, and whether a print shop would take it. */
#pragma once

#include "plan/plan.h"
#include "print/typeset.h"
#include "render/templates.h"

typedef struct Paper Paper;

/* `files` gives pictures and fonts by their address from the root of the site; style sheets come
 * from the templates. All must outlive it. */
Paper *paper_new (const Site *site, const Templates *templates, const PrintFiles *files);
void paper_free (Paper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

/* Appends the PDF that `page`, filled for `output`, becomes; says in `facts` what is in it, and
 * reports what a print shop would send back. FALSE after reporting when there is none. From any
 * thread. */
gboolean paper_print (Paper *paper, const Output *output, const Source *page, GString *out,
                      SheetFacts *facts, Report *report);
