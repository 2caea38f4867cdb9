/* SPDX-License-Identifier: MIT */
/* A font file that somebody broke, on its way into a PDF. The input is a list of changes to a small
 * sound font, four bytes each (table, place in it, what to write), so that most of it stays a font:
 * random bytes would be none. */
#include "fuzz.h"

#include "print/paint/subset.h"

#include <fontconfig/fontconfig.h>
#include <hb-subset.h>

static const gunichar letters[] = { ' ', 'a', 0x1ea7, 0x0111, '1', 'f', 'i', 0x0301 };

static hb_blob_t *
installed_font (void)
{
  FcPattern *wanted = FcNameParse ((const FcChar8 *) "Liberation Serif");
  FcResult result;
  FcChar8 *path = NULL;

  FcConfigSubstitute (NULL, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  FcPattern *font = FcFontMatch (NULL, wanted, &result);
  g_assert (font && FcPatternGetString (font, FC_FILE, 0, &path) == FcResultMatch);
  hb_blob_t *blob = hb_blob_create_from_file ((const char *) path);
  FcPatternDestroy (font);
  FcPatternDestroy (wanted);
  return blob;
}

/* A few glyphs of an installed font, with the tables that belong to them. */
static const GByteArray *
sound_font (void)
{
  static GByteArray *font;

  if (font)
    return font;
  hb_blob_t *blob = installed_font ();
  hb_face_t *whole = hb_face_create (blob, 0);
  hb_subset_input_t *wish = hb_subset_input_create_or_fail ();
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    hb_set_add (hb_subset_input_unicode_set (wish), letters[i]);
  hb_face_t *few = hb_subset_or_fail (whole, wish);
  hb_blob_t *bytes = hb_face_reference_blob (few);
  guint length;
  const char *data = hb_blob_get_data (bytes, &length);
  font = g_byte_array_append (g_byte_array_new (), (const guint8 *) data, length);
  hb_blob_destroy (bytes);
  hb_face_destroy (few);
  hb_subset_input_destroy (wish);
  hb_face_destroy (whole);
  hb_blob_destroy (blob);
  return font;
}

static guint
number_at (const guint8 *bytes, guint size)
{
  guint number = 0;

  for (guint i = 0; i < size; i++)
    number = number << 8 | bytes[i];
  return number;
}

/* Table 0 is the directory of them; OpenType, “Font file”. */
static void
change (GByteArray *font, const GByteArray *sound, const guint8 change[4])
{
  guint n_tables = number_at (sound->data + 4, 2);
  guint table = change[0] % (n_tables + 1);
  const guint8 *entry = sound->data + 12 + 16 * (table - 1);
  guint start = table ? number_at (entry + 8, 4) : 0;
  guint length = table ? number_at (entry + 12, 4) : 12 + 16 * n_tables;

  if (length > 0)
    font->data[start + number_at (change + 1, 2) % length] = change[3];
}

static void
make_subset (hb_face_t *hb, gsize length)
{
  static Deflater *deflater;
  const Face face = { .name = (char *) "F",
                      .path = (char *) "f",
                      .hb = hb,
                      .units_per_em = MAX (hb_face_get_upem (hb), 1) };
  SubsetFace *font = subset_face_new (&face);
  g_auto (GlyphSet) glyphs = glyph_set_new (MAX (font->n_glyphs, 64));

  if (deflater == NULL)
    deflater = deflater_new ();
  for (guint i = 0; i < MIN (font->n_glyphs, 64); i++)
    if (i % (length % 3 + 1) == 0)
      glyph_set_add (&glyphs, i);
  subset_free (subset_new (font, &glyphs, length % 2 ? "1 fi\n" : "", deflater));
  subset_face_free (font);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  const GByteArray *sound = sound_font ();
  GByteArray *font = g_byte_array_append (g_byte_array_new (), sound->data, sound->len);

  for (gsize i = 0; i + 4 <= length; i += 4)
    change (font, sound, bytes + i);
  hb_blob_t *blob =
    hb_blob_create ((const char *) font->data, font->len, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *face = hb_face_create (blob, 0);
  make_subset (face, length);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  g_byte_array_unref (font);
  return 0;
}
