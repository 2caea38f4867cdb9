/* SPDX-License-Identifier: MIT */
/* A node of YAML, and how a tree of them is put together. What it says is asked by load/yaml.h. */
#pragma once

#include "base/report.h"

typedef enum { YAML_SCALAR, YAML_LIST, YAML_MAP } YamlKind;

typedef struct YamlNode YamlNode;
struct YamlNode {
  YamlKind kind;
  Place place;
  char *key; /* of this entry, when the parent is a map */
  Place key_place;
  char *text;         /* scalar: NFC; never NULL */
  gboolean is_quoted; /* scalar: quoted or a block, so always a text */
  gboolean is_faulty; /* what is wrong with it was told, and nobody needs to read it */
  guint n_items;
  YamlNode **items; /* list: items; map: entries in the order of the file, keys distinct */
};

/* Without a key, text or items. Caller frees. */
YamlNode *yaml_node_new (YamlKind kind, Place place);
/* Takes `item` behind the others that `node` has. */
void yaml_node_take (YamlNode *node, YamlNode *item);
/* Frees all below it too; NULL is nothing. */
void yaml_node_free (YamlNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YamlNode, yaml_node_free)
