/* SPDX-License-Identifier: MIT */
/* The boxes of a page before they are laid out, for tests. */
#pragma once

#include "print/place/box.h"

#include "../style_kit.h"

typedef struct {
  StyledPage page;
  PathStore *paths;
  Placement placement;
  BoxTree *tree;
} BuiltTree;

/* The boxes of a page; `files` may be NULL. */
static inline void
tree_open_with (BuiltTree *tree, const char *css, const char *body, const PrintFiles *files)
{
  *tree = (BuiltTree){ 0 };
  page_open_body (&tree->page, css, body);
  tree->placement.images = g_ptr_array_new_with_free_func ((GDestroyNotify) image_free);
  tree->placement.drawings = g_ptr_array_new_with_free_func ((GDestroyNotify) drawing_free);
  tree->placement.styles = g_ptr_array_new_with_free_func (g_free);
  tree->paths = path_store_new ();
  const BoxSources sources = { .markup = tree->page.markup,
                               .styler = tree->page.styler,
                               .files = files,
                               .paths = tree->paths,
                               .placement = &tree->placement,
                               .faults = { tree->page.source, NULL, tree->page.report } };
  tree->tree = box_tree_new (&sources);
}

static inline void
tree_open (BuiltTree *tree, const char *css, const char *body)
{
  tree_open_with (tree, css, body, NULL);
}

static inline void
tree_clear (BuiltTree *tree)
{
  box_tree_free (tree->tree);
  g_ptr_array_unref (tree->placement.images);
  g_ptr_array_unref (tree->placement.drawings);
  g_ptr_array_unref (tree->placement.styles);
  path_store_free (tree->paths);
  page_clear (&tree->page);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BuiltTree, tree_clear)
