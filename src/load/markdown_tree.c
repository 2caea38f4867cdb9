/* SPDX-License-Identifier: MIT */
#include "load/markdown_tree.h"

#include "base/arena.h"
#include "base/block.h"

#include <string.h>

/* In front of each piece: realloc() must know how much to copy. */
typedef struct {
  _Alignas(16) gsize size;
} Header;

struct MarkdownTree {
  Arena *arena;
};

/* The tree of this thread. cmark's memory functions take no context. */
static _Thread_local MarkdownTree *current;

/* The memory of the last tree of this thread, for the next one: it grew to the size trees have, and
 * is in the cache. */
static GPrivate spare = G_PRIVATE_INIT ((GDestroyNotify) arena_free);

static void *
piece_raw (gsize size)
{
  Header *header = arena_alloc_raw (current->arena, sizeof *header + size);
  header->size = size;
  return header + 1;
}

static void *
piece_alloc (size_t n, size_t size)
{
  return memset (piece_raw (n * size), 0, n * size);
}

static void *
piece_realloc (void *piece, size_t size)
{
  if (piece == NULL)
    return piece_raw (size);
  const Header *header = (const Header *) piece - 1;
  if (size <= header->size)
    return piece;
  void *larger = piece_raw (size);
  memcpy (larger, piece, header->size);
  return larger;
}

static void
piece_free (G_GNUC_UNUSED void *piece)
{
}

static cmark_mem memory = { piece_alloc, piece_realloc, piece_free };

MarkdownTree *
markdown_tree_new (void)
{
  g_assert (current == NULL);
  current = g_new (MarkdownTree, 1);
  current->arena = g_private_get (&spare);
  g_private_set (&spare, NULL);
  if (current->arena == NULL)
    current->arena = arena_new ();
  return current;
}

void
markdown_tree_free (MarkdownTree *tree)
{
  if (tree == NULL)
    return;
  g_assert (tree == current);
  current = NULL;
  arena_clear (tree->arena);
  g_private_set (&spare, tree->arena);
  g_free (tree);
}

/* The bytes from `p` on where straight quotation marks, “--” or “...” begin. */
static inline Block
punctuation_at (const char *p)
{
  Block at = block_at (p), next = block_at (p + 1), third = block_at (p + 2);

  return (Block) (at == '"') | (Block) (at == '\'') | ((Block) (at == '-') & (Block) (next == '-'))
         | ((Block) (at == '.') & (Block) (next == '.') & (Block) (third == '.'));
}

/* TRUE when there is something for cmark's smart punctuation to do; looking for it makes it split
 * texts at every full stop and hyphen. Bodies are looked through in blocks: strstr() takes longer
 * than cmark needs for a quarter of its work. */
static gboolean
has_plain_punctuation (const char *text, gsize length)
{
  const char *p = text, *end = text + length;

  for (; end - p > BLOCK_LENGTH; p += BLOCK_LENGTH)
    if (block_first (punctuation_at (p)) < BLOCK_LENGTH)
      return TRUE;
  return strpbrk (p, "\"'") || strstr (p, "--") || strstr (p, "...");
}

cmark_node *
markdown_tree_parse (MarkdownTree *tree, const char *text, gsize length)
{
  g_assert (tree == current);
  int options = has_plain_punctuation (text, length) ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT;
  cmark_parser *parser = cmark_parser_new_with_mem (options, &memory);
  cmark_parser_feed (parser, text, length);
  cmark_node *root = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return root;
}

cmark_node *
markdown_tree_node (MarkdownTree *tree, cmark_node_type type)
{
  g_assert (tree == current);
  return cmark_node_new_with_mem (type, &memory);
}
