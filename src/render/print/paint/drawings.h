/* SPDX-License-Identifier: MIT */
/* Drawings (inline SVG) as paths of a PDF: a code stays a vector. */
#pragma once

#include "render/print/paint/content.h"

void drawing_paint (Content *content, const Placed *item);
