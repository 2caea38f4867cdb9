/* SPDX-License-Identifier: MIT */
/* The outline of a PDF (ISO 32000-1, 12.3.3), as readers show it beside the pages: its headings,
 * and each <article aria-label> as an entry that has its own headings below it. */
#pragma once

#include "print/paint/spots.h"
#include "print/paint/structure.h"

/* Writes it; returns its object, or 0 when there is nothing to be in it. */
guint outline_write (const Markup *markup, const Structure *structure, const Spots *spots,
                     Objects *objects);
