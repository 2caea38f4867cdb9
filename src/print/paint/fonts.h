/* SPDX-License-Identifier: MIT */
/* The fonts of one document, and the store they come from (PdfFonts of pdf.h). */
#pragma once

#include "print/paint/objects.h"
#include "print/paint/pdf.h"
#include "print/paint/repacked.h"
#include "print/paint/shown.h"
#include "print/paint/subset.h"

/* A font in one document. */
typedef struct {
  guint number; /* /F0, /F1 … in the order of first use */
  const SubsetFace *font;
  ShownStore *shown; /* that of all documents */
  GlyphSet used;
  GHashTable
    *texts; /* glyph → char *: what glyphs without a letter say here; NULL until there is one */
} FontUse;

/* What else is kept from document to document. */
Deflater *pdf_fonts_deflater (PdfFonts *fonts);
/* Pictures as they go into a PDF; borrowed. */
RepackedStore *pdf_fonts_images (PdfFonts *fonts);
/* Drawings as they go into a PDF; borrowed. */
ShownStore *pdf_fonts_paths (PdfFonts *fonts);

typedef struct FontList FontList;

/* `fonts` is borrowed and outlives it. Caller frees. */
FontList *font_list_new (PdfFonts *fonts);
/* NULL is allowed. */
void font_list_free (FontList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FontList, font_list_free)

/* The font of `face` in this document, from now on in it; owned by the list. */
FontUse *font_list_use (FontList *list, const Face *face);
/* What a glyph without a letter says in this document: `text`, if nothing else has been said
 * before. TRUE when it says just that. */
gboolean font_use_says (FontUse *use, guint glyph, const char *text, gsize length);

/* Writes the fonts once all pages are painted; appends the entries of /Font: "/F0 12 0 R/F1 …". */
void font_list_write (FontList *list, Objects *objects, GString *resources);
/* char *: PostScript names, sorted, each once. */
GPtrArray *font_list_names (const FontList *list);
