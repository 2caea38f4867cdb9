/* SPDX-License-Identifier: MIT */
/* The XML of a part, read with care: no network, no document type, no entities of its own, no more
 * elements than a document has. Elements are known by their local name, since strict files have
 * other namespaces for the same words. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

typedef struct Ooxml Ooxml;

/* NULL with a WORD_ERROR. The bytes are not needed afterwards. */
Ooxml *ooxml_parse (GBytes *bytes, GError **error);
/* NULL is allowed. */
void ooxml_free (Ooxml *ooxml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ooxml, ooxml_free)

/* The outermost element, which lives as long as `ooxml`. */
const xmlNode *ooxml_root (const Ooxml *ooxml);

/* TRUE for an element of this local name. */
gboolean ooxml_is (const xmlNode *node, const char *name);
/* The first child of this name; NULL for a `node` of NULL, too. */
const xmlNode *ooxml_child (const xmlNode *node, const char *name);
/* The attribute of this local name, or NULL. It lives as long as the tree. */
const char *ooxml_attribute (const xmlNode *node, const char *name);
/* The attribute `val` of the child `name`: how OOXML writes most values. NULL when there is none.
 */
const char *ooxml_value (const xmlNode *node, const char *name);
/* Whether the child `name` says yes: it is there, and not “0”, “false” or “off”. -1: not said. */
int ooxml_toggle (const xmlNode *node, const char *name);
/* All text directly below. */
const char *ooxml_text (const xmlNode *node);
