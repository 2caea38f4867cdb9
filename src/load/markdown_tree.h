/* SPDX-License-Identifier: MIT */
/* Memory for CommonMark trees, given back in one piece: cmark makes and frees hundreds of small
 * things for a page, and they all live as long as the page.
 *
 * A tree belongs to the thread that made it, and a thread has one tree at a time: cmark does not
 * say for which tree it asks for memory. */
#pragma once

#include <cmark.h>
#include <glib.h>

typedef struct MarkdownTree MarkdownTree;

MarkdownTree *markdown_tree_new (void);
void markdown_tree_free (MarkdownTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarkdownTree, markdown_tree_free)

/* A text parsed, of `length` bytes before its NUL; several texts may be parsed into one tree, and
 * their nodes put together. */
cmark_node *markdown_tree_parse (MarkdownTree *tree, const char *text, gsize length);
cmark_node *markdown_tree_node (MarkdownTree *tree, cmark_node_type type);
