/* SPDX-License-Identifier: MIT */
/* Inside search/: as much of a text as a result needs to show what was found in it. */
#pragma once

#include <glib.h>

/* Bytes that are kept at most, and bytes of the beginning that are kept whatever they say. */
#define ABRIDGE_MOST  900
#define ABRIDGE_BEGIN 350

/* Appends the beginning of `text`, and of the rest those sentences that have a word for the first
 * time; “… ” stands where something is left out. `firsts` (const char *) are the places in `text`
 * where a word stands for the first time, in order. */
void abridge (const char *text, gsize length, const GArray *firsts, GString *out);
