/* SPDX-License-Identifier: MIT */
/* Menu paths: “Dịch vụ khác → Kiến nghị, phản ánh về ANTT”, also with “=>”. */
#pragma once

#include "load/markdown_tree.h"
#include "model/body.h"

/* The bytes of the arrow that `text` starts with, or 0. */
gsize menu_arrow_length (const char *text);

/* Turns the menu paths among the inlines of `parent` into BODY_MENU: the whole of a bold or
 * emphasised span or of a code span; labels in bold with arrows between; or, in plain text, from
 * the last verb or punctuation before the first arrow to the punctuation after the last. Leaves
 * alone what does not look like labels. */
void menu_mark (MarkdownTree *tree, cmark_node *parent);
