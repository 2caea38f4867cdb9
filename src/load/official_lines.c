/* SPDX-License-Identifier: MIT */
#include "load/official_lines.h"

#include "load/roles.h"
#include "model/body.h"

#include <string.h>

/* Bytes up to which a line without an end is the title of an article. */
#define LONGEST_TITLE 240

static void
open_with_dash (cmark_node *basis)
{
  cmark_node *first = body_first_text_node (basis);
  const char *text = first ? cmark_node_get_literal (first) : NULL;

  if (text == NULL || *text == '-' || g_str_has_prefix (text, "–"))
    return;
  g_autofree char *opened = g_strconcat ("- ", text, NULL);
  cmark_node_set_literal (first, opened);
}

/* “HỘI ĐỒNG NHÂN DÂN … / KHÓA I, KỲ HỌP THỨ 5” */
static void
keep_lines (MarkdownTree *tree, cmark_node *authority)
{
  for (cmark_node *node = cmark_node_first_child (authority), *next; node; node = next) {
    next = cmark_node_next (node);
    if (cmark_node_get_type (node) != CMARK_NODE_SOFTBREAK)
      continue;
    cmark_node_insert_before (node, markdown_tree_node (tree, CMARK_NODE_LINEBREAK));
    cmark_node_free (node);
  }
}

static gboolean
is_title (cmark_node *paragraph, const char *text)
{
  gsize length = strlen (text);
  const char *last = text + length;

  return cmark_node_next (cmark_node_first_child (paragraph)) == NULL && length <= LONGEST_TITLE
         && cmark_node_next (paragraph)
         && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (last)));
}

static void
embolden (MarkdownTree *tree, cmark_node *paragraph)
{
  cmark_node *first = cmark_node_first_child (paragraph);
  gboolean is_text = first && cmark_node_get_type (first) == CMARK_NODE_TEXT;
  const char *literal = is_text ? cmark_node_get_literal (first) : "";
  gsize label = roles_article_length (literal);

  if (label == 0 || (literal[label] != ' ' && literal[label] != '\0'))
    return;
  g_autofree char *text = g_strdup (literal);
  gsize bold = is_title (paragraph, text) ? strlen (text) : label;
  g_autofree char *words = g_strndup (text, bold);
  cmark_node *strong = markdown_tree_node (tree, CMARK_NODE_STRONG);
  cmark_node *inside = markdown_tree_node (tree, CMARK_NODE_TEXT);

  cmark_node_set_literal (inside, words);
  cmark_node_append_child (strong, inside);
  cmark_node_insert_before (first, strong);
  if (text[bold])
    cmark_node_set_literal (first, text + bold);
  else
    cmark_node_free (first);
}

void
official_lines_set (MarkdownTree *tree, cmark_node *root, gboolean is_party)
{
  for (cmark_node *block = cmark_node_first_child (root); block; block = cmark_node_next (block)) {
    BodyRole role = body_role (block);
    if (role == BODY_BASIS && is_party)
      open_with_dash (block);
    else if (role == BODY_AUTHORITY)
      keep_lines (tree, block);
    else if (role == BODY_CHANNEL)
      official_lines_set (tree, block, is_party);
    else if (role == BODY_PLAIN && cmark_node_get_type (block) == CMARK_NODE_PARAGRAPH)
      embolden (tree, block);
  }
}
