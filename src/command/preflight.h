/* SPDX-License-Identifier: MIT */
/* What a print shop asks of a sheet before it prints it, a line for each sheet that was made:
 * pages, fonts, pictures, codes. */
#pragma once

#include "plan/plan.h"
#include "render/fit.h"

#include <stdio.h>

typedef struct Preflight Preflight;

/* Without lines; never NULL. Caller frees. */
Preflight *preflight_new (void);
void preflight_free (Preflight *preflight); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Preflight, preflight_free)

/* Notes a sheet; `fit` says how it was made to fit, or is NULL. From any thread. Sheets of kits are
 * only counted: there may be thousands. */
void preflight_add (Preflight *preflight, const Output *output, const SheetFacts *facts,
                    const FitOutcome *fit);

/* Prints the lines in the order of paths, in the language of the user. After the last
 * preflight_add(). */
void preflight_print (const Preflight *preflight, FILE *stream);
