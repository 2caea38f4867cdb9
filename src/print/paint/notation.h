/* SPDX-License-Identifier: MIT */
/* How numbers, names and strings are written in a PDF (ISO 32000-1, 7.3): short, the same in every
 * locale, and fast, because a page is mostly these. None writes white space around itself. */
#pragma once

#include "base/append.h"

/* In digits, with a minus sign when it is below 0. */
void notation_integer (GString *out, gint64 number);
/* To a thousandth: in points, less than any printer can show. What is not finite is 0, what is
 * beyond any sheet stays there. */
void notation_number (GString *out, double number);
/* What notation_number() makes of it. */
double notation_rounded (double number);
/* To a millionth, for the scales of matrices. */
void notation_factor (GString *out, double number);
/* `12 0 R`. */
void notation_reference (GString *out, guint object);
/* `/Name`, with what a name may not have written as #xx. */
void notation_name (GString *out, const char *name);
/* `(bytes)`. */
void notation_bytes (GString *out, const char *bytes, gsize length);
/* A text string: ASCII as it is, anything else as UTF-16. At most 32,000 bytes, as PDF/A asks. */
void notation_text (GString *out, const char *text, gssize length);
/* The same in hexadecimal digits `<FEFF…>`, for content streams. */
void notation_hex_text (GString *out, const char *text, gssize length);
/* A Unicode text as UTF-16 in hexadecimal digits, without brackets. */
void notation_hex (GString *out, const char *text, gsize length);
