/* SPDX-License-Identifier: MIT */
/* Justification. Pango can do it, but leaves a line short where a kerned space, or one before a
 * change of style, stands at its end; by how much depends on what other threads shape at that
 * moment. */
#pragma once

#include "print/place/paragraph.h"

/* Widens the spaces of all lines but those that end by force, so that they are `width` points wide;
 * `indent` is of the first one. */
void justify_lines (Paragraph *paragraph, double width, double indent);
