/* SPDX-License-Identifier: MIT */
#include "word/package.h"

#include "docx_support.h"

static WordRefusal
refusal (const void *bytes, gsize length)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (WordPackage) package = word_package_open (file, &error);

  g_assert_null (package);
  g_assert_cmpint (strlen (error->message), >, 20);
  return error->code;
}

static void
test_first_bytes (void)
{
  static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 PK\3\4";
  static const char locked[] =
    "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

  g_assert_cmpint (refusal ("", 0), ==, WORD_EMPTY);
  g_assert_cmpint (refusal ("chữ", 4), ==, WORD_NOT_DOCX);
  g_assert_cmpint (refusal (ole, sizeof ole), ==, WORD_OLD_FORMAT);
  g_assert_cmpint (refusal (locked, sizeof locked), ==, WORD_ENCRYPTED);
  g_assert_cmpint (refusal ("PK\3\4 and no more", 16), ==, WORD_DAMAGED);
}

static void
test_parts (void)
{
  static const struct {
    DocxPart parts[4];
    int code;
  } rows[] = {
    { { { "a.xml", "<a/>" } }, WORD_NO_DOCUMENT },
    { { { "_rels/.rels", DOCX_ROOT } }, WORD_NO_DOCUMENT },
    { { { "_rels/.rels", "not xml" }, { "word/document.xml", "<a/>" } }, WORD_NO_DOCUMENT },
    { { { "mimetype", "application/vnd.oasis.opendocument.text" } }, WORD_OPEN_DOCUMENT },
    { { { "_rels/.rels", DOCX_ROOT }, { "word/document.xml", "" }, { "WORD/Document.xml", "" } },
      WORD_DUPLICATE_PART },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) file = docx_of_parts (rows[i].parts);
    g_autoptr (GError) error = NULL;
    G_GNUC_UNUSED g_autoptr (WordPackage) package = word_package_open (file, &error);
    g_assert_error (error, WORD_ERROR, rows[i].code);
  }
}

/* A file that was cut is damaged, wherever it was cut. */
static void
test_cut (void)
{
  g_autoptr (GBytes) whole = docx_of (P ("Một dòng"), NULL, NULL);

  for (gsize length = 4; length < g_bytes_get_size (whole); length += 7) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, length);
    g_autoptr (GError) error = NULL;
    g_autoptr (WordPackage) package = word_package_open (cut, &error);
    g_assert_true (package == NULL || word_package_part (package, "word/document.xml"));
  }
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_assert_null (word_package_open (half, NULL));
}

/* What unpacks to more than any document is not unpacked to its end. */
static void
test_bomb (void)
{
  g_autofree char *text = g_strnfill (40 << 20, ' ');
  const DocxPart parts[] = { { "_rels/.rels", DOCX_ROOT }, { "word/document.xml", text }, { 0 } };
  g_autoptr (GBytes) file = docx_of_parts (parts);
  g_autoptr (GError) error = NULL;

  g_assert_null (word_package_open (file, &error));
  g_assert_error (error, WORD_ERROR, WORD_TOO_LARGE);
}

static void
test_relations (void)
{
  static const struct {
    const char *target, *wanted;
  } rows[] = {
    { "media/a.png", "word/media/a.png" }, { "/word/media/a.png", "word/media/a.png" },
    { "../word/./a.png", "word/a.png" },   { "../../etc/passwd", NULL },
    { "../../../../../etc/passwd", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *more = g_strdup_printf (RELATION ("r9", "image", "%s"), rows[i].target);
    g_autoptr (GBytes) file = docx_of (P ("a"), more, NULL);
    g_autoptr (WordPackage) package = word_package_open (file, NULL);
    const WordRelation *relation = word_package_relation (package, "word/document.xml", "r9");
    g_assert_cmpstr (relation ? relation->target : NULL, ==, rows[i].wanted);
    g_assert_cmpstr (word_package_related (package, "word/document.xml", "image"), ==,
                     rows[i].wanted);
    g_assert_null (word_package_relation (package, "word/document.xml", "r8"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package/first-bytes", test_first_bytes);
  g_test_add_func ("/package/parts", test_parts);
  g_test_add_func ("/package/cut", test_cut);
  g_test_add_func ("/package/bomb", test_bomb);
  g_test_add_func ("/package/relations", test_relations);
  return g_test_run ();
}
