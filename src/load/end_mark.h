/* SPDX-License-Identifier: MIT */
/* The end of a letter. */
#pragma once

#include "load/markdown_tree.h"

/* Works on the tree of a body that is otherwise settled. Puts “./.” after the last word of a letter
 * (Decree 30/2020, the models of annex III), whatever that word is part of; below a table or a
 * picture on its own. Nothing is put after what already ends so. The appendices of `root` have
 * their role already. */
void end_mark_resolve (MarkdownTree *tree, cmark_node *root);
