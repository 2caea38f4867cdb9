/* SPDX-License-Identifier: MIT */
#include "print/place/builder.h"

#include "print/read/name.h"
#include "print/read/useless.h"

#include <string.h>

/* Recursion is bounded: deeper pages were refused when they were read. */

static void build_element (Builder *builder, Filling *filling, const Element *element,
                           const InlineItem *around);
static void build_children (Builder *builder, Filling *filling, const Element *element,
                            const Style *style, const InlineItem *around);

static gboolean
is_presentation (const Element *element)
{
  const char *hidden = element_attribute (element, "aria-hidden");
  const char *role = element_attribute (element, "role");
  return (hidden && strcmp (hidden, "true") == 0)
         || (role && (strcmp (role, "presentation") == 0 || strcmp (role, "none") == 0)
             && !element_is (element, "table"));
}

static BoxKind
box_kind_of (Display display)
{
  return display == DISPLAY_FLEX ? BOX_FLEX : BOX_BLOCK;
}

static gboolean
is_inline (Display display)
{
  return display == DISPLAY_INLINE || display == DISPLAY_INLINE_BLOCK;
}

void
builder_register (Builder *builder, Box *box)
{
  GPtrArray *containers = builder->containers;

  if (box->style->is_footnote) {
    g_ptr_array_add (builder->tree->footnotes, box);
    return;
  }
  Box *container = box->style->position == POSITION_ABSOLUTE && containers->len > 0
                     ? containers->pdata[containers->len - 1]
                     : NULL;

  if (container == NULL) {
    g_ptr_array_add (builder->tree->on_pages, box);
    return;
  }
  if (container->out_of_flow == NULL) {
    container->out_of_flow = g_ptr_array_new ();
    g_ptr_array_add (builder->tree->lists, container->out_of_flow);
  }
  g_ptr_array_add (container->out_of_flow, box);
}

Box *
build_block (Builder *builder, const Element *element, const Style *style, BoxKind kind,
             PlacedRole role)
{
  Box *box = builder_box (builder, kind, style, element);
  Filling filling = { box, NULL };
  gboolean is_container = style->position != POSITION_STATIC;

  box->role = MAX (role, is_presentation (element) ? ROLE_ARTIFACT : ROLE_CONTENT);
  box->is_field = element_is_field (element);
  if (style->display == DISPLAY_LIST_ITEM)
    build_marker (builder, &filling);
  if (kind == BOX_BLOCK && (style->column_count > 0 || style->column_width > 0)) {
    box->column_parts = g_array_new (FALSE, FALSE, sizeof (ColumnPart));
    g_ptr_array_add (builder->tree->arrays, box->column_parts);
  }
  if (is_container)
    g_ptr_array_add (builder->containers, box);
  build_children (builder, &filling, element, style, NULL);
  filling_close (builder, &filling);
  if (is_container)
    g_ptr_array_set_size (builder->containers, (int) builder->containers->len - 1);
  return box;
}

/* TRUE when there is a block somewhere in an inline element: then it is a block itself, for our
 * purposes. */
static gboolean
holds_block (Builder *builder, const Element *element, const Style *style)
{
  for (const Element *child = element->first_child; child; child = child->next) {
    if (child->name == NULL || element_is_replaced (child))
      continue;
    const Style *own = styler_style (builder->sources->styler, child, style);
    if (own->display == DISPLAY_NONE || own->display == DISPLAY_INLINE_BLOCK
        || style_is_out_of_flow (own))
      continue;
    if (own->display != DISPLAY_INLINE || holds_block (builder, child, own))
      return TRUE;
  }
  return FALSE;
}

static double
raise_of (const Style *style, const Style *parent)
{
  switch (style->vertical_kind) {
  case VERTICAL_SUB:
    return -0.2 * parent->font_size;
  case VERTICAL_SUPER:
    return 0.34 * parent->font_size;
  case VERTICAL_RAISED:
    return style->vertical_raise;
  default:
    return 0;
  }
}

static gboolean
has_edge (const Style *style, Side side)
{
  return style->border[side].width > 0 || style->padding[side].value != 0
         || style->margin[side].value != 0;
}

/* An inline box that shows more than its text. */
static gboolean
is_box (const Style *style)
{
  return !style->background.is_clear || has_edge (style, SIDE_LEFT) || has_edge (style, SIDE_RIGHT)
         || has_edge (style, SIDE_TOP) || has_edge (style, SIDE_BOTTOM);
}

static double
edge_width (const Style *style, Side side)
{
  double margin = style->margin[side].kind == LENGTH_POINTS ? style->margin[side].value : 0;
  double padding = style->padding[side].kind == LENGTH_POINTS ? style->padding[side].value : 0;
  return margin + padding + style->border[side].width;
}

