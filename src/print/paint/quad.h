/* SPDX-License-Identifier: MIT */
/* Where something that was placed on a page stands on the sheet of the PDF: turned, beside another
 * page, in parts. */
#pragma once

#include "print/paint/pdf.h"
#include "print/paint/sheets.h"

typedef struct {
  double x, y; /* points of the sheet, y upwards */
} Corner;

typedef struct {
  Corner corners[4]; /* of the item: bottom left, bottom right, top right, top left */
} Quad;

/* `content` is that of the half of `sheet` the item is painted on. */
Quad quad_of (const Placed *item, const Sheet *sheet, const ContentStream *content);

typedef struct {
  double left, bottom, right, top; /* points of the sheet, y upwards */
} Bounding;

/* Nothing: the first quad that is added is all of it. */
Bounding bounding_none (void);
/* Makes it as large as to hold `quad`, too. */
void bounding_add (Bounding *bounding, const Quad *quad);
