/* SPDX-License-Identifier: MIT */
/* The grid of a table in the structure tree. */
#pragma once

#include "print/paint/structure_tree.h"

/* Makes the table `table` regular, as readers count its columns (PDF/UA-1, 7.5; ISO 32000-1,
 * 14.8.5.7): cells reach no further down than their rows do, and rows that are too short get empty
 * cells. */
void grid_make_regular (StructureTree *tree, StructureNode *table);
