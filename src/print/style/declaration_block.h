/* SPDX-License-Identifier: MIT */
/* The declarations between two braces, or of a style attribute. */
#pragma once

#include "print/style/shorthand.h"

/* In the arena of its sheet. Those that are !important come last. */
typedef struct {
  const Declaration *declarations;
  guint n, n_important;
} DeclarationBlock;

typedef enum { BLOCK_OF_ELEMENT, BLOCK_OF_MARGIN_BOX, BLOCK_OF_PAGE } DeclarationBlockKind;

typedef struct {
  DeclarationBlockKind kind;
  GArray *normal, *important; /* Declaration */
} DeclarationReader;

/* Ready for a block of this kind; to be cleared. */
void declaration_reader_init (DeclarationReader *reader, DeclarationBlockKind kind);
/* What it holds; the struct itself is the caller's. */
void declaration_reader_clear (DeclarationReader *reader);
/* A CssHandler's `declaration`, with the reader as data: what is no declaration of ours is
 * reported. */
void declaration_reader_declaration (Css *css, const Token *name, Cursor value,
                                     gboolean is_important, gpointer reader);
/* What was read since the last call; in the arena. */
const DeclarationBlock *declaration_reader_take (DeclarationReader *reader, Arena *arena);
/* A block up to its closing brace, or to the end of the text. FALSE in `is_closed` (may be NULL)
 * when there was none. */
const DeclarationBlock *declaration_block_read (Css *css, DeclarationBlockKind kind,
                                                gboolean *is_closed);
