/* SPDX-License-Identifier: MIT */
/* Inside render/: the pages around the documents, which list them. Each fills `page->data` with the
 * names of docs/templates.md. */
#pragma once

#include "render/page.h"

void list_page_home (Page *page);
void list_page_section (Page *page);
void list_page_offices (Page *page);
void list_page_office (Page *page);
void list_page_feed (Page *page);
void list_page_sitemap (Page *page);
void list_page_plain (Page *page); /* no more than every page has */
