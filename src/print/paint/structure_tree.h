/* SPDX-License-Identifier: MIT */
/* The structure tree of a tagged PDF (ISO 32000-1, 14.7) as it is written: nodes, the pieces of
 * pages and the annotations that belong to them, and the way back from those to nodes. What becomes
 * a node is decided in structure.h. */
#pragma once

#include "base/arena.h"
#include "print/paint/objects.h"
#include "print/paint/tags.h"

typedef struct StructureNode StructureNode;

typedef enum { KID_NODE, KID_CONTENT, KID_ANNOTATION } KidKind;

typedef struct StructureKid StructureKid;
struct StructureKid {
  KidKind kind;
  StructureKid *next;
  StructureNode *node;
  guint sheet, number; /* of content its /MCID, of an annotation its object */
};

/* A long table has tens of thousands of them. */
struct StructureNode {
  StructureType tag : 8;
  guint has_annotation : 1;
  guint is_sectioned : 1; /* of a table: its rows stand in THead, TBody, TFoot */
  guint is_left_out : 1;
  guint object;
  StructureNode *parent;
  const Element *element; /* NULL for what was put between */
  const Element *block;   /* what was put between: the element whose words are in it */
  StructureKid *first, *last;
  const char *label; /* of a list: the first label */
  gsize label_length;
  const double *box;           /* of a figure: left, bottom, right, top on its sheet; or NULL */
  guint row_span, column_span; /* of a cell, once its table is regular */
};

typedef struct {
  Arena *arena;
  Objects *objects;
  const char *language;
  guint root; /* object of the /StructTreeRoot */
  StructureNode *document;
  GArray *sheets;       /* its own */
  GPtrArray *annotated; /* StructureNode, by /StructParent less the number of sheets */
} StructureTree;

/* `language` is that of the document. All are borrowed. */
StructureTree *structure_tree_new (const Element *root, const char *language, Objects *objects);
/* NULL is allowed. */
void structure_tree_free (StructureTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StructureTree, structure_tree_free)

/* A sheet of the PDF, whose page object is `page`. Returns its number, its /StructParents. All
 * sheets before the first annotation. */
guint structure_tree_add_sheet (StructureTree *tree, guint page);
/* A node behind what the parent has. */
StructureNode *structure_tree_add (StructureTree *tree, StructureNode *parent, StructureType tag,
                                   const Element *element);
/* Where the figure stands on its sheet: left, bottom, right, top. */
void structure_tree_set_box (StructureTree *tree, StructureNode *node, const double box[4]);
/* The last kid of a node, when it is a node. */
StructureNode *structure_tree_last (const StructureNode *parent);
/* A new piece of content of the node: its /MCID on that sheet. */
guint structure_tree_mark (StructureTree *tree, StructureNode *node, guint sheet);
/* An annotation of the node; returns its /StructParent. */
guint structure_tree_annotate (StructureTree *tree, StructureNode *node, guint sheet,
                               guint annotation);

/* The language of an element, when it is another than the document's; what an abbreviation stands
 * for. NULL when there is none. */
const char *structure_tree_language (const StructureTree *tree, const Element *element);
/* What an abbreviation stands for; NULL when its element does not say. */
const char *structure_tree_expansion (const Element *element);

/* Writes it all. Nodes that came to nothing are left out. */
void structure_tree_write (StructureTree *tree);
