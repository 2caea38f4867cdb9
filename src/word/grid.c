/* SPDX-License-Identifier: MIT */
/* Tables of Markdown know no spans. A merged cell keeps its text where it begins, and the rest of
 * it is empty; a heading over several columns goes before the heading of each, so that a listener
 * hears “Kinh phí: Ngân sách”. */
#include "word/grid.h"

#include "word/lines.h"

#include <string.h>

#define MAX_HEADER  4  /* rows that can be one heading */
#define MAX_COLUMNS 63 /* of Word */

typedef struct {
  Arena *arena;
  const FlowTable *table;
  gboolean nested;
} Grid;

static ImportedText
plain (const char *text)
{
  return (ImportedText){ .text = text };
}

/* `texts`: ImportedText. */
static ImportedText
join (Grid *grid, const GArray *texts, const char *between)
{
  return imported_join (grid->arena, (const ImportedText *) texts->data, texts->len, between);
}

/* A paragraph, line by line. */
static ImportedText
paragraph_text (Grid *grid, const FlowParagraph *paragraph, const char *between)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (ImportedText));

  for (gsize start = 0, end;; start = end + 1) {
    end = start + strcspn (paragraph->text + start, "\n");
    ImportedText line = imported_text (grid->arena, paragraph, start, end);
    g_array_append_val (lines, line);
    if (paragraph->text[end] == '\0')
      return join (grid, lines, between);
  }
}

/* With the number it was given, which a counted row has in place of text. */
static ImportedText
numbered_text (Grid *grid, const FlowParagraph *paragraph, const char *between)
{
  ImportedText text = paragraph_text (grid, paragraph, between);
  const ImportedText both[] = { { .text = paragraph->number }, text };
  gboolean counts = paragraph->number && strpbrk (paragraph->number, "0123456789");

  if (*text.text == '\0' && !counts)
    return text;
  return imported_join (grid->arena, both, G_N_ELEMENTS (both), " ");
}

/* The text of all paragraphs of a cell, their lines `between` each other. */
static ImportedText
cell_text (Grid *grid, const GPtrArray *blocks, const char *between)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (ImportedText));

  for (guint i = 0; i < blocks->len; i++) {
    const FlowBlock *block = blocks->pdata[i];
    grid->nested |= block->table != NULL;
    g_autoptr (GArray) lines = block->table ? table_lines (grid->arena, block->table) : NULL;
    for (guint n = 0; lines && n < lines->len; n++) {
      ImportedText line = plain (g_array_index (lines, FlowLine, n).text);
      g_array_append_val (texts, line);
    }
    if (block->paragraph) {
      ImportedText text = numbered_text (grid, block->paragraph, between);
      g_array_append_val (texts, text);
    }
  }
  return join (grid, texts, between);
}

/* The cell that covers this column of the row, or NULL. */
static const FlowCell *
cell_at (const FlowTable *table, guint row, guint column)
{
  const FlowRow *cells = table->rows->pdata[row];

  for (guint i = 0; i < cells->cells->len; i++) {
    const FlowCell *cell = cells->cells->pdata[i];
    if (cell->column <= column && column < cell->column + cell->span)
      return cell;
  }
  return NULL;
}

/* As many rows as are marked, and as reach as far down as a cell of the first one. */
static guint
count_header (const FlowTable *table)
{
  guint n = 1;
  gboolean spans = FALSE;

  while (n < MIN (table->rows->len, MAX_HEADER) && ((FlowRow *) table->rows->pdata[n])->is_header
         && ((FlowRow *) table->rows->pdata[0])->is_header)
    n++;
  for (guint column = 0; column < table->n_columns; column++) {
    const FlowCell *cell = cell_at (table, 0, column);
    spans |= cell && cell->span > 1;
  }
  for (guint column = 0; spans && column < table->n_columns; column++) {
    const FlowCell *cell = cell_at (table, 0, column);
    for (guint row = 1; cell && cell->begins && row < MIN (table->rows->len, MAX_HEADER); row++) {
      const FlowCell *below = cell_at (table, row, column);
      if (below == NULL || !below->goes_on)
        break;
      n = MAX (n, row + 1);
    }
  }
  return MIN (n, table->rows->len);
}

