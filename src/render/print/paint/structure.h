/* SPDX-License-Identifier: MIT */
/* The structure tree of a tagged PDF (ISO 32000-1, 14.7): which piece of which page is the paragraph, heading, cell, figure of the source.
 *
 * Nodes are made as content arrives, so that their order is that of reading and elements without content leave none; only tables are
 * made whole, because an empty cell counts. Wrappers leave none either: a <div> of words is a paragraph, a <div> of blocks nothing. */
#pragma once

#include "render/print/paint/objects.h"
#include "render/print/paint/tags.h"
#include "render/print/place/placed.h"

typedef struct StructureNode StructureNode;
typedef struct Structure Structure;

/* `language` is that of the document. All are borrowed. */
Structure *structure_new (const Markup *markup, const char *language, Objects *objects);
void structure_free (Structure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Structure, structure_free)

/* A sheet of the PDF, whose page object is `page`. Returns its number, its /StructParents. All sheets before the first annotation. */
guint structure_add_sheet (Structure *structure, guint page);

/* Where the item belongs; NULL when it is an artifact. */
StructureNode *structure_find (Structure *structure, const Placed *item);
/* The link around a node, itself included, or NULL. */
StructureNode *structure_link (StructureNode *node);
const Element *structure_element (const StructureNode *node);
const char *structure_tag (const StructureNode *node);

/* A new piece of content of the node: its /MCID on that sheet. */
guint structure_mark (Structure *structure, StructureNode *node, guint sheet);
/* An annotation of the node; returns its /StructParent. */
guint structure_annotate (Structure *structure, StructureNode *node, guint sheet, guint annotation);
/* The box around a figure, on its sheet: left, bottom, right, top. */
void structure_set_box (StructureNode *node, const double box[4]);

/* The depth of the heading that is `element`, 1 to 6, without gaps; 0 when it is none or nothing of it was placed. */
guint structure_heading_depth (const Structure *structure, const Element *element);
/* The object of the element's own node, or 0. */
guint structure_object (const Structure *structure, const Element *element);

/* Writes it all; returns the object of the /StructTreeRoot. */
guint structure_write (Structure *structure);
