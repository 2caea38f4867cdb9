/* SPDX-License-Identifier: MIT */
/* Memory for CommonMark trees, given back in one piece: cmark makes and frees hundreds of small
 * things for a page, and they all live as long as the page.
 *
 * A tree belongs to the thread that made it, and a thread has one tree at a time: cmark does not
 * say for which tree it asks for memory. */
#pragma once

#include <cmark.h>
#include <glib.h>

typedef struct Tree Tree;

Tree *tree_new (void);
void tree_free (Tree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tree, tree_free)

/* A text parsed, of `length` bytes before its NUL; several texts may be parsed into one tree, and
 * their nodes put together. */
cmark_node *tree_parse (Tree *tree, const char *text, gsize length);
cmark_node *tree_node (Tree *tree, cmark_node_type type);
