/* SPDX-License-Identifier: MIT */
#include "render/print/paint/structure.h"

#include "base/arena.h"
#include "render/print/paint/notation.h"

#include <stdlib.h>

typedef enum { KID_NODE, KID_CONTENT, KID_ANNOTATION } KidKind;

typedef struct Kid Kid;
struct Kid {
  KidKind kind;
  Kid *next;
  StructureNode *node;
  guint sheet, number; /* of content its /MCID, of an annotation its object */
};

struct StructureNode {
  Tag tag;
  guint object;
  StructureNode *parent;
  const Element *element;   /* NULL for what was put between */
  const Element *block;     /* what was put between: the element whose words are in it */
  Kid *first, *last;
  const char *label;        /* of a list: the first label */
  gsize label_length;
  double box[4];            /* of a figure */
  gboolean has_box;
  gboolean has_annotation;
  gboolean is_sectioned;    /* of a table: its rows stand in THead, TBody, TFoot */
  gboolean is_left_out;
};

typedef struct {
  guint page;
  GPtrArray *nodes; /* StructureNode, by /MCID */
} SheetMarks;

struct Structure {
  Arena *arena;
  Objects *objects;
  const char *language;
  guint n_elements;
  StructureNode **nodes; /* by index of element: where its content goes; NULL: not asked yet */
  StructureNode *document;
  guint root;
  guint levels[6], n_levels; /* of the headings around, as written */
  GArray *sheets;            /* SheetMarks */
  GPtrArray *annotated;      /* StructureNode, by /StructParent less the number of sheets */
};

/* Stands for nodes of hidden elements and of pictures that say nothing. */
static StructureNode artifact;

/* --- making --- */

static void
add_kid (Structure *structure, StructureNode *parent, Kid kid)
{
  Kid *copy = arena_alloc_raw (structure->arena, sizeof (Kid));
  *copy = kid;
  copy->next = NULL;
  if (parent->last)
    parent->last->next = copy;
  else
    parent->first = copy;
  parent->last = copy;
}

static StructureNode *
add_node (Structure *structure, StructureNode *parent, Tag tag, const Element *element)
{
  StructureNode *node = arena_alloc (structure->arena, sizeof (StructureNode));
  node->tag = tag;
  node->object = objects_reserve (structure->objects);
  node->parent = parent;
  node->element = element;
  if (parent)
    add_kid (structure, parent, (Kid){ .kind = KID_NODE, .node = node });
  return node;
}

static void
clear_sheet (gpointer sheet)
{
  g_ptr_array_unref (((SheetMarks *) sheet)->nodes);
}

Structure *
structure_new (const Markup *markup, const char *language, Objects *objects)
{
  Structure *structure = g_new0 (Structure, 1);
  structure->arena = arena_new ();
  structure->objects = objects;
  structure->language = language;
  structure->n_elements = markup->n_elements;
  structure->nodes = g_new0 (StructureNode *, MAX (markup->n_elements, 1));
  structure->sheets = g_array_new (FALSE, TRUE, sizeof (SheetMarks));
  g_array_set_clear_func (structure->sheets, clear_sheet);
  structure->annotated = g_ptr_array_new ();
  structure->root = objects_reserve (objects);
  structure->document = add_node (structure, NULL, TAG_DOCUMENT, markup->root);
  structure->nodes[markup->root->index] = structure->document;
  return structure;
}

void
structure_free (Structure *structure)
{
  if (structure == NULL)
    return;
  arena_free (structure->arena);
  g_free (structure->nodes);
  g_array_unref (structure->sheets);
  g_ptr_array_unref (structure->annotated);
  g_free (structure);
}

guint
structure_add_sheet (Structure *structure, guint page)
{
  SheetMarks sheet = { page, g_ptr_array_new () };
  g_assert (structure->annotated->len == 0);
  g_array_append_val (structure->sheets, sheet);
  return structure->sheets->len - 1;
}

/* --- what stands between --- */

static StructureNode *
last_node (const StructureNode *parent)
{
  return parent->last && parent->last->kind == KID_NODE ? parent->last->node : NULL;
}

