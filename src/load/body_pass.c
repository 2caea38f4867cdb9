/* SPDX-License-Identifier: MIT */
#include "load/body_pass.h"

#include <string.h>

void
pass_note_line (GHashTable **lines, cmark_node *node, guint line)
{
  if (*lines == NULL)
    *lines = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (*lines, node, GUINT_TO_POINTER (line));
}

static gboolean
find_line (GHashTable *lines, cmark_node *node, gpointer *line)
{
  return lines && g_hash_table_lookup_extended (lines, node, NULL, line);
}

guint
pass_line_of (const Pass *pass, cmark_node *node)
{
  gboolean has_offsets = pass->rows || pass->offsets;
  guint line = 0;

  for (; node && (line == 0 || has_offsets); node = cmark_node_parent (node)) {
    gpointer offset;
    if (line == 0)
      line = cmark_node_get_start_line (node);
    if (find_line (pass->rows, node, &offset))
      return GPOINTER_TO_UINT (offset);
    if (find_line (pass->offsets, node, &offset))
      return GPOINTER_TO_UINT (offset) + MAX (line, 1);
  }
  return line > 0 ? pass->first_line - 1 + line : pass->first_line;
}

/* Moves the cursor to the start of line `line`; FALSE when there is none. */
static gboolean
cursor_go (Pass *pass, guint line)
{
  PassCursor *cursor = &pass->cursor;

  if (cursor->line_start == NULL || line < cursor->line) {
    cursor->line = pass->first_line;
    cursor->line_start = pass->source->text + pass->body_offset;
  }
  while (cursor->line < line) {
    const char *end = strchr (cursor->line_start, '\n');
    if (end == NULL)
      return FALSE;
    cursor->line_start = end + 1;
    cursor->line++;
  }
  return TRUE;
}

Place
pass_place_of (Pass *pass, cmark_node *node, const char *text)
{
  PassCursor *cursor = &pass->cursor;
  guint line = pass_line_of (pass, node);
  const char *start = NULL;

  if (cursor->found && cursor->block_line == line)
    start = cursor->found + (cursor->node != node);
  else if (cursor_go (pass, line))
    start = cursor->line_start;
  const char *found = start && text && *text ? strstr (start, text) : NULL;
  if (found == NULL)
    return (Place){ line, 0 };
  for (const char *end;
       (end = memchr (cursor->line_start, '\n', found - cursor->line_start)) != NULL;
       cursor->line++)
    cursor->line_start = end + 1;
  cursor->node = node;
  cursor->block_line = line;
  cursor->found = found;
  return (Place){ cursor->line,
                  1 + g_utf8_strlen (cursor->line_start, found - cursor->line_start) };
}
