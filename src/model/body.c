/* SPDX-License-Identifier: MIT */
#include "model/body.h"

gboolean
body_opens_appendix (cmark_node *block)
{
  cmark_node *first = cmark_node_first_child (block);

  if (cmark_node_get_type (block) != CMARK_NODE_HEADING || first == NULL
      || cmark_node_get_type (first) != CMARK_NODE_TEXT)
    return FALSE;
  g_autofree char *text = g_utf8_strdown (cmark_node_get_literal (first), -1);
  return g_str_has_prefix (text, "phụ lục");
}
