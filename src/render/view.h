/* SPDX-License-Identifier: MIT */
/* The model as template data: the names of docs/templates.md. No template, no HTML but that of
 * bodies and codes. */
#pragma once

#include "base/value.h"
#include "plan/plan.h"

/* `title` and `href` of a document. */
Value *view_reference (const Document *document);

/* An item of a list of documents. `is_first` and `is_last` are set by view_list_add(). */
/* “Công văn”, but “Kế hoạch” when that is what it is. Caller frees. */
char *view_kind_text (const Document *document);
Value *view_item (const Document *document);

/* Adds a map to a list and marks the first and the last entry; call view_list_end() after the last.
 */
void view_list_add (Value *list, Value *item_take);
void view_list_end (Value *list, guint n);

/* Documents as a list of items, at most `most` of them from `first`. `documents` may be NULL. */
Value *view_items (const GPtrArray *documents, guint first, guint most);

Value *view_office (const Site *site, const Office *office);

/* The QR code of an address: `svg`, `url`, `host`, `rest`. Null when there is no address, or it is
 * too long for a code. */
Value *view_qr (const Site *site, const char *url);

/* Another file of a document, at `path` from the root. Size and pages are left out when they are 0.
 */
Value *view_download (const char *title, const char *path, gsize bytes, guint n_pages);

/* A document without `body`, `qr` and what depends on other outputs. */
Value *view_document (const Site *site, const Plan *plan, const Document *document);

/* The sections of the site as a list, none of them the current one. */
Value *view_sections (const Site *site, const Plan *plan);

/* What a page has in common with others of its section: `site`, `root`. `root` is the way to the
 * root; `sections`, from view_sections(), must outlive the frame. */
Value *view_frame (const Site *site, const Plan *plan, const Value *sections, const char *root,
                   const char *section_id);

/* The section of a document, or NULL. */
const Section *view_section_of (const Site *site, const Document *document);
