/* SPDX-License-Identifier: MIT */
/* Text as it comes out of word processors, made plain: NFC, nothing invisible, no full-width forms.
 */
#pragma once

#include <glib.h>

/* From byte `clean` on, the clean text is that from byte `original` of the text it was made of. */
typedef struct {
  gsize clean, original;
} CleanShift;

/* TRUE when `clean` was filled with a cleaned copy and `shifts` (CleanShift, in order) with the way
 * back; FALSE when the text is clean as it is. `text` is valid UTF-8. */
gboolean clean_text (const char *text, gsize length, GString *clean, GArray *shifts);

/* Where byte `offset` of the clean text came from. */
gsize clean_original (const GArray *shifts, gsize offset);
