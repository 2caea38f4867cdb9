/* SPDX-License-Identifier: MIT */
/* Inside plan/: what pages list, sorted once: documents by section, office, language, month and
 * letter, events, series, provinces, stations. */
#pragma once

#include "plan/plan.h"

/* Fills the lists of a plan that has none yet, and an arena. */
void lists_make (Plan *plan, const Site *site);
/* The list at `key` of a table of lists, which owns it; made when there is none. */
GPtrArray *lists_at (GHashTable *table, gconstpointer key);
/* Frees them. */
void lists_clear (Plan *plan);
