/* SPDX-License-Identifier: MIT */
#include "print/table_facts.h"

/* Where the first row of a table was seen: its cells stand once more on other pages that it goes on
 * to. */
typedef struct {
  const Element *row;
  guint page;
} FirstRow;

typedef struct {
  GArray *tables;     /* TableFacts */
  GArray *first_rows; /* FirstRow, of the same */
} Reader;

static void
table_facts_clear (gpointer table)
{
  g_array_unref (((TableFacts *) table)->columns);
}

static const Element *
outermost_table (const Element *element)
{
  const Element *found = NULL;

  for (; element; element = element->parent)
    if (element_is (element, "table"))
      found = element;
  return found;
}

/* The number of the table with this first row, a new one when nothing was seen of it so far. */
static guint
find_table (Reader *reader, const FirstRow *first, const PlacedPage *page, const Style *style)
{
  for (guint i = reader->first_rows->len; i-- > 0;)
    if (g_array_index (reader->first_rows, FirstRow, i).row == first->row)
      return i;
  const TableFacts table = { style->font_size, page->style.width > page->style.height,
                             g_array_new (FALSE, FALSE, sizeof (double)) };
  g_array_append_val (reader->tables, table);
  g_array_append_vals (reader->first_rows, first, 1);
  return reader->tables->len - 1;
}

static void
read_cell (Reader *reader, const Placed *item, const PlacedPage *page, guint index)
{
  const Element *table = outermost_table (item->element);
  const FirstRow first = { table ? element_find (table, "tr") : NULL, index };

  if (first.row == NULL || item->element->parent != first.row)
    return;
  guint number = find_table (reader, &first, page, item->box.style);
  double width = item->width * 25.4 / 72;
  if (g_array_index (reader->first_rows, FirstRow, number).page == index)
    g_array_append_val (g_array_index (reader->tables, TableFacts, number).columns, width);
}

GArray *
table_facts_new (const Placement *placement)
{
  g_autoptr (GArray) first_rows = g_array_new (FALSE, FALSE, sizeof (FirstRow));
  Reader reader = { g_array_new (FALSE, FALSE, sizeof (TableFacts)), first_rows };

  g_array_set_clear_func (reader.tables, table_facts_clear);
  for (guint i = 0; i < placement->pages->len; i++) {
    const PlacedPage *page = placement->pages->pdata[i];
    for (guint j = 0; j < page->items->len; j++) {
      const Placed *item = &g_array_index (page->items, Placed, j);
      if (item->kind == PLACED_BOX && item->role == ROLE_CONTENT
          && (element_is (item->element, "td") || element_is (item->element, "th")))
        read_cell (&reader, item, page, i);
    }
  }
  return reader.tables;
}
