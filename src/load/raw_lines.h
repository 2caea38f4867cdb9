/* SPDX-License-Identifier: MIT */
/* The lines of a body as they were written, and the link reference definitions among them: cmark
 * keeps neither, and tables are made out of both. */
#pragma once

#include "base/source.h"

typedef struct RawLines RawLines;

/* The lines of `source` from byte `offset` on, which starts line `first_line`. They are copied: the
 * source may go. Caller frees. */
RawLines *raw_lines_new (const Source *source, gsize offset, guint first_line);
/* The texts of its paragraphs go with it; NULL is nothing. */
void raw_lines_free (RawLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawLines, raw_lines_free)

/* The `n` lines of a paragraph from line `first` of the source on, without what its block quotes
 * and lists put before the text. A line beyond the last is empty. Caller frees
 * the array; the texts belong to `lines`. */
const char **raw_lines_of_paragraph (const RawLines *lines, guint first, guint n);

/* The link reference definitions that these `n` texts refer to, each on a line, after an empty one;
 * of two for one label the first (CommonMark 4.7). Caller frees. */
char *raw_lines_definitions_for (const RawLines *lines, const char *const *texts, guint n);

/* TRUE when the line defines a link reference: "[label]: address". */
gboolean raw_line_is_definition (const char *line);
