/* SPDX-License-Identifier: MIT */
/* Inside render/: a sheet of a document and the fit loop brought together: what the loop needs to
 * know of it, what the template is given, and what the author is told. */
#pragma once

#include "render/page_context.h"

typedef struct {
  RenderJob *job;
  const Output *output;
  FitMeasure measure; /* with the fitting as its data */
} Fitting;

/* Sets `fit`, `said`, `masthead` and what `sheet` has of pieces. */
void fitting_fill (PageContext *page);

/* Runs the ladder of its product. */
Fitted fitting_find (const Fitting *fitting);
/* Of the pieces of the job. */
PiecesShape fitting_shape (RenderJob *job);
/* The data of the chosen way; it shares what the job owns. Caller frees. */
Value *fitting_view (RenderJob *job, const Output *output, const FitChoice *choice);

/* Says that nothing fits, by how much, and what to do: as an error of what was asked for. TRUE when
 * it was not, and is left out. */
gboolean fitting_complain (RenderJob *job, const Output *output, const FitOutcome *outcome,
                           Report *report);

/* Says what came out small, and what would make it larger. */
void fitting_advise (const RenderJob *job, const Output *output, const FitChoice *choice,
                     Report *report);
