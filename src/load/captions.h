/* SPDX-License-Identifier: MIT */
/* Numbered tables and figures, and what refers to them. A caption is a line above its table, below
 * or above its picture, or the title of the picture: “Bảng 1. Số hộ” keeps its number, “Bảng: Số
 * hộ” gets the next. “Bảng 1” in a text leads there, and so does “[Bảng: Số hộ]”, which becomes
 * “Bảng 1”: the words that a title begins with, so that there are no names to make up, and a title
 * that was changed is told. Any other program shows both as they are written. */
#pragma once

#include "base/report.h"
#include "load/markdown_tree.h"

typedef struct {
  MarkdownTree *tree;
  const Source *source;
  /* The place of `text` in the block of `node`. */
  Place (*place) (gpointer data, cmark_node *node, const char *text);
  gpointer place_data;
  Report *report;
} CaptionText;

/* Marks the captions below `root` (BODY_CAPTION), numbers them, and makes links (BODY_REFERENCE) of
 * what refers to them. The roles of all blocks are settled. Two of one number, and a reference to
 * none or to several, are warnings. */
void captions_mark (const CaptionText *text, cmark_node *root);
