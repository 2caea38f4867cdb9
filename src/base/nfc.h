/* SPDX-License-Identifier: MIT */
/* Letters and the combining marks behind them, as one letter each (NFC), in linear time:
 * g_utf8_normalize() moves all that follows at every letter it composes, which takes minutes for a
 * megabyte from a Mac. */
#pragma once

#include <glib.h>

/* U+0300 … U+036F, the marks of European and Vietnamese letters. */
gboolean nfc_is_mark (gunichar c);

/* Appends the letter at `p` with the marks behind it, up to `end`; returns what comes after them.
 */
const char *nfc_letter (GString *out, const char *p, const char *end);

/* The whole text. Caller frees. */
char *nfc_text (const char *text, gsize length, gsize *nfc_length);
