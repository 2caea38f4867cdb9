/* SPDX-License-Identifier: MIT */
/* What the texts of a document name: the documents that stand within it, and values of the offices
 * that say it. */
#pragma once

#include "load/front_matter.h"

/* Finds the documents whose texts stand in that of this one, and in theirs. Reports those that are
 * not there, and circles: the first document of one by path tells it. */
void matter_resolve_parts (const Site *site, FrontMatter *matter, Report *report);
/* Reports values the front matter names that an office has not which says the document; keeps the
 * names of what it asks of offices. Offices are resolved. */
void matter_check_texts (const Site *site, FrontMatter *matter, Report *report);
