/* SPDX-License-Identifier: MIT */
/* A cell's text becomes a paragraph of a small document of its own, parsed by cmark like any other,
 * and its inlines move into the table. Each paragraph starts with a guard so that nothing in a cell
 * ("# 1", "- ") can start a block. */
#include "load/table.h"

#include "base/append.h"
#include "base/i18n.h"

#include <string.h>

#define GUARD "x "

/* Rows are filled up to the width of the header, so unbounded ones could make much out of little.
 */
#define MOST_COLUMNS      64
#define MOST_FILLED_CELLS 10000

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static char *
strip_copy (const char *start, const char *end)
{
  while (start < end && is_blank (*start))
    start++;
  while (end > start && is_blank (end[-1]))
    end--;
  return g_strndup (start, end - start);
}

/* Cells of a row, owned; "\|" is a pipe that does not separate, also inside code. */
static GPtrArray *
split_row (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *row = strip_copy (line, line + strlen (line));
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *row == '|' ? row + 1 : row;

  for (; *p; p++) {
    if (*p == '\\' && p[1] == '|') {
      g_string_append_c (cell, *++p);
    } else if (*p == '\\' && p[1]) {
      g_string_append_len (cell, p++, 2);
    } else if (*p == '|') {
      g_ptr_array_add (cells, strip_copy (cell->str, cell->str + cell->len));
      g_string_truncate (cell, 0);
      if (p[1] == '\0')
        return cells;
    } else {
      g_string_append_c (cell, *p);
    }
  }
  g_ptr_array_add (cells, strip_copy (cell->str, cell->str + cell->len));
  return cells;
}

/* :---, :--:, ---: */
static gboolean
read_align (const char *cell, BodyAlign *align)
{
  gboolean left = *cell == ':';
  const char *dashes = cell + left;
  gsize n = strspn (dashes, "-");
  gboolean right = dashes[n] == ':';

  *align = left && right ? ALIGN_CENTRE : right ? ALIGN_RIGHT : left ? ALIGN_LEFT : ALIGN_NONE;
  return n > 0 && dashes[n + right] == '\0';
}

/* The alignments of a delimiter row, or NULL when the line is none. */
static GArray *
read_delimiters (const char *line)
{
  if (line[strspn (line, " \t|:-")] != '\0' || strpbrk (line, "|:") == NULL)
    return NULL;
  g_autoptr (GPtrArray) cells = split_row (line);
  g_autoptr (GArray) aligns = g_array_new (FALSE, FALSE, sizeof (BodyAlign));
  for (guint i = 0; i < cells->len; i++) {
    BodyAlign align;
    if (!read_align (cells->pdata[i], &align))
      return NULL;
    g_array_append_val (aligns, align);
  }
  return g_steal_pointer (&aligns);
}

/* The small document: each text a paragraph after the guard. */
static cmark_node *
parse_guarded (const TableText *text, const GPtrArray *paragraphs)
{
  g_autoptr (GString) markdown = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++) {
    append_text (markdown, GUARD);
    append_text (markdown, paragraphs->pdata[i]);
    append_text (markdown, "\n\n");
  }
  g_string_append (markdown, text->definitions);
  return markdown_tree_parse (text->tree, markdown->str, markdown->len);
}

/* Takes the guard off the first text of a paragraph. */
static void
remove_guard (cmark_node *paragraph)
{
  cmark_node *first = cmark_node_first_child (paragraph);
  g_assert (first && cmark_node_get_type (first) == CMARK_NODE_TEXT);
  const char *literal = cmark_node_get_literal (first);
  gsize guard = MIN (strlen (GUARD), strlen (literal));
  g_autofree char *rest = g_strdup (literal + guard);

  if (*rest)
    cmark_node_set_literal (first, rest);
  else
    cmark_node_free (first);
}

static void
move_children (cmark_node *from, cmark_node *to)
{
  for (cmark_node *child; (child = cmark_node_first_child (from)) != NULL;)
    if (!cmark_node_append_child (to, child))
      g_assert_not_reached ();
}

