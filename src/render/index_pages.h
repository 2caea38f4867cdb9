/* SPDX-License-Identifier: MIT */
/* Inside render/: the pages by which everything can be reached, whatever its age: the archive, the
 * map of the site, the provinces, the contacts, and what leads on from an old address. Each fills
 * `page->data` with the names of docs/templates.md. */
#pragma once

#include "render/page_context.h"

/* The years and months in which something was dated. */
void index_page_archive (PageContext *page);
/* All that was dated in one of them. */
void index_page_month (PageContext *page);
/* Sections with what is in them, and everything else there is. */
void index_page_site_map (PageContext *page);
/* How the default office is reached, and the offices of the site. */
void index_page_contact (PageContext *page);
/* The offices of a province. */
void index_page_province (PageContext *page);
/* Where a document is now. */
void index_page_moved (PageContext *page);

/* Where a printed code leads. */
void index_page_short_link (PageContext *page);

/* An office with what it is sorted by. */
typedef struct {
  const Office *office;
  char *folded; /* name without marks and case */
  gboolean is_former;
} IndexOffice;

/* Offices by name, former ones last: an array of IndexOffice. Caller unrefs. */
GArray *index_sorted_offices (const Site *site, const GPtrArray *offices);

/* Offices of `province` as a list, by name, former ones last: `name`, `href`, `is_former`. Caller
 * frees. */
Value *index_view_offices (const PageContext *page, const PlanProvince *province);
/* “Tỉnh Khánh Hòa”. Caller frees. */
char *index_province_name (const Site *site, const PlanProvince *province);