/* “Kinh phí: Ngân sách”: what stands over the column, from the top, each text once. */
static ImportedText
header_text (Grid *grid, guint n_header, guint column)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (ImportedText));
  const char *last = "";

  for (guint row = 0; row < n_header; row++) {
    const FlowCell *cell = cell_at (grid->table, row, column);
    if (cell == NULL || cell->goes_on)
      continue;
    ImportedText text = cell_text (grid, cell->blocks, " ");
    if (!*text.text || strcmp (text.text, last) == 0)
      continue;
    text.n_spans = 0; /* a heading is bold anyway */
    last = text.text;
    g_array_append_val (texts, text);
  }
  return join (grid, texts, ": ");
}

static gboolean
is_amount (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static Alignment
cell_alignment (const FlowCell *cell)
{
  for (guint i = 0; i < cell->blocks->len; i++) {
    const FlowBlock *block = cell->blocks->pdata[i];
    if (block->paragraph && !flow_paragraph_is_empty (block->paragraph))
      return block->paragraph->alignment;
  }
  return ALIGNED_UNSAID;
}

/* Right for amounts, in the middle for what is so throughout; words stay left. */
static char
column_alignment (Grid *grid, const ImportedTable *table, guint from, guint column)
{
  guint n = 0, centred = 0, right = 0;

  for (guint row = 0; row < table->n_rows; row++) {
    const FlowCell *cell = cell_at (grid->table, from + row, column);
    const char *text = table->cells[row * table->n_columns + column].text;
    if (cell == NULL || cell->column != column || !*text)
      continue;
    n++;
    centred += cell_alignment (cell) == ALIGNED_CENTRE;
    right += cell_alignment (cell) == ALIGNED_RIGHT && is_amount (text);
  }
  return n == 0 ? 'l' : right == n ? 'r' : centred == n ? 'c' : 'l';
}

static gboolean
is_merged (const FlowTable *table)
{
  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++) {
      const FlowCell *cell = cells->cells->pdata[i];
      if (cell->goes_on || (cell->span > 1 && cell->blocks->len > 0))
        return TRUE;
    }
  }
  return FALSE;
}

static void
fill_cells (Grid *grid, ImportedTable *made, guint from)
{
  ImportedText *cells =
    arena_alloc (grid->arena, (made->n_rows * made->n_columns + 1) * sizeof (ImportedText));

  for (guint row = 0; row < made->n_rows; row++)
    for (guint column = 0; column < made->n_columns; column++) {
      const FlowCell *cell = cell_at (grid->table, from + row, column);
      gboolean begins = cell && cell->column == column && !cell->goes_on;
      cells[row * made->n_columns + column] =
        begins ? cell_text (grid, cell->blocks, "\n") : plain ("");
    }
  made->cells = cells;
}

const ImportedTable *
grid_read (Arena *arena, const FlowTable *table, gboolean *nested)
{
  Grid grid = { arena, table, FALSE };
  ImportedTable *made = arena_alloc (arena, sizeof (ImportedTable));
  guint n_header = count_header (table);

  made->n_columns = MIN (table->n_columns, MAX_COLUMNS);
  made->n_rows = table->rows->len - n_header;
  ImportedText *header = arena_alloc (arena, (made->n_columns + 1) * sizeof (ImportedText));
  for (guint column = 0; column < made->n_columns; column++)
    header[column] = header_text (&grid, n_header, column);
  made->header = header;
  fill_cells (&grid, made, n_header);
  char *align = arena_alloc (arena, made->n_columns + 1);
  for (guint column = 0; column < made->n_columns; column++)
    align[column] = column_alignment (&grid, made, n_header, column);
  made->align = align;
  made->is_merged = is_merged (table);
  *nested |= grid.nested;
  return made;
}

gboolean
grid_is_box (const FlowTable *table)
{
  return table->rows->len == 1 && ((FlowRow *) table->rows->pdata[0])->cells->len == 1;
}

gboolean
grid_is_layout (const FlowTable *table)
{
  if (table->has_borders)
    return FALSE;
  return table->rows->len < 2 || table_has_pictures (table);
}
