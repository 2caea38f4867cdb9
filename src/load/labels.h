/* SPDX-License-Identifier: MIT */
/* Lines that begin with the label of an item, as a clerk writes them and Word pastes them: “A.”,
 * “I.”, “1.”, “1)”, “a)”, “a.”, “-”, “–”, “•”, “+”; and those that begin a paragraph without an
 * empty line before them. */
#pragma once

#include "base/report.h"
#include "load/markdown_tree.h"

typedef struct {
  const Source *source;
  gboolean as_written; /* every label counts (letters), not only those CommonMark does not know */
  GHashTable *labels;  /* line of the file → detail of BODY_ITEM; filled by labels_rewrite() */
  Report *report;
} Labels;

/* `text`, whose first line is line `first_line` of the source, with as many lines: each that begins
 * with a label becomes an item of a Markdown list, indented as deep as it stands, its label noted.
 * Lines nest by their indentation and, where there is none, by rank: A. – I. – 1. – 1) – a) – a. –
 * - – +. A line that goes on from the one before may only look like an item; it is left alone, and
 * warned of. “1.1.”, “2/”, “1-” and “(1)” begin paragraphs within their item, with the label in
 * their text; so do the lines of official documents (roles_open_line()), lines behind dots to write
 * on and, in letters, those whose author meant it (load/line_breaks.h). NULL when the text may stay
 * as it is. Caller frees. */
char *labels_rewrite (const Labels *labels, const char *text, guint first_line);

/* TRUE for a list that is none: what is in its items takes its place. */
gboolean labels_hold_paragraphs (const Labels *labels, cmark_node *list,
                                 guint (*line_of) (gconstpointer data, cmark_node *item),
                                 gconstpointer data);

/* Gives the items of `list` that stand on the lines `line_of` says the labels noted. A list whose
 * labels are what its numbers or dashes say anyway becomes a plain one. */
void labels_mark (const Labels *labels, cmark_node *list,
                  guint (*line_of) (gconstpointer data, cmark_node *item), gconstpointer data);
