/* SPDX-License-Identifier: MIT */
#include "print/paint/structure.h"

#include "print/paint/words.h"

struct Structure {
  StructureTree *tree;
  StructureNode **nodes;     /* by index of element: where its content goes; NULL: not asked yet */
  guint levels[6], n_levels; /* of the headings around, as written */
};

/* Stands for nodes of hidden elements and of pictures that say nothing. */
static StructureNode artifact;

/* --- making --- */

Structure *
structure_new (const Markup *markup, StructureTree *tree)
{
  Structure *structure = g_new0 (Structure, 1);
  structure->tree = tree;
  structure->nodes = g_new0 (StructureNode *, MAX (markup->n_elements, 1));
  structure->nodes[markup->root->index] = tree->document;
  return structure;
}

void
structure_free (Structure *structure)
{
  if (structure == NULL)
    return;
  g_free (structure->nodes);
  g_free (structure);
}

/* --- what stands between --- */

/* TRUE when what was put between before, and is last, takes this too: words of the same block, a
 * body after its label. */
static gboolean
continues (const StructureNode *last, StructureType between, StructureType child,
           const Element *block)
{
  if (last == NULL || last->element || last->tag != between)
    return FALSE;
  if (between == TAG_P)
    return last->block == block;
  const StructureNode *end = structure_tree_last (last);
  return child != TAG_LBL || end == NULL || end->tag != TAG_LBODY;
}

/* Where a child can stand in or below `parent`; NULL when nowhere. `block` is the element whose
 * words come. */
static StructureNode *
find_holder (Structure *structure, StructureNode *parent, StructureType child, const Element *block)
{
  while (!tag_holds (parent->tag, child) || (child == TAG_TR && parent->is_sectioned)) {
    StructureType between =
      child == TAG_TR && parent->is_sectioned ? TAG_TBODY : tag_between (parent->tag, child);
    if (between == TAG_NONE)
      return NULL;
    StructureNode *last = structure_tree_last (parent);
    if (!continues (last, between, child, block)) {
      last = structure_tree_add (structure->tree, parent, between, NULL);
      last->block = block;
    }
    parent = last;
  }
  return parent;
}

/* --- elements --- */

static StructureNode *find_node (Structure *structure, const Element *element);

static gboolean
holds_blocks (const Element *element)
{
  for (const Element *child = element->first_child; child; child = child->next) {
    if (child->name == NULL)
      continue;
    ElementTag tag = element_tag (child);
    if (tag.part == PART_BLOCK
        || (tag.part == PART_TAG && !tag_is_inline (tag.tag) && tag.tag != TAG_FIGURE))
      return TRUE;
    if (tag.part == PART_INLINE && holds_blocks (child))
      return TRUE;
  }
  return FALSE;
}

static StructureType
tag_of_block (const Structure *structure, const Element *element, const StructureNode *parent)
{
  if (holds_blocks (element))
    return structure_tree_language (structure->tree, element) ? TAG_DIV : TAG_NONE;
  return tag_is_leaf_block (parent->tag) ? TAG_NONE : TAG_P;
}

static StructureType
tag_of_inline (const Structure *structure, const Element *element)
{
  return structure_tree_language (structure->tree, element) || structure_tree_expansion (element)
           ? TAG_SPAN
           : TAG_NONE;
}

static gboolean
says_nothing (const Element *element)
{
  g_autofree char *words = words_of_figure (element);
  return words == NULL || *words == '\0';
}

/* Readers want H1, H2, H3 without gaps, whatever the source has. */
static StructureType
tag_of_heading (Structure *structure, StructureType tag)
{
  guint level = tag - TAG_H1 + 1;
  while (structure->n_levels > 0 && structure->levels[structure->n_levels - 1] >= level)
    structure->n_levels--;
  structure->levels[structure->n_levels++] = level;
  return TAG_H1 + structure->n_levels - 1;
}

/* A table that has a head has a body too: its rows are either all in sections or none. */
static gboolean
is_sectioned (const Element *table)
{
  gboolean has_rows = FALSE, has_head = FALSE;
  for (const Element *child = table->first_child; child; child = child->next) {
    if (element_is (child, "tbody"))
      return TRUE;
    has_rows |= element_is (child, "tr");
    has_head |= element_is (child, "thead") || element_is (child, "tfoot");
  }
  return has_rows && has_head;
}

static StructureType
tag_in (Structure *structure, const Element *element, const StructureNode *parent, ElementTag tag)
{
  gboolean is_section = tag.tag == TAG_THEAD || tag.tag == TAG_TBODY || tag.tag == TAG_TFOOT;

  if (tag.part == PART_INLINE)
    return tag_of_inline (structure, element);
  if (tag.part == PART_BLOCK)
    return tag_of_block (structure, element, parent);
  if (tag.tag == TAG_LINK)
    return element_attribute (element, "href") && structure_link ((StructureNode *) parent) == NULL
             ? TAG_LINK
             : TAG_NONE;
  if (is_section && parent->tag == TAG_TABLE && !parent->is_sectioned)
    return TAG_NONE;
  return tag.tag;
}

