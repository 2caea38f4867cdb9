/* SPDX-License-Identifier: MIT */
/* What the pages of a site may lead to, and the scripts they may run: what it publishes. */
#pragma once

#include "check/page.h"
#include "plan/plan.h"

/* For `plan`, whose paths it borrows; `style` is the style sheet of the pages. */
PageRules page_rules_new (const Site *site, const Plan *plan, const Source *style);
/* Frees what it holds; it may be all zero. */
void page_rules_clear (PageRules *rules);
