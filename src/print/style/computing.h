/* SPDX-License-Identifier: MIT */
/* From what is specified to a Style. */
#pragma once

#include "print/style/property.h"

/* What a style is computed in: that of an element, or that of a page, which has more. */
typedef struct {
  Style style; /* first: the offsets of properties count from here */
  double page_width, page_height;
  double bleed;
  gboolean has_crop_marks;
} Computed;

struct Computing {
  Computed box;
  const Style *parent; /* never NULL: the initial style at the root */
  double root_font_size;
};

/* Where the value of a property goes. */
gpointer computing_field (Computing *computing, const Property *property);

/* The style of no element. */
const Style *style_initial (void);
/* Prepares to compute a style below `parent`, or at the root when it is NULL. */
void computing_start (Computing *computing, const Style *parent, double root_font_size);
/* Computes from `cascaded`, n_properties of them, NULL where nothing is specified. */
void computing_apply (Computing *computing, const CssValue *const *cascaded);
