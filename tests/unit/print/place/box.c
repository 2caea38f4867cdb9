/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#include "box_kit.h"

#define P "p { margin: 0 } "

/* Lines beside blocks get boxes of their own; what is not displayed gets none. */
static void
test_blocks (void)
{
  static const LayoutRow rows[] = {
    { P, "<div>x<b/>y</div>", "“x” 10 10 10; 10 20 80 5; “y” 10 25 10" },
    { P "i { display: none }", "<p>a<i>x</i></p><i>y</i><p>b</p>", "“a” 10 10 10; “b” 10 20 10" },
    { P, "<div>  <b/>  <b/>  </div>", "10 10 80 5; 10 15 80 5" },
    { P "i { visibility: hidden }", "<p><i>a</i></p><p>b</p>", "“b” 10 20 10" },
    { P "u { display: block }", "<p>a<u>x</u>b</p>", "“a” 10 10 10; “x” 10 20 10; “b” 10 30 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Kinds as letters, children in brackets; ! is an artifact. */
static void
write_kinds (const Box *box, GString *out)
{
  static const char *const names[] = {
    [BOX_BLOCK] = "block",      [BOX_INLINE] = "inline",  [BOX_FLEX] = "flex",
    [BOX_TABLE] = "table",      [BOX_ROW_GROUP] = "rows", [BOX_ROW] = "row",
    [BOX_REPLACED] = "replaced"
  };

  g_string_append_printf (out, "%s%s", names[box->kind], box->role == ROLE_ARTIFACT ? "!" : "");
  if (box->first == NULL)
    return;
  for (const Box *child = box->first; child; child = child->next) {
    g_assert_true (child->parent == box);
    g_string_append (out, child == box->first ? "(" : " ");
    write_kinds (child, out);
  }
  g_string_append_c (out, ')');
}

static void
test_kinds (void)
{
  static const struct {
    const char *css, *body, *kinds;
  } rows[] = {
    { "", "<p>a</p>", "block(block(inline))" },
    { "", "<p> </p>", "block(block)" },
    { "", "x<p>a</p>", "block(inline block(inline))" },
    { "div { display: flex }", "<div>a<p>b</p></div>", "block(flex(inline block(inline)))" },
    { "", "<table><tr><td>a</td><td/></tr></table>",
      "block(table(rows(row(block(inline) block))))" },
    { "", "<table><tr><td/></tr><thead><tr><th/></tr></thead></table>",
      "block(table(rows(row(block)) rows(row(block))))" },
    { "", "<p aria-hidden='true'>a</p>", "block(block!(inline!))" },
    { "", "<div role='presentation'><p>a</p></div>", "block(block!(block!(inline!)))" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (BuiltTree) tree;
    g_autoptr (GString) kinds = g_string_new (NULL);
    tree_open (&tree, rows[i].css, rows[i].body);
    write_kinds (tree.tree->root, kinds);
    g_test_message ("%s", rows[i].body);
    g_assert_cmpstr (kinds->str, ==, rows[i].kinds);
  }
}

/* The nearest positioned box has what is absolute, the pages have the rest. */
static void
test_out_of_flow (void)
{
  g_auto (BuiltTree) tree;

  tree_open (&tree, "div { position: relative } i { position: absolute } u { position: fixed }",
             "<div><p>a<i>x</i></p><u>y</u></div><i>z</i>");
  const Box *div = tree.tree->root->first;
  g_assert_cmpuint (div->out_of_flow->len, ==, 1);
  g_assert_cmpuint (tree.tree->on_pages->len, ==, 2);
  g_assert_true (box_is_out_of_flow (div->out_of_flow->pdata[0]));
  g_assert_false (box_is_out_of_flow (div));
}

/* CSS 2.2, 8.3.1: the largest and the most negative of those that meet. */
static void
test_collapsing_margins (void)
{
  CollapsingMargin collapsing = { 0, 0 };

  collapsing_margin_add (&collapsing, 5);
  collapsing_margin_add (&collapsing, 3);
  g_assert_cmpfloat (collapsing_margin_value (collapsing), ==, 5);
  collapsing_margin_add (&collapsing, -2);
  collapsing_margin_add (&collapsing, -4);
  g_assert_cmpfloat (collapsing_margin_value (collapsing), ==, 1);
  collapsing_margin_join (&collapsing, (CollapsingMargin){ 9, -1 });
  g_assert_cmpfloat (collapsing_margin_value (collapsing), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/box/blocks", test_blocks);
  g_test_add_func ("/box/kinds", test_kinds);
  g_test_add_func ("/box/out-of-flow", test_out_of_flow);
  g_test_add_func ("/box/collapsing-margins", test_collapsing_margins);
  return g_test_run ();
}
