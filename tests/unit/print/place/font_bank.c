/* SPDX-License-Identifier: MIT */
#include "print/place/font_bank.h"

#include <math.h>
#include <string.h>

static Style
style_of (const char *families, double size)
{
  return (Style){ .families = g_intern_string (families), .font_size = size, .font_weight = 400 };
}

static PangoFont *
load (FontBank *bank, const Style *style)
{
  return pango_context_load_font (font_bank_context (bank),
                                  font_bank_font (bank, style)->description);
}

static void
test_wishes (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  Style style = style_of ("Liberation Serif", 12), same = style, large = style, bold = style,
        italic = style;
  large.font_size = 14;
  bold.font_weight = 700;
  italic.is_italic = TRUE;

  const Font *font = font_bank_font (bank, &style);
  g_assert_true (font_bank_font (bank, &same) == font);
  g_assert_true (font_bank_font (bank, &large) != font);
  g_assert_true (font_bank_font (bank, &bold) != font);
  g_assert_true (font_bank_font (bank, &italic) != font);
}

/* The tables of Liberation Serif, in units of 1/2048: 1825 above, 443 below, 87 between lines; x is
 * 940 high. */
static void
test_measures (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  Style style = style_of ("Liberation Serif", 20.48);
  const Font *font = font_bank_font (bank, &style);

  g_assert_cmpfloat_with_epsilon (font->ascent, 18.25, 0.01);
  g_assert_cmpfloat_with_epsilon (font->descent, 4.43, 0.01);
  g_assert_cmpfloat_with_epsilon (font->line_gap, 0.87, 0.01);
  g_assert_cmpfloat_with_epsilon (font->x_height, 9.4, 0.1);
}

static void
test_faces (void)
{
  static const struct {
    const char *families;
    guint weight;
    gboolean is_italic;
    const char *name;
    gboolean is_serif, is_fixed_pitch;
  } rows[] = {
    { "Liberation Serif", 400, FALSE, "LiberationSerif", TRUE, FALSE },
    { "Liberation Serif", 700, FALSE, "LiberationSerif-Bold", TRUE, FALSE },
    { "Liberation Serif", 400, TRUE, "LiberationSerif-Italic", TRUE, FALSE },
    { "Không có,Liberation Sans", 700, TRUE, "LiberationSans-BoldItalic", FALSE, FALSE },
    { "Liberation Mono", 400, FALSE, "LiberationMono", FALSE, TRUE },
  };
  g_autoptr (FontBank) bank = font_bank_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Style style = style_of (rows[i].families, 12);
    style.font_weight = rows[i].weight;
    style.is_italic = rows[i].is_italic;
    g_autoptr (PangoFont) font = load (bank, &style);
    const Face *face = font_bank_face (bank, font);
    g_assert_cmpstr (face->name, ==, rows[i].name);
    g_assert_cmpint (face->is_serif, ==, rows[i].is_serif);
    g_assert_cmpint (face->is_fixed_pitch, ==, rows[i].is_fixed_pitch);
    g_assert_cmpint (face->is_italic, ==, rows[i].is_italic);
    g_assert_cmpint (face->weight >= 700, ==, rows[i].weight == 700);
    g_assert_cmpuint (face->number, ==, i);
    g_assert_cmpuint (face->units_per_em, ==, 2048);
    g_assert_cmpfloat (face->box[0], <, 0);
    g_assert_cmpfloat (face->box[3], >, face->ascent - 0.2);
    g_assert_cmpint (face->italic_angle < 0, ==, rows[i].is_italic);
  }
}

/* Two sizes of a font are one face. */
static void
test_shared (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  Style small = style_of ("Liberation Serif", 10), large = style_of ("Liberation Serif", 30);
  g_autoptr (PangoFont) one = load (bank, &small);
  g_autoptr (PangoFont) other = load (bank, &large);

  g_assert_true (one != other);
  g_assert_true (font_bank_face (bank, one) == font_bank_face (bank, other));
}

/* A file gets the name that the style sheet gives it, in capitals or not. */
static void
test_added (void)
{
  g_autoptr (FontBank) bank = font_bank_new ();
  Style known = style_of ("Liberation Mono", 12),
        style = style_of ("chữ của trang,Liberation Serif", 12);
  g_autoptr (PangoFont) mono = load (bank, &known);
  g_autofree char *path = g_strdup (font_bank_face (bank, mono)->path);

  g_assert_false (font_bank_add (bank, "Chữ của trang", "/khong/co.ttf"));
  g_assert_false (font_bank_add (bank, "Chữ của trang", __FILE__));
  g_assert_true (font_bank_add (bank, "Chữ của trang", path));
  g_assert_true (font_bank_add (bank, "CHỮ CỦA TRANG", path));
  g_autoptr (PangoFont) font = load (bank, &style);
  g_assert_cmpstr (font_bank_face (bank, font)->name, ==, "LiberationMono");
}

/* Sizes nobody can set. */
static void
test_extremes (void)
{
  static const double sizes[] = { 0, -5, 1e-9, 1e30 };
  g_autoptr (FontBank) bank = font_bank_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    Style style = style_of ("Liberation Serif", sizes[i]);
    const Font *font = font_bank_font (bank, &style);
    g_assert_true (isfinite (font->ascent) && font->ascent >= 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/font-bank/wishes", test_wishes);
  g_test_add_func ("/font-bank/measures", test_measures);
  g_test_add_func ("/font-bank/faces", test_faces);
  g_test_add_func ("/font-bank/shared", test_shared);
  g_test_add_func ("/font-bank/added", test_added);
  g_test_add_func ("/font-bank/extremes", test_extremes);
  return g_test_run ();
}
