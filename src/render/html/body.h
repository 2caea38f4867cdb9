/* SPDX-License-Identifier: MIT */
/* The body of a document as HTML5 for the web, as XHTML for paper. Pure: the same tree gives the
 * same bytes. */
#pragma once

#include "base/value.h"
#include "model/body_facts.h"
#include "model/site.h"

/* Appends the body. Headings start at h2 and have ids; in guides “Cách 1”, “Mức 2” open sections of
 * their own. What is meant for other channels is left out, and so is raw HTML. TRUE when pictures
 * are shown. Photos of `site` are offered in the widths it has; NULL: pictures are as they are.
 * Drawings by name are in the shades of `colour`, “#rrggbb” or NULL. With `has_lines` each block
 * says in `data-line` which line of the file it comes from. `contents` (a list, or NULL) gets a map
 * for each heading of the second level: `id`, `title`, `is_variant`. */
gboolean html_body (cmark_node *body, DocumentKind kind, const Site *site, const char *colour,
                    gboolean has_lines, Value *contents, GString *out);

/* The same of the blocks from `first` up to `end` (NULL: the last). The parts of one page share
 * `ids` (model/heading_ids.h), so that none has the id of another. */
void html_blocks (cmark_node *first, cmark_node *end, DocumentKind kind, GHashTable *ids,
                  GString *out);
/* A value by itself: a link to call, to write to or to follow on the web, a number in one piece on
 * paper. */
void html_fact (GString *out, const Fact *fact, gboolean is_paper);
/* `length` bytes of running text, escaped, with spaces that hold. */
void html_words (GString *out, const char *text, gsize length);

/* What a sheet knows of the world around it. */
typedef struct {
  const char *base_url; /* where links within the site lead; NULL: they are text */
  guint line;           /* of what stands in no block that knows its own; 0: not known */
} HtmlPaper;

/* Appends the nodes from `first` up to `end` (NULL: to the last of their parent) as well-formed
 * XHTML. The first paragraph of an item stands without tags, pictures are named from the root of
 * the site (drawings by name as “hinh:…”). Processing instructions say which line of the document
 * what follows comes from (print/read/fault.h). */
void html_paper (cmark_node *first, cmark_node *end, const HtmlPaper *paper, GString *out);
