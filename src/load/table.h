/* SPDX-License-Identifier: MIT */
/* Pipe tables, by the rules of GitHub Flavored Markdown, made out of paragraphs of cmark's tree. */
#pragma once

#include "base/report.h"
#include "load/markdown_tree.h"
#include "model/body.h"

typedef struct {
  MarkdownTree *tree;
  const Source *source;
  const char *const
    *lines; /* raw lines of the paragraph, without what its containers put before them */
  guint n_lines;
  guint first_line;        /* in the source */
  const char *definitions; /* link reference definitions that its cells need, or "" */
  Report *report;
} TableText;

/* The tree of a table made from a paragraph: BODY_TABLE with rows and cells; `head` receives a
 * paragraph of the lines before the table, or NULL, and `n_head` how many they are. Both nodes
 * belong to `text->tree` and hang nowhere yet. Returns NULL when the lines are no table, or after
 * reporting that it is too wide or leaves out too much; a row with too many cells is warned of. */
cmark_node *table_from_lines (const TableText *text, cmark_node **head, guint *n_head);
