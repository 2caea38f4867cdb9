/* SPDX-License-Identifier: MIT */
#include "model/body.h"

gboolean
body_opens_appendix (cmark_node *block)
{
  cmark_node *first = cmark_node_first_child (block);

  return cmark_node_get_type (block) == CMARK_NODE_HEADING && first
         && cmark_node_get_type (first) == CMARK_NODE_TEXT
         && g_str_has_prefix (cmark_node_get_literal (first), "Phụ lục");
}