static cmark_node *
custom_block (const TableText *text, BodyRole role, guint detail)
{
  cmark_node *node = markdown_tree_node (text->tree, CMARK_NODE_CUSTOM_BLOCK);
  body_mark (node, role, detail);
  return node;
}

/* Appends the cells of one row, as many as the header has, to `all`; returns how many were not
 * there. */
static guint
collect_cells (const TableText *text, guint line, guint n_columns, GPtrArray *all)
{
  g_autoptr (GPtrArray) cells = split_row (text->lines[line]);

  if (cells->len > n_columns)
    report_warning (text->report, text->source, (Place){ text->first_line + line, 0 },
                    _ ("a “|” inside a cell is written “\\|”"),
                    _ ("this row has %u cells, the table has %u columns; the rest is left out"),
                    cells->len, n_columns);
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (all, i < cells->len ? g_steal_pointer (&cells->pdata[i]) : g_strdup (""));
  return n_columns - MIN (cells->len, n_columns);
}

/* The cells of all rows but the delimiters; FALSE after reporting. */
static gboolean
collect_rows (const TableText *text, guint header, guint n_columns, GPtrArray *all)
{
  guint n_filled = 0;

  collect_cells (text, header, n_columns, all);
  for (guint line = header + 2; line < text->n_lines; line++) {
    n_filled += collect_cells (text, line, n_columns, all);
    if (n_filled <= MOST_FILLED_CELLS)
      continue;
    report_error (text->report, text->source, (Place){ text->first_line + line, 0 },
                  _ ("end the table with an empty line"),
                  _ ("this table has more than %d cells that are not written out"),
                  MOST_FILLED_CELLS);
    return FALSE;
  }
  return TRUE;
}

static cmark_node *
build_table (const TableText *text, guint header, const GArray *aligns)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  if (!collect_rows (text, header, aligns->len, cells))
    return NULL;

  cmark_node *table = custom_block (text, BODY_TABLE, 0);
  cmark_node *document = parse_guarded (text, cells);
  cmark_node *paragraph = cmark_node_first_child (document);
  cmark_node *row = NULL;
  for (guint i = 0; i < cells->len; i++, paragraph = cmark_node_next (paragraph)) {
    guint column = i % aligns->len;
    cmark_node *cell = custom_block (text, BODY_CELL, g_array_index (aligns, BodyAlign, column));
    if (column == 0) {
      row = custom_block (text, BODY_ROW, 0);
      cmark_node_append_child (table, row);
    }
    remove_guard (paragraph);
    move_children (paragraph, cell);
    cmark_node_append_child (row, cell);
  }
  cmark_node_free (document);
  return table;
}

static cmark_node *
build_head (const TableText *text, guint n_lines)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (joined, "%s%s", i ? "\n" : "", text->lines[i]);
  g_ptr_array_add (one, g_strdup (joined->str));
  cmark_node *document = parse_guarded (text, one);
  cmark_node *paragraph = cmark_node_first_child (document);
  remove_guard (paragraph);
  cmark_node_unlink (paragraph);
  cmark_node_free (document);
  return paragraph;
}

cmark_node *
table_from_lines (const TableText *text, cmark_node **head, guint *n_head)
{
  *head = NULL;
  *n_head = 0;
  for (guint i = 1; i < text->n_lines; i++) {
    g_autoptr (GArray) aligns = read_delimiters (text->lines[i]);
    if (aligns == NULL)
      continue;
    g_autoptr (GPtrArray) header = split_row (text->lines[i - 1]);
    if (header->len != aligns->len)
      continue;
    if (aligns->len > MOST_COLUMNS) {
      report_error (text->report, text->source, (Place){ text->first_line + i - 1, 0 }, NULL,
                    _ ("a table cannot have more than %d columns"), MOST_COLUMNS);
      return NULL;
    }
    cmark_node *table = build_table (text, i - 1, aligns);
    if (table && i > 1)
      *head = build_head (text, i - 1);
    *n_head = i - 1;
    return table;
  }
  return NULL;
}
