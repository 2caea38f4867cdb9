/* SPDX-License-Identifier: MIT */
#include "render/print/place/box.h"

#include "base/i18n.h"
#include "render/print/place/counters.h"
#include "render/print/read/name.h"

#include <string.h>

/* Layout walks down the tree by recursion; deeper pages were refused when they were read. */

typedef struct {
  BoxTree *tree;
  const BoxSources *sources;
  Counters *counters;
  GHashTable *images; /* href → Image; borrowed */
  GPtrArray *containers; /* Box: the positioned ones around the place at hand */
} Builder;

double
box_edge (const Box *box, Side side)
{
  return box->padding[side] + box->style->border[side].width;
}

double
strut_value (Strut strut)
{
  return strut.positive + strut.negative;
}

void
strut_add (Strut *strut, double margin)
{
  strut->positive = MAX (strut->positive, margin);
  strut->negative = MIN (strut->negative, margin);
}

void
strut_join (Strut *strut, Strut other)
{
  strut->positive = MAX (strut->positive, other.positive);
  strut->negative = MIN (strut->negative, other.negative);
}

static void
complain_at (const Builder *builder, const Element *element, const char *advice, const char *format, const char *what)
{
  g_autofree char *text = g_strdup_printf (format, what);
  report_error (builder->sources->report, builder->sources->source, (Place) { element->line, 0 }, advice, "%s", text);
}

/* --- making boxes --- */

static Box *
box_new (Builder *builder, BoxKind kind, const Style *style, const Element *element)
{
  Box *box = arena_alloc (builder->tree->arena, sizeof *box);
  box->kind = kind;
  box->style = style;
  box->element = element;
  return box;
}

