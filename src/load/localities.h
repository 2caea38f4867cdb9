/* SPDX-License-Identifier: MIT */
/* content/localities.csv: the communes and wards a site brings along (docs/content.md). */
#pragma once

#include "base/report.h"
#include "model/locality.h"

/* Adds the rows of `source` to `table`, which copies them; wrong rows are reported, each at its
 * field, and left out. */
void localities_load (LocalityTable *table, const Source *source, Report *report);
