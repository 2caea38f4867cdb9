/* SPDX-License-Identifier: MIT */
#include "box_kit.h"

/* Rows with their cells: "a:2,1" is a cell with the word a over two columns and one row; T is a
 * table, H, B and F its groups, | parts rows. What is not a table is its first word. */
static void
write_cell (const Box *cell, GString *out)
{
  if (cell->first && cell->first->inlines)
    g_string_append (out, cell->first->inlines->text);
  g_string_append_printf (out, ":%u,%u ", cell->column_span, cell->row_span);
}

static void
write_group (const Box *rows, GString *out)
{
  Display display = rows->style->display;

  g_string_append (out, display == DISPLAY_TABLE_HEADER_GROUP   ? "H "
                        : display == DISPLAY_TABLE_FOOTER_GROUP ? "F "
                                                                : "B ");
  for (const Box *row = rows->first; row; row = row->next) {
    for (const Box *cell = row->first; cell; cell = cell->next)
      write_cell (cell, out);
    g_string_append (out, row->next ? "| " : "");
  }
}

static void
write_box (const Box *box, GString *out)
{
  if (box->is_table_wrapper) {
    g_string_append (out, "W ");
    for (const Box *child = box->first; child; child = child->next)
      write_box (child, out);
  } else if (box->kind == BOX_INLINE)
    g_string_append_printf (out, "%s ", box->inlines->text);
  else if (box->kind != BOX_TABLE)
    g_string_append_printf (out, "%s ", box->first->inlines->text);
  else {
    g_string_append (out, "T ");
    for (const Box *rows = box->first; rows; rows = rows->next)
      write_group (rows, out);
  }
}

static char *
rows_of (const Box *body)
{
  GString *out = g_string_new (NULL);

  for (const Box *box = body->first; box; box = box->next)
    write_box (box, out);
  return g_string_free (out, FALSE);
}

static void
test_rows (void)
{
  static const struct {
    const char *css, *body, *rows;
  } rows[] = {
    { "", "<table><tr><td>a</td><th>b</th></tr></table>", "T B a:1,1 b:1,1 " },
    { "", "<table><tr><td colspan='2' rowspan='3'>a</td></tr></table>", "T B a:2,3 " },
    { "", "<table><tr><td colspan='0' rowspan='x'>a</td></tr></table>", "T B a:1,1 " },
    { "", "<table><tr><td colspan='1001'>a</td></tr></table>", "T B a:1000,1 " },
    { "", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "T B a:1,1 | b:1,1 " },
    /* The footer is last; rows without a group have one of their own, anew behind each group. */
    { "",
      "<table><tfoot><tr><td>f</td></tr></tfoot><thead><tr><td>h</td></tr></thead>"
      "<tbody><tr><td>b</td></tr></tbody></table>",
      "T H h:1,1 B b:1,1 F f:1,1 " },
    { "",
      "<table><thead><tr><td>h</td></tr></thead><tfoot><tr><td>f</td></tr></tfoot>"
      "<tbody><tr><td>b</td></tr></tbody></table>",
      "T H h:1,1 B b:1,1 F f:1,1 " },
    { "", "<table><tr><td>a</td></tr><tbody><tr><td>b</td></tr></tbody><tr><td>c</td></tr></table>",
      "T B a:1,1 B b:1,1 B c:1,1 " },
    { "td.x { display: none }", "<table><tr><td class='x'>a</td><td>b</td></tr></table>",
      "T B b:1,1 " },
    { "", "<table><caption>c</caption><tr><td>a</td></tr></table>", "W c T B a:1,1 " },
    /* What belongs in a table has one (17.2.1). */
    { "i { display: table-cell }", "<i>a</i><i>b</i>", "T B a:1,1 b:1,1 " },
    { "i { display: table-cell }", "<p>p</p><i>a</i> <i>b</i><p>q</p>", "p T B a:1,1 b:1,1 q " },
    { "i { display: table-row } b { display: table-cell }", "<i><b>a</b></i><i><b>b</b></i>",
      "T B a:1,1 | b:1,1 " },
    { "div { display: table } i { display: table-cell }", "<div><i>a</i><i>b</i></div>",
      "T B a:1,1 b:1,1 " },
    { "div { display: table }", "<div>a<em>b</em></div>", "T B ab:1,1 " },
    { "div { display: table } i { display: table-row }", "<div><i>a<em>b</em></i></div>",
      "T B ab:1,1 " },
    { "tbody { display: table-row-group }", "<table><tbody><td>a</td></tbody></table>",
      "T B a:1,1 " },
    { "table { caption-side: bottom }", "<table><caption>c</caption><tr><td>a</td></tr></table>",
      "W T B a:1,1 c " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (BuiltTree) tree;
    tree_open (&tree, rows[i].css, rows[i].body);
    g_autofree char *got = rows_of (tree.tree->root);
    g_test_message ("%s", rows[i].body);
    g_assert_cmpstr (got, ==, rows[i].rows);
  }
}

/* What <col> and <colgroup> ask, in points; - is auto. */
static void
test_columns (void)
{
  static const struct {
    const char *columns, *widths;
  } rows[] = {
    { "", "" },
    { "<col style='width: 10pt'/><col/>", "10 - " },
    { "<col span='3' style='width: 10pt'/>", "10 10 10 " },
    { "<colgroup span='2' style='width: 10pt'/><col style='width: 5pt'/>", "10 10 5 " },
    { "<colgroup span='2' style='width: 10pt'><col style='width: 5pt'/></colgroup>", "5 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (BuiltTree) tree;
    g_autoptr (GString) got = g_string_new (NULL);
    g_autofree char *body =
      g_strconcat ("<table>", rows[i].columns, "<tr><td>a</td></tr></table>", NULL);
    tree_open (&tree, "", body);
    const GArray *widths = tree.tree->root->first->column_widths;
    for (guint j = 0; widths && j < widths->len; j++) {
      Length width = g_array_index (widths, Length, j);
      if (width.kind == LENGTH_AUTO)
        g_string_append (got, "- ");
      else
        g_string_append_printf (got, "%g ", width.value);
    }
    g_assert_cmpstr (got->str, ==, rows[i].widths);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/build-table/rows", test_rows);
  g_test_add_func ("/build-table/columns", test_columns);
  return g_test_run ();
}
