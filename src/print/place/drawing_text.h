/* SPDX-License-Identifier: MIT */
/* Text in drawings: shaped as that of pages is, then placed by the rules of SVG. */
#pragma once

#include "print/place/paragraph.h"

/* Fills `drawing->runs`. `root` is the style of the picture, whose fonts stand in for those that a
 * drawing does not name. `spare` as in inlines_borrow(). Returns a character that no font has, or
 * 0. */
gunichar drawing_shape (Drawing *drawing, const Style *root, FontBank *bank, Paragraphs *paragraphs,
                        GPtrArray *spare);
