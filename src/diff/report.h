/* SPDX-License-Identifier: MIT */
/* A difference for people: as text, and as one page that needs nothing beside it. */
#pragma once

#include "diff/difference.h"

#include <stdio.h>

/* What changed, file by file, and what it said before and after. */
void difference_print (const Difference *difference, FILE *stream);
/* The same as a page, with the words that changed marked, and the pages of sheets side by side as
 * they look; what looks the same is left out. Caller frees. */
char *difference_page (const Difference *difference);
