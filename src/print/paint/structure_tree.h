/* SPDX-License-Identifier: MIT */
/* The structure tree of a tagged PDF (ISO 32000-1, 14.7) as it is written: nodes, the pieces of
 * pages and the annotations that belong to them, and the way back from those to nodes. What becomes
 * a node is decided in structure.h. */
#pragma once

#include "base/arena.h"
#include "print/paint/objects.h"
#include "print/paint/tags.h"

typedef struct TreeNode TreeNode;

typedef enum { KID_NODE, KID_CONTENT, KID_ANNOTATION } KidKind;

typedef struct TreeKid TreeKid;
struct TreeKid {
  KidKind kind;
  TreeKid *next;
  TreeNode *node;
  guint sheet, number; /* of content its /MCID, of an annotation its object */
};

struct TreeNode {
  Tag tag;
  guint object;
  TreeNode *parent;
  const Element *element; /* NULL for what was put between */
  const Element *block;   /* what was put between: the element whose words are in it */
  TreeKid *first, *last;
  const char *label; /* of a list: the first label */
  gsize label_length;
  double box[4]; /* of a figure on its sheet: left, bottom, right, top */
  gboolean has_box;
  gboolean has_annotation;
  gboolean is_sectioned; /* of a table: its rows stand in THead, TBody, TFoot */
  gboolean is_left_out;
};

typedef struct {
  Arena *arena;
  Objects *objects;
  const char *language;
  guint root; /* object of the /StructTreeRoot */
  TreeNode *document;
  GArray *sheets;       /* its own */
  GPtrArray *annotated; /* TreeNode, by /StructParent less the number of sheets */
} Tree;

/* `language` is that of the document. All are borrowed. */
Tree *tag_tree_new (const Element *root, const char *language, Objects *objects);
void tag_tree_free (Tree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tree, tag_tree_free)

/* A sheet of the PDF, whose page object is `page`. Returns its number, its /StructParents. All
 * sheets before the first annotation. */
guint tag_tree_add_sheet (Tree *tree, guint page);
/* A node behind what the parent has. */
TreeNode *tag_tree_add (Tree *tree, TreeNode *parent, Tag tag, const Element *element);
/* The last kid of a node, when it is a node. */
TreeNode *tag_tree_last (const TreeNode *parent);
/* A new piece of content of the node: its /MCID on that sheet. */
guint tag_tree_mark (Tree *tree, TreeNode *node, guint sheet);
/* An annotation of the node; returns its /StructParent. */
guint tag_tree_annotate (Tree *tree, TreeNode *node, guint sheet, guint annotation);

/* The language of an element, when it is another than the document's; what an abbreviation stands
 * for. NULL when there is none. */
const char *tag_tree_language (const Tree *tree, const Element *element);
const char *tag_tree_expansion (const Element *element);

/* Writes it all. Nodes that came to nothing are left out. */
void tag_tree_write (Tree *tree);
