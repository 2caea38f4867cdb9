/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"

#include "../style_kit.h"

#include "print/place/box.h"

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

/* Blocks for generated text: how wide a word is does not matter then. */
static void
test_generated (void)
{
  static const LayoutRow rows[] = {
    { P "p::before { content: 'Mục' ; display: block }", "<p>a</p>",
      "“Mục” 10 10 10; “a” 10 20 10" },
    { P "p::after { content: attr(title); display: block }", "<p title='x y'>a</p>",
      "“a” 10 10 10; “x y” 10 20 10" },
    { P "p { counter-increment: n } p::before { content: counter(n) '/' counter(n, upper-roman); "
        "display: block }",
      "<p>a</p><p>b</p>", "“1/I” 10 10 10; “a” 10 20 10; “2/II” 10 30 10; “b” 10 40 10" },
    { P "p::before { content: none }", "<p>a</p>", "“a” 10 10 10" },
    { P
      "p::before { content: 'x'; position: absolute; top: 0; left: 30mm } p { position: relative }",
      "<p>a</p>", "“a” 10 10 10; “x” 40 10 10" },
    { P "p::before { content: ''; display: block; height: 5mm; background-color: #ccc }",
      "<p>a</p>", "10 10 80 5; “a” 10 15 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* Beside the item, or the first thing in it; both say the same. */
static void
test_markers (void)
{
#define LIST "ol, ul { margin: 0; padding-left: 20mm } li { list-style-position: inside } "
  static const struct {
    const char *css, *body;
    const char *texts[3];
  } rows[] = {
    { "", "<ol><li>a</li><li>b</li></ol>", { "“1. ”", "“a”", "“2. ”" } },
    { "ol { list-style-type: lower-alpha }",
      "<ol start='3'><li>a</li><li>b</li></ol>",
      { "“c. ”", "“a”", "“d. ”" } },
    { "", "<ul><li>a</li></ul>", { "“• ”", "“a”", NULL } },
    { "li::marker { content: 'Bước ' counter(list-item) ': ' }",
      "<ol><li>a</li></ol>",
      { "“Bước 1: ”", "“a”", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *css = g_strconcat (LIST, rows[i].css, NULL);
    g_autofree char *got = layout_boxes (css, rows[i].body);
    const char *at = got;
    g_test_message ("%s", got);
    for (guint j = 0; j < 3 && rows[i].texts[j]; j++) {
      at = strstr (at, rows[i].texts[j]);
      g_assert_nonnull (at);
    }
    g_assert_true (
      g_str_has_prefix (strstr (got, rows[i].texts[0]) + strlen (rows[i].texts[0]), " 30 10 10"));
  }
}

/* What cannot be loaded is said, and nothing is made. */
static void
test_pictures (void)
{
  static const LayoutRow rows[] = {
    { P, "<p>a</p><img src='x.png' alt='x'/>", "nothing" },
    { P, "<img alt='x'/>", "nothing" },
    { P "svg { display: block; width: 10mm }",
      "<svg viewBox='0 0 2 2'><rect width='2' height='2'/></svg>", "drawing 10 10 10 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* --- the tree itself --- */

typedef struct {
  StyledPage page;
  PathStore *paths;
  Placement placement;
  BoxTree *tree;
} StructureTree;

static void
tree_open (StructureTree *tree, const char *css, const char *body)
{
  *tree = (StructureTree){ 0 };
  page_open_body (&tree->page, css, body);
  tree->placement.images = g_ptr_array_new_with_free_func ((GDestroyNotify) image_free);
  tree->placement.drawings = g_ptr_array_new_with_free_func ((GDestroyNotify) drawing_free);
  tree->paths = path_store_new ();
  const BoxSources sources = { .markup = tree->page.markup,
                               .source = tree->page.source,
                               .styler = tree->page.styler,
                               .paths = tree->paths,
                               .placement = &tree->placement,
                               .report = tree->page.report };
  tree->tree = box_tree_new (&sources);
}

static void
tree_clear (StructureTree *tree)
{
  box_tree_free (tree->tree);
  g_ptr_array_unref (tree->placement.images);
  g_ptr_array_unref (tree->placement.drawings);
  path_store_free (tree->paths);
  page_clear (&tree->page);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StructureTree, tree_clear)

/* Kinds as letters, children in brackets; F is furniture. */
static void
write_kinds (const Box *box, GString *out)
{
  static const char *const names[] = {
    [BOX_BLOCK] = "flow",      [BOX_INLINE] = "lines",   [BOX_FLEX] = "flex",
    [BOX_TABLE] = "table",     [BOX_ROW_GROUP] = "rows", [BOX_ROW] = "row",
    [BOX_REPLACED] = "picture"
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
    { "", "<p>a</p>", "flow(flow(lines))" },
    { "", "<p> </p>", "flow(flow)" },
    { "", "x<p>a</p>", "flow(lines flow(lines))" },
    { "div { display: flex }", "<div>a<p>b</p></div>", "flow(flex(lines flow(lines)))" },
    { "", "<table><tr><td>a</td><td/></tr></table>", "flow(table(rows(row(flow(lines) flow))))" },
    { "", "<table><tr><td/></tr><thead><tr><th/></tr></thead></table>",
      "flow(table(rows(row(flow)) rows(row(flow))))" },
    { "", "<p aria-hidden='true'>a</p>", "flow(flow!(lines!))" },
    { "", "<div role='presentation'><p>a</p></div>", "flow(flow!(flow!(lines!)))" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StructureTree) tree;
    g_autoptr (GString) kinds = g_string_new (NULL);
    tree_open (&tree, rows[i].css, rows[i].body);
    write_kinds (tree.tree->root, kinds);
    g_test_message ("%s", rows[i].body);
    g_assert_cmpstr (kinds->str, ==, rows[i].kinds);
  }
}

/* The nearest positioned box has what is absolute, the pages have the rest. */
static void
test_outsiders (void)
{
  g_auto (StructureTree) tree;

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
  g_test_add_func ("/box/generated", test_generated);
  g_test_add_func ("/box/markers", test_markers);
  g_test_add_func ("/box/pictures", test_pictures);
  g_test_add_func ("/box/kinds", test_kinds);
  g_test_add_func ("/box/outsiders", test_outsiders);
  g_test_add_func ("/box/collapsing-margins", test_collapsing_margins);
  return g_test_run ();
}