/* How far position: relative moves it along an axis that begins at this side; percentages of the
 * lines around are not known yet, and are nothing. */
static double
shift_of (const Style *style, Side near)
{
  Side far = near == SIDE_LEFT ? SIDE_RIGHT : SIDE_BOTTOM;

  if (style->position != POSITION_RELATIVE)
    return 0;
  if (style->inset[near].kind == LENGTH_POINTS)
    return style->inset[near].value;
  return style->inset[far].kind == LENGTH_POINTS ? -style->inset[far].value : 0;
}

static void
build_inline (Builder *builder, Filling *filling, const Element *element, const Style *style,
              const InlineItem *around)
{
  const Style *parent = around ? around->style : filling->box->style;
  InlineItem item = { .style = style,
                      .element = element,
                      .role = MAX (around ? around->role : filling->box->role,
                                   is_presentation (element) ? ROLE_ARTIFACT : ROLE_CONTENT),
                      .raise = (around ? around->raise : 0) + raise_of (style, parent),
                      .shift_x = (around ? around->shift_x : 0) + shift_of (style, SIDE_LEFT),
                      .shift_y = (around ? around->shift_y : 0) + shift_of (style, SIDE_TOP),
                      .decoration =
                        style->decoration
                        | (around ? around->decoration : filling->box->style->decoration) };
  Inlines *inlines = filling_lines (builder, filling);
  gboolean boxed = is_box (style);
  guint open = 0;

  if (boxed) {
    item.width = edge_width (style, SIDE_LEFT);
    open = inlines_add (inlines, INLINE_OPEN, &item);
  }
  item.width = 0;
  build_children (builder, filling, element, style, &item);
  if (boxed) {
    item.width = edge_width (style, SIDE_RIGHT);
    item.other = open;
    inlines_add (inlines, INLINE_CLOSE, &item);
  }
}

static void
add_atomic (Builder *builder, Filling *filling, Box *box, const InlineItem *around)
{
  const Style *parent = around ? around->style : filling->box->style;
  InlineItem item = { .style = box->style,
                      .element = box->element,
                      .box = box,
                      .role = MAX (box->role, around ? around->role : filling->box->role),
                      .shift_x = around ? around->shift_x : 0,
                      .shift_y = around ? around->shift_y : 0,
                      .raise = (around ? around->raise : 0) + raise_of (box->style, parent) };

  box->parent = filling->box;
  box->role = item.role;
  inlines_add (filling_lines (builder, filling), INLINE_ATOMIC, &item);
}

static Box *
build_box (Builder *builder, Box *parent, const Element *element, const Style *style)
{
  /* What stands on every page is not part of the text. */
  PlacedRole role = style->position == POSITION_FIXED ? ROLE_ARTIFACT : parent->role;

  if (element_is_replaced (element)) {
    Box *picture = build_replaced (builder, element, style);
    if (picture)
      picture->role = role;
    return picture;
  }
  if (style->display == DISPLAY_TABLE)
    return table_box (builder, element, style, parent->style, role);
  return build_block (builder, element, style, box_kind_of (style->display), role);
}

static void
build_out_of_flow (Builder *builder, Filling *filling, const Element *element, const Style *style)
{
  Box *box = build_box (builder, filling->box, element, style);

  if (box == NULL)
    return;
  box->parent = filling->box;
  if (filling->box->kind == BOX_BLOCK) {
    InlineItem item = { .style = style, .element = element, .box = box };
    inlines_add (filling_lines (builder, filling), INLINE_OUT_OF_FLOW, &item);
  }
  builder_register (builder, box);
}

static void
build_level (Builder *builder, Filling *filling, const Element *element, const Style *style,
             const InlineItem *around)
{
  gboolean is_out = style_is_out_of_flow (style);
  gboolean is_item = filling->box->kind == BOX_FLEX;

  gboolean is_break = element_is (element, "br");
  if (is_break || element_is (element, "wbr")) {
    InlineItem item = { .style = around ? around->style : filling->box->style,
                        .element = element->parent,
                        .role = around ? around->role : ROLE_CONTENT };
    if (is_break)
      inlines_add_break (filling_lines (builder, filling), &item);
    else
      inlines_add (filling_lines (builder, filling), INLINE_CHANCE, &item);
  } else if (is_out)
    build_out_of_flow (builder, filling, element, style);
  else if (!is_item && style->display == DISPLAY_INLINE && !element_is_replaced (element)
           && !holds_block (builder, element, style))
    build_inline (builder, filling, element, style, around);
  else if (!is_item && is_inline (style->display)
           && (element_is_replaced (element) || style->display == DISPLAY_INLINE_BLOCK)) {
    Box *box = build_box (builder, filling->box, element, style);
    if (box)
      add_atomic (builder, filling, box, around);
  } else if (style->display == DISPLAY_TABLE) {
    filling_close (builder, filling);
    build_table (builder, filling->box, element, style);
  } else {
    filling_close (builder, filling);
    Box *box = build_box (builder, filling->box, element, style);
    if (box)
      box_append (filling->box, box);
  }
}

