/* SPDX-License-Identifier: MIT */
#include "print/paint/tags.h"

#define BIT(tag) (G_GUINT64_CONSTANT (1) << (tag))

#define INLINE                                                                                     \
  (BIT (TAG_LINK) | BIT (TAG_SPAN) | BIT (TAG_CODE) | BIT (TAG_QUOTE) | BIT (TAG_NOTE)             \
   | BIT (TAG_CONTENT))
#define OF_LISTS (BIT (TAG_LI) | BIT (TAG_LBL) | BIT (TAG_LBODY))
#define HEADINGS                                                                                   \
  (BIT (TAG_H1) | BIT (TAG_H2) | BIT (TAG_H3) | BIT (TAG_H4) | BIT (TAG_H5) | BIT (TAG_H6))
#define SECTIONS (BIT (TAG_THEAD) | BIT (TAG_TBODY) | BIT (TAG_TFOOT))
#define CELLS    (BIT (TAG_TH) | BIT (TAG_TD))
#define OF_TABLE (SECTIONS | BIT (TAG_TR) | CELLS)

#define ANYTHING (~(OF_LISTS | OF_TABLE | BIT (TAG_TOCI)))
#define BLOCKS   (ANYTHING & ~INLINE)

/* Types that hold only certain others, and what is put between. Without `between`, what does not
 * fit is no structure. */
static const struct {
  const char *name;
  guint64 holds;
  StructureType between;
} tags[N_TAGS] = {
  [TAG_DOCUMENT] = { "Document", BLOCKS, TAG_P },
  [TAG_SECT] = { "Sect", BLOCKS, TAG_P },
  [TAG_ART] = { "Art", BLOCKS, TAG_P },
  [TAG_DIV] = { "Div", BLOCKS, TAG_P },
  [TAG_BLOCK_QUOTE] = { "BlockQuote", BLOCKS, TAG_P },
  [TAG_P] = { "P", ANYTHING, TAG_NONE },
  [TAG_H1] = { "H1", ANYTHING, TAG_NONE },
  [TAG_H2] = { "H2", ANYTHING, TAG_NONE },
  [TAG_H3] = { "H3", ANYTHING, TAG_NONE },
  [TAG_H4] = { "H4", ANYTHING, TAG_NONE },
  [TAG_H5] = { "H5", ANYTHING, TAG_NONE },
  [TAG_H6] = { "H6", ANYTHING, TAG_NONE },
  [TAG_L] = { "L", BIT (TAG_LI) | BIT (TAG_L) | BIT (TAG_CAPTION), TAG_LI },
  [TAG_LI] = { "LI", BIT (TAG_LBL) | BIT (TAG_LBODY), TAG_LBODY },
  [TAG_LBL] = { "Lbl", ANYTHING, TAG_NONE },
  [TAG_LBODY] = { "LBody", ANYTHING, TAG_NONE },
  [TAG_TOC] = { "TOC", BIT (TAG_TOCI) | BIT (TAG_TOC) | BIT (TAG_CAPTION), TAG_TOCI },
  [TAG_TOCI] = { "TOCI", BIT (TAG_P) | BIT (TAG_TOC), TAG_P },
  [TAG_TABLE] = { "Table", SECTIONS | BIT (TAG_TR) | BIT (TAG_CAPTION), TAG_TR },
  [TAG_THEAD] = { "THead", BIT (TAG_TR), TAG_TR },
  [TAG_TBODY] = { "TBody", BIT (TAG_TR), TAG_TR },
  [TAG_TFOOT] = { "TFoot", BIT (TAG_TR), TAG_TR },
  [TAG_TR] = { "TR", CELLS, TAG_TD },
  [TAG_TH] = { "TH", ANYTHING, TAG_NONE },
  [TAG_TD] = { "TD", ANYTHING, TAG_NONE },
  [TAG_CAPTION] = { "Caption", ANYTHING, TAG_NONE },
  [TAG_FIGURE] = { "Figure", ANYTHING, TAG_NONE },
  [TAG_LINK] = { "Link", ANYTHING, TAG_NONE },
  [TAG_SPAN] = { "Span", ANYTHING, TAG_NONE },
  [TAG_CODE] = { "Code", ANYTHING, TAG_NONE },
  [TAG_QUOTE] = { "Quote", ANYTHING, TAG_NONE },
  [TAG_NOTE] = { "Note", ANYTHING, TAG_NONE },
  [TAG_FORM] = { "Form", BIT (TAG_CONTENT), TAG_NONE },
};

const char *
tag_name (StructureType tag)
{
  return tags[tag].name;
}

gboolean
tag_holds (StructureType parent, StructureType child)
{
  return (tags[parent].holds & BIT (child)) != 0;
}

/* A cell or a row outside a table is not made one: only what would be at home everywhere is put
 * into something, and labels and bodies into items of lists. */
StructureType
tag_between (StructureType parent, StructureType child)
{
  gboolean is_of_list = child == TAG_LBL || child == TAG_LBODY;
  if (is_of_list)
    return parent == TAG_L ? TAG_LI : TAG_NONE;
  return BIT (child) & (OF_LISTS | OF_TABLE | BIT (TAG_TOCI)) ? TAG_NONE : tags[parent].between;
}

gboolean
tag_is_heading (StructureType tag)
{
  return (BIT (tag) & HEADINGS) != 0;
}

gboolean
tag_is_leaf_block (StructureType tag)
{
  return tag == TAG_P || tag_is_heading (tag) || tag == TAG_CAPTION || tag == TAG_LBL
         || tag_is_inline (tag);
}

gboolean
tag_is_inline (StructureType tag)
{
  return (INLINE & BIT (tag)) != 0;
}

/* --- elements --- */

