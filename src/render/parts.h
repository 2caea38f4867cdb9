/* SPDX-License-Identifier: MIT */
/* Inside render/: a body taken to pieces for paper. Its blocks fall into parts at the headings;
 * steps fall into what is to be done and what is said of it. */
#pragma once

#include "base/value.h"
#include "render/html/body.h"

typedef struct {
  cmark_node *heading;     /* or NULL before the first one */
  cmark_node *first, *end; /* its blocks; `end` is not among them, and may be NULL */
} Part;

/* A heading of any level: it opens a part. */
gboolean part_is_heading (cmark_node *node);
/* All blocks of the body, as one part. */
Part part_whole (cmark_node *body);
/* The blocks of a part, cut before each that `opens` one: Part. Caller frees. */
GArray *parts_of (const Part *whole, gboolean (*opens) (cmark_node *node));
/* The first numbered list among the blocks, those for paper alone included; `block` is where it
 * stands in the part. Both NULL when there is none. */
cmark_node *part_numbered_list (cmark_node *first, cmark_node *end, cmark_node **block);
/* TRUE of a paragraph that is more than a figure. NULL is none. */
gboolean part_is_sentence (cmark_node *node);
/* Sets `action` and `rest` in `map`: the first sentence of a paragraph, and the others. */
void part_set_sentences (Value *map, cmark_node *paragraph, const HtmlPaper *paper);
