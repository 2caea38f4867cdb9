/* SPDX-License-Identifier: MIT */
/* What a file says to people, line by line: a paragraph, an item, a cell of a table is a line. */
#pragma once

#include <glib.h>

/* What stands in the body of a page, without the ways around the site: descriptions of pictures are
 * part of it, and where links to other hosts lead. Caller unrefs: an array of char *, which it
 * owns. */
GPtrArray *wording_of_page (const char *html, gsize length);
/* The lines of a text, but for empty ones. Caller unrefs; the same. */
GPtrArray *wording_of_text (const char *text, gsize length);
