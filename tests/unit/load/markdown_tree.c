/* SPDX-License-Identifier: MIT */
#include "load/markdown_tree.h"

#include <string.h>

static const char *
first_text (cmark_node *root)
{
  return cmark_node_get_literal (cmark_node_first_child (cmark_node_first_child (root)));
}

/* Punctuation becomes what a printer would set, wherever there is any to change. */
static void
test_punctuation (void)
{
  static const struct {
    const char *text, *set;
  } rows[] = {
    { "\"a\"", "“a”" }, { "it's", "it’s" },     { "a -- b", "a – b" },
    { "a...", "a…" },   { "a - b.", "a - b." }, { "a.. b", "a.. b" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (MarkdownTree) tree = markdown_tree_new ();
    cmark_node *root = markdown_tree_parse (tree, rows[i].text, strlen (rows[i].text));
    g_assert_cmpstr (first_text (root), ==, rows[i].set);
  }
  /* Wherever it stands in a long text. */
  for (guint before = 0; before < 40; before++)
    for (guint i = 0; i < 4; i++) {
      g_autofree char *start = g_strnfill (before, 'x'), *end = g_strnfill (39 - before, 'y');
      g_autofree char *text = g_strconcat (start, "z", rows[i].text, end, NULL);
      g_autofree char *set = g_strconcat (start, "z", rows[i].set, end, NULL);
      g_autoptr (MarkdownTree) tree = markdown_tree_new ();
      cmark_node *root = markdown_tree_parse (tree, text, strlen (text));
      g_autoptr (GString) whole = g_string_new (NULL);
      cmark_node *node = cmark_node_first_child (cmark_node_first_child (root));
      for (; node; node = cmark_node_next (node))
        g_string_append (whole, cmark_node_get_literal (node));
      if (i > 0) /* a mark behind a letter closes */
        g_assert_cmpstr (whole->str, ==, set);
      else
        g_assert_null (strchr (whole->str, '"'));
    }
}

/* Nodes of several texts are put together, and go with the tree. */
static void
test_together (void)
{
  g_autoptr (MarkdownTree) tree = markdown_tree_new ();
  cmark_node *one = markdown_tree_parse (tree, "a\n", 2);
  cmark_node *other = markdown_tree_parse (tree, "bcd\n", 2);
  cmark_node *node = markdown_tree_node (tree, CMARK_NODE_THEMATIC_BREAK);

  g_assert_cmpstr (first_text (other), ==, "bc");
  g_assert_true (cmark_node_append_child (one, cmark_node_first_child (other)));
  g_assert_true (cmark_node_append_child (one, node));
  g_assert_cmpint (cmark_node_get_type (cmark_node_last_child (one)), ==,
                   CMARK_NODE_THEMATIC_BREAK);
}

/* Texts that grow keep what was in them, also in memory a tree before had written to. */
static void
test_memory (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "\\*dài ");
  for (guint round = 0; round < 3; round++) {
    g_autoptr (MarkdownTree) tree = markdown_tree_new ();
    cmark_node *root = markdown_tree_parse (tree, text->str, text->len);
    const char *literal = first_text (root);
    g_assert_cmpuint (strlen (literal), ==, 5000 * strlen ("*dài ") - 1);
    g_assert_true (g_str_has_prefix (literal, "*dài *dài"));
    g_assert_true (g_str_has_suffix (literal, "*dài *dài"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown-tree/punctuation", test_punctuation);
  g_test_add_func ("/markdown-tree/together", test_together);
  g_test_add_func ("/markdown-tree/memory", test_memory);
  return g_test_run ();
}
