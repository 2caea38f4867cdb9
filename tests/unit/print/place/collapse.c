/* SPDX-License-Identifier: MIT */
#include "box_kit.h"

/* The borders of each cell of a table after all is settled: widths of its sides in points, top,
 * right, bottom, left. Caller frees. */
static char *
borders (const char *css, const char *rows)
{
  g_autofree char *body = g_strconcat ("<table>", rows, "</table>", NULL);
  g_autofree char *all = g_strconcat ("table { border-collapse: collapse } ", css, NULL);
  g_auto (BuiltTree) tree;
  GString *out = g_string_new (NULL);

  tree_open (&tree, all, body);
  const Box *table = tree.tree->root->first;
  for (const Box *group = table->first; group; group = group->next)
    for (const Box *row = group->first; row; row = row->next)
      for (const Box *cell = row->first; cell; cell = cell->next) {
        const Border *b = cell->style->border;
        g_string_append_printf (out, "%s%g %g %g %g", out->len ? " | " : "", b[SIDE_TOP].width,
                                b[SIDE_RIGHT].width, b[SIDE_BOTTOM].width, b[SIDE_LEFT].width);
      }
  if (table->style->border[SIDE_TOP].width > 0)
    g_string_append (out, " table");
  return g_string_free (out, FALSE);
}

#define TWO  "<tr><td class='a'/><td class='b'/></tr>"
#define FOUR TWO "<tr><td class='c'/><td class='d'/></tr>"

static void
test_winners (void)
{
  static const struct {
    const char *css, *rows, *borders;
  } rows[] = {
    { "td { border: 1pt solid }", TWO, "1 1 1 1 | 1 1 1 1" },
    /* Both that meet have the wider one. */
    { "td { border: 1pt solid } .a { border-width: 3pt }", TWO, "3 3 3 3 | 1 1 1 3" },
    { "td { border: 1pt solid } .d { border-width: 3pt }", FOUR,
      "1 1 1 1 | 1 1 3 1 | 1 3 1 1 | 3 3 3 3" },
    /* One that meets none is left where it is. */
    { ".a { border: 3pt solid }", TWO, "3 3 3 3 | 0 0 0 0" },
    /* Tables and rows ask their outermost cells. */
    { "table { border: 2pt solid } td { border: 1pt solid }", FOUR,
      "2 1 1 2 | 2 2 1 1 | 1 1 2 2 | 1 2 2 1" },
    { "table { border: 1pt solid } td { border: 2pt solid }", TWO, "2 2 2 2 | 2 2 2 2" },
    { "tr { border-bottom: 2pt solid }", FOUR, "0 0 2 0 | 0 0 2 0 | 0 0 2 0 | 0 0 2 0" },
    { "tbody { border: 2pt solid }", "<tbody>" FOUR "</tbody>",
      "2 0 0 2 | 2 2 0 0 | 0 0 2 2 | 0 2 2 0" },
    /* Cells over several. */
    { "td { border: 1pt solid } .a { border-width: 3pt }",
      "<tr><td class='a' rowspan='2'/><td/></tr><tr><td/></tr>", "3 3 3 3 | 1 1 1 3 | 1 1 1 3" },
    { "table { border-collapse: separate; border: 2pt solid } td { border: 1pt solid }", TWO,
      "1 1 1 1 | 1 1 1 1 table" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *got = borders (rows[i].css, rows[i].rows);
    g_test_message ("%s", rows[i].css);
    g_assert_cmpstr (got, ==, rows[i].borders);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collapse/winners", test_winners);
  return g_test_run ();
}
