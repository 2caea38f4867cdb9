/* SPDX-License-Identifier: MIT */
/* The outline of a PDF (ISO 32000-1, 12.3.3): its headings, as readers show them beside the pages.
 */
#pragma once

#include "render/print/paint/spots.h"
#include "render/print/paint/structure.h"

/* Writes it; returns its object, or 0 when there is no heading. */
guint outline_write (const Markup *markup, const Structure *structure, const Spots *spots,
                     Objects *objects);
