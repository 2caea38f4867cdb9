/* SPDX-License-Identifier: MIT */
/* Justification. Pango can do it, but leaves a line short by a space where the style changes at its end. */
#pragma once

#include "render/print/place/paragraph.h"

/* Widens the spaces of all lines but those that end by force, so that they are `width` points wide; `indent` is of the first one. */
void justify_lines (Paragraph *paragraph, double width, double indent);
