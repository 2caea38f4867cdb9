/* SPDX-License-Identifier: MIT */
/* The body of a document: CommonMark by cmark, then our passes over its tree (model/body.h). */
#pragma once

#include "base/report.h"
#include "model/body.h"
#include "model/site.h"

/* Reads the body of `document` out of its `source`. Links are resolved against `site`; raw HTML, dangerous links, missing
 * files and pictures without a description are reported. NULL after reporting when nothing can be made of it. Caller
 * frees with cmark_node_free(). May be called by any thread. */
cmark_node *body_load (const Site *site, const Document *document, const Source *source, Report *report);

/* The same for a text that belongs to no site: links are left as they are. */
cmark_node *body_parse (const Source *source, gsize offset, guint first_line, gboolean is_guide,
                        Report *report);
