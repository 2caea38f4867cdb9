/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include "print/paint/subset.h"

#include <libdeflate.h>

typedef struct {
  Scene *scene;
  Deflater *deflater;
  SubsetFace *face;
} Kit;

static Kit
kit_open (const char *path)
{
  Kit kit = { scene_new (), deflater_new (), NULL };
  kit.face = subset_face_new (scene_face (kit.scene, path));
  return kit;
}

static void
kit_clear (Kit *kit)
{
  subset_face_free (kit->face);
  deflater_free (kit->deflater);
  scene_free (kit->scene);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kit, kit_clear)

static guint
glyph_of (const Kit *kit, gunichar letter)
{
  hb_font_t *font = hb_font_create (kit->face->face->hb);
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph (font, letter, &glyph);
  hb_font_destroy (font);
  g_assert_cmpuint (glyph, >, 0);
  return glyph;
}

/* Of characters that share a glyph, the one a Vietnamese text means. */
static void
test_letters (void)
{
  static const gunichar rows[][2] = {
    { 'A', 'A' }, { 0x0110, 0x0110 }, { 0x00c5, 0x00c5 }, { 0x1ea4, 0x1ea4 },
    { ' ', ' ' }, { 0x2126, 0x03a9 }, { 0x03a9, 0x03a9 }, { 0x00d0, 0x0110 },
  };
  g_auto (Kit) kit = kit_open (SERIF);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint glyph = glyph_of (&kit, rows[i][0]);
    g_test_message ("%04X", rows[i][0]);
    if (glyph == glyph_of (&kit, rows[i][1]))
      g_assert_cmphex (kit.face->letters[glyph], ==, rows[i][1]);
    else
      g_assert_cmphex (kit.face->letters[glyph], ==, rows[i][0]);
  }
  g_assert_cmphex (kit.face->letters[glyph_of (&kit, 0xfb01)], ==, 0); /* ﬁ says f and i */
  g_assert_cmpuint (kit.face->space, ==, glyph_of (&kit, ' '));
}

static Subset *
subset_of (const Kit *kit, const char *letters, const char *texts)
{
  g_auto (GlyphSet) glyphs = glyph_set_new (kit->face->n_glyphs);
  for (const char *p = letters; *p; p = g_utf8_next_char (p))
    glyph_set_add (&glyphs, glyph_of (kit, g_utf8_get_char (p)));
  return subset_new (kit->face, &glyphs, texts, kit->deflater);
}

static char *
unpacked (GBytes *bytes)
{
  gsize length, size = 1 << 20;
  const void *packed = g_bytes_get_data (bytes, &length);
  char *text = g_malloc0 (size);
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor ();
  g_assert_cmpint (libdeflate_zlib_decompress (inflater, packed, length, text, size - 1, &size), ==,
                   LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor (inflater);
  return text;
}

/* Neighbours share brackets; their widths are those of the face. */
static void
test_widths (void)
{
  static const struct {
    const char *letters;
    guint n_groups;
  } rows[] = { { "A", 1 }, { "AB", 1 }, { "AC", 2 }, { "ABCXYZ", 2 }, { "", 0 } };
  g_auto (Kit) kit = kit_open (SERIF);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Subset *subset = subset_of (&kit, rows[i].letters, "");
    g_test_message ("%s %s", rows[i].letters, subset->widths->str);
    g_assert_cmpuint (count (subset->widths->str, "["), ==, rows[i].n_groups + 1);
    g_assert_cmpuint (count (subset->widths->str, "]"), ==, rows[i].n_groups + 1);
    subset_free (subset);
  }
  Subset *subset = subset_of (&kit, "A", "");
  g_autofree char *wanted = g_strdup_printf ("[%u[722.17]]", glyph_of (&kit, 'A'));
  g_assert_cmpstr (subset->widths->str, ==, wanted);
  subset_free (subset);
}

