/* SPDX-License-Identifier: MIT */
/* The grids of tables in the structure tree. */
#pragma once

#include "print/paint/structure_tree.h"

/* Makes all tables of `node` and below it regular, as readers count their columns (PDF/UA-1, 7.5;
 * ISO 32000-1, 14.8.5.7): cells reach no further down than their rows do, and rows that are too
 * short get empty cells. */
void grid_make_regular (StructureTree *tree, StructureNode *node);