/* TRUE when what was put between before, and is last, takes this too: words of the same block, a body after its label. */
static gboolean
continues (const StructureNode *last, Tag between, Tag child, const Element *block)
{
  if (last == NULL || last->element || last->tag != between)
    return FALSE;
  if (between == TAG_P)
    return last->block == block;
  const StructureNode *end = last_node (last);
  return child != TAG_LBL || end == NULL || end->tag != TAG_LBODY;
}

/* Where a child can stand in or below `parent`; NULL when nowhere. `block` is the element whose words come. */
static StructureNode *
find_holder (Structure *structure, StructureNode *parent, Tag child, const Element *block)
{
  while (!tag_holds (parent->tag, child) || (child == TAG_TR && parent->is_sectioned)) {
    Tag between = child == TAG_TR && parent->is_sectioned ? TAG_TBODY : tag_between (parent->tag, child);
    if (between == TAG_NONE)
      return NULL;
    StructureNode *last = last_node (parent);
    if (!continues (last, between, child, block)) {
      last = add_node (structure, parent, between, NULL);
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
    if (tag.part == PART_BLOCK || (tag.part == PART_TAG && !tag_is_inline (tag.tag) && tag.tag != TAG_FIGURE))
      return TRUE;
    if (tag.part == PART_INLINE && holds_blocks (child))
      return TRUE;
  }
  return FALSE;
}

/* The language of an element, when it is another than the document's. */
static const char *
own_language (const Structure *structure, const Element *element)
{
  const char *language = element_attribute (element, "lang");
  if (language == NULL || g_str_has_prefix (structure->language, language))
    return NULL;
  return language;
}

static Tag
tag_of_block (const Structure *structure, const Element *element, const StructureNode *parent)
{
  if (holds_blocks (element))
    return own_language (structure, element) ? TAG_DIV : TAG_NONE;
  return tag_is_leaf_block (parent->tag) ? TAG_NONE : TAG_P;
}

static const char *
expansion_of (const Element *element)
{
  return element_is (element, "abbr") ? element_attribute (element, "title") : NULL;
}

static Tag
tag_of_inline (const Structure *structure, const Element *element)
{
  return own_language (structure, element) || expansion_of (element) ? TAG_SPAN : TAG_NONE;
}

/* What a picture shows, in words; NULL or "" when it is decoration. Caller frees. */
static char *
words_of_figure (const Element *element)
{
  static const char *const names[] = { "aria-label", "alt", "title" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *words = element_attribute (element, names[i]);
    if (words)
      return g_strdup (words);
  }
  for (const Element *child = element->first_child; child; child = child->next)
    if (element_is (child, "title"))
      return element_text (child);
  return NULL;
}

static gboolean
says_nothing (const Element *element)
{
  g_autofree char *words = words_of_figure (element);
  return words == NULL || *words == '\0';
}

/* Readers want H1, H2, H3 without gaps, whatever the source has. */
static Tag
tag_of_heading (Structure *structure, Tag tag)
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

static Tag
tag_in (Structure *structure, const Element *element, const StructureNode *parent, ElementTag tag)
{
  gboolean is_section = tag.tag == TAG_THEAD || tag.tag == TAG_TBODY || tag.tag == TAG_TFOOT;

  if (tag.part == PART_INLINE)
    return tag_of_inline (structure, element);
  if (tag.part == PART_BLOCK)
    return tag_of_block (structure, element, parent);
  if (tag.tag == TAG_LINK)
    return element_attribute (element, "href") && structure_link ((StructureNode *) parent) == NULL ? TAG_LINK : TAG_NONE;
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
    Tag tag = element_tag (child).tag;
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
  Tag tag = tag_in (structure, element, parent, known);
  StructureNode *holder = tag ? find_holder (structure, parent, tag, element) : NULL;
  if (tag && holder == NULL) { /* a cell without a row, an item without a list */
    tag = tag_of_block (structure, element, parent);
    holder = tag ? find_holder (structure, parent, tag, element) : NULL;
  }
  if (holder == NULL)
    return parent;
  if (tag_is_heading (tag))
    tag = tag_of_heading (structure, tag);
  return add_node (structure, holder, tag, element);
}

static gboolean
is_hidden (const Element *element)
{
  const char *hidden = element_attribute (element, "aria-hidden");
  return hidden && g_str_equal (hidden, "true");
}

static StructureNode *
find_node (Structure *structure, const Element *element)
{
  if (element == NULL)
    return structure->document;
  StructureNode *node = structure->nodes[element->index];
  if (node)
    return node;
  StructureNode *parent = find_node (structure, element->parent);
  if (element->name == NULL)
    node = parent;
  else
    node = parent == &artifact || is_hidden (element) ? &artifact : make_node (structure, element, parent);
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
         && (element->name == NULL || element_tag (element).part == PART_INLINE || tag_is_inline (element_tag (element).tag)))
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
  for (Kid *kid = item->first; kid; kid = kid->next)
    if (kid->kind == KID_NODE && kid->node->tag == TAG_LBL)
      return kid->node;
  return add_node (structure, item, TAG_LBL, NULL);
}

