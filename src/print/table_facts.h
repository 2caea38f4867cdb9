/* SPDX-License-Identifier: MIT */
/* How the tables of a page came out, for who sets the same text elsewhere. */
#pragma once

#include "print/place/placed.h"

typedef struct {
  double size;      /* of the letters in its first row, points */
  gboolean is_wide; /* the page where it begins is wider than high */
  GArray *columns;  /* double: widths of the cells of its first row, borders included, mm */
} TableFacts;

/* The tables whose cells have borders or a background, in document order (TableFacts; what they
 * hold goes with the array). Caller unrefs. */
GArray *table_facts_new (const Placement *placement);
