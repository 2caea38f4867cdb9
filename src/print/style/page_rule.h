/* SPDX-License-Identifier: MIT */
/* Which @page rules count for a page. */
#pragma once

#include "print/style/style_sheet.h"

/* A page that asks for its style. */
typedef struct {
  const char *name; /* interned, or NULL */
  gboolean is_first, is_left;
} PageQuery;

/* Does the page selector of `rule` match this page (Paged Media 3, 4.1)? */
gboolean page_rule_counts (const PageRule *rule, PageQuery page);
/* Greater wins. */
guint page_rule_specificity (const PageRule *rule);
