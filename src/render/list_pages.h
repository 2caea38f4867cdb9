/* SPDX-License-Identifier: MIT */
/* Inside render/: the pages around the documents, which list them. Each fills `page->data` with the
 * names of docs/templates.md. */
#pragma once

#include "render/page_context.h"

void list_page_home (PageContext *page);
void list_page_section (PageContext *page);
void list_page_offices (PageContext *page);
void list_page_office (PageContext *page);
void list_page_feed (PageContext *page);
void list_page_sitemap (PageContext *page);
void list_page_plain (PageContext *page); /* no more than every page has */
