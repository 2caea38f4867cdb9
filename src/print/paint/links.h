/* SPDX-License-Identifier: MIT */
/* Links of the page become annotations (ISO 32000-1, 12.5.6.5): one for each sheet a link stands
 * on, with a quadrilateral for each line. */
#pragma once

#include "print/paint/sheets.h"
#include "print/paint/spots.h"
#include "print/paint/structure.h"

typedef struct Links Links;

/* The caller frees it. */
Links *links_new (void);
/* NULL is allowed. */
void links_free (Links *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Links, links_free)

/* `item` is part of the link `node`. */
void links_add (Links *links, StructureNode *node, const Placed *item, Sheet *sheet,
                const ContentStream *content);
/* Writes the annotations and lists them in their sheets. A link into the document leads nowhere,
 * and is none, when its target was not placed. */
void links_write (Links *links, const Markup *markup, const Spots *spots, StructureTree *tree,
                  Objects *objects);
