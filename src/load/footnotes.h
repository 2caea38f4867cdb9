/* SPDX-License-Identifier: MIT */
/* Footnotes, as the usual extensions of CommonMark write them: “[^1]” where a note is called, and
 * “[^1]: …” on a line of its own, which goes on with the lines below it up to an empty one, and
 * behind that with lines that are indented. A label has no spaces; numbers come from the order of
 * the calls. */
#pragma once

#include "base/report.h"
#include "load/markdown_tree.h"

typedef struct Footnotes Footnotes;

/* Takes the definitions out of a body, which begins at byte `offset` on line `first_line` of the
 * source; NULL when there are none. What is wrong with them is a warning in `report`. Caller frees.
 */
Footnotes *footnotes_take (const Source *source, gsize offset, guint first_line, Report *report);
/* NULL is nothing. */
void footnotes_free (Footnotes *notes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Footnotes, footnotes_free)

/* The body without them: their lines are empty, so that all others keep their numbers. Borrowed. */
const char *footnotes_rest (const Footnotes *notes);

/* Makes a BODY_NOTE of each call among the inlines below `root`, with the inlines of the note in it
 * where it is called first. They are told apart by `*n_made`, which counts the notes of a page that
 * is made of several texts. A note that is never called, or is more than text, is a warning. */
void footnotes_mark (Footnotes *notes, MarkdownTree *tree, cmark_node *root, guint *n_made,
                     Report *report);

/* Gives the `n_made` notes of a page their numbers: the order in which they are called. */
void footnotes_number (cmark_node *root, guint n_made);
