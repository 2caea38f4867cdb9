/* SPDX-License-Identifier: MIT */
/* A set of glyphs of one face, as bits: painting adds to it at every glyph. */
#pragma once

#include <glib.h>
#include <string.h>

typedef struct {
  guint n_words;
  guint64 *words; /* owned */
} GlyphSet;

static inline GlyphSet
glyph_set_new (guint n_glyphs)
{
  guint n_words = (n_glyphs + 63) / 64;
  return (GlyphSet){ n_words, g_new0 (guint64, n_words) };
}

static inline GlyphSet
glyph_set_copy (const GlyphSet *set)
{
  return (GlyphSet){ set->n_words, g_memdup2 (set->words, set->n_words * sizeof (guint64)) };
}

static inline void
glyph_set_clear (GlyphSet *set)
{
  g_clear_pointer (&set->words, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlyphSet, glyph_set_clear)

/* `glyph` is below the number the set was made for. */
static inline void
glyph_set_add (GlyphSet *set, guint glyph)
{
  set->words[glyph / 64] |= G_GUINT64_CONSTANT (1) << glyph % 64;
}

static inline gboolean
glyph_set_has (const GlyphSet *set, guint glyph)
{
  return set->words[glyph / 64] >> glyph % 64 & 1;
}

/* Two sets of the same face. */
static inline gboolean
glyph_set_equal (const GlyphSet *one, const GlyphSet *other)
{
  return memcmp (one->words, other->words, one->n_words * sizeof (guint64)) == 0;
}
