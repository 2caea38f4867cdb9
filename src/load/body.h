/* SPDX-License-Identifier: MIT */
/* The body of a document: CommonMark by cmark, then our passes over its tree (model/body.h). */
#pragma once

#include "base/report.h"
#include "model/body_facts.h"

/* A body and the memory of its tree. It belongs to the thread that loaded it, which has one at a
 * time. */
typedef struct Body Body;

/* Reads the body of `document` out of its `source`, as `office` says it. Links are resolved against
 * `site`; raw HTML, dangerous links, missing files and pictures without a description are reported.
 * NULL after reporting when nothing can be made of it: it is nested too deeply. Caller frees.
 * Faults stand at the line of the file, front matter included. */
Body *body_load (const Site *site, const Document *document, const Office *office,
                 const Source *source, Report *report);

/* The same for a text that belongs to no site: links and facts are left as they are. The body
 * starts at byte `offset` of `source`, on line `first_line`; in a guide (`is_guide`) numbered lists
 * are steps. */
Body *body_parse (const Source *source, gsize offset, guint first_line, gboolean is_guide,
                  Report *report);

/* A link to a part of a page, as written (“b.md#cac-buoc”), and where. */
typedef struct {
  Place place;
  char url[];
} BodyLink;

/* The links of the body that have a “#” and lead nowhere else than to the site. Caller unrefs; it
 * may outlive the body, which has none of them any more. */
GPtrArray *body_take_links (Body *body);

/* The tree, for as long as the body lives. */
cmark_node *body_root (const Body *body);

/* What in the tree is filled for an office; the body's own. */
BodyFacts *body_facts (const Body *body);

/* Frees the tree too; NULL is nothing. Only by the thread that loaded it. */
void body_free (Body *body);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Body, body_free)