static const struct {
  const char *name;
  ElementTag tag;
} elements[] = {
  { "html", { PART_TAG, TAG_DOCUMENT } },
  { "body", { PART_BLOCK, TAG_NONE } },
  { "div", { PART_BLOCK, TAG_NONE } },
  { "main", { PART_BLOCK, TAG_NONE } },
  { "header", { PART_BLOCK, TAG_NONE } },
  { "footer", { PART_BLOCK, TAG_NONE } },
  { "address", { PART_BLOCK, TAG_NONE } },
  { "hgroup", { PART_BLOCK, TAG_NONE } },
  { "figure", { PART_BLOCK, TAG_NONE } },
  { "form", { PART_BLOCK, TAG_NONE } },
  { "pre", { PART_BLOCK, TAG_NONE } },
  { "section", { PART_TAG, TAG_SECT } },
  { "aside", { PART_TAG, TAG_SECT } },
  { "nav", { PART_TAG, TAG_SECT } },
  { "article", { PART_TAG, TAG_ART } },
  { "blockquote", { PART_TAG, TAG_BLOCK_QUOTE } },
  { "p", { PART_TAG, TAG_P } },
  { "h1", { PART_TAG, TAG_H1 } },
  { "h2", { PART_TAG, TAG_H2 } },
  { "h3", { PART_TAG, TAG_H3 } },
  { "h4", { PART_TAG, TAG_H4 } },
  { "h5", { PART_TAG, TAG_H5 } },
  { "h6", { PART_TAG, TAG_H6 } },
  { "ul", { PART_TAG, TAG_L } },
  { "ol", { PART_TAG, TAG_L } },
  { "dl", { PART_TAG, TAG_L } },
  { "li", { PART_TAG, TAG_LI } },
  { "dt", { PART_TAG, TAG_LBL } },
  { "dd", { PART_TAG, TAG_LBODY } },
  { "table", { PART_TAG, TAG_TABLE } },
  { "thead", { PART_TAG, TAG_THEAD } },
  { "tbody", { PART_TAG, TAG_TBODY } },
  { "tfoot", { PART_TAG, TAG_TFOOT } },
  { "tr", { PART_TAG, TAG_TR } },
  { "th", { PART_TAG, TAG_TH } },
  { "td", { PART_TAG, TAG_TD } },
  { "caption", { PART_TAG, TAG_CAPTION } },
  { "figcaption", { PART_TAG, TAG_CAPTION } },
  { "img", { PART_TAG, TAG_FIGURE } },
  { "svg", { PART_TAG, TAG_FIGURE } },
  { "a", { PART_TAG, TAG_LINK } },
  { "code", { PART_TAG, TAG_CODE } },
  { "q", { PART_TAG, TAG_QUOTE } },
};

static const struct {
  const char *role;
  ElementTag tag;
} roles[] = {
  { "none", { PART_BLOCK, TAG_NONE } },
  { "presentation", { PART_BLOCK, TAG_NONE } },
  { "group", { PART_BLOCK, TAG_NONE } },
  { "region", { PART_TAG, TAG_SECT } },
  { "article", { PART_TAG, TAG_ART } },
  { "blockquote", { PART_TAG, TAG_BLOCK_QUOTE } },
  { "paragraph", { PART_TAG, TAG_P } },
  { "heading", { PART_TAG, TAG_H2 } },
  { "list", { PART_TAG, TAG_L } },
  { "listitem", { PART_TAG, TAG_LI } },
  { "table", { PART_TAG, TAG_TABLE } },
  { "rowgroup", { PART_TAG, TAG_TBODY } },
  { "row", { PART_TAG, TAG_TR } },
  { "columnheader", { PART_TAG, TAG_TH } },
  { "rowheader", { PART_TAG, TAG_TH } },
  { "cell", { PART_TAG, TAG_TD } },
  { "caption", { PART_TAG, TAG_CAPTION } },
  { "img", { PART_TAG, TAG_FIGURE } },
  { "doc-footnote", { PART_TAG, TAG_NOTE } },
  { "textbox", { PART_TAG, TAG_FORM } },
  { "doc-toc", { PART_TAG, TAG_TOC } },
};

static gpointer
make_index (G_GNUC_UNUSED gpointer unused)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    g_hash_table_insert (index, (gpointer) g_intern_static_string (elements[i].name),
                         (gpointer) &elements[i].tag);
  return index;
}

/* const char *, interned → const ElementTag * */
static GHashTable *
element_index (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_index, NULL);
}

static const ElementTag *
tag_of_role (const Element *element)
{
  const char *role = element_attribute (element, "role");
  for (guint i = 0; role && i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (role, roles[i].role))
      return &roles[i].tag;
  return NULL;
}

static StructureType
heading_of_level (const Element *element)
{
  const char *level = element_attribute (element, "aria-level");
  return level && *level >= '1' && *level <= '6' ? TAG_H1 + (*level - '1') : TAG_H2;
}

/* An item of a table of contents, <ul role="doc-toc">. */
static gboolean
is_of_contents (const Element *element, const ElementTag *tag)
{
  if (tag == NULL || tag->tag != TAG_LI || element->parent == NULL)
    return FALSE;
  const ElementTag *around = tag_of_role (element->parent);
  return around && around->tag == TAG_TOC;
}

ElementTag
element_tag (const Element *element)
{
  const ElementTag *tag = tag_of_role (element);
  if (tag && tag_is_heading (tag->tag))
    return (ElementTag){ PART_TAG, heading_of_level (element) };
  if (tag == NULL)
    tag = g_hash_table_lookup (element_index (), element->name);
  if (is_of_contents (element, tag))
    return (ElementTag){ PART_TAG, TAG_TOCI };
  return tag ? *tag : (ElementTag){ PART_INLINE, TAG_NONE };
}
