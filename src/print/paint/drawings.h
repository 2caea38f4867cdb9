/* SPDX-License-Identifier: MIT */
/* Drawings of a page as paths, and their text as text. */
#pragma once

#include "print/paint/fonts.h"
#include "print/paint/images.h"

/* What the drawings of a document share. */
typedef struct {
  ShownStore *paths;
  FontList *fonts;
  ImageList *images;
} DrawingTools;

/* Paints `item`, a PLACED_DRAWING. */
void drawing_paint (ContentStream *content, const DrawingTools *tools, const Placed *item);
