/* SPDX-License-Identifier: MIT */
/* What is put to the lines of an official document beside its end (load/end_mark.h), so that pages,
 * sheets, Word files and the voice agree. */
#pragma once

#include "load/markdown_tree.h"

/* Works on the tree of a body whose roles are settled (Decree 30/2020, models 1.1 to 1.3):
 * “Điều 1.” is in bold, and so is its title when the line is one; those who decide, in capitals,
 * keep their lines. In a document of the Party (05-HD/VPTW) “- ” opens each line it rests on,
 * unless a dash does. */
void official_lines_set (MarkdownTree *tree, cmark_node *root, gboolean is_party);
