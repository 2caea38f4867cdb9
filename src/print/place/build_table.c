/* SPDX-License-Identifier: MIT */
#include "print/place/builder.h"

#include "print/read/useless.h"

#include <string.h>

#define MOST_COLUMNS 1000

static guint
span_of (const Element *element, const char *name)
{
  const char *value = element_attribute (element, name);
  guint64 span = value ? g_ascii_strtoull (value, NULL, 10) : 1;
  return (guint) CLAMP (span, 1, MOST_COLUMNS);
}

/* Nodes of one parent, from the first up to `end`. */
typedef struct {
  const Element *first, *end;
} Nodes;

static gboolean
is_blank (const Element *node)
{
  return node->name == NULL && strspn (node->text, " \t\r\n\f") == node->length;
}

/* Of a node that is no text and takes part in the flow; DISPLAY_NONE when it takes none. */
static Display
display_of (Builder *builder, const Element *node, const Style *parent)
{
  return node->name ? styler_style (builder->sources->styler, node, parent)->display
                    : DISPLAY_INLINE;
}

/* From `node` on, all that does not belong directly in its parent, which `belongs` says. */
static Nodes
strangers (Builder *builder, const Element *node, const Element *end, const Style *parent,
           gboolean (*belongs) (Display display))
{
  Nodes run = { node, node };

  for (; node && node != end; node = node->next) {
    if (node->name && belongs (display_of (builder, node, parent)))
      break;
    if (!is_blank (node))
      run.end = node->next;
  }
  return run;
}

static gboolean
is_cell (Display display)
{
  return display == DISPLAY_TABLE_CELL || display == DISPLAY_NONE;
}

/* A cell for what is none (CSS 2.2, 17.2.1). */
static Box *
anonymous_cell (Builder *builder, const Element *element, const Style *parent, Nodes nodes)
{
  const Style *style = styler_anonymous (builder->sources->styler, parent, DISPLAY_TABLE_CELL);
  Box *cell = builder_box (builder, BOX_BLOCK, style, element);

  build_nodes (builder, cell, nodes.first, nodes.end);
  return cell;
}

static Box *
own_cell (Builder *builder, const Element *element, const Style *style, PlacedRole role)
{
  useless_report (element, &builder->sources->faults);
  counters_enter (builder->counters, style);
  Box *cell = build_block (builder, element, style, BOX_BLOCK, role);
  counters_leave (builder->counters);
  cell->column_span = (guint16) span_of (element, "colspan");
  cell->row_span = (guint16) span_of (element, "rowspan");
  return cell;
}

static void
fill_row (Builder *builder, Box *row, const Element *element, Nodes nodes)
{
  for (const Element *child = nodes.first; child && child != nodes.end;) {
    const Style *own =
      child->name ? styler_style (builder->sources->styler, child, row->style) : NULL;
    if (is_blank (child) || (own && own->display == DISPLAY_NONE)) {
      child = child->next;
      continue;
    }
    if (own && own->display == DISPLAY_TABLE_CELL) {
      box_append (row, own_cell (builder, child, own, row->role));
      child = child->next;
      continue;
    }
    Nodes run = strangers (builder, child, nodes.end, row->style, is_cell);
    Box *cell = anonymous_cell (builder, element, row->style, run);
    cell->column_span = cell->row_span = 1;
    box_append (row, cell);
    child = run.end;
  }
}

static void
build_row (Builder *builder, Box *rows, const Element *element, const Style *style)
{
  Box *row = builder_box (builder, BOX_ROW, style, element);

  box_append (rows, row);
  counters_enter (builder->counters, style);
  fill_row (builder, row, element, (Nodes){ element->first_child, NULL });
  counters_leave (builder->counters);
}

/* A row for what is none. */
static void
build_anonymous_row (Builder *builder, Box *rows, const Element *element, Nodes nodes)
{
  const Style *style = styler_anonymous (builder->sources->styler, rows->style, DISPLAY_TABLE_ROW);
  Box *row = builder_box (builder, BOX_ROW, style, element);

  box_append (rows, row);
  fill_row (builder, row, element, nodes);
}

