/* SPDX-License-Identifier: MIT */
/* The body of a document as the sheets of paper need it: in pieces. A leaflet wants its steps one
 * by one, a poster nothing but the way through the menus, a letter its appendices apart. The names
 * are those of docs/templates.md, below `sheet`. */
#pragma once

#include "base/value.h"
#include "model/body.h"
#include "model/site.h"

/* What sheets show of the body, which is not kept. Never NULL; caller frees. */
Value *sheet_view (const Site *site, const Document *document, cmark_node *body);

/* Sets `body`, `appendices` and `contents` of a letter as the web shows them: below `document`. */
void sheet_set_letter (Value *map, const Document *document, cmark_node *body);
