/* SPDX-License-Identifier: MIT */
/* Findings for people, and for programs. */
#pragma once

#include "editor/rule.h"
#include "model/site.h"

#include <stdio.h>

typedef enum { LISTING_TEXT, LISTING_JSON, LISTING_SARIF } ListingFormat;

typedef enum {
  LISTING_ALL,
  LISTING_STRICT,  /* warnings are errors */
  LISTING_UPGRADE, /* errors alone, in the order in which they are best mended */
} ListingChoice;

typedef struct {
  guint errors, warnings, notes, waived;
} ListingTotals;

/* Prints what is in `report`, each with its code; what the documents of `site` (or NULL) waive is
 * not among it, and is said behind with its reason. */
ListingTotals listing_print (const Report *report, const Site *site, ListingFormat format,
                             ListingChoice choice, FILE *stream);

/* Prints how many there were, of so many documents. */
void listing_print_totals (const ListingTotals *totals, guint n_documents, FILE *stream);

/* Why there is this rule, and where it is written. */
void listing_explain (const Rule *rule, FILE *stream);
/* All rules, one a line. */
void listing_rules (FILE *stream);
