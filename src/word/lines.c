/* SPDX-License-Identifier: MIT */
#include "word/lines.h"

#include "model/official_kind.h"
#include "text/fold.h"
#include "text/letter.h"

#include <string.h>

gboolean
line_is_rule (const char *text)
{
  gboolean any = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == ' ' || c == '\t')
      continue;
    gboolean is_stroke = c < 0x80 ? strchr ("_-*=", c) != NULL : c == 0x2013 || c == 0x2014;
    if (!is_stroke && (c >= 0x80 || strchr ("oO0", c) == NULL))
      return FALSE;
    any |= is_stroke;
  }
  return any;
}

gboolean
line_is_capitals (const char *text)
{
  return letters_are_capitals (text, -1);
}

gboolean
line_begins (const char *text, const char *folded)
{
  g_autofree char *own = text_fold (text);
  return g_str_has_prefix (own, folded);
}

gboolean
line_has (const char *text, const char *folded)
{
  g_autofree char *own = text_fold (text);
  return strstr (own, folded) != NULL;
}

const char *
line_without_stop (Arena *arena, const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (" .;,:", text[length - 1])) {
    /* “v.v.” and “…” keep theirs */
    if (length > 2 && text[length - 1] == '.' && text[length - 3] == '.')
      break;
    length--;
  }
  return arena_copy_n (arena, text, length);
}

/* All letters between the two bytes are bold. */
static gboolean
is_bold_between (const FlowParagraph *paragraph, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++) {
    if (paragraph->text[i] == ' ' || paragraph->text[i] == '\t')
      continue;
    guint n = flow_first_span (paragraph, i);
    const FlowSpan *span = n < paragraph->n_spans ? &paragraph->spans[n] : NULL;
    if (span == NULL || span->start > i || !(span->look & SPAN_BOLD))
      return FALSE;
  }
  return TRUE;
}

/* Blanks single, stripped; in capitals when it is shown so. */
static const char *
clean_line (Arena *arena, const FlowParagraph *paragraph, gsize start, gsize end)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (gsize i = start; i < end; i++) {
    gboolean is_blank = paragraph->text[i] == ' ' || paragraph->text[i] == '\t';
    if (!is_blank)
      g_string_append_c (clean, paragraph->text[i]);
    else if (clean->len > 0 && clean->str[clean->len - 1] != ' ')
      g_string_append_c (clean, ' ');
  }
  g_strchomp (clean->str);
  g_autofree char *shown = paragraph->is_caps ? g_utf8_strup (clean->str, -1) : NULL;
  return arena_copy (arena, shown ? shown : clean->str);
}

/* Where the piece that starts at `start` ends: before a tab, three blanks or the end of the line.
 */
static gsize
piece_end (const char *text, gsize start)
{
  gsize end = start;

  while (text[end] && text[end] != '\t' && text[end] != '\n' && strncmp (text + end, "   ", 3) != 0)
    end++;
  return end;
}

/* “Số:        /UBND” has its blanks where the number will be. */
static gboolean
is_blank_number (const char *text, gsize end)
{
  const char *p = text + end;

  while (*p == ' ')
    p++;
  return *p == '/' || (end >= 4 && text[end - 1] == ':');
}

/* So has “ngày     tháng     năm 2026”. */
static gboolean
is_blank_date (const char *text, gsize start, gsize end)
{
  g_autofree char *piece = g_strndup (text + start, end - start);
  g_autofree char *folded = text_fold (piece);
  const char *next = text + end + strspn (text + end, " ");

  return (g_str_has_suffix (folded, "ngay") && line_begins (next, "thang"))
         || (g_str_has_suffix (folded, "thang") && line_begins (next, "nam"));
}

static gsize
whole_piece_end (const char *text, gsize start)
{
  gsize end = piece_end (text, start);

  while (text[end] == ' ' && (is_blank_number (text, end) || is_blank_date (text, start, end))) {
    end += strspn (text + end, " ");
    end = piece_end (text, end);
  }
  return end;
}

