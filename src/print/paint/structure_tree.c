/* SPDX-License-Identifier: MIT */
#include "print/paint/structure_tree.h"

#include "print/paint/notation.h"
#include "print/paint/words.h"

typedef struct {
  guint page;
  GPtrArray *nodes; /* StructureNode, by /MCID */
} SheetMarks;

/* --- making --- */

static void
clear_sheet (gpointer sheet)
{
  g_ptr_array_unref (((SheetMarks *) sheet)->nodes);
}

static void
add_kid (StructureTree *tree, StructureNode *parent, StructureKid kid)
{
  StructureKid *copy = arena_alloc_raw (tree->arena, sizeof (StructureKid));
  *copy = kid;
  copy->next = NULL;
  if (parent->last)
    parent->last->next = copy;
  else
    parent->first = copy;
  parent->last = copy;
}

StructureNode *
structure_tree_add (StructureTree *tree, StructureNode *parent, StructureType tag,
                    const Element *element)
{
  StructureNode *node = arena_alloc (tree->arena, sizeof (StructureNode));
  node->tag = tag;
  node->object = objects_reserve (tree->objects);
  node->parent = parent;
  node->element = element;
  if (parent)
    add_kid (tree, parent, (StructureKid){ .kind = KID_NODE, .node = node });
  return node;
}

void
structure_tree_set_box (StructureTree *tree, StructureNode *node, const double box[4])
{
  node->box = memcpy (arena_alloc_raw (tree->arena, 4 * sizeof *box), box, 4 * sizeof *box);
}

StructureTree *
structure_tree_new (const Element *root, const char *language, Objects *objects)
{
  StructureTree *tree = g_new0 (StructureTree, 1);
  tree->arena = arena_new ();
  tree->objects = objects;
  tree->language = language;
  tree->sheets = g_array_new (FALSE, TRUE, sizeof (SheetMarks));
  g_array_set_clear_func (tree->sheets, clear_sheet);
  tree->annotated = g_ptr_array_new ();
  tree->root = objects_reserve (objects);
  tree->document = structure_tree_add (tree, NULL, TAG_DOCUMENT, root);
  return tree;
}

void
structure_tree_free (StructureTree *tree)
{
  if (tree == NULL)
    return;
  arena_free (tree->arena);
  g_array_unref (tree->sheets);
  g_ptr_array_unref (tree->annotated);
  g_free (tree);
}

StructureNode *
structure_tree_last (const StructureNode *parent)
{
  return parent->last && parent->last->kind == KID_NODE ? parent->last->node : NULL;
}

guint
structure_tree_add_sheet (StructureTree *tree, guint page)
{
  SheetMarks sheet = { page, g_ptr_array_new () };
  g_assert (tree->annotated->len == 0);
  g_array_append_val (tree->sheets, sheet);
  return tree->sheets->len - 1;
}

static SheetMarks *
sheet_marks (const StructureTree *tree, guint sheet)
{
  return &g_array_index (tree->sheets, SheetMarks, sheet);
}

guint
structure_tree_mark (StructureTree *tree, StructureNode *node, guint sheet)
{
  GPtrArray *nodes = sheet_marks (tree, sheet)->nodes;
  add_kid (tree, node, (StructureKid){ .kind = KID_CONTENT, .sheet = sheet, .number = nodes->len });
  g_ptr_array_add (nodes, node);
  return nodes->len - 1;
}

guint
structure_tree_annotate (StructureTree *tree, StructureNode *node, guint sheet, guint annotation)
{
  add_kid (tree, node,
           (StructureKid){ .kind = KID_ANNOTATION, .sheet = sheet, .number = annotation });
  node->has_annotation = TRUE;
  g_ptr_array_add (tree->annotated, node);
  return tree->sheets->len + tree->annotated->len - 1;
}

const char *
structure_tree_language (const StructureTree *tree, const Element *element)
{
  const char *language = element_attribute (element, "lang");
  if (language == NULL || g_str_has_prefix (tree->language, language))
    return NULL;
  return language;
}

const char *
structure_tree_expansion (const Element *element)
{
  return element_is (element, "abbr") ? element_attribute (element, "title") : NULL;
}

