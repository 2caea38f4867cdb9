/* SPDX-License-Identifier: MIT */
/* Ways to set what does not fit. A style sheet offers them as classes, `--fit: small smaller`: a
 * browser passes over the property, and what a class means is said in the sheet as of any other. */
#pragma once

#include "print/place/placed.h"
#include "print/read/fault.h"

/* What was tried on a page. */
typedef struct Fit Fit;
/* `markup` outlives it, and its elements are given other classes. The caller frees it. */
Fit *fit_new (Markup *markup);
/* NULL is allowed. */
void fit_free (Fit *fit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fit, fit_free)

/* Gives each table that is wider than its place the next of its classes, or, when none is left, an
 * element around it its own next one. FALSE when nothing is left to try: then the page stays as it
 * is. */
gboolean fit_next (Fit *fit, const Placement *placement);
/* Reports tables that are wider than their place: as errors those that were offered ways to fit. */
void fit_report (const Placement *placement, const Faults *faults);
