/* SPDX-License-Identifier: MIT */
/* YAML (and JSON, which is YAML) as a tree of nodes that know where they stand. Parsed by libyaml.
 *
 * A small, plain part of YAML: maps with text keys, lists, scalars. Anchors, aliases and tags are
 * errors: they help nobody here, and a few lines of them can grow beyond any memory. */
#pragma once

#include "base/value.h"
#include "load/yaml_node.h"

/* Parses `length` bytes at `offset` of `source`; line 1 of that text is line `first_line` of the
 * file. NULL after reporting what is wrong; an empty text is an empty map. Caller frees. */
YamlNode *yaml_parse (const Source *source, gsize offset, gsize length, guint first_line,
                      Report *report);
/* The same of `text`, which need not be what stands in the source but has the same lines. */
YamlNode *yaml_parse_text (const Source *source, const char *text, gsize length, guint first_line,
                           Report *report);
/* The same by libyaml alone, also of what is plain (load/yaml_plain.h). */
YamlNode *yaml_parse_all (const Source *source, const char *text, gsize length, guint first_line,
                          Report *report);
/* Plain `null`, `~` and nothing at all are null; plain true and false are bools; the rest is text.
 */
gboolean yaml_is_null (const YamlNode *node);
/* TRUE when the node is a plain true or false, which is then in `truth`. */
gboolean yaml_is_bool (const YamlNode *node, gboolean *truth);

/* The same tree as template data; keys are interned. Caller frees; the node may go. */
Value *yaml_to_value (const YamlNode *node);

/* Entry `key` of a map, which it belongs to, or NULL; `key` is compared byte for byte. */
const YamlNode *yaml_find (const YamlNode *map, const char *key);
