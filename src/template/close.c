/* SPDX-License-Identifier: MIT */
/* What a closing tag settles: whether a pair of tags stands alone on its lines, and how it is
 * indented. */
#include "template/parser.h"

#include "base/i18n.h"
#include "base/suggest.h"

#include <string.h>

/* A block is an argument where it stands directly in a parent, otherwise a place to be
 * overridden. */
static gboolean
node_is_argument (Parser *parser)
{
  return parser->open->len > 1
         && open_is (&g_array_index (parser->open, Open, parser->open->len - 2), NODE_PARENT);
}

static void
close_parent (Parser *parser, const TemplateTag *tag, const Margins *margins)
{
  Open *open = parser_top (parser);
  Node *node = open->node;
  gboolean is_standalone = open->margins.clears_left && margins->clears_right;

  parser_cut (parser, tag, margins, FALSE, is_standalone);
  node->layout = is_standalone ? LAYOUT_LINES : LAYOUT_INLINE;
  /* Directly in another parent there is no text, and nothing to take the indentation from. */
  if (is_standalone && open->before && open->before->kind == NODE_TEXT)
    open->before->length -= node->indentation_length;
}

/* An argument loses the indentation it has here; the place it goes to gives it another one. */
static void
close_argument (Parser *parser, const TemplateTag *tag, const Margins *margins)
{
  Open *open = parser_top (parser);
  Node *node = open->node;

  parser_cut (parser, tag, margins, margins->clears_left, FALSE);
  if (node->layout == LAYOUT_LINES)
    standalone_first_indentation (parser->template->source, open->content, tag->start,
                                  &node->indentation, &node->indentation_length);
  standalone_outdent (parser->template, node->first, node->indentation, node->indentation_length);
}

static void
close_block (Parser *parser, const TemplateTag *tag, const Margins *margins)
{
  Open *open = parser_top (parser);
  Node *node = open->node;
  gboolean is_standalone = margins->clears_left && margins->clears_right;

  parser_cut (parser, tag, margins, is_standalone, is_standalone);
  if (node->layout == LAYOUT_LINES)
    standalone_first_indentation (parser->template->source, open->content, tag->start,
                                  &node->indentation, &node->indentation_length);
  else if (open->margins.clears_left && margins->clears_right)
    node->layout = LAYOUT_HANGING;
}

/* Closes what is open last with `tag`. */
static void
close_top (Parser *parser, const TemplateTag *tag, const Margins *margins)
{
  gboolean is_standalone = margins->clears_left && margins->clears_right;

  if (open_is (parser_top (parser), NODE_PARENT))
    close_parent (parser, tag, margins);
  else if (!open_is (parser_top (parser), NODE_BLOCK))
    parser_cut (parser, tag, margins, is_standalone, is_standalone);
  else if (node_is_argument (parser))
    close_argument (parser, tag, margins);
  else
    close_block (parser, tag, margins);
  g_array_set_size (parser->open, parser->open->len - 1);
}

static gboolean
tag_is_named (const TemplateTag *tag, const Node *node)
{
  return node->length == tag->name_length && memcmp (node->text, tag->name, tag->name_length) == 0;
}

/* The level on the stack that `tag` closes, or 0. */
static guint
find_closed (Parser *parser, const TemplateTag *tag)
{
  for (guint level = parser->open->len - 1; level > 0; level--)
    if (tag_is_named (tag, g_array_index (parser->open, Open, level).node))
      return level;
  return 0;
}

void
parser_report_unclosed (Parser *parser)
{
  const Node *node = parser_top (parser)->node;
  g_autofree char *advice = g_strdup_printf (_ ("write “{{/%s}}” where it ends"), node->text);
  parser_fault (parser, node->place, advice, _ ("“%s” is opened here and never closed"),
                node->text);
}

/* `tag` names nothing that is open. Returns TRUE when it is taken for a misspelt end of what is
 * open last. */
static gboolean
report_stray_close (Parser *parser, const TemplateTag *tag)
{
  const Node *last = parser_top (parser)->node;
  g_autofree char *name = g_strndup (tag->name, tag->name_length);

  if (last == NULL) {
    parser_fault (parser, tag->place, _ ("remove it, or write the tag that it closes"),
                  _ ("“{{/%s}}” closes something that is not open"), name);
    return FALSE;
  }
  g_autofree char *advice =
    g_strdup_printf (_ ("the last one opened is “%s”, in line %u: write “{{/%s}}” to close it"),
                     last->text, last->place.line, last->text);
  parser_fault (parser, tag->place, advice, _ ("“{{/%s}}” closes something that is not open"),
                name);
  return suggest_word (name, (const char *const[]){ last->text, NULL }) != NULL;
}

void
parser_close (Parser *parser, const TemplateTag *tag, const Margins *margins)
{
  guint level = find_closed (parser, tag);

  if (level == 0 && !report_stray_close (parser, tag)) {
    parser_cut (parser, tag, margins, FALSE, FALSE);
    return;
  }
  while (level > 0 && parser->open->len - 1 > level) {
    parser_report_unclosed (parser);
    g_array_set_size (parser->open, parser->open->len - 1);
  }
  close_top (parser, tag, margins);
}
