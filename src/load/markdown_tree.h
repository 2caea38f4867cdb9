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

/* Memory for the trees of one body. Caller frees before the thread asks for another. */
MarkdownTree *markdown_tree_new (void);
/* Frees every node made with it, wherever it hangs; NULL is nothing. By the thread that made it. */
void markdown_tree_free (MarkdownTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarkdownTree, markdown_tree_free)

/* The document node of a text, of `length` bytes before its NUL; several texts may be parsed into
 * one tree, and their nodes put together. It belongs to `tree`. CommonMark, with quotation marks,
 * dashes and dots as a printer sets them; any text is a document. */
cmark_node *markdown_tree_parse (MarkdownTree *tree, const char *text, gsize length);
/* A new node of this type, which belongs to `tree`; the caller puts it where it should stand. */
cmark_node *markdown_tree_node (MarkdownTree *tree, cmark_node_type type);
