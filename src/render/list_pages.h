/* SPDX-License-Identifier: MIT */
/* Inside render/: the pages around the documents, which list them. Each fills `page->data` with the
 * names of docs/templates.md. */
#pragma once

#include "render/page_context.h"

/* The text of content/index.md, the newest guides and the newest others, and each section. */
void list_page_home (PageContext *page);
/* PLAN_ITEMS_A_PAGE documents of the section, and the way to its other pages. */
void list_page_section (PageContext *page);
/* What is written in another language. */
void list_page_language (PageContext *page);
/* All offices by name, marks and case aside; former ones last. */
void list_page_offices (PageContext *page);
/* What an office issued last, and what it was sent. */
void list_page_office (PageContext *page);
/* What a search can be narrowed to, and the letters of the list from A to Z. */
void list_page_search (PageContext *page);
/* A page of titles that begin with the same letter. */
void list_page_letter (PageContext *page);
/* The newest documents that have a date (RFC 4287); needs the address of the site. */
void list_page_feed (PageContext *page);
/* Every page that is to be found (sitemaps.org), but for drafts; needs the address of the site. */
void list_page_sitemap (PageContext *page);
/* No more than every page has. */
void list_page_plain (PageContext *page);
