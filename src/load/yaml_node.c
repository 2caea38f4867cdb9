/* SPDX-License-Identifier: MIT */
#include "load/yaml_node.h"

YamlNode *
yaml_node_new (YamlKind kind, Place place)
{
  YamlNode *node = g_new0 (YamlNode, 1);
  node->kind = kind;
  node->place = place;
  return node;
}

void
yaml_node_take (YamlNode *node, YamlNode *item)
{
  /* Grows at powers of two, so no room needs to be stored. */
  if ((node->n_items & (node->n_items - 1)) == 0)
    node->items = g_renew (YamlNode *, node->items, node->n_items ? node->n_items * 2 : 1);
  node->items[node->n_items++] = item;
}

void
yaml_node_free (YamlNode *node)
{
  if (node == NULL)
    return;
  for (guint i = 0; i < node->n_items; i++)
    yaml_node_free (node->items[i]);
  g_free (node->items);
  g_free (node->key);
  g_free (node->text);
  g_free (node);
}
