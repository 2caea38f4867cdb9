/* SPDX-License-Identifier: MIT */
/* Indentation is kept as one text of which the end from `start` on counts: to go back is to cut it
 * off. Where nothing is indented, which is nearly everywhere, text is copied without a look at its
 * lines. */
#include "template/fill_writer.h"

#include "base/append.h"

#include <string.h>

static void
writer_begin_line (FillWriter *writer)
{
  if (writer->at_line_start)
    g_string_append_len (writer->out, writer->indentation->str + writer->start,
                         writer->indentation->len - writer->start);
  writer->at_line_start = FALSE;
}

static gboolean
is_empty_line (const char *line, gsize length)
{
  return line[0] == '\n' || (length >= 2 && line[0] == '\r' && line[1] == '\n');
}

void
writer_text (FillWriter *writer, const char *text, gsize length)
{
  const char *end = text + length;

  if (length == 0)
    return;
  if (writer->indentation->len == writer->start) {
    append_piece (writer->out, text, length);
    writer->at_line_start = end[-1] == '\n';
    return;
  }
  for (const char *line = text; line < end;) {
    const char *newline = memchr (line, '\n', end - line);
    const char *next = newline ? newline + 1 : end;
    if (!is_empty_line (line, end - line))
      writer_begin_line (writer);
    append_piece (writer->out, line, next - line);
    writer->at_line_start = newline != NULL;
    line = next;
  }
}

void
writer_value (FillWriter *writer, const char *text, gsize length, TemplateEscape escape)
{
  if (length == 0)
    return;
  writer_begin_line (writer);
  escape (writer->out, text, length);
}

FillMark
writer_enter (FillWriter *writer, const Node *node)
{
  FillMark mark = { writer->start, writer->indentation->len, node->layout };

  if (node->layout == LAYOUT_INLINE) {
    writer_begin_line (writer);
    writer->start = writer->indentation->len;
    return mark;
  }
  g_string_append_len (writer->indentation, node->indentation, node->indentation_length);
  /* Also where a partial before this one did not end its line: the line of the tag began here. */
  if (node->layout == LAYOUT_LINES)
    writer->at_line_start = TRUE;
  return mark;
}

void
writer_leave (FillWriter *writer, FillMark mark)
{
  writer->start = mark.start;
  g_string_truncate (writer->indentation, mark.length);
  if (mark.layout == LAYOUT_INLINE)
    writer->at_line_start = FALSE;
  else if (mark.layout == LAYOUT_LINES)
    writer->at_line_start = TRUE;
}
