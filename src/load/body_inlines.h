/* SPDX-License-Identifier: MIT */
/* Inside load/: the second pass over a body, through all inlines of the settled tree: links,
 * pictures, menu paths, raw HTML, values. What is wrong with them is reported. */
#pragma once

#include "load/body_pass.h"

/* FALSE when the tree is nested too deeply. The texts of others (`parts`) are left out. */
gboolean inlines_resolve (Pass *pass, cmark_node *root);
/* For those who look for values with a pass for data: where a tag stands. */
Place inlines_place_of_tag (gpointer pass, cmark_node *node, const char *text);