StructureNode *
structure_find (Structure *structure, const Placed *item)
{
  if (item->role == ROLE_FURNITURE || item->element == NULL || item->kind == PLACED_BOX)
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
structure_link (StructureNode *node)
{
  while (node && node->tag != TAG_LINK)
    node = tag_is_inline (node->tag) || node->tag == TAG_FIGURE ? node->parent : NULL;
  return node;
}

const Element *
structure_element (const StructureNode *node)
{
  return node->element;
}

const char *
structure_tag (const StructureNode *node)
{
  return tag_name (node->tag);
}

static SheetMarks *
sheet_marks (const Structure *structure, guint sheet)
{
  return &g_array_index (structure->sheets, SheetMarks, sheet);
}

guint
structure_mark (Structure *structure, StructureNode *node, guint sheet)
{
  GPtrArray *nodes = sheet_marks (structure, sheet)->nodes;
  add_kid (structure, node, (Kid){ .kind = KID_CONTENT, .sheet = sheet, .number = nodes->len });
  g_ptr_array_add (nodes, node);
  return nodes->len - 1;
}

guint
structure_annotate (Structure *structure, StructureNode *node, guint sheet, guint annotation)
{
  add_kid (structure, node, (Kid){ .kind = KID_ANNOTATION, .sheet = sheet, .number = annotation });
  node->has_annotation = TRUE;
  g_ptr_array_add (structure->annotated, node);
  return structure->sheets->len + structure->annotated->len - 1;
}

void
structure_set_box (StructureNode *node, const double box[4])
{
  memcpy (node->box, box, sizeof node->box);
  node->has_box = TRUE;
}

/* The node an element made itself. */
static const StructureNode *
own_node (const Structure *structure, const Element *element)
{
  const StructureNode *node = structure->nodes[element->index];
  return node && node->element == element ? node : NULL;
}

guint
structure_heading_depth (const Structure *structure, const Element *element)
{
  const StructureNode *node = own_node (structure, element);
  return node && tag_is_heading (node->tag) && node->first ? node->tag - TAG_H1 + 1 : 0;
}

guint
structure_object (const Structure *structure, const Element *element)
{
  const StructureNode *node = own_node (structure, element);
  return node ? node->object : 0;
}

/* --- writing --- */

/* Of an ordered list by its first label, of another by its bullet (ISO 32000-1, table 347). */
static const char *
numbering_of (const StructureNode *list)
{
  static const struct {
    const char *first, *name;
  } labels[] = {
    { "•", "Disc" }, { "◦", "Circle" }, { "○", "Circle" }, { "▪", "Square" }, { "■", "Square" }, { "□", "Square" },
    { "☐", "Square" }, { "i.", "LowerRoman" }, { "i)", "LowerRoman" }, { "I.", "UpperRoman" }, { "I)", "UpperRoman" },
  };
  const char *label = list->label;
  if (label == NULL)
    return "None";
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strncmp (label, labels[i].first, MIN (strlen (labels[i].first), list->label_length)) == 0)
      return labels[i].name;
  return g_ascii_isdigit (*label)   ? "Decimal"
         : g_ascii_islower (*label) ? "LowerAlpha"
         : g_ascii_isupper (*label) ? "UpperAlpha"
                                    : "Disc";
}

