/* SPDX-License-Identifier: MIT */
/* Subsetting is the dearest part of a short document, so sets of glyphs that are equal share a
 * subset: most kits of a document differ in the name of an office, and few names bring a letter
 * that the text does not have. */
#include "print/paint/fonts.h"

#include "base/compare.h"
#include "print/paint/notation.h"

#include <math.h>

/* Documents that do not tell what they will want must not fill the memory with subsets that nobody
 * asks for again. */
#define MOST_SUBSETS 64

/* --- the store --- */

typedef struct {
  SubsetFace *font;
  GPtrArray *subsets; /* Subset, owned: the latest, in a ring */
  guint next;         /* place in the ring */
} StoredFace;

struct PdfFonts {
  GHashTable *faces; /* const Face * → StoredFace, owned */
  Deflater *deflater;
  RepackedStore *images;
  ShownStore *runs, *paths;
};

static void
stored_face_free (gpointer data)
{
  StoredFace *stored = data;
  subset_face_free (stored->font);
  g_ptr_array_unref (stored->subsets);
  g_free (stored);
}

static void
free_subset (gpointer subset)
{
  subset_free (subset);
}

PdfFonts *
pdf_fonts_new (void)
{
  PdfFonts *fonts = g_new0 (PdfFonts, 1);
  fonts->faces = g_hash_table_new_full (NULL, NULL, NULL, stored_face_free);
  fonts->deflater = deflater_new ();
  fonts->images = repacked_store_new ();
  fonts->runs = shown_store_new ();
  fonts->paths = shown_store_new ();
  return fonts;
}

void
pdf_fonts_free (PdfFonts *fonts)
{
  if (fonts == NULL)
    return;
  g_hash_table_unref (fonts->faces);
  deflater_free (fonts->deflater);
  repacked_store_free (fonts->images);
  shown_store_free (fonts->runs);
  shown_store_free (fonts->paths);
  g_free (fonts);
}

Deflater *
pdf_fonts_deflater (PdfFonts *fonts)
{
  return fonts->deflater;
}

ShownStore *
pdf_fonts_paths (PdfFonts *fonts)
{
  return fonts->paths;
}

RepackedStore *
pdf_fonts_images (PdfFonts *fonts)
{
  return fonts->images;
}

static StoredFace *
stored_face (PdfFonts *fonts, const Face *face)
{
  StoredFace *stored = g_hash_table_lookup (fonts->faces, face);
  if (stored)
    return stored;
  stored = g_new0 (StoredFace, 1);
  stored->font = subset_face_new (face);
  stored->subsets = g_ptr_array_new_with_free_func (free_subset);
  g_hash_table_insert (fonts->faces, (gpointer) face, stored);
  return stored;
}

static const Subset *
stored_subset (PdfFonts *fonts, StoredFace *stored, const GlyphSet *glyphs, const char *texts)
{
  GPtrArray *subsets = stored->subsets;
  for (guint i = 0; i < subsets->len; i++) {
    const Subset *subset = subsets->pdata[i];
    if (glyph_set_equal (&subset->glyphs, glyphs) && strcmp (subset->texts, texts) == 0)
      return subset;
  }
  Subset *subset = subset_new (stored->font, glyphs, texts, fonts->deflater);
  if (subsets->len < MOST_SUBSETS) {
    g_ptr_array_add (subsets, subset);
  } else {
    subset_free (subsets->pdata[stored->next]);
    subsets->pdata[stored->next] = subset;
    stored->next = (stored->next + 1) % MOST_SUBSETS;
  }
  return subset;
}

/* --- the fonts of a document --- */

struct FontList {
  PdfFonts *fonts;
  GPtrArray *uses; /* FontUse, owned; a handful */
};

static void
font_use_free (gpointer data)
{
  FontUse *use = data;
  glyph_set_clear (&use->used);
  g_clear_pointer (&use->texts, g_hash_table_unref);
  g_free (use);
}

FontList *
font_list_new (PdfFonts *fonts)
{
  FontList *list = g_new (FontList, 1);
  list->fonts = fonts;
  list->uses = g_ptr_array_new_with_free_func (font_use_free);
  return list;
}

void
font_list_free (FontList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->uses);
  g_free (list);
}

FontUse *
font_list_use (FontList *list, const Face *face)
{
  for (guint i = 0; i < list->uses->len; i++) {
    FontUse *use = list->uses->pdata[i];
    if (use->font->face == face)
      return use;
  }
  FontUse *use = g_new0 (FontUse, 1);
  use->number = list->uses->len;
  use->font = stored_face (list->fonts, face)->font;
  use->shown = list->fonts->runs;
  use->used = glyph_set_new (use->font->n_glyphs);
  g_ptr_array_add (list->uses, use);
  return use;
}

gboolean
font_use_says (FontUse *use, guint glyph, const char *text, gsize length)
{
  if (use->texts == NULL)
    use->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const char *said = g_hash_table_lookup (use->texts, GUINT_TO_POINTER (glyph));
  if (said)
    return strlen (said) == length && memcmp (said, text, length) == 0;
  char *kept = g_strdelimit (g_strndup (text, length), "\n", ' '); /* texts_of() makes lines */
  g_hash_table_insert (use->texts, GUINT_TO_POINTER (glyph), kept);
  return TRUE;
}

/* As subset_new() wants them. */
static char *
texts_of (const FontUse *use)
{
  GString *lines = g_string_new (NULL);
  for (guint i = 0; use->texts && i < use->font->n_glyphs; i++) {
    const char *text = g_hash_table_lookup (use->texts, GUINT_TO_POINTER (i));
    if (text)
      g_string_append_printf (lines, "%u %s\n", i, text);
  }
  return g_string_free (lines, FALSE);
}

