/* SPDX-License-Identifier: MIT */
/* Fonts as Pango and fontconfig find them, unhinted and in points, and the faces they come from.
 * One thread's own. */
#pragma once

#include "print/place/face.h"
#include "print/style/style.h"

#include <pango/pango.h>

typedef struct FontBank FontBank;

/* The caller frees it, after all that came from it. */
FontBank *font_bank_new (void);
/* NULL is allowed. */
void font_bank_free (FontBank *bank);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FontBank, font_bank_free)

/* From now on `family` is the font in the file `path`. FALSE when it is no font. */
gboolean font_bank_add (FontBank *bank, const char *family, const char *path);

/* What a style asks of fonts: equal wishes are one Font, for the life of the bank. */
typedef struct {
  PangoFontDescription *description;
  /* Of the first font of the list, in points; all positive. */
  double ascent, descent, line_gap, x_height;
} Font;
/* What text of this style is set with; owned by the bank. */
const Font *font_bank_font (FontBank *bank, const Style *style);

/* Ready for layouts in points: PANGO_SCALE units are one point. Owned by the bank. */
PangoContext *font_bank_context (FontBank *bank);

/* The face behind a font that Pango chose; owned by the bank. */
Face *font_bank_face (FontBank *bank, PangoFont *font);
