/* SPDX-License-Identifier: MIT */
/* Facts named in documents (model/fact.h): what is wrong with a tag is told at the tag. */
#pragma once

#include "load/markdown_tree.h"
#include "load/yaml.h"
#include "model/body_facts.h"

/* Whether the text of `key` may name the office; `within` is the key around it, or NULL. */
typedef gboolean (*MayNameOffice) (const char *within, const char *key);

/* Puts values of the campaign and of content/data/ into the texts of a front matter. Texts that may
 * name the office are only looked at, and marked (FACT_MARK): they are filled for who speaks.
 */
void facts_fill_matter (YamlNode *map, const Source *source, const FactScope *scope,
                        MayNameOffice may_name_office, Report *report);

/* Where `text`, which stands in the block of `node`, is in the file. */
typedef Place (*FactPlace) (gpointer data, cmark_node *node, const char *text);

typedef struct {
  MarkdownTree *tree;
  const Source *source;
  const Document *document; /* whose offices are asked for what they lack */
  FactScope scope;
  FactPlace place;
  gpointer place_data;
  Report *report;
} FactText;

/* Turns the tags in the texts below `root` into nodes, and adds them to `facts`; titles of links
 * and pictures are filled with what does not depend on the office. Nothing is filled in yet. */
void facts_mark (const FactText *text, cmark_node *root, BodyFacts *facts);

/* Reports, once for a tag, the offices that say `document` and have no value `name`, which stands
 * at `place`. */
void facts_check_offices (const Site *site, const Document *document, const char *name,
                          gsize length, const Source *source, Place place, Report *report);

/* Where the first tag that is written like `tag` stands in `source`. */
Place facts_place (const Source *source, const Tag *tag);

/* The paths of the documents whose text `text` takes over ({{>…}}), as written, each once. */
GPtrArray *facts_parts (const char *text);
