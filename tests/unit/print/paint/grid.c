/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include "print/paint/grid.h"

/* "td*2^3" is a cell two columns wide and three rows high; rows are parted by “|”, sections by “ ”,
 * cells by “,”. */
static StructureNode *
build_table (Scene *scene, StructureTree *tree, const char *text)
{
  StructureNode *table = structure_tree_add (tree, tree->document, TAG_TABLE, NULL);
  g_auto (GStrv) sections = g_strsplit (text, " ", -1);

  for (guint i = 0; sections[i]; i++) {
    StructureNode *section =
      sections[1] ? structure_tree_add (tree, table, TAG_TBODY, NULL) : table;
    g_auto (GStrv) rows = g_strsplit (sections[i], "|", -1);
    for (guint j = 0; rows[j]; j++) {
      StructureNode *row = structure_tree_add (tree, section, TAG_TR, NULL);
      g_auto (GStrv) cells = g_strsplit (rows[j], ",", -1);
      for (guint k = 0; cells[k]; k++) {
        const char *wide = strchr (cells[k], '*'), *high = strchr (cells[k], '^');
        g_autofree char *attributes = g_strdup_printf ("colspan=%.1s|rowspan=%.1s",
                                                       wide ? wide + 1 : "1", high ? high + 1 : "1");
        Element *cell = scene_element (scene, scene_body (scene), "td", attributes);
        structure_tree_add (tree, row, TAG_TD, cell);
      }
    }
  }
  return table;
}

static void
show (const StructureNode *node, GString *out)
{
  for (const StructureKid *kid = node->first; kid; kid = kid->next) {
    const StructureNode *child = kid->node;
    if (child->tag == TAG_TD) {
      g_string_append (out, kid == node->first ? "" : ",");
      g_string_append (out, child->element ? "td" : "-");
      if (child->column_span > 1)
        g_string_append_printf (out, "*%u", child->column_span);
      if (child->row_span > 1)
        g_string_append_printf (out, "^%u", child->row_span);
      continue;
    }
    if (kid != node->first)
      g_string_append_c (out, child->tag == TAG_TR ? '|' : ' ');
    show (child, out);
  }
}

static void
test_regular (void)
{
  static const struct {
    const char *table, *regular;
  } rows[] = {
    { "td,td|td,td", "td,td|td,td" },
    { "td,td|td", "td,td|td,-" },
    { "td|td,td,td", "td,-,-|td,td,td" },
    { "td*3|td", "td*3|td,-,-" },
    { "td^2,td|td", "td^2,td|td" },
    { "td^2,td|td,td", "td^2,td,-|td,td" },
    /* No further down than there are rows, in the table or in its section. */
    { "td^9,td|td", "td^2,td|td" },
    { "td,td|td^5,td", "td,td|td,td" },
    { "td^3,td|td td,td", "td^2,td|td td,td" },
    /* A gap between cells from above is filled, too. */
    { "td,td,td^2|td", "td,td,td^2|td,-" },
    { "td^2,td,td^2|td*1", "td^2,td,td^2|td" },
    { "td,td^2|td*2", "td,td^2,-,-|td*2,-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    g_autoptr (Deflater) deflater = deflater_new ();
    g_autoptr (GString) file = g_string_new (NULL), shown = g_string_new (NULL);
    g_autoptr (Objects) objects = objects_new (file, deflater, "1.7");
    g_autoptr (StructureTree) tree = structure_tree_new (scene->markup.root, "vi", objects);
    StructureNode *table = build_table (scene, tree, rows[i].table);
    grid_make_regular (tree, table);
    show (table, shown);
    g_assert_cmpstr (shown->str, ==, rows[i].regular);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/regular", test_regular);
  return g_test_run ();
}
