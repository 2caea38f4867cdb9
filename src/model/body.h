/* SPDX-License-Identifier: MIT */
/* The body of a document: a CommonMark tree (cmark) with our marks on some nodes.
 *
 * cmark knows paragraphs, lists, emphasis; what it does not know – tables, task items, menu paths,
 * blocks for some channels – are custom nodes of the same tree, told apart by body_role(). Whoever
 * walks the tree shares it read-only; cmark's getters and iterators do not write. */
#pragma once

#include <cmark.h>
#include <glib.h>

typedef enum {
  BODY_PLAIN,
  BODY_TABLE,   /* custom block; children are rows, the first is the header */
  BODY_ROW,     /* custom block; children are cells, as many as the header has */
  BODY_CELL,    /* custom block; children are inlines; detail: BodyAlign */
  BODY_CHANNEL, /* custom block around blocks for some channels; detail: mask of BodyChannel */
  BODY_STEPS,   /* list: the steps of a guide */
  BODY_TASK,    /* item that can be ticked; detail: TRUE when it is */
  BODY_FIGURE,  /* paragraph that holds one image and nothing else */
  BODY_MENU,    /* custom inline; children are at least two BODY_LABELs */
  BODY_LABEL,   /* custom inline: one label on the way through an app's menus */
} BodyRole;

typedef enum { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT } BodyAlign;
typedef enum { CHANNEL_WEB = 1, CHANNEL_PRINT = 2, CHANNEL_LOA = 4 } BodyChannel;

static inline BodyRole
body_role (cmark_node *node)
{
  return GPOINTER_TO_UINT (cmark_node_get_user_data (node)) & 0xff;
}

static inline guint
body_detail (cmark_node *node)
{
  return GPOINTER_TO_UINT (cmark_node_get_user_data (node)) >> 8;
}

static inline void
body_mark (cmark_node *node, BodyRole role, guint detail)
{
  cmark_node_set_user_data (node, GUINT_TO_POINTER (role | detail << 8));
}

/* The text a block begins with; NULL when something else stands there. */
const char *body_first_text (cmark_node *block);

/* TRUE for a heading that starts with “Phụ lục”, in letters of any size: a letter ends before it,
 * and an appendix begins.
 */
gboolean body_opens_appendix (cmark_node *block);
