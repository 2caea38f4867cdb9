/* SPDX-License-Identifier: MIT */
/* Fontconfig is slow to ask, and a page asks for the same few fonts at every item: what a style
 * wishes for is kept with the answer, and so is the face behind each font Pango chose. Fonts are
 * not hinted: paper has no pixels, and widths are those of the design. */
#include "print/place/font_bank.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <math.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <string.h>

struct FontBank {
  PangoFontMap *map;
  PangoContext *context;
  GHashTable *fonts;    /* StoredFont, by its wish */
  GHashTable *faces;    /* char *"path:index" → Face */
  GHashTable *face_of;  /* PangoFont → Face; keeps the fonts alive */
  GHashTable *families; /* char *family in small letters → char *: the name in the file */
  FcConfig *config;     /* of its own once a font was added; else NULL */
};

/* What a style asks of fonts. */
typedef struct {
  const char *families; /* interned */
  int size;             /* in units of Pango */
  guint weight;
  gboolean is_italic;
} FontWish;

typedef struct {
  FontWish wish;
  Font font;
} StoredFont;

static guint
wish_hash (gconstpointer data)
{
  const FontWish *wish = &((const StoredFont *) data)->wish;
  return (guint) ((gsize) wish->families >> 3)
         ^ ((guint) wish->size * 4 + wish->weight * 2 + wish->is_italic) * 2654435761u;
}

static gboolean
wish_equal (gconstpointer a, gconstpointer b)
{
  const FontWish *one = &((const StoredFont *) a)->wish, *other = &((const StoredFont *) b)->wish;
  return one->families == other->families && one->size == other->size
         && one->weight == other->weight && one->is_italic == other->is_italic;
}

/* Printed text is not fitted to any pixels. Signs of telephones are wanted as outlines, which take
 * ink as any letter does, not as pictures in colour. */
static void
set_defaults (FcPattern *pattern, G_GNUC_UNUSED gpointer data)
{
  FcPatternDel (pattern, FC_COLOR);
  FcPatternAddBool (pattern, FC_COLOR, FcFalse);
  FcPatternDel (pattern, FC_HINTING);
  FcPatternAddBool (pattern, FC_HINTING, FcFalse);
}

static void
stored_font_free (gpointer data)
{
  StoredFont *stored = data;
  pango_font_description_free (stored->font.description);
  g_free (stored);
}

static void
face_free (gpointer data)
{
  Face *face = data;
  hb_face_destroy (face->hb);
  g_free (face->name);
  g_free (face->path);
  g_free (face);
}

FontBank *
font_bank_new (void)
{
  FontBank *bank = g_new0 (FontBank, 1);

  bank->map = pango_ft2_font_map_new ();
  pango_ft2_font_map_set_resolution (PANGO_FT2_FONT_MAP (bank->map), 72, 72);
  pango_fc_font_map_set_default_substitute (PANGO_FC_FONT_MAP (bank->map), set_defaults, NULL,
                                            NULL);
  bank->context = pango_font_map_create_context (bank->map);
  pango_context_set_round_glyph_positions (bank->context, FALSE);
  pango_context_set_language (bank->context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (bank->context, PANGO_DIRECTION_LTR);
  bank->fonts = g_hash_table_new_full (wish_hash, wish_equal, stored_font_free, NULL);
  bank->faces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, face_free);
  bank->face_of = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  bank->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return bank;
}

void
font_bank_free (FontBank *bank)
{
  if (bank == NULL)
    return;
  g_hash_table_unref (bank->fonts);
  g_hash_table_unref (bank->face_of);
  g_hash_table_unref (bank->faces);
  g_hash_table_unref (bank->families);
  g_object_unref (bank->context);
  g_object_unref (bank->map);
  if (bank->config)
    FcConfigDestroy (bank->config);
  g_free (bank);
}

PangoContext *
font_bank_context (FontBank *bank)
{
  return bank->context;
}

gboolean
font_bank_add (FontBank *bank, const char *family, const char *path)
{
  g_autofree char *small = g_utf8_strdown (family, -1);
  int n_faces;

  if (g_hash_table_contains (bank->families, small))
    return TRUE;
  FcPattern *pattern = FcFreeTypeQuery ((const FcChar8 *) path, 0, NULL, &n_faces);
  FcChar8 *name;
  if (pattern == NULL || FcPatternGetString (pattern, FC_FAMILY, 0, &name) != FcResultMatch) {
    if (pattern)
      FcPatternDestroy (pattern);
    return FALSE;
  }
  if (bank->config == NULL) {
    bank->config = FcInitLoadConfigAndFonts ();
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (bank->map), bank->config);
  }
  FcConfigAppFontAddFile (bank->config, (const FcChar8 *) path);
  pango_fc_font_map_config_changed (PANGO_FC_FONT_MAP (bank->map));
  g_hash_table_insert (bank->families, g_steal_pointer (&small), g_strdup ((const char *) name));
  FcPatternDestroy (pattern);
  return TRUE;
}

/* The list with the names that font files give themselves. */
static char *
known_families (const FontBank *bank, const char *families)
{
  if (g_hash_table_size (bank->families) == 0)
    return g_strdup (families);
  g_auto (GStrv) names = g_strsplit (families, ",", -1);
  for (char **name = names; *name; name++) {
    g_autofree char *small = g_utf8_strdown (g_strstrip (*name), -1);
    const char *known = g_hash_table_lookup (bank->families, small);
    if (known) {
      g_free (*name);
      *name = g_strdup (known);
    }
  }
  return g_strjoinv (",", names);
}

