/* SPDX-License-Identifier: MIT */
/* Inline content, gathered for the shaper: one text with items, each of one style. White space is
 * collapsed and letters are transformed as CSS Text 3 has it; what is not text (an inline block, a
 * picture, the padding of an inline box) is an item that stands for one character. */
#pragma once

#include "print/place/placed.h"

typedef struct Box Box;

typedef enum {
  INLINE_TEXT,
  INLINE_ATOMIC,      /* `box`, an inline block or a picture */
  INLINE_OPEN,        /* the left edge of an inline box that has an edge or a background */
  INLINE_CLOSE,       /* its right edge */
  INLINE_CHANCE,      /* <wbr>: here a line may end */
  INLINE_OUT_OF_FLOW, /* where `box`, taken out of the flow, would have stood */
} InlineItemKind;

typedef struct {
  InlineItemKind kind;
  guint32 start, end; /* bytes of the text; an anchor has none */
  PlacedRole role;
  const Style *style;
  const Element *element;
  Box *box;
  float width;            /* of what is not text, with its margins */
  float raise;            /* points above the baseline of the line */
  float shift_x, shift_y; /* points that it is moved from its place (position: relative) */
  guint decoration;       /* mask of Decoration */
  guint other;            /* of INLINE_OPEN and INLINE_CLOSE: the item that closes or opens it */
} InlineItem;

typedef struct {
  /* Once finished. */
  const char *text;  /* as it is shaped: white space collapsed, letters transformed, breaks as
                        U+2028; with a NUL behind it */
  gsize length;      /* bytes of the text */
  InlineItem *items; /* in order */
  guint n_items;
  const Style *style; /* of the block */
  double indent;      /* points; set before lines are asked for */
  /* While it is gathered. */
  GString *buffer;
  GArray *gathered; /* InlineItem */
  gboolean ends_in_space;
} Inlines;

/* Empty, for a block of this style, which is borrowed. The caller frees it. */
Inlines *inlines_new (const Style *style);
/* NULL is allowed. */
void inlines_free (Inlines *inlines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Inlines, inlines_free)

/* The same with the memory of one that was given back: `spare` (Inlines) is one thread's, or NULL.
 */
Inlines *inlines_borrow (GPtrArray *spare, const Style *style);
/* For the next inlines_borrow(); freed where `spare` is NULL. */
void inlines_give_back (GPtrArray *spare, Inlines *inlines);

/* Adds text as its style wants white space and letters. `like` gives style, element, role, raise
 * and decoration. */
void inlines_add_text (Inlines *inlines, const char *text, gsize length, const InlineItem *like);
/* Adds an item that is not text, and gives its number. One that closes another is told which. */
guint inlines_add (Inlines *inlines, InlineItemKind kind, const InlineItem *like);
/* <br>: the line ends here. */
void inlines_add_break (Inlines *inlines, const InlineItem *like);
/* After the last item: white space at the end goes. FALSE when nothing is left to be seen. */
gboolean inlines_finish (Inlines *inlines);
/* A finished one as small as it can be, which lives in `arena`: a long document is made of these.
 */
Inlines *inlines_copy (const Inlines *inlines, Arena *arena);
