/* SPDX-License-Identifier: MIT */
#include "scene.h"

static const char vowels[] =
  "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đ "
  "AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ EÈẺẼÉẸ ÊỀỂỄẾỆ IÌỈĨÍỊ OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ UÙỦŨÚỤ ƯỪỬỮỨỰ YỲỶỸÝỴ Đ";

static char *
text_of (GString *pdf)
{
  char *text = asked (pdf, "pdftotext % -");
  for (char *end = text + strlen (text); end > text && strchr ("\n\f", end[-1]);)
    *--end = '\0';
  return text;
}

/* All letters with all marks, in every cut, as NFC. */
static void
test_letters (void)
{
  static const char *const faces[] = { SERIF, BOLD, ITALIC, SANS };
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++) {
    g_autoptr (Scene) scene = scene_new ();
    Element *p = scene_element (scene, scene_body (scene), "p", NULL);
    scene_write (scene, p, faces[i], 4, vowels, 20, 100);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *objects = checked (pdf);
    g_autofree char *text = text_of (pdf);
    g_autofree char *fonts = asked (pdf, "pdffonts %");

    g_assert_cmpstr (text, ==, vowels);
    g_assert_cmpuint (count (fonts, "yes yes yes"), ==, 1);
    assert_has (fonts, "CID TrueType");
    g_assert_cmpuint (count (objects, "ActualText"), ==, 0);
  }
}

/* What is copied is what the source says, even where glyphs do not say it. */
static void
test_sources (void)
{
  static const struct {
    const char *face, *shaped, *source, *copied;
    guint n_actual; /* spans with /ActualText */
  } rows[] = {
    { SERIF, "văn phòng", "văn phòng", "văn phòng", 0 },
    { SERIF, "office affine", "office affine", "office affine", 0 },
    { SANS, "office affine fi", "office affine fi", "office affine fi", 0 }, /* with ligatures */
    { SERIF, "ỦY BAN", "ủy ban", "ủy ban", 2 },        /* the space between speaks for itself */
    { SERIF, "Điều 5", "Điều\302\2405", "Điều 5", 0 }, /* a no-break space */
    { SERIF, "Đ", "\303\220", "\303\220", 1 },         /* Ð of Iceland, if it had our glyph */
    { SERIF, "a-b", "a\302\255b", "a\302\255b", 1 },   /* a soft hyphen that is shown */
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    Element *p = scene_element (scene, scene_body (scene), "p", NULL);
    TextRun *run =
      (TextRun *) scene_write (scene, p, rows[i].face, 13, rows[i].shaped, 85, 100)->text.run;
    Glyph *glyphs = (Glyph *) run->glyphs;
    const char *c = rows[i].source;
    for (guint j = 0; j < run->n_glyphs && g_utf8_strlen (rows[i].shaped, -1) == run->n_glyphs;
         j++, c = g_utf8_next_char (c))
      glyphs[j].text = c - rows[i].source;
    run->text = rows[i].source;
    run->length = strlen (rows[i].source);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *objects = checked (pdf);
    g_autofree char *text = text_of (pdf);
    g_assert_cmpstr (text, ==, rows[i].copied);
    g_assert_cmpuint (count (objects, "ActualText"), ==, rows[i].n_actual);
  }
}

/* Spaces and forced breaks at the end of a line have no glyph and are written all the same: its
 * last word and the next line's first are two. What is broken inside a word is not. */
static void
test_spaces (void)
{
  static const struct {
    const char *text, *both;
  } rows[] = { { "Việt ", "\"Việt Nam\"" },
               { "Việt\342\200\250", "\"Việt Nam\"" },
               { "Việt", "\"ViệtNam\"" } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = scene_new ();
    Element *p = scene_element (scene, scene_body (scene), "p", NULL);
    TextRun *run = (TextRun *) scene_write (scene, p, SERIF, 13, "Việt", 85, 100)->text.run;
    run->text = rows[i].text;
    run->length = strlen (run->text);
    scene_write (scene, p, SERIF, 13, "Nam", 85, 115);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    g_autofree char *tree = asked (pdf, "pdfinfo -struct-text %");
    g_autofree char *objects = checked (pdf);
    assert_has (tree, rows[i].both);
    g_assert_cmpuint (count (objects, "ActualText"), ==, 0);
  }
}

/* Glyphs of a cluster in disorder, offsets beyond the text, ids beyond the face: no crash, and the
 * text is there. */
