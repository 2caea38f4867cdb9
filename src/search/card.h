/* SPDX-License-Identifier: MIT */
/* Inside search/: what is shown of a page that was found. The format is described in
 * search/search.h. */
#pragma once

#include "search/entry.h"

/* Appends a text of JavaScript, also for browsers to which U+2028 ends a line. */
void card_add_text (GString *out, const char *text, gsize length);
/* 0: it holds; 1: it does no longer; 2: another document replaced it. */
guint card_state (const Entry *entry);
/* Appends the card of the entry; `text` is what it says, abridged. */
void card_write (const Site *site, const Entry *entry, const char *text, gsize length,
                 GString *out);
