/* SPDX-License-Identifier: MIT */
/* Signature fields (ISO 32000-1, 12.7.4.5): places where a document may be signed, still empty. An
 * element with the role "textbox" and data-signature is one; its aria-label says whose. */
#pragma once

#include "print/paint/sheets.h"
#include "print/paint/structure.h"

typedef struct Fields Fields;

/* The caller frees it. */
Fields *fields_new (void);
/* NULL is allowed. */
void fields_free (Fields *fields);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fields, fields_free)

/* `item` is the box of a field, whose structure node is `node`. */
void fields_add (Fields *fields, StructureNode *node, const Placed *item, Sheet *sheet,
                 const ContentStream *content);
/* Writes the fields as annotations, lists them in their sheets, and returns the object of the form,
 * which the catalogue names; 0 when there is none. */
guint fields_write (Fields *fields, StructureTree *tree, Objects *objects);
