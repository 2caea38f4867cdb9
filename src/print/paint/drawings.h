/* SPDX-License-Identifier: MIT */
/* Drawings (inline SVG) as paths of a PDF: a code stays a vector. */
#pragma once

#include "print/paint/content_stream.h"
#include "print/paint/shown.h"

/* `paths` knows how paths were written. */
void drawing_paint (ContentStream *content, ShownStore *paths, const Placed *item);
