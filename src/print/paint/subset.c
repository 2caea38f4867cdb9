/* SPDX-License-Identifier: MIT */
#include "print/paint/subset.h"

#include "base/digest.h"
#include "print/paint/notation.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <stdlib.h>

/* --- a face --- */

static gboolean
is_private (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* U+212B is only another name of U+00C5: it does not last in normalised text. */
static gboolean
is_alias (gunichar c)
{
  gunichar first, second;
  return g_unichar_decompose (c, &first, &second) && second == 0;
}

/* Of two characters with one glyph, the one a Vietnamese text means; characters come in ascending
 * order. */
static gboolean
is_better_letter (gunichar c, gunichar than)
{
  if (than == 0 || is_private (than) != is_private (c))
    return than == 0 || is_private (than);
  if (is_alias (than))
    return !is_alias (c);
  return than == 0x00d0 && c == 0x0110; /* Ð of Iceland, Đ of Vietnam */
}

/* ﬀ to ﬆ: their glyphs are those of ligatures, which say the letters of the source. */
static gboolean
is_ligature (gunichar c)
{
  return c >= 0xfb00 && c <= 0xfb06;
}

static gboolean
is_sayable (gunichar c)
{
  return c >= ' ' && c != 0x7f && c != 0xfeff && c != 0xfffe && !is_ligature (c)
         && g_unichar_validate (c);
}

static void
learn_letters (SubsetFace *font, hb_font_t *hb)
{
  hb_set_t *characters = hb_set_create ();
  hb_codepoint_t c = HB_SET_VALUE_INVALID;

  hb_face_collect_unicodes (font->face->hb, characters);
  while (hb_set_next (characters, &c)) {
    hb_codepoint_t glyph;
    if (is_sayable (c) && hb_font_get_nominal_glyph (hb, c, &glyph) && glyph < font->n_glyphs
        && is_better_letter (c, font->letters[glyph]))
      font->letters[glyph] = c;
  }
  hb_set_destroy (characters);
}

static void
learn_widths (SubsetFace *font, hb_font_t *hb)
{
  double scale = 1000.0 / hb_face_get_upem (font->face->hb);
  for (guint i = 0; i < font->n_glyphs; i++)
    font->widths[i] = rint (hb_font_get_glyph_h_advance (hb, i) * scale * 100) / 100;
}

static gboolean
has_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *table = hb_face_reference_table (face, tag);
  gboolean is_there = hb_blob_get_length (table) > 0;
  hb_blob_destroy (table);
  return is_there;
}

/* HarfBuzz 6.0.0 gives back the face itself, and no reference to it, when the font is broken. */
static hb_face_t *
prepare (hb_face_t *face)
{
  hb_face_t *prepared = hb_subset_preprocess (face);
#if !HB_VERSION_ATLEAST(7, 0, 0)
  if (prepared == face)
    hb_face_reference (face);
#endif
  return prepared;
}

SubsetFace *
subset_face_new (const Face *face)
{
  SubsetFace *font = g_new0 (SubsetFace, 1);
  hb_font_t *hb = hb_font_create (face->hb);
  hb_codepoint_t space = 0;

  font->face = face;
  font->prepared = prepare (face->hb);
  font->n_glyphs = MAX (hb_face_get_glyph_count (face->hb), 1);
  font->widths = g_new0 (double, font->n_glyphs);
  font->letters = g_new0 (gunichar, font->n_glyphs);
  font->has_outlines_of_cff = has_table (face->hb, HB_TAG ('C', 'F', 'F', ' '));
  learn_widths (font, hb);
  learn_letters (font, hb);
  if (hb_font_get_nominal_glyph (hb, ' ', &space) && space < font->n_glyphs)
    font->space = space;
  hb_font_destroy (hb);
  return font;
}

void
subset_face_free (SubsetFace *font)
{
  if (font == NULL)
    return;
  hb_face_destroy (font->prepared);
  g_free (font->widths);
  g_free (font->letters);
  g_free (font);
}

/* --- the font program --- */

/* What draws glyphs; a PDF says the rest itself. Hinting is left out: printers do without, screens
 * do not heed it. */
static gboolean
is_drawn_from (hb_tag_t tag)
{
  static const char *const tables[] = { "glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF " };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tag == hb_tag_from_string (tables[i], 4))
      return TRUE;
  return FALSE;
}

static void
drop_tables (hb_subset_input_t *input, hb_face_t *face)
{
  hb_set_t *dropped = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  hb_tag_t tags[64];
  unsigned n = G_N_ELEMENTS (tags);

  for (unsigned start = 0; n > 0; start += n) {
    n = G_N_ELEMENTS (tags);
    hb_face_get_table_tags (face, start, &n, tags);
    for (unsigned i = 0; i < n; i++)
      if (!is_drawn_from (tags[i]))
        hb_set_add (dropped, tags[i]);
  }
}

static hb_face_t *
subset_face (const SubsetFace *font, const GlyphSet *glyphs)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  g_assert (input);
  hb_set_t *wanted = hb_subset_input_glyph_set (input);

  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
  drop_tables (input, font->face->hb);
  hb_set_add (wanted, 0);
  for (guint i = 0; i < font->n_glyphs; i++)
    if (glyph_set_has (glyphs, i))
      hb_set_add (wanted, i);
  hb_face_t *face = hb_subset_or_fail (font->prepared, input);
  hb_subset_input_destroy (input);
  return face ? face : hb_face_reference (font->face->hb);
}

