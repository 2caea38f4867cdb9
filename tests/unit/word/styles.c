/* SPDX-License-Identifier: MIT */
#include "word/styles.h"

#include "docx_support.h"

static const char sheet[] =
  "<w:styles " W "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\"/>"
  "</w:rPr></w:rPrDefault></w:docDefaults>"
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/>"
  "<w:pPr><w:jc w:val=\"both\"/></w:pPr><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"u2\"><w:name w:val=\"heading 2\"/>"
  "<w:basedOn w:val=\"N\"/><w:rPr><w:b/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"con\"><w:name w:val=\"Con\"/><w:basedOn w:val=\"u2\"/>"
  "<w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"c1\"><w:basedOn w:val=\"c2\"/></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"c2\"><w:basedOn w:val=\"c1\"/></w:style>"
  "<w:style w:type=\"paragraph\" w:styleId=\"ct\"><w:name w:val=\"caption\"/></w:style>"
  "<w:style w:type=\"character\" w:styleId=\"m\"><w:rPr><w:i/><w:vanish/></w:rPr></w:style>"
  "<w:style w:type=\"table\" w:styleId=\"k\"><w:tblPr><w:tblBorders><w:top w:val=\"single\"/>"
  "</w:tblBorders></w:tblPr></w:style></w:styles>";

static void
test_looks (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (sheet, strlen (sheet));
  g_autoptr (Ooxml) ooxml = ooxml_parse (bytes, NULL);
  g_autoptr (WordStyles) styles = word_styles_new (ooxml);
  ParagraphLook normal = word_styles_paragraph (styles, NULL);
  ParagraphLook heading = word_styles_paragraph (styles, "u2");
  ParagraphLook child = word_styles_paragraph (styles, "con");

  g_assert_cmpstr (normal.run.font, ==, ".VnTime");
  g_assert_cmpint (normal.alignment, ==, ALIGNED_BOTH);
  g_assert_cmpint (normal.outline, ==, -1);
  g_assert_cmpint (normal.run.is_bold, ==, -1);
  g_assert_cmpint (heading.outline, ==, 1);
  g_assert_cmpint (heading.run.is_bold, ==, 1);
  g_assert_cmpstr (heading.run.font, ==, ".VnTime");
  g_assert_cmpint (child.outline, ==, -1);
  g_assert_cmpint (child.run.is_bold, ==, 0);
  g_assert_true (word_styles_paragraph (styles, "ct").is_caption);
  /* a circle ends, an unknown style is none */
  g_assert_cmpstr (word_styles_paragraph (styles, "c1").run.font, ==, "Times New Roman");
  g_assert_cmpint (word_styles_paragraph (styles, "x").outline, ==, -1);
  g_assert_cmpint (word_styles_run (styles, "m").is_hidden, ==, 1);
  g_assert_cmpint (word_styles_run (styles, NULL).is_hidden, ==, -1);
  g_assert_true (word_styles_has_borders (styles, "k"));
  g_assert_false (word_styles_has_borders (styles, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/styles/looks", test_looks);
  return g_test_run ();
}