void
lines_add_paragraph (GArray *lines, Arena *arena, const FlowParagraph *paragraph, gboolean is_right)
{
  const char *text = paragraph->text;
  gboolean is_behind = FALSE, gap = flow_paragraph_is_empty (paragraph);

  if (lines->len > 0)
    gap |= g_array_index (lines, FlowLine, lines->len - 1).text == NULL;
  for (gsize start = 0; text[start];) {
    gsize end = whole_piece_end (text, start);
    const char *clean = clean_line (arena, paragraph, start, end);
    if (line_is_rule (clean)) {
      gap = TRUE;
    } else if (*clean) {
      const FlowLine line = { clean, is_bold_between (paragraph, start, end), is_right || is_behind,
                              gap, paragraph };
      g_array_append_val (lines, line);
      gap = FALSE;
    }
    is_behind = text[end] != '\n' && (is_behind || text[end] == '\t' || *clean);
    start = end + (text[end] == '\t' || text[end] == '\n');
    start += text[start] == ' ' ? strspn (text + start, " ") : 0;
  }
}

void
lines_add_blocks (GArray *lines, Arena *arena, const GPtrArray *blocks, gboolean is_right)
{
  gboolean gap = FALSE;

  for (guint i = 0; i < blocks->len; i++) {
    const FlowBlock *block = blocks->pdata[i];
    guint before = lines->len;
    if (block->paragraph)
      lines_add_paragraph (lines, arena, block->paragraph, is_right);
    for (guint row = 0; block->table && row < block->table->rows->len; row++) {
      const FlowRow *inner = block->table->rows->pdata[row];
      for (guint cell = 0; cell < inner->cells->len; cell++)
        lines_add_blocks (lines, arena, ((FlowCell *) inner->cells->pdata[cell])->blocks, is_right);
    }
    if (lines->len > before)
      g_array_index (lines, FlowLine, before).after_gap |= gap;
    gap = lines->len == before;
  }
}

GArray *
table_lines (Arena *arena, const FlowTable *table)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (FlowLine));

  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++)
      lines_add_blocks (lines, arena, ((FlowCell *) cells->cells->pdata[i])->blocks, i > 0);
  }
  return lines;
}

gboolean
block_has_line (Arena *arena, const FlowBlock *block, gboolean (*is_such) (const char *line))
{
  g_autoptr (GArray) lines = block->table ? table_lines (arena, block->table)
                                          : g_array_new (FALSE, FALSE, sizeof (FlowLine));

  if (block->paragraph)
    lines_add_paragraph (lines, arena, block->paragraph, FALSE);
  for (guint i = 0; i < lines->len; i++)
    if (is_such (g_array_index (lines, FlowLine, i).text))
      return TRUE;
  return FALSE;
}

static gboolean
blocks_have (const GPtrArray *blocks, const char *folded)
{
  for (guint i = 0; i < blocks->len; i++) {
    const FlowBlock *block = blocks->pdata[i];
    if (block->paragraph ? line_has (block->paragraph->text, folded)
                         : table_has (block->table, folded))
      return TRUE;
  }
  return FALSE;
}

gboolean
table_has (const FlowTable *table, const char *folded)
{
  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++)
      if (blocks_have (((FlowCell *) cells->cells->pdata[i])->blocks, folded))
        return TRUE;
  }
  return FALSE;
}

gboolean
table_has_pictures (const FlowTable *table)
{
  for (guint row = 0; row < table->rows->len; row++) {
    const FlowRow *cells = table->rows->pdata[row];
    for (guint i = 0; i < cells->cells->len; i++)
      if (blocks_have_pictures (((FlowCell *) cells->cells->pdata[i])->blocks))
        return TRUE;
  }
  return FALSE;
}

gboolean
blocks_have_pictures (const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const FlowBlock *block = blocks->pdata[i];
    if (block->paragraph ? block->paragraph->n_pictures > 0 : table_has_pictures (block->table))
      return TRUE;
  }
  return FALSE;
}

/* Công văn is not written over a letter. */
const char *
line_letter_type (const char *line)
{
  g_autofree char *folded = text_fold (line);

  if (!line_is_capitals (line))
    return NULL;
  g_strstrip (folded);
  for (const OfficialKind *kind = official_kind_next (NULL); kind;
       kind = official_kind_next (kind)) {
    g_autofree char *type = text_fold (kind->word);
    if (kind->heading != HEADING_ABOUT && strcmp (folded, type) == 0)
      return kind->word;
  }
  return NULL;
}
