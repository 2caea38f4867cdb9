/* SPDX-License-Identifier: MIT */
/* The body of a document as sheets of paper need it: whole, with the appendices of a letter apart.
 * The names are those of docs/templates.md, below `sheet`; those of leaflets and posters come from
 * render/pieces.h. */
#pragma once

#include "base/value.h"
#include "model/body.h"
#include "model/site.h"

/* What sheets show of the body, which is not kept. Never NULL; caller frees. */
Value *sheet_view (const Site *site, const Document *document, cmark_node *body);

/* Sets `body`, `appendices` and `contents` of a letter as the web shows them: below `document`.
 * With `has_lines` blocks say which line they come from, as with html_body(). */
void sheet_set_letter (Value *map, const Site *site, const Document *document, cmark_node *body,
                       gboolean has_lines);
