/* SPDX-License-Identifier: MIT */
#include "model/body.h"

#include "../support.h"
#include "load/body.h"

static void
test_plain_text (void)
{
  static const struct {
    const char *markdown, *text;
  } rows[] = {
    { "a *b **c*** `d`", "a b c d" },
    { "a\nb  \nc", "a b c" },
    { "[a](b) ![c *d*](e.png)", "a c d" },
    { "Mở **A → B → C** rồi", "Mở A → B → C rồi" },
    { "## a & b", "a & b" },
    { "```\na\n```", "" },
    { "- a\n- b", "ab" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].markdown, -1);
    g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
    cmark_node *block = cmark_node_first_child (body_root (body));
    g_autofree char *inside = body_plain_text (block);
    g_autoptr (GString) added = g_string_new ("+");
    body_add_text (block, added);
    g_assert_cmpstr (inside, ==, rows[i].text);
    g_assert_cmpstr (added->str + 1, ==, rows[i].text);
  }
}

/* A label by itself has no arrow before it, one that is added has. */
static void
test_labels (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", "**A → B**", -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  cmark_node *menu = cmark_node_first_child (cmark_node_first_child (body_root (body)));
  cmark_node *last = cmark_node_last_child (menu);
  g_autofree char *inside = body_plain_text (last);
  g_autoptr (GString) added = g_string_new (NULL);

  body_add_text (last, added);
  g_assert_cmpstr (inside, ==, "B");
  g_assert_cmpstr (added->str, ==, " → B");
}

static void
test_first_text_node (void)
{
  static const struct {
    const char *markdown, *text; /* NULL: no text stands there */
  } rows[] = {
    { "a *b*", "a " }, { "***a** b* c", "a" }, { "`a` b", NULL }, { "- a", "a" }, { "---", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].markdown, -1);
    g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
    cmark_node *block = cmark_node_first_child (body_root (body));
    cmark_node *text = body_first_text_node (block);
    g_assert_cmpstr (text ? cmark_node_get_literal (text) : NULL, ==, rows[i].text);
    g_assert_cmpstr (body_first_text (block), ==, rows[i].text ? rows[i].text : "");
  }
}

/* Role and detail share a word, and do not run into each other. */
static void
test_marks (void)
{
  cmark_node *node = cmark_node_new (CMARK_NODE_CUSTOM_BLOCK);

  g_assert_cmpint (body_role (node), ==, BODY_PLAIN);
  g_assert_cmpuint (body_detail (node), ==, 0);
  body_mark (node, BODY_BASE_LINE, 0xFFFFFF);
  g_assert_cmpint (body_role (node), ==, BODY_BASE_LINE);
  g_assert_cmpuint (body_detail (node), ==, 0xFFFFFF);
  body_mark (node, BODY_CELL, ALIGN_RIGHT);
  g_assert_cmpuint (body_detail (node), ==, ALIGN_RIGHT);
  cmark_node_free (node);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body/plain-text", test_plain_text);
  g_test_add_func ("/body/first-text-node", test_first_text_node);
  g_test_add_func ("/body/labels", test_labels);
  g_test_add_func ("/body/marks", test_marks);
  return g_test_run ();
}
