/* SPDX-License-Identifier: MIT */
/* Texts in encodings older than Unicode, and Unicode that was taken for one of them: found, and
 * turned into what was meant. All come as UTF-8 with letters of Latin-1 in the place of ours. */
#pragma once

#include <glib.h>

typedef enum {
  LEGACY_NONE,
  LEGACY_TCVN3,    /* ABC, fonts .VnTime */
  LEGACY_VNI,      /* fonts VNI-Times: a letter and its marks */
  LEGACY_MOJIBAKE, /* UTF-8 read as Windows-1252 */
} LegacyEncoding;

/* Looks for three letters of words that only make sense in one of them; `offset` is where the first
 * of the words starts. Valid UTF-8 is wanted. */
LegacyEncoding legacy_find (const char *text, gsize length, gsize *offset);
/* What people call it. The program's. */
const char *legacy_name (LegacyEncoding encoding);
/* The text in Unicode, NFC; what is no letter of the encoding stays. Caller frees. */
char *legacy_convert (const char *text, gsize length, LegacyEncoding encoding);
