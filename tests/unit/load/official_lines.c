/* SPDX-License-Identifier: MIT */
#include "load/official_lines.h"

#include "../support.h"
#include "load/body.h"
#include "load/roles.h"
#include "render/html/body.h"

static void
test_lines (void)
{
  static const struct {
    const char *markdown;
    gboolean is_party;
    const char *html; /* of the first block */
  } rows[] = {
    { "Điều 1. Giao Sở Y tế.\n", FALSE, "<p><strong>Điều\u00a01.</strong> Giao Sở Y tế.</p>\n" },
    { "Điều 2. Phạm vi điều chỉnh\n\nA.\n", FALSE,
      "<p><strong>Điều\u00a02. Phạm vi điều chỉnh</strong></p>\n" },
    { "Điều 2. Câu cuối không dấu\n", FALSE,
      "<p><strong>Điều\u00a02.</strong> Câu cuối không dấu</p>\n" },
    { "Điều 3. Theo *Luật*.\n", FALSE,
      "<p><strong>Điều\u00a03.</strong> Theo <em>Luật</em>.</p>\n" },
    { "**Điều 4.** A.\n", FALSE, "<p><strong>Điều\u00a04.</strong> A.</p>\n" },
    { "Điều 5 của Luật.\n", FALSE, "<p>Điều\u00a05 của Luật.</p>\n" },
    { "Điều 5.1 A.\n", FALSE, "<p>Điều\u00a05.1 A.</p>\n" },
    { "ỦY BAN\nTỈNH A\n\nQUYẾT ĐỊNH:\n", FALSE, "<p class=\"authority\">ỦY BAN<br>\nTỈNH A</p>\n" },
    { "Căn cứ Luật A;\n", FALSE, "<p class=\"basis\">Căn cứ Luật A;</p>\n" },
    { "Căn cứ Luật A;\n", TRUE, "<p class=\"basis\">- Căn cứ Luật A;</p>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (MarkdownTree) tree = markdown_tree_new ();
    cmark_node *root = markdown_tree_parse (tree, rows[i].markdown, strlen (rows[i].markdown));
    g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GString) html = g_string_new (NULL);
    HtmlContents contents = { .ids = ids };
    roles_mark (root);
    official_lines_set (tree, root, rows[i].is_party);
    cmark_node *first = cmark_node_first_child (root);
    html_blocks (first, cmark_node_next (first), KIND_LETTER, &contents, html);
    g_assert_cmpstr (html->str, ==, rows[i].html);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/official-lines/lines", test_lines);
  return g_test_run ();
}
