/* SPDX-License-Identifier: MIT */
#include "word/numbering.h"

#include "docx_support.h"

#define LEVEL(at, format, text, more)                                                              \
  "<w:lvl w:ilvl=\"" at "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/>" more           \
  "<w:lvlText w:val=\"" text "\"/></w:lvl>"
#define NUM(id, abstract, more)                                                                    \
  "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" abstract "\"/>" more "</w:num>"

static const char lists[] =
  "<w:numbering " W "><w:abstractNum w:abstractNumId=\"1\">" LEVEL ("0", "decimal", "Điều %1.", "")
    LEVEL ("1", "decimal", "%1.%2.", "")
      LEVEL ("2", "lowerLetter", "%3)",
             "") "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">" LEVEL ("0", "upperRoman",
                                                                                "%1.", "")
        LEVEL ("1", "decimal", "%1.%2", "<w:isLgl/>")
          LEVEL ("2", "bullet", "\u00B7", "") "</w:abstractNum>" NUM ("1", "1", "")
            NUM ("2", "2", "") NUM ("3", "1", "")
              NUM ("4", "1",
                   "<w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                   "w:val=\"7\"/></w:lvlOverride>") "</w:numbering>";

/* Lists that share an abstract one go on counting; a level starts over behind a higher one; an
 * override restarts once. */
static void
test_counts (void)
{
  static const struct {
    const char *list;
    int level;
    const char *wanted;
  } rows[] = {
    { "1", 0, "Điều 1." },  { "1", 1, "1.1." },    { "1", 1, "1.2." },    { "1", 2, "a)" },
    { "1", 2, "b)" },       { "1", 0, "Điều 2." }, { "1", 1, "2.1." },    { "1", 2, "a)" },
    { "2", 0, "I." },       { "3", 0, "Điều 3." }, { "2", 1, "1.1" },     { "2", 2, "-" },
    { "2", 0, "II." },      { "2", 1, "2.1" },     { "4", 0, "Điều 7." }, { "4", 0, "Điều 8." },
    { "1", -1, "Điều 9." }, { "9", 0, NULL },      { "0", 0, NULL },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (lists, strlen (lists));
  g_autoptr (Ooxml) ooxml = ooxml_parse (bytes, NULL);
  g_autoptr (WordNumbering) numbering = word_numbering_new (ooxml);
  gboolean has_passed_d = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *number =
      word_numbering_next (numbering, rows[i].list, rows[i].level, &has_passed_d);
    g_test_message ("%u", i);
    g_assert_cmpstr (number, ==, rows[i].wanted);
  }
  g_assert_false (has_passed_d);
  for (const char *letter = "abcde"; *letter; letter++) {
    G_GNUC_UNUSED g_autofree char *number = word_numbering_next (numbering, "1", 2, &has_passed_d);
    g_assert_cmpint (has_passed_d, ==, *letter == 'e');
  }
}

/* A number for every one of these: nothing of a file makes it stop. */
static void
test_none (void)
{
  g_autoptr (WordNumbering) numbering = word_numbering_new (NULL);
  gboolean has_passed_d = FALSE;

  g_assert_null (word_numbering_next (numbering, "1", 0, &has_passed_d));
  g_assert_null (word_numbering_next (numbering, NULL, 0, &has_passed_d));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbering/counts", test_counts);
  g_test_add_func ("/numbering/none", test_none);
  return g_test_run ();
}
