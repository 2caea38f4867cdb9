/* SPDX-License-Identifier: MIT */
/* Sentences of Vietnamese text, as it is written and as it is spoken.
 *
 * Where a sentence ends is decided here and nowhere else, for the voice and for paper: a full stop
 * behind a short form or the letter of a name ends nothing ("UBND TP. Hồ Chí Minh", "gọi ông A. để
 * hẹn"). Offsets and lengths are bytes; text is UTF-8. Nothing here can fail. */
#pragma once

#include <glib.h>

/* Whether the sentence goes on behind the full stop at byte `at`, which belongs to a short form, to
 * the letter of a name or to the number an item starts with. A letter before a capital may be the
 * last of its sentence, and is taken for it: "Gọi ông A. Chờ ba ngày". */
gboolean sentence_goes_on (const char *text, gsize length, gsize at);

/* Where the sentence that starts at byte `start` ends: behind its last mark and the quotation marks
 * and brackets that close with it; `length` when nothing ends it before. A space or the end follows
 * there, so what stands behind it starts no earlier than at the next byte. */
gsize sentence_end (const char *text, gsize length, gsize start);

/* Closes what was said from byte `start` of `spoken` on with a full stop, so that the voice falls;
 * where a list follows (`leads_on`) a colon stays. Nothing said stays nothing. */
void sentence_close (GString *spoken, gsize start, gboolean leads_on);

/* The first `length` bytes of `text` with a capital first letter. Caller frees. */
char *sentence_copy (const char *text, gsize length);
