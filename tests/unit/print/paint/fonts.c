/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include "print/paint/fonts.h"

/* Fonts in the order of first use, their names sorted, each once. */
static void
test_uses (void)
{
  g_autoptr (Scene) scene = scene_new ();
  g_autoptr (FontList) list = font_list_new (scene->fonts);
  const Face *sans = scene_face (scene, SANS), *serif = scene_face (scene, SERIF);

  g_assert_cmpuint (font_list_use (list, sans)->number, ==, 0);
  g_assert_cmpuint (font_list_use (list, serif)->number, ==, 1);
  g_assert_cmpuint (font_list_use (list, sans)->number, ==, 0);
  g_autoptr (GPtrArray) names = font_list_names (list);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "LiberationSerif");
  g_assert_cmpstr (names->pdata[1], ==, "NotoSans-Regular");
}

/* The first text of a glyph is what it says in this document. */
static void
test_says (void)
{
  static const struct {
    guint glyph;
    const char *text;
    gsize length;
    gboolean is_said;
  } rows[] = {
    { 5, "fi", 2, TRUE },  { 5, "fix", 2, TRUE }, { 5, "fix", 3, FALSE }, { 5, "f", 1, FALSE },
    { 6, "ffi", 3, TRUE }, { 5, "fi", 2, TRUE },  { 7, "a\nb", 3, TRUE },
  };
  g_autoptr (Scene) scene = scene_new ();
  g_autoptr (FontList) list = font_list_new (scene->fonts);
  FontUse *use = font_list_use (list, scene_face (scene, SERIF));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%u", i);
    g_assert_cmpint (font_use_says (use, rows[i].glyph, rows[i].text, rows[i].length), ==,
                     rows[i].is_said);
  }
}

/* The subset of a document that says `words`: its name, "ABCDEF+LiberationSerif". */
static char *
subset_name (Scene *scene, const char *words)
{
  g_array_set_size (scene->page->items, 0);
  scene_line (scene, "p", words, 100);
  const PdfOptions options = { .title = "T" };
  g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
  g_autofree char *text = checked (pdf);
  const char *name = strstr (text, "/FontName /");
  g_assert_nonnull (name);
  name += strlen ("/FontName /");
  return g_strndup (name, strcspn (name, "\n"));
}

/* Documents of the same letters share a subset whatever they say. */
static void
test_letters (void)
{
  static const struct {
    const char *words, *other;
    gboolean is_shared;
  } rows[] = { { "ab", "ba", TRUE }, { "ab", "ac", FALSE }, { "aab", "abb", TRUE } };
  g_autoptr (Scene) scene = scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *one = subset_name (scene, rows[i].words);
    g_autofree char *other = subset_name (scene, rows[i].other);
    g_test_message ("%s %s", one, other);
    g_assert_true (g_str_has_suffix (one, "+LiberationSerif"));
    g_assert_cmpint (g_str_equal (one, other), ==, rows[i].is_shared);
  }
}

/* More subsets than are kept: the bytes of a document do not depend on those before it. */
static void
test_ring (void)
{
  g_autoptr (Scene) scene = scene_new ();
  g_autofree char *first = subset_name (scene, "a");

  for (guint i = 0; i < 80; i++) {
    const char words[] = { (char) ('a' + i / 20), (char) ('e' + i % 20), '\0' };
    g_free (subset_name (scene, words));
  }
  g_autofree char *again = subset_name (scene, "a");
  g_assert_cmpstr (first, ==, again);
}

/* ISO 32000-1, table 123. */
static void
test_flags (void)
{
  static const struct {
    gboolean is_serif, is_fixed_pitch, is_italic;
    const char *flags;
  } rows[] = {
    { FALSE, FALSE, FALSE, "/Flags 4\n" }, { TRUE, FALSE, FALSE, "/Flags 6\n" },
    { FALSE, TRUE, FALSE, "/Flags 5\n" },  { FALSE, FALSE, TRUE, "/Flags 68\n" },
    { TRUE, TRUE, TRUE, "/Flags 71\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    Face *face = scene_face (scene, SERIF);
    face->is_serif = rows[i].is_serif;
    face->is_fixed_pitch = rows[i].is_fixed_pitch;
    face->is_italic = rows[i].is_italic;
    scene_line (scene, "p", "a", 100);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *text = checked (pdf);
    assert_has (text, rows[i].flags);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fonts/uses", test_uses);
  g_test_add_func ("/fonts/says", test_says);
  g_test_add_func ("/fonts/letters", test_letters);
  g_test_add_func ("/fonts/ring", test_ring);
  g_test_add_func ("/fonts/flags", test_flags);
  return g_test_run ();
}
