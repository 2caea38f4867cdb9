/* SPDX-License-Identifier: MIT */
#include "load/yaml_node.h"

/* Items stay in the order they came in, however many. */
static void
test_take (void)
{
  g_autoptr (YamlNode) list = yaml_node_new (YAML_LIST, (Place){ 3, 7 });

  g_assert_cmpuint (list->place.line, ==, 3);
  g_assert_cmpuint (list->place.col, ==, 7);
  g_assert_null (list->text);
  for (guint i = 0; i < 9; i++)
    yaml_node_take (list, yaml_node_new (YAML_SCALAR, (Place){ i + 1, 1 }));
  g_assert_cmpuint (list->n_items, ==, 9);
  for (guint i = 0; i < 9; i++)
    g_assert_cmpuint (list->items[i]->place.line, ==, i + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yaml-node/take", test_take);
  return g_test_run ();
}
