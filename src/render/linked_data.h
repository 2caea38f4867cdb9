/* SPDX-License-Identifier: MIT */
/* JSON-LD of a page, in the vocabulary of schema.org: an office is a GovernmentOrganization, a
 * bulletin a NewsArticle, a guide a HowTo and, where it says how the service is had, a
 * GovernmentService; what stands in a section has a BreadcrumbList. */
#pragma once

#include "render/page_context.h"

/* `image` is the full address of the picture that stands for the page, or NULL. Null for a page
 * that is none of these. Caller frees. */
Value *linked_data_new (const PageContext *page, const char *image);