static void
append_list_attributes (GString *out, const StructureNode *node)
{
  g_string_append (out, "/A<</O/List/ListNumbering/");
  g_string_append (out, numbering_of (node));
  g_string_append (out, ">>");
}

static gboolean
is_first_cell (const Element *cell)
{
  for (const Element *other = cell->previous; other; other = other->previous)
    if (other->name)
      return FALSE;
  return TRUE;
}

/* What a header cell is the header of. */
static const char *
scope_of (const StructureNode *cell)
{
  const char *scope = element_attribute (cell->element, "scope");
  if (scope && g_str_has_prefix (scope, "row"))
    return "Row";
  if (scope == NULL && cell->parent->parent->tag != TAG_THEAD && is_first_cell (cell->element)
      && (cell->element->next && cell->parent->last->node->tag == TAG_TD))
    return "Row";
  return "Column";
}

#define WIDEST_SPAN 1000

static void
append_span (GString *out, const Element *cell, const char *attribute, const char *key)
{
  const char *value = element_attribute (cell, attribute);
  long n = value ? strtol (value, NULL, 10) : 1;
  if (n <= 1)
    return;
  g_string_append (out, key);
  notation_integer (out, MIN (n, WIDEST_SPAN));
}

static void
append_cell_attributes (GString *out, const StructureNode *node)
{
  gsize start = out->len;
  g_string_append (out, "/A<</O/Table");
  gsize empty = out->len;

  if (node->tag == TAG_TH && node->element) {
    g_string_append (out, "/Scope/");
    g_string_append (out, scope_of (node));
  }
  if (node->element) {
    append_span (out, node->element, "rowspan", "/RowSpan ");
    append_span (out, node->element, "colspan", "/ColSpan ");
  }
  if (out->len == empty)
    g_string_truncate (out, start);
  else
    g_string_append (out, ">>");
}

static void
append_figure_attributes (GString *out, const StructureNode *node)
{
  g_autofree char *words = words_of_figure (node->element);
  g_string_append (out, "/Alt");
  notation_text (out, words, -1);
  if (!node->has_box)
    return;
  g_string_append (out, "/A<</O/Layout/Placement/Block/BBox[");
  for (guint i = 0; i < 4; i++) {
    if (i > 0)
      g_string_append_c (out, ' ');
    notation_number (out, node->box[i]);
  }
  g_string_append (out, "]>>");
}

static void
append_attributes (GString *out, const Structure *structure, const StructureNode *node)
{
  const char *language = node->element ? own_language (structure, node->element) : NULL;
  const char *expansion = node->element ? expansion_of (node->element) : NULL;

  if (node->tag == TAG_L)
    append_list_attributes (out, node);
  else if (node->tag == TAG_TH || node->tag == TAG_TD)
    append_cell_attributes (out, node);
  else if (node->tag == TAG_FIGURE)
    append_figure_attributes (out, node);
  if (language && node != structure->document) {
    g_string_append (out, "/Lang");
    notation_text (out, language, -1);
  }
  if (expansion) {
    g_string_append (out, "/E");
    notation_text (out, expansion, -1);
  }
}

static void
append_kid (GString *out, const Structure *structure, const Kid *kid, int sheet)
{
  if (kid->kind == KID_NODE) {
    notation_reference (out, kid->node->object);
    return;
  }
  if (kid->kind == KID_CONTENT && (int) kid->sheet == sheet) {
    notation_integer (out, kid->number);
    return;
  }
  g_string_append (out, kid->kind == KID_CONTENT ? "<</Type/MCR/Pg " : "<</Type/OBJR/Pg ");
  notation_reference (out, sheet_marks (structure, kid->sheet)->page);
  g_string_append (out, kid->kind == KID_CONTENT ? "/MCID " : "/Obj ");
  if (kid->kind == KID_CONTENT)
    notation_integer (out, kid->number);
  else
    notation_reference (out, kid->number);
  g_string_append (out, ">>");
}

