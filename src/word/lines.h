/* SPDX-License-Identifier: MIT */
/* Lines of a letterhead, a closing or a list of addressees: what stands on one line of paper, left
 * or right. Offices set these parts in tables, with tabs or with blanks; as lines they are alike.
 */
#pragma once

#include "word/flow.h"

typedef struct {
  const char *text; /* stripped, blanks single; in capitals where it is shown so */
  gboolean is_bold;
  gboolean is_right;  /* in the right half, as far as tabs and cells tell */
  gboolean after_gap; /* something that is no text stands before it: nothing, or a rule */
  const FlowParagraph *paragraph;
} FlowLine;

/* Appends the lines of a paragraph; what stands behind a tab or three blanks is a line of its own,
 * on the right. Rules (“_____”) are gaps. */
void lines_add_paragraph (GArray *lines, Arena *arena, const FlowParagraph *paragraph,
                          gboolean is_right);
/* Those of all paragraphs of a cell. */
void lines_add_blocks (GArray *lines, Arena *arena, const GPtrArray *blocks, gboolean is_right);

/* TRUE for a line drawn with characters: “_____”, “-----”, “* * *”, “---oOo---”. */
gboolean line_is_rule (const char *text);
/* TRUE when there are letters and no small one. */
gboolean line_is_capitals (const char *text);
/* “kế hoạch” for “KẾ HOẠCH”, or NULL when the line is none of the types of Decree 30. */
const char *line_letter_type (const char *line);
/* TRUE when the folded text begins with `folded`. */
gboolean line_begins (const char *text, const char *folded);
/* TRUE when `folded` is anywhere in it. */
gboolean line_has (const char *text, const char *folded);
/* Without the stop, semicolon or comma at its end. Lives in the arena. */
const char *line_without_stop (Arena *arena, const char *text);
/* All paragraphs of a table as lines, cell by cell. Caller frees. */
GArray *table_lines (Arena *arena, const FlowTable *table);
/* TRUE when one of the lines of a block is such a line. */
gboolean block_has_line (Arena *arena, const FlowBlock *block,
                         gboolean (*is_such) (const char *line));
/* TRUE when one line of the table, folded, has `folded` in it. */
gboolean table_has (const FlowTable *table, const char *folded);
/* TRUE when one of the blocks shows a picture, in a table or not. */
gboolean blocks_have_pictures (const GPtrArray *blocks);
/* The same of a table. */
gboolean table_has_pictures (const FlowTable *table);