/* --- its objects --- */

static void
append_base_font (GString *out, const FontUse *use, const Subset *subset)
{
  g_autofree char *name = g_strconcat (subset->tag, "+", use->font->face->name, NULL);
  notation_name (out, name);
}

enum { FLAG_FIXED_PITCH = 1, FLAG_SERIF = 2, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

static guint
flags_of (const Face *face)
{
  return FLAG_SYMBOLIC | (face->is_fixed_pitch ? FLAG_FIXED_PITCH : 0)
         | (face->is_serif ? FLAG_SERIF : 0) | (face->is_italic ? FLAG_ITALIC : 0);
}

static void
append_measure (GString *out, const char *key, double ems)
{
  g_string_append (out, key);
  notation_integer (out, lrint (ems * 1000));
}

/* The thickness of stems is in no table; it only serves readers that have lost the font. */
static double
stem_of (const Face *face)
{
  return 0.05 + 0.15 * face->weight / 900;
}

static void
write_descriptor (Objects *objects, guint object, const FontUse *use, const Subset *subset,
                  guint program)
{
  const Face *face = use->font->face;
  GString *out = objects_begin (objects, object);

  append_text (out, "<</Type/FontDescriptor/FontName");
  append_base_font (out, use, subset);
  append_measure (out, "/FontBBox[", face->box[0]);
  for (guint i = 1; i < 4; i++)
    append_measure (out, " ", face->box[i]);
  append_measure (out, "]/Ascent ", face->ascent);
  append_measure (out, "/Descent ", -fabs (face->descent));
  append_measure (out, "/CapHeight ", face->cap_height);
  append_measure (out, "/StemV ", stem_of (face));
  append_text (out, "/ItalicAngle ");
  notation_number (out, face->italic_angle);
  append_text (out, "/Flags ");
  notation_integer (out, flags_of (face));
  g_string_append (out, use->font->has_outlines_of_cff ? "/FontFile3 " : "/FontFile2 ");
  notation_reference (out, program);
  append_text (out, ">>");
  objects_end (objects);
}

static void
write_descendant (Objects *objects, guint object, const FontUse *use, const Subset *subset,
                  guint descriptor)
{
  gboolean is_cff = use->font->has_outlines_of_cff;
  GString *out = objects_begin (objects, object);

  g_string_append (out, is_cff ? "<</Type/Font/Subtype/CIDFontType0/BaseFont"
                               : "<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont");
  append_base_font (out, use, subset);
  append_text (
    out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ");
  notation_reference (out, descriptor);
  append_text (out, "/W");
  g_string_append_len (out, subset->widths->str, subset->widths->len);
  append_text (out, ">>");
  objects_end (objects);
}

static void
write_font (Objects *objects, guint object, const FontUse *use, const Subset *subset,
            guint descendant, guint to_unicode)
{
  GString *out = objects_begin (objects, object);
  append_text (out, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont");
  append_base_font (out, use, subset);
  append_text (out, "/DescendantFonts[");
  notation_reference (out, descendant);
  append_text (out, "]/ToUnicode ");
  notation_reference (out, to_unicode);
  append_text (out, ">>");
  objects_end (objects);
}

static void
write_program (Objects *objects, guint object, const FontUse *use, const Subset *subset)
{
  g_autoptr (GString) entries = g_string_new ("/Filter/FlateDecode");
  gsize length;
  const char *bytes = g_bytes_get_data (subset->program, &length);

  if (use->font->has_outlines_of_cff) {
    append_text (entries, "/Subtype/CIDFontType0C");
  } else {
    append_text (entries, "/Length1 ");
    notation_integer (entries, subset->program_length);
  }
  objects_stream_ready (objects, object, entries->str, bytes, length);
}

static guint
write_use (FontList *list, FontUse *use, Objects *objects)
{
  StoredFace *stored = stored_face (list->fonts, use->font->face);
  g_autofree char *texts = texts_of (use);
  const Subset *subset = stored_subset (list->fonts, stored, &use->used, texts);
  guint font = objects_reserve (objects), descendant = objects_reserve (objects);
  guint descriptor = objects_reserve (objects), program = objects_reserve (objects);
  guint to_unicode = objects_reserve (objects);
  gsize length;
  const char *map = g_bytes_get_data (subset->to_unicode, &length);

  write_font (objects, font, use, subset, descendant, to_unicode);
  write_descendant (objects, descendant, use, subset, descriptor);
  write_descriptor (objects, descriptor, use, subset, program);
  write_program (objects, program, use, subset);
  objects_stream_ready (objects, to_unicode, "/Filter/FlateDecode", map, length);
  return font;
}

void
font_list_write (FontList *list, Objects *objects, GString *resources)
{
  for (guint i = 0; i < list->uses->len; i++) {
    append_text (resources, "/F");
    notation_integer (resources, i);
    g_string_append_c (resources, ' ');
    notation_reference (resources, write_use (list, list->uses->pdata[i], objects));
  }
}

GPtrArray *
font_list_names (const FontList *list)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < list->uses->len; i++) {
    const FontUse *use = list->uses->pdata[i];
    g_ptr_array_add (names, g_strdup (use->font->face->name));
  }
  g_ptr_array_sort (names, compare_texts);
  for (guint i = names->len; i-- > 1;)
    if (strcmp (names->pdata[i], names->pdata[i - 1]) == 0)
      g_ptr_array_remove_index (names, i);
  return names;
}
