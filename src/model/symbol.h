/* SPDX-License-Identifier: MIT */
/* Số and ký hiệu of documents: 4907/UBND-NC, 59/2022/NĐ-CP, 66-QĐ/TW (Decree 30/2020 article 8,
 * annex I). */
#pragma once

#include <glib.h>

/* TRUE when `text` can be the number of a document: digits, and perhaps a letter (12a). */
gboolean symbol_is_number (const char *text);

/* TRUE when `text` can be a symbol without its number: groups of letters that start with a capital,
 * digits among them, with “-”, “/” or “&” between, no spaces. */
gboolean symbol_is_symbol (const char *text);

/* Splits "4907/UBND-NC" into "4907" and "UBND-NC", "05-NQ/ĐU" of the Party into "05" and "NQ/ĐU";
 * FALSE, and neither is set, when `text` is not a
 * number, “/”, and a symbol. Caller frees both. */
gboolean symbol_split (const char *text, char **number, char **symbol);

/* "05/UBND-VX", or with a hyphen as the Party has it: numbers below 10 take a leading zero. Caller
 * frees. `number` may be NULL: "/UBND-VX". */
char *symbol_join (const char *number, const char *symbol, gboolean is_party);
