/* SPDX-License-Identifier: MIT */
#include "model/body.h"

const char *
body_first_text (cmark_node *block)
{
  cmark_node *first = cmark_node_first_child (block);
  return first && cmark_node_get_type (first) == CMARK_NODE_TEXT ? cmark_node_get_literal (first)
                                                                 : NULL;
}

gboolean
body_opens_appendix (cmark_node *block)
{
  const char *text = body_first_text (block);

  if (cmark_node_get_type (block) != CMARK_NODE_HEADING || text == NULL)
    return FALSE;
  g_autofree char *small = g_utf8_strdown (text, -1);
  return g_str_has_prefix (small, "phụ lục");
}
