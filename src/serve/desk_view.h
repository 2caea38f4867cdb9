/* SPDX-License-Identifier: MIT */
/* A site as the frame around it shows it: lists in JSON. */
#pragma once

#include "serve/desk.h"

/* The words of the frame, in the language of the user: a map. */
void desk_view_words (GString *out);
/* The site, its documents with their state and how much is wrong with them, and its other pages. */
void desk_view_site (Desk *desk, GString *out);
/* A document by its path: what it becomes for `office` (an id; NULL: its own), and who else gets a
 * kit of it. `null` when there is none. */
void desk_view_document (Desk *desk, const char *path, const char *office, GString *out);
/* The path of the document an output is made from, and for which office: a map; `null` when there
 * is no such output. */
void desk_view_output (Desk *desk, const char *path, GString *out);
