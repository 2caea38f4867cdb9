/* SPDX-License-Identifier: MIT */
/* The declarations between two braces, or of a style attribute. */
#pragma once

#include "print/style/shorthand.h"

/* In the arena of its sheet. Those that are !important come last. */
typedef struct {
  const Declaration *declarations;
  guint n, n_important;
} Block;

typedef enum { BLOCK_OF_ELEMENT, BLOCK_OF_MARGIN_BOX, BLOCK_OF_PAGE } BlockKind;

typedef struct {
  BlockKind kind;
  GArray *normal, *important; /* Declaration */
} BlockReader;

void block_reader_init (BlockReader *reader, BlockKind kind);
void block_reader_clear (BlockReader *reader);
/* A CssHandler's `declaration`, with the reader as data: what is no declaration of ours is
 * reported. */
void block_declaration (Css *css, const Token *name, Cursor value, gboolean is_important,
                        gpointer reader);
/* What was read since the last call; in the arena. */
const Block *block_reader_take (BlockReader *reader, Arena *arena);
/* A block up to its closing brace, or to the end of the text. FALSE in `is_closed` (may be NULL)
 * when there was none. */
const Block *block_read (Css *css, BlockKind kind, gboolean *is_closed);
