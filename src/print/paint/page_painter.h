/* SPDX-License-Identifier: MIT */
/* Paints the placed items of a page: content marked as part of its structure node, everything else
 * as an artifact (ISO 14289-1, 7.1). */
#pragma once

#include "print/paint/fields.h"
#include "print/paint/fonts.h"
#include "print/paint/images.h"
#include "print/paint/line_map.h"
#include "print/paint/links.h"

/* What the pages of a document share while they are painted. */
typedef struct {
  Ink ink;
  StructureTree *tree;
  Structure *structure;
  FontList *fonts;
  ImageList *images;
  Extras *extras;
  ShownStore *paths;
  Links *links;
  Spots *spots;
  Fields *fields;
  LineMap *lines; /* NULL: nobody asks for them */
} Painter;

/* Paints the page that is this half of `sheet` into its content; what it uses (fonts, images,
 * links, structure) is gathered in the lists of `painter` and written later. */
void page_paint (Painter *painter, Sheet *sheet, guint half);
