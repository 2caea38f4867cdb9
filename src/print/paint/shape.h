/* SPDX-License-Identifier: MIT */
/* Boxes with round corners as paths (ISO 32000-1, 8.5.2). */
#pragma once

#include "print/paint/content_stream.h"
#include "print/place/corners.h"

typedef struct {
  double left, top, right, bottom;
  Corners corners;
} Shape;

/* Appends it as a closed subpath. */
void shape_add (ContentStream *content, const Shape *shape);
