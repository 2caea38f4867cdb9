/* SPDX-License-Identifier: MIT */
/* Inside render/: the text of a page for the editor of a portal that takes nothing else: elements
 * every such editor knows, without style, script, classes and ids. */
#pragma once

#include "model/site.h"

/* Appends what is left of `html`, the body of a page (render/html/body.h) at `href` of the site.
 * Links and pictures have whole addresses when the site has one, else they lead there from the
 * folder of the document, where the fragment stands. */
void fragment_write (const char *html, const Site *site, const char *href, GString *out);
