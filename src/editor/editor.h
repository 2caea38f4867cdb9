/* SPDX-License-Identifier: MIT */
/* What an editor-in-chief finds before a text leaves the house: slips of typing and scanning, dates
 * and figures that disagree, forms that are not those of the decree, what must not be said of
 * people. Rules are in rule.h; each looks at one manuscript, and what documents of a campaign say
 * against each other is asked when all were read. */
#pragma once

#include "editor/remark.h"

typedef struct Editor Editor;

/* For a site that is loaded and stays. `errors_only`: what does not keep a site from being built is
 * not looked for. Caller frees. */
Editor *editor_new (const Site *site, gboolean errors_only);
/* NULL is allowed. */
void editor_free (Editor *editor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

/* Reads one document; `root` is its body as its own office says it, or NULL. `edits`, an array of
 * Edit or NULL, receives what would mend it. From any thread. */
void editor_read (Editor *editor, const Document *document, const Source *source, cmark_node *root,
                  GArray *edits, Report *report);
/* What the documents that were read say against each other. Once, by one thread. */
void editor_compare (Editor *editor, Report *report);
/* Where they lead outside of the site (editor/linkage.h): an array of OuterLink. Once, after all
 * were read; caller unrefs. */
GPtrArray *editor_outer_links (Editor *editor);
