/* SPDX-License-Identifier: MIT */
/* The body of a document as HTML5, for the web. Pure: the same tree gives the same bytes. */
#pragma once

#include "model/body.h"
#include "model/document.h"

/* Appends the body. Headings start at h2 and have ids; in guides “Cách 1”, “Mức 2” open sections of their own. What is
 * meant for other channels is left out, and so is raw HTML. */
void html_body (cmark_node *body, DocumentKind kind, GString *out);
