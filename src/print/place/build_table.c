/* SPDX-License-Identifier: MIT */
#include "print/place/builder.h"

#define MOST_COLUMNS 1000

static guint
span_of (const Element *element, const char *name)
{
  const char *value = element_attribute (element, name);
  guint64 span = value ? g_ascii_strtoull (value, NULL, 10) : 1;
  return (guint) CLAMP (span, 1, MOST_COLUMNS);
}

static void
build_row (Builder *builder, Box *rows, const Element *element, const Style *style)
{
  Box *row = builder_box (builder, BOX_ROW, style, element);

  box_append (rows, row);
  counters_enter (builder->counters, style);
  for (const Element *child = element->first_child; child; child = child->next) {
    if (child->name == NULL)
      continue;
    const Style *own = styler_style (builder->sources->styler, child, style);
    if (own->display == DISPLAY_NONE)
      continue;
    counters_enter (builder->counters, own);
    Box *cell = build_block (builder, child, own, box_kind_of (own->display), row->role);
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

Box *
table_box (Builder *builder, const Element *element, const Style *style, PlacedRole role)
{
  Styler *styler = builder->sources->styler;
  Box *table = builder_box (builder, BOX_TABLE, style, element);
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
        loose = rows_new (builder, table, element,
                          styler_anonymous (styler, style, DISPLAY_TABLE_ROW_GROUP));
      build_row (builder, loose, child, own);
    } else if (is_column (own->display))
      build_columns (builder, table, child, own);
  }
  move_footer (table);
  if (style->collapses_borders)
    build_collapsed_borders (builder, table);
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

void
build_table (Builder *builder, Box *parent, const Element *element, const Style *style)
{
  const Style *caption_style = NULL;
  const Element *caption = caption_of (builder, element, style, &caption_style);
  Box *above = NULL;

  if (caption) {
    above = build_block (builder, caption, caption_style, BOX_BLOCK, parent->role);
    if (!style->caption_below)
      box_append (parent, above);
  }
  box_append (parent, table_box (builder, element, style, parent->role));
  if (above && style->caption_below)
    box_append (parent, above);
}
