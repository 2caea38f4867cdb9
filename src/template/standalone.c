/* SPDX-License-Identifier: MIT */
/* Lines are settled while parsing, not while filling: what a tag does to the line it stands in
 * depends on the text of the template alone. Filling then only adds indentation (fill_writer.h),
 * and a page costs no search for line ends. */
#include "template/standalone.h"

#include <string.h>

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

Margins
margins_of_tag (const Source *source, const TemplateTag *tag)
{
  Margins margins = { .line_start = tag->start, .next_line = tag->end };
  const char *text = source->text;

  while (margins.line_start > 0 && is_blank (text[margins.line_start - 1]))
    margins.line_start--;
  margins.clears_left = margins.line_start == 0 || text[margins.line_start - 1] == '\n';

  while (is_blank (text[margins.next_line]))
    margins.next_line++;
  if (text[margins.next_line] == '\r' && text[margins.next_line + 1] == '\n')
    margins.next_line++;
  margins.clears_right = margins.next_line == source->length || text[margins.next_line] == '\n';
  if (margins.next_line < source->length)
    margins.next_line++;
  return margins;
}

gboolean
standalone_first_indentation (const Source *source, gsize start, gsize end,
                              const char **indentation, gsize *length)
{
  const char *text = source->text;

  for (gsize line = start; line < end; line++) {
    gsize at = line;
    while (at < end && is_blank (text[at]))
      at++;
    *indentation = text + line;
    *length = at - line;
    if (at < end && text[at] == '\r' && text[at + 1] == '\n')
      at++;
    if (at < end && text[at] != '\n')
      return TRUE;
    line = at;
  }
  return FALSE;
}

static gsize
common_length (const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize n = 0;
  while (n < a_length && n < b_length && a[n] == b[n])
    n++;
  return n;
}

/* Only now, while its text still lies in the source, can be seen whether a text node begins a line.
 */
static gboolean
node_begins_line (const Template *template, const Node *node)
{
  return node->text == template->source->text || node->text[-1] == '\n';
}

static void
outdent_text (Template *template, Node *node, const char *indentation, gsize length)
{
  g_autoptr (GString) out = g_string_sized_new (node->length);
  const char *end = node->text + node->length;
  gboolean begins_line = node_begins_line (template, node);

  for (const char *p = node->text; p < end; begins_line = TRUE) {
    const char *newline = memchr (p, '\n', end - p);
    const char *next = newline ? newline + 1 : end;
    if (begins_line)
      p += common_length (p, next - p, indentation, length);
    g_string_append_len (out, p, next - p);
    p = next;
  }
  node->text = arena_copy_n (template->arena, out->str, out->len);
  node->length = out->len;
}

static void
outdent_indentation (Node *node, const char *indentation, gsize length)
{
  gsize n = common_length (node->indentation, node->indentation_length, indentation, length);
  node->indentation += n;
  node->indentation_length -= n;
}

void
standalone_outdent (Template *template, Node *nodes, const char *indentation, gsize length)
{
  if (length == 0)
    return;
  for (Node *node = nodes; node; node = node->next) {
    if (node->kind == NODE_TEXT)
      outdent_text (template, node, indentation, length);
    else if (node->layout != LAYOUT_INLINE)
      outdent_indentation (node, indentation, length);
    if (node->kind != NODE_PARENT)
      standalone_outdent (template, node->first, indentation, length);
  }
}