static void
font_measure (Font *font, PangoContext *context)
{
  g_autoptr (PangoFont) first = pango_context_load_font (context, font->description);
  hb_font_extents_t extents = { 0 };
  hb_position_t x_height = 0;

  if (first == NULL)
    return;
  hb_font_t *hb = pango_font_get_hb_font (first);
  hb_font_get_h_extents (hb, &extents);
  font->ascent = extents.ascender / (double) PANGO_SCALE;
  font->descent = -extents.descender / (double) PANGO_SCALE;
  font->line_gap = extents.line_gap / (double) PANGO_SCALE;
  hb_ot_metrics_get_position_with_fallback (hb, HB_OT_METRICS_TAG_X_HEIGHT, &x_height);
  font->x_height = x_height / (double) PANGO_SCALE;
}

static StoredFont *
stored_font_new (const FontBank *bank, const FontWish *wish)
{
  StoredFont *stored = g_new0 (StoredFont, 1);
  g_autofree char *families = known_families (bank, wish->families);

  stored->wish = *wish;
  stored->font.description = pango_font_description_new ();
  pango_font_description_set_family (stored->font.description, families);
  pango_font_description_set_size (stored->font.description, wish->size);
  pango_font_description_set_weight (stored->font.description, (PangoWeight) wish->weight);
  pango_font_description_set_style (stored->font.description,
                                    wish->is_italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  font_measure (&stored->font, bank->context);
  return stored;
}

const Font *
font_bank_font (FontBank *bank, const Style *style)
{
  double size = CLAMP (style->font_size, 0.01, 10000);
  StoredFont asked = { .wish = { style->families, (int) lround (size * PANGO_SCALE),
                                 style->font_weight, style->is_italic } };
  StoredFont *stored = g_hash_table_lookup (bank->fonts, &asked);

  if (stored == NULL) {
    stored = stored_font_new (bank, &asked.wish);
    g_hash_table_add (bank->fonts, stored);
  }
  return &stored->font;
}

/* --- faces --- */

static char *
postscript_name (hb_face_t *hb)
{
  char name[128];
  guint length = sizeof name;

  hb_ot_name_get_utf8 (hb, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
  if (length == 0)
    return g_strdup ("Unnamed");
  return g_strdelimit (g_strndup (name, MIN (length, sizeof name - 1)), " ()<>[]{}/%", '-');
}

static double
metric (hb_font_t *hb, hb_ot_metrics_tag_t tag)
{
  hb_position_t value = 0;
  hb_ot_metrics_get_position_with_fallback (hb, tag, &value);
  return value;
}

/* Bytes of table `head`, which all fonts have: OpenType, head. */
static void
read_box (Face *face)
{
  hb_blob_t *head = hb_face_reference_table (face->hb, HB_TAG ('h', 'e', 'a', 'd'));
  guint length;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (head, &length);

  for (guint i = 0; length >= 44 && i < 4; i++)
    face->box[i] =
      (gint16) (bytes[36 + 2 * i] << 8 | bytes[37 + 2 * i]) / (double) face->units_per_em;
  hb_blob_destroy (head);
}

static void
face_measure (Face *face)
{
  hb_font_t *hb = hb_font_create (face->hb);
  double em = face->units_per_em;
  hb_font_extents_t extents = { 0 };

  hb_font_set_scale (hb, (int) face->units_per_em, (int) face->units_per_em);
  hb_font_get_h_extents (hb, &extents);
  face->ascent = extents.ascender / em;
  face->descent = extents.descender / em;
  face->cap_height = metric (hb, HB_OT_METRICS_TAG_CAP_HEIGHT) / em;
  face->underline_position = metric (hb, HB_OT_METRICS_TAG_UNDERLINE_OFFSET) / em;
  face->underline_thickness = metric (hb, HB_OT_METRICS_TAG_UNDERLINE_SIZE) / em;
  face->italic_angle = hb_style_get_value (hb, HB_STYLE_TAG_SLANT_ANGLE);
  hb_font_destroy (hb);
  read_box (face);
}

static Face *
face_new (PangoFont *font, const char *path, int index, guint number)
{
  Face *face = g_new0 (Face, 1);
  g_autoptr (PangoFontDescription) description = pango_font_describe (font);
  FcPattern *pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  int spacing = FC_PROPORTIONAL;

  face->hb = hb_face_reference (hb_font_get_face (pango_font_get_hb_font (font)));
  face->path = g_strdup (path);
  face->index = (guint) index & 0xffff;
  face->number = number;
  face->name = postscript_name (face->hb);
  face->units_per_em = MAX (hb_face_get_upem (face->hb), 1);
  face->weight = (guint) pango_font_description_get_weight (description);
  face->is_italic = pango_font_description_get_style (description) != PANGO_STYLE_NORMAL;
  FcPatternGetInteger (pattern, FC_SPACING, 0, &spacing);
  face->is_fixed_pitch = spacing == FC_MONO;
  face->is_serif = strstr (face->name, "Serif") || strstr (face->name, "Times");
  face_measure (face);
  return face;
}

Face *
font_bank_face (FontBank *bank, PangoFont *font)
{
  Face *face = g_hash_table_lookup (bank->face_of, font);

  if (face)
    return face;
  FcPattern *pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  FcChar8 *path = (FcChar8 *) "";
  int index = 0;
  FcPatternGetString (pattern, FC_FILE, 0, &path);
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  g_autofree char *key = g_strdup_printf ("%s:%d", (const char *) path, index);
  face = g_hash_table_lookup (bank->faces, key);
  if (face == NULL) {
    face = face_new (font, (const char *) path, index, g_hash_table_size (bank->faces));
    g_hash_table_insert (bank->faces, g_steal_pointer (&key), face);
  }
  g_hash_table_insert (bank->face_of, g_object_ref (font), face);
  return face;
}
