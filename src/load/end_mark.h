/* SPDX-License-Identifier: MIT */
/* What is put to the lines of a letter: its end, and dashes. */
#pragma once

#include "load/markdown_tree.h"

/* Works on the tree of a body that is otherwise settled. Puts “./.” after the last word of a letter
 * (Decree 30/2020, the models of annex III), whatever that word is part of; below a table or a
 * picture on its own. Nothing is put after what already ends so. The appendices of `root` have
 * their role already. */
void end_mark_resolve (MarkdownTree *tree, cmark_node *root);

/* In a document of the Party (05-HD/VPTW): a text ends as it is written, and “- ” opens each of the
 * lines it rests on, unless a dash does. Their roles are settled. */
void end_mark_resolve_party (cmark_node *root);
