/* SPDX-License-Identifier: MIT */
/* The lines of a body as they were written, and the link reference definitions among them: cmark
 * keeps neither, and tables are made out of both. */
#pragma once

#include "base/source.h"

typedef struct RawLines RawLines;

/* The lines of `source` from byte `offset` on, which is in line `first_line`. */
RawLines *raw_lines_new (const Source *source, gsize offset, guint first_line);
void raw_lines_free (RawLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawLines, raw_lines_free)

/* The `n` lines of a paragraph from line `first` of the source on, without what its block quotes
 * and lists put before the text. Caller frees the array; the texts belong to `lines`. */
const char **raw_lines_of_paragraph (const RawLines *lines, guint first, guint n);

/* The definitions that these texts refer to, each on a line. Caller frees. */
char *raw_lines_definitions_for (const RawLines *lines, const char *const *texts, guint n);

/* TRUE when the line defines a link reference: "[label]: address". */
gboolean raw_line_is_definition (const char *line);
