/* SPDX-License-Identifier: MIT */
/* The model as template data: the names of docs/templates.md. No template, no HTML but that of
 * bodies and codes. A Value that is returned is the caller's; texts are copied into it. */
#pragma once

#include "base/value.h"
#include "plan/plan.h"

/* `title`, `href` and `lang` of a document; null when it is NULL. */
Value *view_reference (const Document *document);

/* An item of a list of documents. `is_first` and `is_last` are set by view_list_add(). */
Value *view_item (const Site *site, const Document *document);

/* “A”, “D, Đ”, “0–9” for a letter of the list from A to Z. Caller frees. */
char *view_letter_text (const char *letter);

/* Adds a map to a list and marks the first. */
void view_list_add (Value *list, Value *item_take);
/* To be called after the last, with their number: marks it. */
void view_list_end (Value *list, guint n);

/* Documents as a list of items, at most `most` of them from `first` (from 0). `documents` may be
 * NULL. */
Value *view_items (const Site *site, const GPtrArray *documents, guint first, guint most);
/* The same under headings by the day on which they happen: maps of `title` (empty over what never
 * does, when there is nothing else) and `items`. */
Value *view_groups (const Site *site, const GPtrArray *documents, guint first, guint most);

/* `office`: letterhead, contacts, station. */
Value *view_office (const Site *site, const Office *office);
/* The class that gives a page this colour, “#b3131b”. Caller frees. */
char *view_colour_class (const char *colour);

/* The QR code of an address: `svg`, `file` (with its title), `drawing`, `url`, `host`, `rest`. Null
 * when there is no address (NULL), or it is too long for a code (ISO/IEC 18004). */
Value *view_qr (const Site *site, const char *url);

/* Another file of a document, at `path` from the root; its type is told by its ending, which it
 * must have. Size and pages are left out when they are 0; `title` may be NULL. */
Value *view_download (const char *title, const char *path, gsize bytes, guint n_pages);

/* What its sheet knows of a letter beside its text: a document map of docs/templates.md with its
 * keys for letters alone. */
Value *view_letter (const Site *site, const Document *document);

/* A document without `body`, `qr` and what depends on other outputs. Letters follow Decree
 * 30/2020/NĐ-CP. */
Value *view_document (const Site *site, const Plan *plan, const Document *document);

/* The sections of the site as a list, none of them the current one. */
Value *view_sections (const Site *site, const Plan *plan);

/* What stands in the menu beside the sections, in a language (NULL: Vietnamese): a list of `title`,
 * `href`, `is_external`. */
Value *view_site_menu (const Site *site, const SiteLanguage *language);

/* What all frames share; they must outlive them. */
typedef struct {
  const Value *sections, *menu;
} ViewShared;

/* What a page has in common with others of its section and language (NULL: Vietnamese): `site`,
 * `root`, `data`, `text`. `root` is the way
 * to the root, "" or "../". No section is
 * current when `section_id` is none of the site's. */
Value *view_frame (const Site *site, const Plan *plan, const ViewShared *shared,
                   const SiteLanguage *language, const char *root, const char *section_id);

/* The contacts of an office on one line: “Điện thoại: …; Thư điện tử: …”. Caller frees. */
char *view_contacts_line (const Office *office);
/* Of a picture that is shown so high, in dots; NULL when it is not known. Caller frees. */
char *view_width (const Site *site, const char *href, guint height);
