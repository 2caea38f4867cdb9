/* SPDX-License-Identifier: MIT */
#include "load/end_mark.h"

#include "model/body.h"

static gboolean
is_printed (cmark_node *block)
{
  cmark_node_type type = cmark_node_get_type (block);

  if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_THEMATIC_BREAK)
    return FALSE;
  return body_is_for (block, CHANNEL_WEB) && body_is_for (block, CHANNEL_PRINT);
}

/* The last block from `block` backwards that is on every page, without those it stands in; or NULL.
 */
static cmark_node *
last_block (cmark_node *block)
{
  for (; block; block = cmark_node_previous (block)) {
    cmark_node_type type = cmark_node_get_type (block);
    gboolean holds_blocks = type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM
                            || type == CMARK_NODE_BLOCK_QUOTE || body_role (block) == BODY_CHANNEL;
    if (!is_printed (block))
      continue;
    cmark_node *last = holds_blocks ? last_block (cmark_node_last_child (block)) : block;
    if (last)
      return last;
  }
  return NULL;
}

static void
append_text (MarkdownTree *tree, cmark_node *block, const char *literal)
{
  cmark_node *text = markdown_tree_node (tree, CMARK_NODE_TEXT);
  cmark_node_set_literal (text, literal);
  cmark_node_append_child (block, text);
}

/* The text at the very end of `node`, or NULL when something else is there. */
static const char *
text_at_end (cmark_node *node)
{
  while (cmark_node_last_child (node))
    node = cmark_node_last_child (node);
  return cmark_node_get_type (node) == CMARK_NODE_TEXT ? cmark_node_get_literal (node) : NULL;
}

/* Sets the mark behind `last_of_text`, or what is on every page before it. Behind a table an
 * appendix needs none, nor does a line to write on. */
static void
resolve_end (MarkdownTree *tree, cmark_node *last_of_text, gboolean is_appendix)
{
  cmark_node *block = last_block (last_of_text);
  if (block == NULL || body_role (block) == BODY_BLANK)
    return;
  cmark_node_type type = cmark_node_get_type (block);
  if ((type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING)
      || body_role (block) == BODY_FIGURE) {
    if (is_appendix)
      return;
    cmark_node *paragraph = markdown_tree_node (tree, CMARK_NODE_PARAGRAPH);
    append_text (tree, paragraph, "./.");
    cmark_node_insert_after (block, paragraph);
    return;
  }
  const char *end = text_at_end (block);
  if (end && g_str_has_suffix (end, "./."))
    return;
  const char *mark = end && g_str_has_suffix (end, ".") ? "/." : "./.";
  cmark_node *last = cmark_node_last_child (block);
  if (last == NULL || cmark_node_get_type (last) != CMARK_NODE_TEXT) {
    append_text (tree, block, mark);
    return;
  }
  g_autofree char *ended = g_strconcat (cmark_node_get_literal (last), mark, NULL);
  cmark_node_set_literal (last, ended);
}

/* A rule at the end of a text would part it from its signature, or from what is on a page of its
 * own anyway. What comes before it. */
static cmark_node *
drop_rules (cmark_node *last)
{
  while (last && cmark_node_get_type (last) == CMARK_NODE_THEMATIC_BREAK) {
    cmark_node *rule = last;
    last = cmark_node_previous (last);
    cmark_node_free (rule);
  }
  return last;
}

void
end_mark_resolve (MarkdownTree *tree, cmark_node *root)
{
  gboolean is_appendix = FALSE;

  for (cmark_node *block = cmark_node_first_child (root); block; block = cmark_node_next (block)) {
    if (!body_opens_annex (block))
      continue;
    resolve_end (tree, drop_rules (cmark_node_previous (block)), is_appendix);
    is_appendix = TRUE;
  }
  resolve_end (tree, drop_rules (cmark_node_last_child (root)), is_appendix);
}
