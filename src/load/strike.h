/* SPDX-License-Identifier: MIT */
/* Text that no longer holds: “~~hạn 5/9~~”, as in GitHub Flavored Markdown (6.5). */
#pragma once

#include "load/markdown_tree.h"
#include "model/body.h"

/* Turns what stands between “~~” that touch it, among the inlines of `parent` and below, into
 * BODY_STRUCK; emphasis and links may be part of it. Marks without a partner stay text. */
void strike_mark (MarkdownTree *tree, cmark_node *parent);