/* Of an OpenType font with CFF outlines, the bare CFF: it is what /CIDFontType0C asks for. */
static void
make_program (Subset *subset, const SubsetFace *font, Deflater *deflater)
{
  hb_face_t *face = subset_face (font, &subset->glyphs);
  hb_blob_t *blob = font->has_outlines_of_cff
                      ? hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '))
                      : hb_face_reference_blob (face);
  unsigned length;
  const char *bytes = hb_blob_get_data (blob, &length);

  subset->program = deflater_bytes (deflater, bytes, length);
  subset->program_length = length;
  hb_blob_destroy (blob);
  hb_face_destroy (face);
}

/* --- widths: [first [w w w] first [w]] --- */

static void
make_widths (Subset *subset, const SubsetFace *font)
{
  GString *out = subset->widths = g_string_new ("[");
  gboolean is_open = FALSE;

  for (guint i = 0; i < font->n_glyphs; i++) {
    if (!glyph_set_has (&subset->glyphs, i)) {
      if (is_open)
        g_string_append_c (out, ']');
      is_open = FALSE;
      continue;
    }
    if (!is_open)
      notation_integer (out, i);
    g_string_append_c (out, is_open ? ' ' : '[');
    notation_number (out, font->widths[i]);
    is_open = TRUE;
  }
  g_string_append (out, is_open ? "]]" : "]");
}

/* --- what the glyphs say --- */

#define MOST_IN_BLOCK 100 /* of a CMap */

/* Lines of one kind, in blocks of a CMap. */
typedef struct {
  const char *kind; /* "bfchar" */
  GPtrArray *lines; /* char *, owned */
} Mappings;

static Mappings
mappings_new (const char *kind)
{
  return (Mappings){ kind, g_ptr_array_new_with_free_func (g_free) };
}

static void
write_mappings (const Mappings *mappings, GString *map)
{
  for (guint i = 0; i < mappings->lines->len; i++) {
    if (i % MOST_IN_BLOCK == 0)
      g_string_append_printf (map, "%u begin%s\n", MIN (MOST_IN_BLOCK, mappings->lines->len - i),
                              mappings->kind);
    g_string_append (map, mappings->lines->pdata[i]);
    if (i % MOST_IN_BLOCK == MOST_IN_BLOCK - 1 || i == mappings->lines->len - 1)
      g_string_append_printf (map, "end%s\n", mappings->kind);
  }
}

static void
add_mapping (Mappings *mappings, guint first, guint last, const char *text, gsize length)
{
  GString *line = g_string_new (NULL);
  g_string_append_printf (line, "<%04X>", first);
  if (last > first)
    g_string_append_printf (line, "<%04X>", last);
  append_text (line, "<");
  notation_hex (line, text, length);
  append_text (line, ">\n");
  g_ptr_array_add (mappings->lines, g_string_free (line, FALSE));
}

/* Where the letters of the alphabet have their glyphs side by side, a range says more in less;
 * those between that the subset lacks do no harm. Only the last byte of a range may count. */
static guint
end_of_range (const Subset *subset, const SubsetFace *font, guint first)
{
  gunichar letter = font->letters[first];
  guint last = first;

  for (guint i = first + 1; i < font->n_glyphs && i >> 8 == first >> 8; i++) {
    gunichar next = letter + i - first;
    if (font->letters[i] != next || next >> 8 != letter >> 8 || next > 0xffff)
      break;
    if (glyph_set_has (&subset->glyphs, i))
      last = i;
  }
  return last;
}

/* The lines of `texts` come by glyph, as the glyphs do. */
static void
list_mappings (const Subset *subset, const SubsetFace *font, Mappings *single, Mappings *ranges)
{
  const char *line = subset->texts;

  for (guint i = 0; i < font->n_glyphs; i++) {
    char letter[6];
    if (!glyph_set_has (&subset->glyphs, i))
      continue;
    if (font->letters[i]) {
      guint last = end_of_range (subset, font, i);
      add_mapping (last > i ? ranges : single, i, last, letter,
                   g_unichar_to_utf8 (font->letters[i], letter));
      i = last;
    } else if (*line && strtoul (line, NULL, 10) == i) {
      const char *text = strchr (line, ' ') + 1, *end = strchr (text, '\n');
      add_mapping (single, i, i, text, end - text);
      line = end + 1;
    }
  }
}

static void
make_to_unicode (Subset *subset, const SubsetFace *font, Deflater *deflater)
{
  Mappings single = mappings_new ("bfchar"), ranges = mappings_new ("bfrange");
  g_autoptr (GString) map =
    g_string_new ("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                  "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                  "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
  list_mappings (subset, font, &single, &ranges);
  write_mappings (&single, map);
  write_mappings (&ranges, map);
  g_ptr_array_unref (single.lines);
  g_ptr_array_unref (ranges.lines);
  append_text (map, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
  subset->to_unicode = deflater_bytes (deflater, map->str, map->len);
}

/* --- the whole --- */

static void
make_tag (Subset *subset)
{
  Digest digest = digest_of (subset->glyphs.words, subset->glyphs.n_words * sizeof (guint64));
  for (guint i = 0; i < 6; i++)
    subset->tag[i] = 'A' + digest.bytes[i] % 26;
}

Subset *
subset_new (const SubsetFace *font, const GlyphSet *glyphs, const char *texts, Deflater *deflater)
{
  Subset *subset = g_new0 (Subset, 1);
  subset->glyphs = glyph_set_copy (glyphs);
  subset->texts = g_strdup (texts);
  make_tag (subset);
  make_program (subset, font, deflater);
  make_widths (subset, font);
  make_to_unicode (subset, font, deflater);
  return subset;
}

void
subset_free (Subset *subset)
{
  if (subset == NULL)
    return;
  glyph_set_clear (&subset->glyphs);
  g_free (subset->texts);
  g_clear_pointer (&subset->program, g_bytes_unref);
  g_string_free (subset->widths, TRUE);
  g_clear_pointer (&subset->to_unicode, g_bytes_unref);
  g_free (subset);
}