/* Cells and captions, in their order, whether they have content or not. */
static void
make_cells (Structure *structure, const Element *parent)
{
  for (const Element *child = parent->first_child; child; child = child->next) {
    if (child->name == NULL)
      continue;
    StructureType tag = element_tag (child).tag;
    if (tag == TAG_TH || tag == TAG_TD || tag == TAG_CAPTION)
      find_node (structure, child);
    else if (tag == TAG_THEAD || tag == TAG_TBODY || tag == TAG_TFOOT || tag == TAG_TR)
      make_cells (structure, child);
  }
}

static StructureNode *
make_node (Structure *structure, const Element *element, StructureNode *parent)
{
  ElementTag known = element_tag (element);
  if (known.tag == TAG_FIGURE && says_nothing (element))
    return &artifact;
  StructureType tag = tag_in (structure, element, parent, known);
  StructureNode *holder = tag ? find_holder (structure, parent, tag, element) : NULL;
  if (tag && holder == NULL) { /* a cell without a row, an item without a list */
    tag = tag_of_block (structure, element, parent);
    holder = tag ? find_holder (structure, parent, tag, element) : NULL;
  }
  if (holder == NULL)
    return parent;
  if (tag_is_heading (tag))
    tag = tag_of_heading (structure, tag);
  return structure_tree_add (structure->tree, holder, tag, element);
}

static gboolean
is_hidden (const Element *element)
{
  const char *hidden = element_attribute (element, "aria-hidden");
  return hidden && g_str_equal (hidden, "true");
}

/* The caption of a picture is part of its Figure (ISO 32000-1, 14.8.4.2); of a table it is as it
 * stands. */
static StructureNode *
find_parent (Structure *structure, const Element *element)
{
  if (element_is (element, "figcaption") && element_is (element->parent, "figure")) {
    const Element *picture = element_find (element->parent, "img");
    if (picture == NULL)
      picture = element_find (element->parent, "svg");
    StructureNode *node = picture ? find_node (structure, picture) : NULL;
    if (node && node->tag == TAG_FIGURE)
      return node;
  }
  return find_node (structure, element->parent);
}

static StructureNode *
find_node (Structure *structure, const Element *element)
{
  if (element == NULL)
    return structure->tree->document;
  if (structure->nodes[element->index])
    return structure->nodes[element->index];
  StructureNode *parent = find_parent (structure, element);
  StructureNode *node = structure->nodes[element->index];
  if (node) /* made with its table meanwhile */
    return node;
  if (element->name == NULL)
    node = parent;
  else
    node = parent == &artifact || is_hidden (element) ? &artifact
                                                      : make_node (structure, element, parent);
  structure->nodes[element->index] = node;
  if (node->element == element && node->tag == TAG_TABLE) {
    node->is_sectioned = is_sectioned (element);
    make_cells (structure, element);
  }
  return node;
}

/* --- content --- */

static const Element *
block_of (const Element *element)
{
  while (element->parent
         && (element->name == NULL || element_tag (element).part == PART_INLINE
             || tag_is_inline (element_tag (element).tag)))
    element = element->parent;
  return element;
}

static StructureNode *
label_of (Structure *structure, StructureNode *item, const Placed *placed)
{
  StructureNode *list = item->parent;
  if (list->label == NULL && placed->kind == PLACED_TEXT) {
    list->label = placed->text.run->text;
    list->label_length = placed->text.run->length;
  }
  for (StructureKid *kid = item->first; kid; kid = kid->next)
    if (kid->kind == KID_NODE && kid->node->tag == TAG_LBL)
      return kid->node;
  return structure_tree_add (structure->tree, item, TAG_LBL, NULL);
}

StructureNode *
structure_find (Structure *structure, const Placed *item)
{
  if (item->role == ROLE_ARTIFACT || item->element == NULL || item->kind == PLACED_BOX)
    return NULL;
  StructureNode *node = find_node (structure, item->element);
  if (node == &artifact)
    return NULL;
  if (item->role == ROLE_MARKER && node->tag == TAG_LI)
    return label_of (structure, node, item);
  if (item->kind != PLACED_TEXT && node->tag != TAG_FIGURE)
    return NULL;
  if (tag_holds (node->tag, TAG_CONTENT))
    return node;
  return find_holder (structure, node, TAG_CONTENT, block_of (item->element));
}

StructureNode *
structure_field (Structure *structure, const Element *element)
{
  StructureNode *node = find_node (structure, element);
  return node->tag == TAG_FORM ? node : NULL;
}

StructureNode *
structure_link (StructureNode *node)
{
  while (node && node->tag != TAG_LINK)
    node = tag_is_inline (node->tag) || node->tag == TAG_FIGURE ? node->parent : NULL;
  return node;
}

const StructureNode *
structure_own (const Structure *structure, const Element *element)
{
  const StructureNode *node = structure->nodes[element->index];
  return node && node->element == element ? node : NULL;
}

guint
structure_heading_depth (const Structure *structure, const Element *element)
{
  const StructureNode *node = structure_own (structure, element);
  return node && tag_is_heading (node->tag) && node->first ? node->tag - TAG_H1 + 1 : 0;
}
