/* SPDX-License-Identifier: MIT */
/* The plain part of YAML, which is all that most front matter is: lines “key: text”, lists in
 * brackets on one line, lists and maps that are indented by spaces. */
#pragma once

#include "load/yaml_node.h"

/* What libyaml would make of the text, in an eighth of its time; NULL where there is anything in it
 * that is not plain, or not right: then libyaml reads it, and knows what is wrong. Caller frees. */
YamlNode *yaml_plain_read (const char *text, gsize length, guint first_line);