static Box *
rows_new (Builder *builder, Box *table, const Element *element, const Style *style)
{
  Box *rows = builder_box (builder, BOX_ROW_GROUP, style, element);
  box_append (table, rows);
  return rows;
}

static gboolean
is_column (Display display)
{
  return display == DISPLAY_TABLE_COLUMN || display == DISPLAY_TABLE_COLUMN_GROUP;
}

static gboolean
is_row_group (Display display)
{
  return display == DISPLAY_TABLE_ROW_GROUP || display == DISPLAY_TABLE_HEADER_GROUP
         || display == DISPLAY_TABLE_FOOTER_GROUP;
}

static gboolean
is_row (Display display)
{
  return display == DISPLAY_TABLE_ROW || display == DISPLAY_NONE;
}

static void
build_rows (Builder *builder, Box *table, const Element *element, const Style *style)
{
  Box *rows = rows_new (builder, table, element, style);

  for (const Element *child = element->first_child; child;) {
    const Style *own = child->name ? styler_style (builder->sources->styler, child, style) : NULL;
    if (is_blank (child) || (own && own->display == DISPLAY_NONE))
      child = child->next;
    else if (own && own->display == DISPLAY_TABLE_ROW) {
      build_row (builder, rows, child, own);
      child = child->next;
    } else {
      Nodes run = strangers (builder, child, NULL, style, is_row);
      build_anonymous_row (builder, rows, element, run);
      child = run.end;
    }
  }
}

static void
add_columns (Builder *builder, Box *table, guint n, Length width)
{
  if (table->column_widths == NULL) {
    table->column_widths = g_array_new (FALSE, FALSE, sizeof (Length));
    g_ptr_array_add (builder->tree->arrays, table->column_widths);
  }
  for (guint i = 0; i < n && table->column_widths->len < MOST_COLUMNS; i++)
    g_array_append_val (table->column_widths, width);
}

