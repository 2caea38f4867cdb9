/* SPDX-License-Identifier: MIT */
/* Letters from before Unicode: fonts that show other letters than the codes say. */
#pragma once

#include <glib.h>

/* TRUE when a font of this name may show other letters than the codes are (`.VnTime`,
 * `VNI-Times`). */
gboolean legacy_font (const char *font);
/* TRUE when `text`, set in this font, is in its code and not Unicode already: there is no letter
 * beyond U+00FF, and one that the code uses. */
gboolean legacy_is_encoded (const char *font, const char *text);
/* The text in Unicode (NFC is the caller's); fonts that show capitals give capitals. Caller frees.
 */
char *legacy_decode (const char *font, const char *text);

/* TRUE for text in a font of another such code (VIETWARE, BKHCM), which we have no table for. */
gboolean legacy_is_unknown (const char *font, const char *text);

/* TRUE when the letters of this font are signs. NULL is no font. */
gboolean legacy_is_of_signs (const char *font);
/* What a symbol font shows for `code`: an arrow, a box, a bullet. NULL: unknown. */
const char *legacy_symbol (const char *font, gunichar code);
