/* SPDX-License-Identifier: MIT */
/* Addresses live for years, on posters and in bookmarks: what would vanish with a build is told. */
#pragma once

#include "base/report.h"
#include "plan/plan.h"

/* Warns of pages among `removed` (char *, paths of the last build that this one does not make), and
 * says how they are kept. */
void lasting_check_removed (const GPtrArray *removed, Report *report);

/* Reports codes that lead to an address of the site at which there is nothing. */
void lasting_check_codes (const Site *site, const Plan *plan, Report *report);
