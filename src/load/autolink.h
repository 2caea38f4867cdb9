/* SPDX-License-Identifier: MIT */
/* Addresses, mail addresses and telephone numbers that are links without a mark (GitHub Flavored
 * Markdown, 6.9, and what offices print). */
#pragma once

#include "load/markdown_tree.h"

/* TRUE when one may begin or go on at `p`, which is in `text` and a “:”, “@”, “w”, “+”, “0” or “1”:
 * “://”, “www.”, a mail address, a number. By nothing else can one be known. */
gboolean autolink_may_be_at (const char *text, const char *p);

/* Makes links of those in the text `node`, which no link may be around, and adds them to `links`
 * (cmark_node). A short number (113, 1022) is one behind a word that says so: “gọi 113”, “tổng đài
 * 1022”. */
void autolink_mark (MarkdownTree *tree, cmark_node *node, GPtrArray *links);