/* The number an element asks for; `otherwise` when it asks for none. */
static int
number_attribute (const Element *element, const char *attribute, int otherwise)
{
  const char *value = element_attribute (element, attribute);
  return value ? (int) CLAMP (g_ascii_strtoll (value, NULL, 10), -99999, 99999) : otherwise;
}

/* `list-item` counts by itself, as in HTML: <ol start>, <li value>. */
static void
count_item (Builder *builder, const Element *element, const Style *style)
{
  if (element_is (element, "ol"))
    counters_set (builder->counters, builder->list_item,
                  number_attribute (element, "start", 1) - 1);
  else if (element_is (element, "ul"))
    counters_set (builder->counters, builder->list_item,
                  number_attribute (element, "value", 1) - 1);
  else if (style->display == DISPLAY_LIST_ITEM && element_attribute (element, "value"))
    counters_set (builder->counters, builder->list_item, number_attribute (element, "value", 0));
  else if (style->display == DISPLAY_LIST_ITEM)
    counters_add (builder->counters, builder->list_item, 1);
}

static void
build_element (Builder *builder, Filling *filling, const Element *element, const InlineItem *around)
{
  const Style *parent = around ? around->style : filling->box->style;
  const Style *style = styler_style (builder->sources->styler, element, parent);

  if (style->display == DISPLAY_NONE)
    return;
  useless_report (element, &builder->sources->faults);
  count_item (builder, element, style);
  counters_enter (builder->counters, style);
  build_level (builder, filling, element, style, around);
  counters_leave (builder->counters);
}

/* TRUE for a cell or another part of a table that stands in no table; items of a flex box are
 * blocks. */
static gboolean
is_lost_part (Builder *builder, const Filling *filling, const Element *element,
              const InlineItem *around)
{
  const Style *parent = around ? around->style : filling->box->style;
  const Style *style = element->name && filling->box->kind == BOX_BLOCK
                         ? styler_style (builder->sources->styler, element, parent)
                         : NULL;
  return style && display_is_inside_table (style->display) && !style_is_out_of_flow (style);
}

/* `item` is what texts are like. */
static void
build_range (Builder *builder, Filling *filling, const Element *first, const Element *end,
             const InlineItem *item, const InlineItem *around)
{
  for (const Element *child = first; child && child != end;) {
    if (is_lost_part (builder, filling, child, around)) {
      filling_close (builder, filling);
      child = build_anonymous_table (builder, filling->box, child);
      continue;
    }
    if (child->name)
      build_element (builder, filling, child, around);
    else if (filling->lines || strspn (child->text, " \t\r\n\f") < child->length)
      inlines_add_text (filling_lines (builder, filling), child->text, child->length, item);
    child = child->next;
  }
}

void
build_nodes (Builder *builder, Box *box, const Element *first, const Element *end)
{
  Filling filling = { box, NULL };
  InlineItem item = { .style = box->style, .element = box->element, .role = box->role };

  build_range (builder, &filling, first, end, &item, NULL);
  filling_close (builder, &filling);
}

static void
build_children (Builder *builder, Filling *filling, const Element *element, const Style *style,
                const InlineItem *around)
{
  InlineItem item = {
    .style = style, .element = element, .role = filling->box->role, .decoration = style->decoration
  };

  if (around)
    item = *around;
  build_pseudo (builder, filling, element, style, PSEUDO_BEFORE, around);
  build_range (builder, filling, element->first_child, NULL, &item, around);
  build_pseudo (builder, filling, element, style, PSEUDO_AFTER, around);
}

BoxTree *
box_tree_new (const BoxSources *sources)
{
  BoxTree *tree = g_new0 (BoxTree, 1);
  g_autoptr (Counters) counters = counters_new ();
  g_autoptr (GHashTable) images = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) containers = g_ptr_array_new ();
  Builder builder = { tree, sources, counters, images, containers, name_intern ("list-item", 9) };
  const Element *root = sources->markup->root;
  const Element *body = element_find (root, "body");

  tree->arena = arena_new ();
  tree->spare = sources->spare;
  tree->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  tree->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  tree->on_pages = g_ptr_array_new ();
  tree->footnotes = g_ptr_array_new ();
  const Style *root_style = styler_style (sources->styler, root, NULL);
  const Style *style =
    body && body != root ? styler_style (sources->styler, body, root_style) : root_style;
  counters_enter (counters, root_style);
  counters_enter (counters, style);
  tree->root = build_block (&builder, body ? body : root, style, BOX_BLOCK, ROLE_CONTENT);
  return tree;
}
