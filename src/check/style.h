/* SPDX-License-Identifier: MIT */
/* What a style sheet, or the style of one element, makes a browser fetch. */
#pragma once

#include <glib.h>

/* TRUE when what `url`, of a style sheet, leads to may be shown. */
typedef gboolean (*StyleUrlIsGood) (const char *url, gpointer data);

/* Reads CSS as browsers do (CSS Syntax 3: escapes are undone, comments and strings passed over).
 * TRUE when its functions are all on our list of those that fetch nothing, each url() is good, and
 * no @import is there; else `culprit` (new) is what is not. */
gboolean style_check (const char *css, gsize length, StyleUrlIsGood is_good, gpointer data,
                      char **culprit);

/* The name at `p` with its escapes undone, in small letters, and `p` after it; NULL when there is
 * none. Caller frees. */
char *style_take_name (const char **p, const char *end);

/* The end of the declaration that starts at `p`: its “;”, or `end`. */
const char *style_declaration_end (const char *p, const char *end);
/* The end of the piece of a sheet that starts at `p`, a declaration or what stands before a block:
 * its “;”, “{” or “}”, or `end`. */
const char *style_piece_end (const char *p, const char *end);

/* Behind the comment or the string that starts at `p`; `p` when neither does. */
const char *style_skip (const char *p, const char *end);