static void
test_disorder (void)
{
  g_autoptr (Scene) scene = scene_new ();
  Element *p = scene_element (scene, scene_body (scene), "p", NULL);
  TextRun *run = (TextRun *) scene_write (scene, p, SERIF, 13, "abc", 85, 100)->text.run;
  Glyph *glyphs = (Glyph *) run->glyphs;
  glyphs[0].text = 2;
  glyphs[1].id = 1 << 30;
  glyphs[2].text = 900;
  glyphs[2].x = 0.0 / 0.0;
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *text = text_of (pdf);
  g_free (asked (pdf, "qpdf --check %"));
  assert_has (text, "abc");
}

/* Where pdftotext sees words: justified spaces, a raised word, to a tenth of a point. */
static void
test_positions (void)
{
  g_autoptr (Scene) scene = scene_new ();
  Element *p = scene_element (scene, scene_body (scene), "p", NULL);
  TextRun *run = (TextRun *) scene_write (scene, p, SERIF, 13, "một hai ba bốn", 85, 100)->text.run;
  Glyph *glyphs = (Glyph *) run->glyphs;
  double shift = 0, wanted[4] = { 85 };
  guint n = 1;
  for (guint i = 0; i < run->n_glyphs; i++) {
    glyphs[i].x += shift;
    if (run->text[glyphs[i].text] == ' ') {
      shift += 7.7;
      wanted[n++] = 85 + glyphs[i].x + glyphs[i].advance + 7.7;
    }
  }
  for (guint i = run->n_glyphs - 3; i < run->n_glyphs; i++)
    glyphs[i].y = 5;
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *boxes = asked (pdf, "pdftotext -bbox % -");
  g_free (checked (pdf));

  const char *at = boxes;
  double first_y = 0, y = 0;
  for (guint i = 0; i < 4; i++) {
    at = strstr (at, "<word xMin=\"") + strlen ("<word xMin=\"");
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (at, NULL), wanted[i], 0.02);
    y = g_ascii_strtod (strstr (at, "yMin=\"") + strlen ("yMin=\""), NULL);
    first_y = i == 0 ? y : first_y;
  }
  g_assert_cmpfloat_with_epsilon (first_y - y, 5, 0.02);
}

/* Equal glyphs are the same subset under the same name. */
static void
test_subsets (void)
{
  g_autoptr (Scene) scene = scene_new ();
  scene_line (scene, "p", "abc", 100);
  g_autoptr (GString) once = scene_pdf (scene, NULL, NULL);
  g_autoptr (GString) again = scene_pdf (scene, NULL, NULL);
  g_assert_cmpmem (once->str, once->len, again->str, again->len);
}

/* More sets of glyphs than are kept. */
static void
test_many_subsets (void)
{
  g_autoptr (Scene) scene = scene_new ();
  g_autoptr (GString) first = NULL;
  for (guint i = 0; i < 120; i++) {
    char text[] = { 'a' + i % 90 / 26, 'a' + i % 26, '\0' };
    g_array_set_size (scene->page->items, 0);
    scene_write (scene, scene_body (scene), SERIF, 13, text, 85, 100);
    g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
    if (i == 0)
      first = g_string_new_len (pdf->str, pdf->len);
  }
  g_array_set_size (scene->page->items, 0);
  scene_write (scene, scene_body (scene), SERIF, 13, "aa", 85, 100);
  g_autoptr (GString) last = scene_pdf (scene, NULL, NULL);
  g_assert_cmpmem (first->str, first->len, last->str, last->len);
}

static void
test_decoration (void)
{
  g_autoptr (Scene) scene = scene_new ();
  TextRun *run = (TextRun *) scene_line (scene, "p", "gạch", 100)->text.run;
  run->decoration = DECORATION_UNDERLINE | DECORATION_STRIKE;
  run->colour = (Colour){ 200, 0, 0, FALSE };
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);
  g_assert_cmpuint (count (objects, " re\n"), ==, 2);
  assert_has (objects, ".784 0 0 rg");
}

static void
test_clear (void)
{
  g_autoptr (Scene) scene = scene_new ();
  ((TextRun *) scene_line (scene, "p", "ẩn", 100)->text.run)->colour = COLOUR_CLEAR;
  scene_line (scene, "p", "hiện", 120);
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);
  g_assert_cmpuint (count (objects, "3 Tr\n"), ==, 1);
  g_assert_cmpuint (count (objects, "0 Tr\n"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/letters", test_letters);
  g_test_add_func ("/text/sources", test_sources);
  g_test_add_func ("/text/spaces", test_spaces);
  g_test_add_func ("/text/disorder", test_disorder);
  g_test_add_func ("/text/positions", test_positions);
  g_test_add_func ("/text/subsets", test_subsets);
  g_test_add_func ("/text/many-subsets", test_many_subsets);
  g_test_add_func ("/text/decoration", test_decoration);
  g_test_add_func ("/text/clear", test_clear);
  return g_test_run ();
}