/* A column, or a group of them, which asks only when it names none. */
static void
build_columns (Builder *builder, Box *table, const Element *element, const Style *style)
{
  gboolean has_columns = FALSE;

  for (const Element *child = element->first_child; child; child = child->next) {
    const Style *own = child->name ? styler_style (builder->sources->styler, child, style) : NULL;
    if (own == NULL || own->display != DISPLAY_TABLE_COLUMN)
      continue;
    build_columns (builder, table, child, own);
    has_columns = TRUE;
  }
  if (!has_columns)
    add_columns (builder, table, span_of (element, "span"), style->width);
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

/* What stands directly in a table. */
static gboolean
is_of_table (Display display)
{
  return is_row_group (display) || is_column (display) || display == DISPLAY_TABLE_ROW
         || display == DISPLAY_TABLE_CAPTION || display == DISPLAY_NONE;
}

static void
fill_table (Builder *builder, Box *table, const Element *element, const Style *style, Nodes nodes)
{
  Styler *styler = builder->sources->styler;
  Box *loose = NULL; /* rows without a group */

  for (const Element *child = nodes.first; child && child != nodes.end;) {
    const Style *own = child->name ? styler_style (styler, child, style) : NULL;
    gboolean is_table_part = own && is_of_table (own->display);
    if (is_blank (child)) {
      child = child->next;
      continue;
    }
    gboolean is_loose = !is_table_part || own->display == DISPLAY_TABLE_ROW;
    if (is_loose && loose == NULL)
      loose = rows_new (builder, table, element,
                        styler_anonymous (styler, style, DISPLAY_TABLE_ROW_GROUP));
    if (!is_table_part) {
      Nodes run = strangers (builder, child, nodes.end, style, is_of_table);
      build_anonymous_row (builder, loose, element, run);
      child = run.end;
      continue;
    }
    if (is_row_group (own->display)) {
      build_rows (builder, table, child, own);
      loose = NULL;
    } else if (own->display == DISPLAY_TABLE_ROW)
      build_row (builder, loose, child, own);
    else if (is_column (own->display))
      build_columns (builder, table, child, own);
    child = child->next;
  }
  move_footer (table);
  if (style->collapses_borders)
    build_collapsed_borders (builder, table);
}

static Box *
table_alone (Builder *builder, const Element *element, const Style *style, PlacedRole role)
{
  Box *table = builder_box (builder, BOX_TABLE, style, element);

  table->role = role;
  fill_table (builder, table, element, style, (Nodes){ element->first_child, NULL });
  return table;
}

gboolean
display_is_inside_table (Display display)
{
  return is_row_group (display) || is_column (display) || display == DISPLAY_TABLE_ROW
         || display == DISPLAY_TABLE_CELL || display == DISPLAY_TABLE_CAPTION;
}

const Element *
build_anonymous_table (Builder *builder, Box *parent, const Element *first)
{
  Styler *styler = builder->sources->styler;
  const Style *style = styler_anonymous (styler, parent->style, DISPLAY_TABLE);
  Box *table = builder_box (builder, BOX_TABLE, style, first->parent);
  Nodes run = { first, first };

  for (const Element *node = first; node; node = node->next) {
    if (is_blank (node))
      continue;
    if (node->name == NULL || !display_is_inside_table (display_of (builder, node, parent->style)))
      break;
    run.end = node->next;
  }
  box_append (parent, table);
  fill_table (builder, table, first->parent, style, run);
  return run.end;
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

/* A style that only the placement owns. */
static Style *
copy_style (Builder *builder, const Style *style)
{
  Style *copy = g_memdup2 (style, sizeof (Style));
  g_ptr_array_add (builder->sources->placement->styles, copy);
  return copy;
}

/* What stands around the table with its caption has its margins and its place (CSS 2.2, 17.4), and
 * begins and ends where both do. */
static const Style *
wrapper_style (Builder *builder, const Style *table, const Style *parent)
{
  Style *style =
    copy_style (builder, styler_anonymous (builder->sources->styler, parent, DISPLAY_BLOCK));

  style->position = table->position;
  memcpy (style->inset, table->inset, sizeof style->inset);
  memcpy (style->margin, table->margin, sizeof style->margin);
  style->break_before = table->break_before;
  style->break_after = table->break_after;
  style->avoids_break_inside = table->avoids_break_inside;
  style->page = table->page;
  style->rotation = table->rotation;
  style->align_self = table->align_self;
  style->flex_grow = table->flex_grow;
  style->flex_shrink = table->flex_shrink;
  style->flex_basis = table->flex_basis;
  return style;
}

static const Style *
inner_style (Builder *builder, const Style *table)
{
  Style *style = copy_style (builder, table);

  style->position = POSITION_STATIC;
  for (Side side = 0; side < N_SIDES; side++) {
    style->inset[side] = (Length){ LENGTH_AUTO, 0 };
    style->margin[side] = (Length){ LENGTH_POINTS, 0 };
  }
  style->break_before = style->break_after = BREAK_AUTO;
  style->rotation = 0;
  return style;
}

Box *
table_box (Builder *builder, const Element *element, const Style *style, const Style *parent,
           PlacedRole role)
{
  const Style *caption_style = NULL;
  const Element *caption = caption_of (builder, element, style, &caption_style);

  if (caption == NULL)
    return table_alone (builder, element, style, role);
  Box *wrapper = builder_box (builder, BOX_BLOCK, wrapper_style (builder, style, parent), element);
  wrapper->role = role;
  wrapper->is_table_wrapper = TRUE;
  Box *above = build_block (builder, caption, caption_style, BOX_BLOCK, role);
  Box *table = table_alone (builder, element, style, role);
  table->style = inner_style (builder, table->style);
  box_append (wrapper, style->caption_below ? table : above);
  box_append (wrapper, style->caption_below ? above : table);
  return wrapper;
}

void
build_table (Builder *builder, Box *parent, const Element *element, const Style *style)
{
  box_append (parent, table_box (builder, element, style, parent->style, parent->role));
}
