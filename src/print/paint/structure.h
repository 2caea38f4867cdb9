/* SPDX-License-Identifier: MIT */
/* Which piece of which page is the paragraph, heading, cell, figure of the source: where what is
 * painted hangs in the structure tree.
 *
 * Nodes are made as content arrives, so that their order is that of reading and elements without
 * content leave none; only tables are made whole, because an empty cell counts. Wrappers leave none
 * either: a <div> of words is a paragraph, a <div> of blocks nothing. */
#pragma once

#include "print/paint/structure_tree.h"
#include "print/place/placed.h"

typedef struct Structure Structure;

/* Both are borrowed. */
Structure *structure_new (const Markup *markup, StructureTree *tree);
/* NULL is allowed. */
void structure_free (Structure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Structure, structure_free)

/* Where the item belongs; NULL when it is an artifact. */
StructureNode *structure_find (Structure *structure, const Placed *item);
/* The node of a field, which has no content; NULL when it is hidden. */
StructureNode *structure_field (Structure *structure, const Element *element);
/* The link around a node, itself included, or NULL. */
StructureNode *structure_link (StructureNode *node);

/* The node an element made itself, or NULL. */
const StructureNode *structure_own (const Structure *structure, const Element *element);
/* The depth of the heading that is `element`, 1 to 6, without gaps; 0 when it is none or nothing of
 * it was placed. */
guint structure_heading_depth (const Structure *structure, const Element *element);