/* --- writing --- */

/* Of an ordered list by its first label, of another by its bullet (ISO 32000-1, table 347). */
static const char *
numbering_of (const StructureNode *list)
{
  static const struct {
    const char *first, *name;
  } labels[] = {
    { "•", "Disc" },        { "◦", "Circle" },      { "○", "Circle" },      { "▪", "Square" },
    { "■", "Square" },      { "□", "Square" },      { "☐", "Square" },      { "i.", "LowerRoman" },
    { "i)", "LowerRoman" }, { "I.", "UpperRoman" }, { "I)", "UpperRoman" },
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
  append_text (out, "/A<</O/List/ListNumbering/");
  g_string_append (out, numbering_of (node));
  append_text (out, ">>");
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

static void
append_span (GString *out, const char *key, guint span)
{
  if (span <= 1)
    return;
  g_string_append (out, key);
  notation_integer (out, span);
}

static void
append_cell_attributes (GString *out, const StructureNode *node)
{
  gsize start = out->len;
  append_text (out, "/A<</O/Table");
  gsize empty = out->len;

  if (node->tag == TAG_TH && node->element) {
    append_text (out, "/Scope/");
    g_string_append (out, scope_of (node));
  }
  append_span (out, "/RowSpan ", node->row_span);
  append_span (out, "/ColSpan ", node->column_span);
  if (out->len == empty)
    g_string_truncate (out, start);
  else
    append_text (out, ">>");
}

static void
append_figure_attributes (GString *out, const StructureNode *node)
{
  g_autofree char *words = words_of_figure (node->element);
  append_text (out, "/Alt");
  notation_text (out, words, -1);
  if (node->box == NULL)
    return;
  append_text (out, "/A<</O/Layout/Placement/Block/BBox[");
  for (guint i = 0; i < 4; i++) {
    if (i > 0)
      g_string_append_c (out, ' ');
    notation_number (out, node->box[i]);
  }
  append_text (out, "]>>");
}

/* PDF/UA-1, 7.9: each note has an ID of its own. */
static void
append_note_id (GString *out, const StructureNode *node)
{
  g_string_append_printf (out, "(note-%08u)", node->object);
}

static void
append_attributes (GString *out, const StructureTree *tree, const StructureNode *node)
{
  const char *language = node->element ? structure_tree_language (tree, node->element) : NULL;
  const char *expansion = node->element ? structure_tree_expansion (node->element) : NULL;

  if (node->tag == TAG_L)
    append_list_attributes (out, node);
  else if (node->tag == TAG_TH || node->tag == TAG_TD)
    append_cell_attributes (out, node);
  else if (node->tag == TAG_FIGURE)
    append_figure_attributes (out, node);
  else if (node->tag == TAG_NOTE) {
    append_text (out, "/ID");
    append_note_id (out, node);
  }
  if (language && node != tree->document) {
    append_text (out, "/Lang");
    notation_text (out, language, -1);
  }
  if (expansion) {
    append_text (out, "/E");
    notation_text (out, expansion, -1);
  }
}

static void
append_kid (GString *out, const StructureTree *tree, const StructureKid *kid, int sheet)
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
  notation_reference (out, sheet_marks (tree, kid->sheet)->page);
  g_string_append (out, kid->kind == KID_CONTENT ? "/MCID " : "/Obj ");
  if (kid->kind == KID_CONTENT)
    notation_integer (out, kid->number);
  else
    notation_reference (out, kid->number);
  append_text (out, ">>");
}

/* The sheet of its first content, or -1. */
static int
sheet_of (const StructureNode *node)
{
  for (const StructureKid *kid = node->first; kid; kid = kid->next)
    if (kid->kind == KID_CONTENT)
      return kid->sheet;
  return -1;
}

static gboolean
is_written (const StructureKid *kid)
{
  return kid->kind != KID_NODE || !kid->node->is_left_out;
}

static void
append_kids (GString *out, const StructureTree *tree, const StructureNode *node)
{
  int sheet = sheet_of (node);
  gboolean is_first = TRUE;

  if (sheet >= 0) {
    append_text (out, "/Pg ");
    notation_reference (out, sheet_marks (tree, sheet)->page);
  }
  for (const StructureKid *kid = node->first; kid; kid = kid->next) {
    if (!is_written (kid))
      continue;
    g_string_append (out, is_first ? "/K[" : " ");
    append_kid (out, tree, kid, sheet);
    is_first = FALSE;
  }
  if (!is_first)
    g_string_append_c (out, ']');
}

static void
write_node (StructureTree *tree, const StructureNode *node)
{
  GString *out = objects_begin (tree->objects, node->object);
  gboolean is_dead = (node->tag == TAG_LINK || node->tag == TAG_FORM) && !node->has_annotation;

  append_text (out, "<</S/");
  g_string_append (out, tag_name (is_dead ? TAG_SPAN : node->tag));
  append_text (out, "/P ");
  notation_reference (out, node->parent ? node->parent->object : tree->root);
  append_attributes (out, tree, node);
  append_kids (out, tree, node);
  append_text (out, ">>");
  objects_end (tree->objects);
}

/* Leaves out what came to nothing: a caption that is not shown. Empty cells stay. */
static void
leave_out (StructureNode *node)
{
  gboolean is_empty = node->tag != TAG_TH && node->tag != TAG_TD && node->tag != TAG_DOCUMENT;
  for (StructureKid *kid = node->first; kid; kid = kid->next) {
    if (kid->kind == KID_NODE)
      leave_out (kid->node);
    is_empty &= !is_written (kid);
  }
  node->is_left_out = is_empty;
}

static void
write_nodes (StructureTree *tree, const StructureNode *node)
{
  write_node (tree, node);
  for (const StructureKid *kid = node->first; kid; kid = kid->next)
    if (kid->kind == KID_NODE && is_written (kid))
      write_nodes (tree, kid->node);
}

/* From content and annotations back to nodes. */
static void
write_parents (StructureTree *tree, guint object)
{
  GString *out = objects_begin (tree->objects, object);

  append_text (out, "<</Nums[");
  for (guint i = 0; i < tree->sheets->len; i++) {
    GPtrArray *nodes = sheet_marks (tree, i)->nodes;
    notation_integer (out, i);
    g_string_append_c (out, '[');
    for (guint j = 0; j < nodes->len; j++) {
      if (j > 0)
        g_string_append_c (out, ' ');
      notation_reference (out, ((StructureNode *) nodes->pdata[j])->object);
    }
    append_text (out, "]");
  }
  for (guint i = 0; i < tree->annotated->len; i++) {
    notation_integer (out, tree->sheets->len + i);
    g_string_append_c (out, ' ');
    notation_reference (out, ((StructureNode *) tree->annotated->pdata[i])->object);
    g_string_append_c (out, ' ');
  }
  append_text (out, "]>>");
  objects_end (tree->objects);
}

static void
append_notes (GString *out, const StructureNode *node)
{
  if (node->tag == TAG_NOTE && !node->is_left_out) {
    append_note_id (out, node);
    notation_reference (out, node->object);
  }
  for (const StructureKid *kid = node->first; kid; kid = kid->next)
    if (kid->kind == KID_NODE)
      append_notes (out, kid->node);
}

/* From IDs to nodes. */
static void
append_id_tree (GString *out, const StructureTree *tree)
{
  g_autoptr (GString) names = g_string_new (NULL);

  append_notes (names, tree->document);
  if (names->len > 0)
    g_string_append_printf (out, "/IDTree<</Names[%s]>>", names->str);
}

void
structure_tree_write (StructureTree *tree)
{
  guint parents = objects_reserve (tree->objects);

  leave_out (tree->document);
  write_nodes (tree, tree->document);
  write_parents (tree, parents);
  GString *out = objects_begin (tree->objects, tree->root);
  append_text (out, "<</Type/StructTreeRoot/K ");
  notation_reference (out, tree->document->object);
  append_id_tree (out, tree);
  append_text (out, "/ParentTree ");
  notation_reference (out, parents);
  append_text (out, "/ParentTreeNextKey ");
  notation_integer (out, tree->sheets->len + tree->annotated->len);
  append_text (out, ">>");
  objects_end (tree->objects);
}
