/* SPDX-License-Identifier: MIT */
/* Sentences of spoken text. All numbers are words by then, so a full stop ends a sentence. */
#pragma once

#include <glib.h>

/* Where the sentence that starts at `start` ends: behind a stop that a space or the end follows. */
gsize sentence_end (const char *spoken, gsize start);

/* Closes what was said from byte `start` of `spoken` on, so that the voice falls; where a list
 * follows (`leads_on`) a colon stays. */
void sentence_close (GString *spoken, gsize start, gboolean leads_on);

/* A sentence with a capital first letter. Caller frees. */
char *sentence_copy (const char *text, gsize length);
