/* SPDX-License-Identifier: MIT */
#include "model/body_facts.h"

#include <string.h>

/* “a {fact}” and a section around “b”, below a paragraph. */
typedef struct {
  cmark_node *paragraph, *fact, *from, *to;
  BodyFacts *facts;
} Tree;

static cmark_node *
add_text (cmark_node *parent, const char *text)
{
  cmark_node *node = cmark_node_new (CMARK_NODE_TEXT);
  cmark_node_set_literal (node, text);
  cmark_node_append_child (parent, node);
  return node;
}

static cmark_node *
add_marker (cmark_node *parent)
{
  cmark_node *node = cmark_node_new (CMARK_NODE_CUSTOM_INLINE);
  cmark_node_append_child (parent, node);
  return node;
}

static Tree
tree_new (const char *value, const char *section, gboolean is_inverse)
{
  Tree tree = { .paragraph = cmark_node_new (CMARK_NODE_PARAGRAPH), .facts = body_facts_new () };

  add_text (tree.paragraph, "a");
  tree.fact = add_marker (tree.paragraph);
  add_text (tree.fact, "");
  body_mark (tree.fact, BODY_FACT, FACT_TEXT);
  tree.from = add_marker (tree.paragraph);
  add_text (tree.paragraph, "b");
  add_text (tree.paragraph, "c");
  tree.to = add_marker (tree.paragraph);
  add_text (tree.paragraph, "d");
  body_facts_add_value (tree.facts, tree.fact, value, strlen (value));
  body_facts_add_section (tree.facts, tree.from, tree.to, section, strlen (section), is_inverse);
  return tree;
}

static void
assert_text (const Tree *tree, const FactScope *scope, const char *wanted)
{
  body_facts_fill (tree->facts, scope);
  g_autofree char *text = body_plain_text (tree->paragraph);
  g_assert_cmpstr (text, ==, wanted);
}

/* The same tree says what each office has, in any order and as often as one likes. */
static void
test_offices (void)
{
  const Locality locality = { .code = "1", .name = "An", .kind = LOCALITY_COMMUNE };
  const Office with = { .id = "a", .locality = &locality, .phone = "0270 3800 201" };
  const Office without = { .id = "b", .locality = &locality };
  const Site site = { .data = NULL };
  const FactScope one = { &site, NULL, &with }, other = { &site, NULL, &without };
  Tree tree = tree_new ("office.phone", "cơ quan.điện thoại", FALSE);
  Tree inverse = tree_new ("office.locality", "office.phone", TRUE);

  g_assert_true (body_facts_differ (tree.facts));
  for (guint i = 0; i < 3; i++) {
    assert_text (&tree, &one, "a0270 3800 201bcd");
    g_assert_cmpuint (body_detail (tree.fact), ==, FACT_PHONE);
    assert_text (&tree, &other, "ad");
    assert_text (&tree, &other, "ad");
    assert_text (&inverse, &one, "axã And");
    assert_text (&inverse, &other, "axã Anbcd");
  }
  assert_text (&tree, &one, "a0270 3800 201bcd");
  body_facts_free (tree.facts);
  body_facts_free (inverse.facts);
  cmark_node_free (tree.paragraph);
  cmark_node_free (inverse.paragraph);
}

static void
test_constants (void)
{
  g_autoptr (Value) data = value_map ();
  const Site site = { .data = data };
  const FactScope scope = { &site, NULL, NULL };
  Tree tree = tree_new ("data.x", "data.x", FALSE);

  value_set_text (data, "x", "1/12/2026");
  g_assert_false (body_facts_differ (tree.facts));
  assert_text (&tree, &scope, "a01/12/2026bcd");
  assert_text (&tree, &scope, "a01/12/2026bcd");
  g_assert_true (body_facts_ask (tree.facts, "a"));
  g_assert_false (body_facts_ask (tree.facts, "a"));
  g_assert_true (body_facts_ask (tree.facts, "b"));
  body_facts_free (tree.facts);
  cmark_node_free (tree.paragraph);
  body_facts_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-facts/offices", test_offices);
  g_test_add_func ("/body-facts/constants", test_constants);
  return g_test_run ();
}
