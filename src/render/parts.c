/* SPDX-License-Identifier: MIT */
#include "render/parts.h"

#include "text/sentence.h"

#include <string.h>

/* --- the parts --- */

gboolean
part_is_heading (cmark_node *node)
{
  return cmark_node_get_type (node) == CMARK_NODE_HEADING;
}

static gboolean
is_numbered (cmark_node *node)
{
  return cmark_node_get_type (node) == CMARK_NODE_LIST
         && cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
}

Part
part_whole (cmark_node *body)
{
  return (Part){ NULL, cmark_node_first_child (body), NULL };
}

GArray *
parts_of (const Part *whole, gboolean (*opens) (cmark_node *node))
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  Part part = { NULL, whole->first, whole->end };

  for (cmark_node *node = part.first; node != whole->end; node = cmark_node_next (node)) {
    if (!opens (node))
      continue;
    part.end = node;
    g_array_append_val (parts, part);
    part = (Part){ node, cmark_node_next (node), whole->end };
  }
  g_array_append_val (parts, part);
  return parts;
}

/* The first numbered list among the blocks, those for paper alone included; `block` is where it
 * stands in the part. */
cmark_node *
part_numbered_list (cmark_node *first, cmark_node *end, cmark_node **block)
{
  for (cmark_node *node = first; node != end; node = cmark_node_next (node)) {
    gboolean is_open = body_role (node) == BODY_CHANNEL && (body_detail (node) & CHANNEL_PRINT);
    cmark_node *inner = NULL;
    cmark_node *list =
      is_open ? part_numbered_list (cmark_node_first_child (node), NULL, &inner) : node;
    *block = node;
    if (list && is_numbered (list))
      return list;
  }
  *block = NULL;
  return NULL;
}

/* --- steps --- */

/* Where a paragraph is cut in two: in front of `node`, or `bytes` into its text. */
typedef struct {
  cmark_node *node; /* NULL: it is one sentence */
  gsize bytes;
} Cut;

static gboolean
is_text (cmark_node *node)
{
  return cmark_node_get_type (node) == CMARK_NODE_TEXT;
}

/* Behind the first sentence. The sentence is looked for in the text of the whole paragraph, since a
 * mark of emphasis may stand between its words; one that ends inside of emphasis goes on, as that
 * cannot be cut. */
static Cut
cut_of (cmark_node *paragraph)
{
  g_autofree char *text = body_plain_text (paragraph);
  g_autoptr (GString) walked = g_string_new (NULL);
  gsize length = strlen (text);
  gsize end = sentence_end (text, length, 0);

  for (cmark_node *node = cmark_node_first_child (paragraph); node && end < length;
       node = cmark_node_next (node)) {
    gsize start = walked->len;
    if (end == start)
      return (Cut){ node, 0 };
    body_add_text (node, walked);
    while (end < walked->len && !is_text (node))
      end = sentence_end (text, length, end);
    if (end < walked->len)
      return (Cut){ node, end - start };
  }
  return (Cut){ NULL, 0 };
}

/* Some of the words of a paragraph. */
static void
write_words (const char *text, gsize length, cmark_node *paragraph, const HtmlPaper *paper,
             GString *out)
{
  g_autofree char *copy = g_strndup (text, length);
  cmark_node *node = cmark_node_new (CMARK_NODE_TEXT);
  HtmlPaper here = *paper;

  here.line = body_line (paragraph);
  cmark_node_set_literal (node, copy);
  html_paper (node, NULL, &here, out);
  cmark_node_free (node);
}

/* Without the space or the end of the line that stood between it and what is before the cut. */
static void
write_rest (const Cut *cut, const HtmlPaper *paper, GString *out)
{
  cmark_node *node = cut->node;

  if (is_text (node)) {
    const char *words = cmark_node_get_literal (node) + cut->bytes;
    words += strspn (words, " ");
    write_words (words, strlen (words), cmark_node_parent (node), paper, out);
    node = cmark_node_next (node);
  } else if (cmark_node_get_type (node) == CMARK_NODE_SOFTBREAK
             || cmark_node_get_type (node) == CMARK_NODE_LINEBREAK) {
    node = cmark_node_next (node);
  }
  html_paper (node, NULL, paper, out);
}

/* What is to be done, and what is said of it: the first sentence of a paragraph and the others. */
void
part_set_sentences (Value *map, cmark_node *paragraph, const HtmlPaper *paper)
{
  g_autoptr (GString) action = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  Cut cut = cut_of (paragraph);

  html_paper (cmark_node_first_child (paragraph), cut.node, paper, action);
  if (cut.bytes > 0)
    write_words (cmark_node_get_literal (cut.node), cut.bytes, paragraph, paper, action);
  if (cut.node)
    write_rest (&cut, paper, rest);
  value_set (map, "action", value_text_n (action->str, action->len));
  value_set (map, "rest", value_text_n (rest->str, rest->len));
}

gboolean
part_is_sentence (cmark_node *node)
{
  return node && cmark_node_get_type (node) == CMARK_NODE_PARAGRAPH
         && body_role (node) != BODY_FIGURE;
}
