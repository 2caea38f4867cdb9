/* SPDX-License-Identifier: MIT */
/* What --fix writes: a text with its changes made, and the difference for people to look at. */
#pragma once

#include "editor/remark.h"

#include <stdio.h>

/* An array of Edit that owns its texts. Caller unrefs. */
GArray *edits_new (void);

/* `text` with the edits made, in the order of their places. Where two want the same bytes, the
 * first is made and the other left for the next run. Caller frees. */
char *edits_apply (const char *text, gsize length, GArray *edits);

/* Prints what changed, line by line, in the form of “diff -u”; FALSE when nothing did. Both have
 * the same number of lines. */
gboolean print_difference (const char *path, const char *before, const char *after, FILE *stream);
