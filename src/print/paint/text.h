/* SPDX-License-Identifier: MIT */
/* A run of glyphs as text of a PDF: every glyph where it was placed, to a thousandth of an em, and
 * saying what the source says. */
#pragma once

#include "print/paint/content_stream.h"
#include "print/paint/fonts.h"

/* `x`, `baseline`: the origin of the run, in points of the page. */
void text_paint (ContentStream *content, FontUse *use, const TextRun *run, double x,
                 double baseline);
/* Its lines below, through and above. */
void text_decorate (ContentStream *content, const TextRun *run, double x, double baseline);
