/* SPDX-License-Identifier: MIT */
/* The glyphs of a face that documents need, as a font program for a PDF (ISO 32000-1, 9.6 to 9.10):
 * compressed, with the widths and the texts of its glyphs. Glyph ids stay what they are. */
#pragma once

#include "print/paint/deflate.h"
#include "print/paint/glyphs.h"
#include "print/place/face.h"

/* A face, as far as all its subsets share it. */
typedef struct {
  const Face *face;
  hb_face_t *prepared; /* for subsetting again and again */
  guint n_glyphs;
  double *widths;    /* of its glyphs, in thousandths of an em, as the PDF says them */
  gunichar *letters; /* what its glyphs say; 0: none says so by itself */
  guint space;       /* its glyph for a space, or 0 */
  gboolean has_outlines_of_cff;
} SubsetFace;

/* `face` is borrowed and outlives it. The caller frees it. */
SubsetFace *subset_face_new (const Face *face);
/* NULL is allowed. */
void subset_face_free (SubsetFace *font);

typedef struct {
  GlyphSet glyphs;
  char *texts;          /* as given to subset_new() */
  char tag[7];          /* ABCDEF: tells subsets of one face apart */
  GBytes *program;      /* compressed */
  gsize program_length; /* before that */
  GString *widths;      /* the array /W */
  GBytes *to_unicode;   /* compressed */
} Subset;

/* `texts`: for glyphs without a letter, lines of "glyph text\n" by glyph; "" for most documents. */
Subset *subset_new (const SubsetFace *font, const GlyphSet *glyphs, const char *texts,
                    Deflater *deflater);
/* NULL is allowed. */
void subset_free (Subset *subset);