static void
box_append (Box *parent, Box *child)
{
  child->parent = parent;
  child->role = MAX (child->role, parent->role);
  if (parent->last)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

static Inlines *
builder_inlines (Builder *builder, const Style *style)
{
  Inlines *inlines = inlines_new (style);
  g_ptr_array_add (builder->tree->inlines, inlines);
  return inlines;
}

static Box *
lines_new (Builder *builder, const Style *style, const Element *element)
{
  Box *box = box_new (builder, BOX_LINES, style, element);
  box->inlines = builder_inlines (builder, style);
  box->lines = g_array_new (FALSE, FALSE, sizeof (LineBox));
  g_ptr_array_add (builder->tree->arrays, box->lines);
  return box;
}

/* Where children go while a block is being filled. */
typedef struct {
  Box *box;
  Box *lines; /* open for inline content, or NULL */
} Filling;

static Inlines *
open_lines (Builder *builder, Filling *filling)
{
  if (filling->lines == NULL)
    filling->lines = lines_new (builder, filling->box->style, filling->box->element);
  return filling->lines->inlines;
}

static void
close_lines (Filling *filling)
{
  Box *lines = filling->lines;

  filling->lines = NULL;
  if (lines == NULL)
    return;
  gboolean is_seen = inlines_finish (lines->inlines);
  gboolean has_anchor = FALSE;
  for (guint i = 0; i < lines->inlines->pieces->len; i++)
    has_anchor |= g_array_index (lines->inlines->pieces, Piece, i).kind == PIECE_ANCHOR;
  if (is_seen || has_anchor)
    box_append (filling->box, lines);
}

static void build_element (Builder *builder, Filling *filling, const Element *element, const Piece *around);
static void build_children (Builder *builder, Filling *filling, const Element *element, const Style *style,
                            const Piece *around);

static gboolean
is_presentation (const Element *element)
{
  const char *hidden = element_attribute (element, "aria-hidden");
  const char *role = element_attribute (element, "role");
  return (hidden && strcmp (hidden, "true") == 0)
         || (role && (strcmp (role, "presentation") == 0 || strcmp (role, "none") == 0) && !element_is (element, "table"));
}

/* --- generated text --- */

static void
write_content (Builder *builder, const Style *style, const Element *element, GString *out)
{
  for (guint i = 0; i < style->n_content; i++) {
    const ContentPart *part = &style->content[i];
    const char *value;
    switch (part->kind) {
    case CONTENT_TEXT:
      g_string_append (out, part->text);
      break;
    case CONTENT_ATTRIBUTE:
      value = element_attribute (element, part->text);
      g_string_append (out, value ? value : "");
      break;
    case CONTENT_COUNTER:
      counter_write (out, counters_value (builder->counters, part->text), part->numbering);
      break;
    case CONTENT_STRING:
    case CONTENT_SELF:
      break;
    }
  }
}

static BoxKind
kind_of (Display display)
{
  return display == DISPLAY_FLEX ? BOX_FLEX : BOX_FLOW;
}

static gboolean
is_inline (Display display)
{
  return display == DISPLAY_INLINE || display == DISPLAY_INLINE_BLOCK;
}

static void
register_outsider (Builder *builder, Box *box)
{
  GPtrArray *containers = builder->containers;
  Box *container = box->style->position == POSITION_ABSOLUTE && containers->len > 0
                     ? containers->pdata[containers->len - 1] : NULL;

  if (container == NULL) {
    g_ptr_array_add (builder->tree->on_pages, box);
    return;
  }
  if (container->outsiders == NULL) {
    container->outsiders = g_ptr_array_new ();
    g_ptr_array_add (builder->tree->lists, container->outsiders);
  }
  g_ptr_array_add (container->outsiders, box);
}

static void
build_pseudo (Builder *builder, Filling *filling, const Element *element, const Style *style, Pseudo pseudo,
              const Piece *around)
{
  const Style *own = styler_pseudo (builder->sources->styler, element, style, pseudo);

  if (own == NULL || own->display == DISPLAY_NONE)
    return;
  g_autoptr (GString) text = g_string_new (NULL);
  counters_enter (builder->counters, own);
  write_content (builder, own, element, text);
  counters_leave (builder->counters);

  Piece piece = { .style = own, .element = element, .role = around ? around->role : ROLE_CONTENT,
                  .decoration = own->decoration | (around ? around->decoration : 0),
                  .raise = around ? around->raise : 0 };
  gboolean is_out = own->position == POSITION_ABSOLUTE || own->position == POSITION_FIXED;
  if (own->display == DISPLAY_INLINE && !is_out) {
    inlines_add_text (open_lines (builder, filling), text->str, text->len, &piece);
    return;
  }
  Box *box = box_new (builder, BOX_FLOW, own, element);
  Filling inside = { box, NULL };
  box->role = MAX (piece.role, filling->box->role);
  inlines_add_text (open_lines (builder, &inside), text->str, text->len, &piece);
  close_lines (&inside);
  if (is_out) {
    box->parent = filling->box;
    register_outsider (builder, box);
  } else if (own->display == DISPLAY_INLINE_BLOCK) {
    piece.box = box;
    box->parent = filling->box;
    inlines_add (open_lines (builder, filling), PIECE_ATOM, &piece);
  } else {
    close_lines (filling);
    box_append (filling->box, box);
  }
}

/* A space at the end of a marker keeps it apart from its item. */
static void
append_kept (GString *out, const char *text)
{
  gsize length = strlen (text), end = length;

  while (end > 0 && text[end - 1] == ' ')
    end--;
  g_string_append_len (out, text, (gssize) end);
  for (; end < length; end++)
    g_string_append (out, "\xc2\xa0");
}

/* What the marker of a list item says. */
static void
write_marker (Builder *builder, const Box *item, const Style *style, GString *out)
{
  static const char *const bullets[] = { [LIST_DISC] = "•", [LIST_CIRCLE] = "◦", [LIST_SQUARE] = "▪" };
  ListKind kind = item->style->list_kind;

  if (style->content)
    write_content (builder, style, item->element, out);
  else if (kind == LIST_TEXT)
    append_kept (out, item->style->list_text);
  else if (kind >= LIST_DISC && kind <= LIST_SQUARE)
    g_string_append (out, bullets[kind]);
  else if (kind != LIST_NONE) {
    counter_write (out, counters_value (builder->counters, name_intern ("list-item", 9)), kind);
    g_string_append_c (out, '.');
  }
}

/* Outside, a marker is a box of its own beside the item; inside, it is the first thing on its first line. */
static void
build_marker (Builder *builder, Filling *filling)
{
  Box *item = filling->box;
  const Style *style = styler_pseudo (builder->sources->styler, item->element, item->style, PSEUDO_MARKER);
  g_autoptr (GString) text = g_string_new (NULL);

  if (style == NULL || style->display == DISPLAY_NONE)
    return;
  write_marker (builder, item, style, text);
  if (text->len == 0)
    return;
  Piece piece = { .style = style, .element = item->element, .role = MAX (ROLE_MARKER, item->role) };
  if (item->style->list_inside) {
    if (item->style->list_kind != LIST_TEXT && !style->content)
      g_string_append_c (text, ' ');
    inlines_add_text (open_lines (builder, filling), text->str, text->len, &piece);
    return;
  }
  Box *marker = lines_new (builder, style, item->element);
  marker->parent = item;
  marker->role = piece.role;
  inlines_add_text (marker->inlines, text->str, text->len, &piece);
  if (inlines_finish (marker->inlines))
    item->marker = marker;
}

/* --- pictures --- */

static const Image *
load_image (Builder *builder, const Element *element, const char *href)
{
  const PrintFiles *files = builder->sources->files;
  const Image *known = g_hash_table_lookup (builder->images, href);
  const char *why = NULL;

  if (known)
    return known;
  g_autoptr (GBytes) bytes = files && files->bytes ? files->bytes (href, files->data) : NULL;
  if (bytes == NULL) {
    complain_at (builder, element, _ ("check its name and folder"), _ ("the picture “%s” cannot be read"), href);
    return NULL;
  }
  Image *image = image_new (bytes, &why);
  if (image == NULL) {
    g_autofree char *what = g_strdup_printf ("“%s” %s", href, why);
    complain_at (builder, element, _ ("save it anew as PNG or JPEG"), _ ("the picture %s"), what);
    return NULL;
  }
  g_ptr_array_add (builder->sources->placement->images, image);
  g_hash_table_insert (builder->images, (gpointer) href, image);
  return image;
}

static Box *
build_picture (Builder *builder, const Element *element, const Style *style)
{
  Box *box = box_new (builder, BOX_PICTURE, style, element);

  if (element_is (element, "svg")) {
    Drawing *drawing = drawing_new (element, style->colour, builder->sources->paths, builder->sources->source,
                                    builder->sources->report);
    g_ptr_array_add (builder->sources->placement->drawings, drawing);
    box->drawing = drawing;
    return box;
  }
  const char *href = element_attribute (element, "src");
  if (href == NULL || *href == '\0') {
    complain_at (builder, element, _ ("name its file in “src”"), "%s", _ ("a picture has no file"));
    return NULL;
  }
  box->image = load_image (builder, element, href);
  return box->image ? box : NULL;
}

static gboolean
is_picture (const Element *element)
{
  return element_is (element, "img") || element_is (element, "svg");
}

/* --- tables --- */

static guint
span_of (const Element *element, const char *name)
{
  const char *value = element_attribute (element, name);
  guint64 span = value ? g_ascii_strtoull (value, NULL, 10) : 1;
  return (guint) CLAMP (span, 1, 1000);
}

static Box *
build_block (Builder *builder, const Element *element, const Style *style, BoxKind kind, PlacedRole role)
{
  Box *box = box_new (builder, kind, style, element);
  Filling filling = { box, NULL };
  gboolean is_container = style->position != POSITION_STATIC;

  box->role = MAX (role, is_presentation (element) ? ROLE_FURNITURE : ROLE_CONTENT);
  if (style->display == DISPLAY_LIST_ITEM)
    build_marker (builder, &filling);
  if (kind == BOX_FLOW && (style->column_count > 0 || style->column_width > 0)) {
    box->column_parts = g_array_new (FALSE, FALSE, sizeof (ColumnPart));
    g_ptr_array_add (builder->tree->arrays, box->column_parts);
  }
  if (is_container)
    g_ptr_array_add (builder->containers, box);
  build_children (builder, &filling, element, style, NULL);
  close_lines (&filling);
  if (is_container)
    g_ptr_array_set_size (builder->containers, (int) builder->containers->len - 1);
  return box;
}

static void
build_row (Builder *builder, Box *rows, const Element *element, const Style *style)
{
  Box *row = box_new (builder, BOX_ROW, style, element);

  box_append (rows, row);
  counters_enter (builder->counters, style);
  for (const Element *child = element->first_child; child; child = child->next) {
    if (child->name == NULL)
      continue;
    const Style *own = styler_style (builder->sources->styler, child, style);
    if (own->display == DISPLAY_NONE)
      continue;
    counters_enter (builder->counters, own);
    Box *cell = build_block (builder, child, own, kind_of (own->display), row->role);
    counters_leave (builder->counters);
    cell->column_span = span_of (child, "colspan");
    cell->row_span = span_of (child, "rowspan");
    box_append (row, cell);
  }
  counters_leave (builder->counters);
}

static Box *
rows_new (Builder *builder, Box *table, const Element *element, const Style *style)
{
  Box *rows = box_new (builder, BOX_ROWS, style, element);
  box_append (table, rows);
  return rows;
}

static gboolean
is_row_group (Display display)
{
  return display == DISPLAY_TABLE_ROW_GROUP || display == DISPLAY_TABLE_HEADER_GROUP || display == DISPLAY_TABLE_FOOTER_GROUP;
}

static void
build_rows (Builder *builder, Box *table, const Element *element, const Style *style)
{
  Box *rows = rows_new (builder, table, element, style);

  for (const Element *child = element->first_child; child; child = child->next) {
    const Style *own = child->name ? styler_style (builder->sources->styler, child, style) : NULL;
    if (own && own->display == DISPLAY_TABLE_ROW)
      build_row (builder, rows, child, own);
  }
}

/* The footer of a table stands last, wherever it is written. */
static void
move_footer (Box *table)
{
  Box *previous = NULL;

  for (Box *rows = table->first; rows && rows->next; previous = rows, rows = rows->next) {
    if (rows->style->display != DISPLAY_TABLE_FOOTER_GROUP)
      continue;
    if (previous)
      previous->next = rows->next;
    else
      table->first = rows->next;
    table->last->next = rows;
    table->last = rows;
    rows->next = NULL;
    return;
  }
}

static Box *
build_table (Builder *builder, const Element *element, const Style *style, PlacedRole role)
{
  Styler *styler = builder->sources->styler;
  Box *table = box_new (builder, BOX_TABLE, style, element);
  Box *loose = NULL; /* rows without a group */

  table->role = role;
  for (const Element *child = element->first_child; child; child = child->next) {
    if (child->name == NULL)
      continue;
    const Style *own = styler_style (styler, child, style);
    if (is_row_group (own->display)) {
      build_rows (builder, table, child, own);
      loose = NULL;
    } else if (own->display == DISPLAY_TABLE_ROW) {
      if (loose == NULL)
        loose = rows_new (builder, table, element, styler_anonymous (styler, style, DISPLAY_TABLE_ROW_GROUP));
      build_row (builder, loose, child, own);
    }
  }
  move_footer (table);
  return table;
}

/* The caption of a table, or NULL. */
static const Element *
caption_of (Builder *builder, const Element *table, const Style *style, const Style **own)
{
  for (const Element *child = table->first_child; child; child = child->next) {
    if (child->name == NULL)
      continue;
    *own = styler_style (builder->sources->styler, child, style);
    if ((*own)->display == DISPLAY_TABLE_CAPTION)
      return child;
  }
  return NULL;
}

static void
add_table (Builder *builder, Box *parent, const Element *element, const Style *style)
{
  const Style *caption_style = NULL;
  const Element *caption = caption_of (builder, element, style, &caption_style);
  Box *above = NULL;

  if (caption) {
    above = build_block (builder, caption, caption_style, BOX_FLOW, parent->role);
    if (!style->caption_below)
      box_append (parent, above);
  }
  box_append (parent, build_table (builder, element, style, parent->role));
  if (above && style->caption_below)
    box_append (parent, above);
}

/* --- elements --- */

/* TRUE when there is a block somewhere in an inline element: then it is a block itself, for our purposes. */
static gboolean
holds_block (Builder *builder, const Element *element, const Style *style)
{
  for (const Element *child = element->first_child; child; child = child->next) {
    if (child->name == NULL || is_picture (child))
      continue;
    const Style *own = styler_style (builder->sources->styler, child, style);
    gboolean is_out = own->position == POSITION_ABSOLUTE || own->position == POSITION_FIXED;
    if (own->display == DISPLAY_NONE || own->display == DISPLAY_INLINE_BLOCK || is_out)
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
  return style->border[side].width > 0 || style->padding[side].value != 0 || style->margin[side].value != 0;
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

static void
build_inline (Builder *builder, Filling *filling, const Element *element, const Style *style, const Piece *around)
{
  const Style *parent = around ? around->style : filling->box->style;
  Piece piece = { .style = style, .element = element,
                  .role = MAX (around ? around->role : filling->box->role,
                               is_presentation (element) ? ROLE_FURNITURE : ROLE_CONTENT),
                  .raise = (around ? around->raise : 0) + raise_of (style, parent),
                  .decoration = style->decoration | (around ? around->decoration : filling->box->style->decoration) };
  Inlines *inlines = open_lines (builder, filling);
  guint open = inlines->pieces->len;
  gboolean boxed = is_box (style);

  if (boxed) {
    piece.width = edge_width (style, SIDE_LEFT);
    inlines_add (inlines, PIECE_OPEN, &piece);
  }
  piece.width = 0;
  build_children (builder, filling, element, style, &piece);
  if (boxed) {
    piece.width = edge_width (style, SIDE_RIGHT);
    piece.other = open;
    inlines_add (inlines, PIECE_CLOSE, &piece);
    g_array_index (inlines->pieces, Piece, open).other = inlines->pieces->len - 1;
  }
}

static void
add_atom (Builder *builder, Filling *filling, Box *box, const Piece *around)
{
  const Style *parent = around ? around->style : filling->box->style;
  Piece piece = { .style = box->style, .element = box->element, .box = box,
                  .role = MAX (box->role, around ? around->role : filling->box->role),
                  .raise = (around ? around->raise : 0) + raise_of (box->style, parent) };

  box->parent = filling->box;
  box->role = piece.role;
  inlines_add (open_lines (builder, filling), PIECE_ATOM, &piece);
}

static Box *
build_box (Builder *builder, Box *parent, const Element *element, const Style *style)
{
  /* What stands on every page is not part of the text. */
  PlacedRole role = style->position == POSITION_FIXED ? ROLE_FURNITURE : parent->role;

  if (is_picture (element)) {
    Box *picture = build_picture (builder, element, style);
    if (picture)
      picture->role = role;
    return picture;
  }
  if (style->display == DISPLAY_TABLE)
    return build_table (builder, element, style, role);
  return build_block (builder, element, style, kind_of (style->display), role);
}

static void
build_outsider (Builder *builder, Filling *filling, const Element *element, const Style *style)
{
  Box *box = build_box (builder, filling->box, element, style);

  if (box == NULL)
    return;
  box->parent = filling->box;
  if (filling->box->kind == BOX_FLOW) {
    Piece piece = { .style = style, .element = element, .box = box };
    inlines_add (open_lines (builder, filling), PIECE_ANCHOR, &piece);
  }
  register_outsider (builder, box);
}

static void
build_level (Builder *builder, Filling *filling, const Element *element, const Style *style, const Piece *around)
{
  gboolean is_out = style->position == POSITION_ABSOLUTE || style->position == POSITION_FIXED;
  gboolean is_item = filling->box->kind == BOX_FLEX;

  if (element_is (element, "br")) {
    Piece piece = { .style = around ? around->style : filling->box->style, .element = element->parent,
                    .role = around ? around->role : ROLE_CONTENT };
    inlines_add_break (open_lines (builder, filling), &piece);
  } else if (is_out)
    build_outsider (builder, filling, element, style);
  else if (!is_item && style->display == DISPLAY_INLINE && !is_picture (element) && !holds_block (builder, element, style))
    build_inline (builder, filling, element, style, around);
  else if (!is_item && is_inline (style->display) && (is_picture (element) || style->display == DISPLAY_INLINE_BLOCK)) {
    Box *box = build_box (builder, filling->box, element, style);
    if (box)
      add_atom (builder, filling, box, around);
  } else if (style->display == DISPLAY_TABLE) {
    close_lines (filling);
    add_table (builder, filling->box, element, style);
  } else {
    close_lines (filling);
    Box *box = build_box (builder, filling->box, element, style);
    if (box)
      box_append (filling->box, box);
  }
}

/* `list-item` counts by itself, as in HTML: <ol start>, <li value>. */
static void
count_item (Builder *builder, const Element *element, const Style *style)
{
  const char *name = name_intern ("list-item", 9);
  const char *value = element_attribute (element, element_is (element, "ol") ? "start" : "value");
  int number = value ? (int) CLAMP (g_ascii_strtoll (value, NULL, 10), -99999, 99999) : 0;

  if (element_is (element, "ol") || element_is (element, "ul"))
    counters_set (builder->counters, name, value ? number - 1 : 0);
  else if (style->display == DISPLAY_LIST_ITEM && value)
    counters_set (builder->counters, name, number);
  else if (style->display == DISPLAY_LIST_ITEM)
    counters_add (builder->counters, name, 1);
}

static void
build_element (Builder *builder, Filling *filling, const Element *element, const Piece *around)
{
  const Style *parent = around ? around->style : filling->box->style;
  const Style *style = styler_style (builder->sources->styler, element, parent);

  if (style->display == DISPLAY_NONE)
    return;
  count_item (builder, element, style);
  counters_enter (builder->counters, style);
  build_level (builder, filling, element, style, around);
  counters_leave (builder->counters);
}

static void
build_children (Builder *builder, Filling *filling, const Element *element, const Style *style, const Piece *around)
{
  Piece piece = { .style = style, .element = element, .role = filling->box->role, .decoration = style->decoration };

  if (around)
    piece = *around;
  build_pseudo (builder, filling, element, style, PSEUDO_BEFORE, around);
  for (const Element *child = element->first_child; child; child = child->next) {
    if (child->name)
      build_element (builder, filling, child, around);
    else if (filling->lines || strspn (child->text, " \t\r\n\f") < child->length)
      inlines_add_text (open_lines (builder, filling), child->text, child->length, &piece);
  }
  build_pseudo (builder, filling, element, style, PSEUDO_AFTER, around);
}

/* --- the tree --- */

BoxTree *
box_tree_new (const BoxSources *sources)
{
  BoxTree *tree = g_new0 (BoxTree, 1);
  g_autoptr (Counters) counters = counters_new ();
  g_autoptr (GHashTable) images = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) containers = g_ptr_array_new ();
  Builder builder = { tree, sources, counters, images, containers };
  const Element *root = sources->markup->root;
  const Element *body = element_find (root, "body");

  tree->arena = arena_new ();
  tree->inlines = g_ptr_array_new_with_free_func ((GDestroyNotify) inlines_free);
  tree->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  tree->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  tree->on_pages = g_ptr_array_new ();
  const Style *root_style = styler_style (sources->styler, root, NULL);
  const Style *style = body && body != root ? styler_style (sources->styler, body, root_style) : root_style;
  counters_enter (counters, root_style);
  counters_enter (counters, style);
  tree->root = build_block (&builder, body ? body : root, style, BOX_FLOW, ROLE_CONTENT);
  return tree;
}

void
box_tree_free (BoxTree *tree)
{
  if (tree == NULL)
    return;
  g_ptr_array_unref (tree->inlines);
  g_ptr_array_unref (tree->arrays);
  g_ptr_array_unref (tree->lists);
  g_ptr_array_unref (tree->on_pages);
  arena_free (tree->arena);
  g_free (tree);
}