/* The sheet of its first content, or -1. */
static int
sheet_of (const StructureNode *node)
{
  for (const Kid *kid = node->first; kid; kid = kid->next)
    if (kid->kind == KID_CONTENT)
      return kid->sheet;
  return -1;
}

static gboolean
is_written (const Kid *kid)
{
  return kid->kind != KID_NODE || !kid->node->is_left_out;
}

static void
append_kids (GString *out, const Structure *structure, const StructureNode *node)
{
  int sheet = sheet_of (node);
  gboolean is_first = TRUE;

  if (sheet >= 0) {
    g_string_append (out, "/Pg ");
    notation_reference (out, sheet_marks (structure, sheet)->page);
  }
  for (const Kid *kid = node->first; kid; kid = kid->next) {
    if (!is_written (kid))
      continue;
    g_string_append (out, is_first ? "/K[" : " ");
    append_kid (out, structure, kid, sheet);
    is_first = FALSE;
  }
  if (!is_first)
    g_string_append_c (out, ']');
}

static void
write_node (Structure *structure, const StructureNode *node)
{
  GString *out = objects_begin (structure->objects, node->object);
  gboolean is_dead_link = node->tag == TAG_LINK && !node->has_annotation;

  g_string_append (out, "<</S/");
  g_string_append (out, tag_name (is_dead_link ? TAG_SPAN : node->tag));
  g_string_append (out, "/P ");
  notation_reference (out, node->parent ? node->parent->object : structure->root);
  append_attributes (out, structure, node);
  append_kids (out, structure, node);
  g_string_append (out, ">>");
  objects_end (structure->objects);
}

/* Leaves out what came to nothing: a caption that is not shown. Empty cells stay. */
static void
leave_out (StructureNode *node)
{
  gboolean is_empty = node->tag != TAG_TH && node->tag != TAG_TD && node->tag != TAG_DOCUMENT;
  for (Kid *kid = node->first; kid; kid = kid->next) {
    if (kid->kind == KID_NODE)
      leave_out (kid->node);
    is_empty &= !is_written (kid);
  }
  node->is_left_out = is_empty;
}

static void
write_nodes (Structure *structure, const StructureNode *node)
{
  write_node (structure, node);
  for (const Kid *kid = node->first; kid; kid = kid->next)
    if (kid->kind == KID_NODE && is_written (kid))
      write_nodes (structure, kid->node);
}

/* From content and annotations back to nodes. */
static void
write_parents (Structure *structure, guint object)
{
  GString *out = objects_begin (structure->objects, object);

  g_string_append (out, "<</Nums[");
  for (guint i = 0; i < structure->sheets->len; i++) {
    GPtrArray *nodes = sheet_marks (structure, i)->nodes;
    notation_integer (out, i);
    g_string_append_c (out, '[');
    for (guint j = 0; j < nodes->len; j++) {
      if (j > 0)
        g_string_append_c (out, ' ');
      notation_reference (out, ((StructureNode *) nodes->pdata[j])->object);
    }
    g_string_append (out, "]");
  }
  for (guint i = 0; i < structure->annotated->len; i++) {
    notation_integer (out, structure->sheets->len + i);
    g_string_append_c (out, ' ');
    notation_reference (out, ((StructureNode *) structure->annotated->pdata[i])->object);
    g_string_append_c (out, ' ');
  }
  g_string_append (out, "]>>");
  objects_end (structure->objects);
}

guint
structure_write (Structure *structure)
{
  guint parents = objects_reserve (structure->objects);

  leave_out (structure->document);
  write_nodes (structure, structure->document);
  write_parents (structure, parents);
  GString *out = objects_begin (structure->objects, structure->root);
  g_string_append (out, "<</Type/StructTreeRoot/K ");
  notation_reference (out, structure->document->object);
  g_string_append (out, "/ParentTree ");
  notation_reference (out, parents);
  g_string_append (out, "/ParentTreeNextKey ");
  notation_integer (out, structure->sheets->len + structure->annotated->len);
  g_string_append (out, ">>");
  objects_end (structure->objects);
  return structure->root;
}
