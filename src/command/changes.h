/* SPDX-License-Identifier: MIT */
/* Inside command/: what a build changed in the site that was there, in a few lines. */
#pragma once

#include "plan/plan.h"
#include "write/writer.h"

#include <stdio.h>

/* Prints how many pages, sheets, scripts and posts are changed, new or gone, and the first of them
 * by name; nothing of a site that is the first in its folder. After writer_commit(). */
void changes_print (const Plan *plan, const Writer *writer, FILE *stream);
