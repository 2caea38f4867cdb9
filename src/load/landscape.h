/* SPDX-License-Identifier: MIT */
/* <!-- khổ ngang --> in front of a table, or at an appendix: it is printed on paper that lies on
 * its side. A comment is Markdown that shows nothing wherever else the text is read, and the table
 * stays a table there; a fenced block would make code of it, and a line in braces is text. */
#pragma once

#include "base/report.h"

#include <cmark.h>

/* What asks for it in one body. */
typedef struct Landscape Landscape;

/* Takes the comments that ask off the tree; `line_of` says where they stand. Before roles are
 * known. Caller frees. */
Landscape *landscape_take (cmark_node *root,
                           guint (*line_of) (gconstpointer data, cmark_node *node),
                           gconstpointer data);
/* Marks what they stand at, once roles are known; one that stands at something else is reported. */
void landscape_mark (const Landscape *landscape, const Source *source, Report *report);
void landscape_free (Landscape *landscape); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Landscape, landscape_free)
