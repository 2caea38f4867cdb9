/* SPDX-License-Identifier: MIT */
/* What a table of contents of an official document lists (`mục lục: có`): parts, chapters, titled
 * articles, sections in capitals, headings. Who makes pages, sheets or Word files of it asks here,
 * so that all list the same. */
#pragma once

#include "model/body.h"

/* How deep `block`, or an item of a list, stands in the contents: 1 to 3; 0: it is not listed. */
guint contents_level (cmark_node *block);

/* The words of `block` in the contents: “Chương I. QUY ĐỊNH CHUNG” in one line, a label with its
 * text. Caller frees. */
char *contents_text (cmark_node *block);

/* TRUE when something of the body below `root` is listed. */
gboolean contents_has_any (cmark_node *root);
