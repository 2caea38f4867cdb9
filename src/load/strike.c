/* SPDX-License-Identifier: MIT */
#include "load/strike.h"

#include <string.h>

#define MARK "~~"

static cmark_node *
new_text (MarkdownTree *tree, const char *start, gsize length)
{
  g_autofree char *text = g_strndup (start, length);
  cmark_node *node = markdown_tree_node (tree, CMARK_NODE_TEXT);

  cmark_node_set_literal (node, text);
  return node;
}

/* Puts each mark of a text into a node of its own; returns the last node it became. */
static cmark_node *
split_text (MarkdownTree *tree, cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  const char *mark = strstr (text, MARK);

  for (; mark; text = mark + strlen (MARK), mark = strstr (text, MARK)) {
    if (mark > text)
      cmark_node_insert_before (node, new_text (tree, text, mark - text));
    cmark_node_insert_before (node, new_text (tree, MARK, strlen (MARK)));
  }
  g_autofree char *rest = g_strdup (text);
  cmark_node *before = cmark_node_previous (node);
  if (*rest) {
    cmark_node_set_literal (node, rest);
    return node;
  }
  cmark_node_free (node);
  return before;
}

static const char *
text_of (cmark_node *node)
{
  return node && cmark_node_get_type (node) == CMARK_NODE_TEXT ? cmark_node_get_literal (node)
                                                               : NULL;
}

static gboolean
is_mark (cmark_node *node)
{
  const char *text = text_of (node);
  return text && strcmp (text, MARK) == 0;
}

static gboolean
opens (cmark_node *mark)
{
  cmark_node *next = cmark_node_next (mark);
  const char *text = text_of (next);
  return next && !is_mark (next) && !(text && *text == ' ');
}

static gboolean
closes (cmark_node *mark)
{
  const char *text = text_of (cmark_node_previous (mark));
  return !(text && g_str_has_suffix (text, " "));
}

static cmark_node *
find_close (cmark_node *open)
{
  cmark_node *node = cmark_node_next (open);

  while (node && !(is_mark (node) && closes (node)))
    node = cmark_node_next (node);
  return node;
}

/* What stands between the marks, as one node in their place. */
static cmark_node *
strike_between (MarkdownTree *tree, cmark_node *open, cmark_node *close)
{
  cmark_node *struck = markdown_tree_node (tree, CMARK_NODE_CUSTOM_INLINE);

  body_mark (struck, BODY_STRUCK, 0);
  cmark_node_insert_before (open, struck);
  for (cmark_node *node; (node = cmark_node_next (open)) != close;)
    cmark_node_append_child (struck, node);
  cmark_node_free (open);
  cmark_node_free (close);
  return struck;
}

void
strike_mark (MarkdownTree *tree, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    const char *text = text_of (node);
    if (text && strstr (text, MARK) && !is_mark (node))
      node = split_text (tree, node);
    else if (text == NULL && cmark_node_get_type (node) != CMARK_NODE_IMAGE)
      strike_mark (tree, node);
  }
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    if (!is_mark (node) || !opens (node))
      continue;
    cmark_node *close = find_close (node);
    if (close == NULL)
      return; /* nor does one that opens later find any */
    node = strike_between (tree, node, close);
  }
}
