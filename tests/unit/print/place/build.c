/* SPDX-License-Identifier: MIT */
#include "box_kit.h"

/* The items of the first lines below `box`: words, [ and ] with the width of an edge, @ for an
 * atomic inline, ^ for what is out of the flow; with points raised and decoration when not 0. */
static void
write_items (const Box *box, GString *out)
{
  static const char marks[] = {
    [INLINE_ATOMIC] = '@', [INLINE_OPEN] = '[', [INLINE_CLOSE] = ']', [INLINE_OUT_OF_FLOW] = '^'
  };

  while (box && box->kind != BOX_INLINE)
    box = box->first;
  for (guint i = 0; box && i < box->inlines->n_items; i++) {
    const InlineItem *item = &box->inlines->items[i];
    if (item->kind == INLINE_TEXT)
      g_string_append_len (out, box->inlines->text + item->start, item->end - item->start);
    else
      g_string_append_c (out, marks[item->kind]);
    if (item->width != 0)
      g_string_append_printf (out, "%g", item->width);
    if (item->raise != 0)
      g_string_append_printf (out, "+%g", item->raise);
    if (item->decoration != 0)
      g_string_append_printf (out, "_%u", item->decoration);
    g_string_append (out, item->role == ROLE_ARTIFACT ? "! " : " ");
  }
}

static void
test_items (void)
{
#define I "p { font-size: 10pt } "
  static const struct {
    const char *css, *body, *items;
  } rows[] = {
    { I, "<p>a<i>b</i>c</p>", "a b c " },
    { I "i { padding-left: 2pt; margin-right: 3pt; border-right: 1pt solid }", "<p>a<i>b</i></p>",
      "a [2 b ]4 " },
    { I "i { background-color: red }", "<p><i>b</i></p>", "[ b ] " },
    { I "i { border-top: 1pt solid }", "<p><i>b</i></p>", "[ b ] " },
    { I "i { vertical-align: super } u { vertical-align: sub; text-decoration: none }",
      "<p>a<i>b<u>c</u></i></p>", "a b+3.4 c+1.4 " },
    { I "i { vertical-align: 2pt; font-size: 5pt } u { vertical-align: super; text-decoration: "
        "none }",
      "<p><i>b<u>c</u></i></p>", "b+2 c+3.7 " },
    { I "i { text-decoration: underline } u { text-decoration: line-through }",
      "<p>a<i>b<u>c</u></i></p>", "a b_1 c_3 " },
    { I "i { display: inline-block }", "<p>a<i>b</i>c</p>", "a @ c " },
    { I "i { position: absolute }", "<p>a<i>b</i>c</p>", "a ^ c " },
    { I, "<p>a<i aria-hidden='true'>b</i></p>", "a b! " },
    { I "i { display: none }", "<p>a<i>b</i>c</p>", "a c " },
    { I, "<p>a<svg viewBox='0 0 1 1'><rect width='1' height='1'/></svg></p>", "a @ " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (BuiltTree) tree;
    g_autoptr (GString) got = g_string_new (NULL);
    tree_open (&tree, rows[i].css, rows[i].body);
    write_items (tree.tree->root, got);
    g_test_message ("%s", rows[i].body);
    g_assert_cmpstr (got->str, ==, rows[i].items);
  }
}

/* How many boxes stand side by side or below each other in the body's first box, by what is in an
 * inline element: a block makes it one. */
static void
test_blocks_in_inlines (void)
{
  static const struct {
    const char *body;
    guint n;
  } rows[] = {
    { "<div>a<i>b</i>c</div>", 1 },
    { "<div>a<i><p>b</p></i>c</div>", 3 },
    { "<div>a<i><u><p>b</p></u></i>c</div>", 3 },
    { "<div>a<i><p style='display: none'/>b</i>c</div>", 1 },
    { "<div>a<i><p style='display: inline-block'>b</p></i>c</div>", 1 },
    { "<div>a<i><p style='position: absolute'>b</p></i>c</div>", 1 },
    { "<div style='display: flex'>a<i>b</i>c</div>", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (BuiltTree) tree;
    guint n = 0;
    tree_open (&tree, "", rows[i].body);
    for (const Box *box = tree.tree->root->first->first; box; box = box->next)
      n++;
    g_test_message ("%s", rows[i].body);
    g_assert_cmpuint (n, ==, rows[i].n);
  }
}

/* Numbers of list items as HTML counts them. */
static void
test_counting (void)
{
  static const struct {
    const char *body, *last;
  } rows[] = {
    { "<ol><li>a</li><li>b</li></ol>", "2." },
    { "<ol start='5'><li>a</li><li>b</li></ol>", "6." },
    { "<ol start='-1'><li>a</li></ol>", "-1." },
    { "<ol><li value='7'>a</li><li>b</li></ol>", "8." },
    { "<ol><li>a</li><li value='3'>b</li></ol>", "3." },
    { "<ol start='123456'><li>a</li></ol>", "99999." },
    { "<ol><li>a<ol><li>x</li></ol></li><li>b</li></ol>", "2." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (BuiltTree) tree;
    tree_open (&tree, "", rows[i].body);
    const Box *marker = tree.tree->root->first->last->marker;
    g_test_message ("%s", rows[i].body);
    g_assert_nonnull (marker);
    g_assert_cmpstr (marker->inlines->text, ==, rows[i].last);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/build/items", test_items);
  g_test_add_func ("/build/blocks-in-inlines", test_blocks_in_inlines);
  g_test_add_func ("/build/counting", test_counting);
  return g_test_run ();
}