/* What glyphs say: letters by themselves, others as they are told. */
static void
test_texts (void)
{
  g_auto (Kit) kit = kit_open (SERIF);
  guint ligature = glyph_of (&kit, 0xfb01);
  g_autofree char *texts = g_strdup_printf ("%u fi\n", ligature);
  g_autofree char *told = g_strdup_printf ("<%04X><00660069>\n", ligature);
  g_autofree char *letter = g_strdup_printf ("<%04X><0041>\n", glyph_of (&kit, 'A'));
  Subset *subset = subset_of (&kit, "A\xef\xac\x81", texts);
  g_autofree char *map = unpacked (subset->to_unicode);

  assert_has (map, told);
  assert_has (map, letter);
  assert_has (map, "2 beginbfchar");
  subset_free (subset);
}

/* Letters whose glyphs stand side by side are told as a range, over those between that the subset
 * lacks. */
static void
test_ranges (void)
{
  static const struct {
    const char *letters, *told, *not_told;
  } rows[] = {
    { "AMZ", "1 beginbfrange", "bfchar" },
    { "Aấ", "2 beginbfchar", "bfrange" },
    { "A0mấ", "1 beginbfrange", "2 beginbfchar" },
    { "", "endcodespacerange\nendcmap", "bfchar" },
  };
  g_auto (Kit) kit = kit_open (SERIF);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Subset *subset = subset_of (&kit, rows[i].letters, "");
    g_autofree char *map = unpacked (subset->to_unicode);
    g_test_message ("%s: %s", rows[i].letters, map);
    assert_has (map, rows[i].told);
    g_assert_null (strstr (map, rows[i].not_told));
    subset_free (subset);
  }
  Subset *subset = subset_of (&kit, "AZ", "");
  g_autofree char *map = unpacked (subset->to_unicode);
  g_autofree char *range =
    g_strdup_printf ("<%04X><%04X><0041>\n", glyph_of (&kit, 'A'), glyph_of (&kit, 'Z'));
  assert_has (map, range);
  subset_free (subset);
}

/* The larger set is the larger program; equal sets have one tag, others another. */
static void
test_programs (void)
{
  g_auto (Kit) kit = kit_open (SERIF);
  Subset *one = subset_of (&kit, "A", ""), *same = subset_of (&kit, "A", "");
  Subset *more = subset_of (&kit, "ABCDEFGHIJ", "");

  g_assert_cmpstr (one->tag, ==, same->tag);
  g_assert_cmpstr (one->tag, !=, more->tag);
  g_assert_cmpuint (strspn (one->tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), ==, 6);
  g_assert_cmpuint (one->program_length, <, more->program_length);
  g_assert_true (g_bytes_equal (one->program, same->program));
  subset_free (one);
  subset_free (same);
  subset_free (more);
}

/* A font of which one table is left, and not what that needs: it cannot be prepared. */
static const guint8 broken[] = { 0, 1, 0, 0, 0, 1, 0,  0, 0, 0, 0, 0,  'g', 'l', 'y', 'f', 0,
                                 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 6, 17, 17,  17,  17,  17,  17 };

/* Each of its owners gives it back once. */
static void
test_broken (void)
{
  hb_blob_t *blob =
    hb_blob_create ((const char *) broken, sizeof broken, HB_MEMORY_MODE_READONLY, NULL, NULL);
  const Face face = {
    .name = (char *) "F", .path = (char *) "f", .hb = hb_face_create (blob, 0), .units_per_em = 1000
  };
  g_autoptr (Deflater) deflater = deflater_new ();

  for (guint i = 0; i < 2; i++) {
    SubsetFace *font = subset_face_new (&face);
    g_auto (GlyphSet) glyphs = glyph_set_new (font->n_glyphs);
    Subset *subset = subset_new (font, &glyphs, "", deflater);
    g_assert_cmpuint (subset->program_length, ==, sizeof broken);
    g_assert_cmpstr (subset->widths->str, ==, "[]");
    subset_free (subset);
    subset_face_free (font);
  }
  hb_face_destroy (face.hb);
  hb_blob_destroy (blob);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subset/letters", test_letters);
  g_test_add_func ("/subset/widths", test_widths);
  g_test_add_func ("/subset/texts", test_texts);
  g_test_add_func ("/subset/ranges", test_ranges);
  g_test_add_func ("/subset/programs", test_programs);
  g_test_add_func ("/subset/broken", test_broken);
  return g_test_run ();
}
