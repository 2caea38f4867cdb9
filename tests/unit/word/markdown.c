/* SPDX-License-Identifier: MIT */
#include "word/markdown.h"

#include "docx_support.h"

#define ALT(text)                                                                                  \
  "<w:r><w:drawing><wp:inline><wp:docPr descr=\"" text "\"/><a:blip r:embed=\"p\" "              \
  "xmlns:r=\"r\"/></wp:inline></w:drawing></w:r>"
#define PICTURE  ALT ("kính lúp")
#define NOTE(id) "<w:r><w:footnoteReference w:id=\"" id "\"/></w:r>"

static char *
markdown_of (const char *body)
{
  static const DocxPart parts[] = {
    { "word/media/a.png", "\x89PNG\r\n\x1A\n12345" },
    { "word/f.xml",
      "<w:footnotes " W
      "><w:footnote w:id=\"1\"><w:p>" R ("Luật A.") "</w:p></w:footnote><w:footnote "
                                                      "w:id=\"2\"><w:p>" R (
                                                        "Hai "
                                                        "dòng.") "</w:p><w:p>" R ("Hết.") "</w:p></"
                                                                                          "w:"
                                                                                          "footnote"
                                                                                          "></"
                                                                                          "w:"
                                                                                          "footnote"
                                                                                          "s>" },
    { 0 },
  };
  g_autoptr (GBytes) file = docx_of (
    body, RELATION ("p", "image", "media/a.png") RELATION ("f", "footnotes", "f.xml"), parts);
  g_autoptr (WordPackage) package = NULL;
  g_autoptr (Imported) imported = word_import (file, N_IMPORTED_KINDS, &package, NULL);
  const MarkdownNames names = { "van-ban", 0, "so-b" };
  GString *out = g_string_new (NULL);

  markdown_document (imported, &names, out);
  return g_string_free (out, FALSE);
}

static void
test_letter (void)
{
  g_autofree char *text = markdown_of (LETTER (P_OF (R ("Hạn ") RB ("9/9") R ("."))));

  g_assert_cmpstr (text, ==,
                   "---\nloại: công văn\nsố: \"12/SB-VP\"\ncơ quan: so-b\nngày: 2026-03-06\n"
                   "trích yếu: thử\nkính gửi:\n  - UBND xã C\nnơi nhận:\n  - Như trên\n"
                   "  - \"Lưu: VT\"\nngười ký:\n  chức vụ: GIÁM ĐỐC\n  họ tên: Trần Thị D\n"
                   "nháp: có\n---\n\nHạn **9/9**.\n");
}

/* What was text stays text. */
static void
test_escaped (void)
{
  static const struct {
    const char *body, *wanted;
  } rows[] = {
    { P ("a*b_c[d]`e\\\\f"), "a\\*b\\_c\\[d\\]\\`e\\\\f" },
    { P ("&lt;b&gt; &amp;amp; ~~x~~ A &amp; B"), "\\<b> \\&amp; \\~~x\\~~ A & B" },
    { P ("# không phải"), "\\# không phải" },
    { P ("= dấu bằng"), "\\= dấu bằng" },
    { P ("1/ gạch"), "1/ gạch" },
    { P ("• chấm"), "• chấm" },
    { P ("1. Một") P ("a) nhỏ"), "1. Một\n\na) nhỏ" },
    { P ("Gửi {{ten}} và {a}"), "Gửi {{ngoặc}}ten}} và {a}" },
    { P ("Điều 1. Một"), "Điều 1. Một" },
    { PB ("I. MỘT"), "## I. MỘT" },
    { P_OF (
        R ("a") "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> b </w:t></w:r>" R ("c")),
      "a *b* c" },
    { P_OF (R ("số") RB ("(1)") R (".")), "số(1)." },
    { LINED (TR (TC (P ("A|B")) TC (P ("C"))) TR (TC (P ("1")) TC (P ("")))),
      "| A\\|B | C |\n|---|---|\n| 1 | |" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *body = g_strcompress (rows[i].body);
    g_autofree char *whole =
      g_strconcat (TBL (TR (TC (P ("S")) TC (COUNTRY))) P ("Kính gửi: A."), body, NULL);
    g_autofree char *text = markdown_of (whole);
    g_autofree char *wanted = g_strdup_printf ("nháp: có\n---\n\n%s\n", rows[i].wanted);
    g_test_message ("%s", text);
    g_assert_true (g_str_has_suffix (text, wanted));
  }
}

/* Footnotes are called where they were, in cells too; a picture with text behind it stays in its
 * line. */
static void
test_anchors (void)
{
  static const struct {
    const char *body, *wanted;
  } rows[] = {
    { P_OF (R ("Theo") NOTE ("1") R (" luật.")), "Theo[^1] luật.\n\n[^1]: Luật A." },
    { P_OF (R ("Theo ") RB ("luật") NOTE ("2") R (".")),
      "Theo **luật**[^1].\n\n[^1]: Hai dòng. Hết." },
    { P_OF (RB ("Theo") NOTE ("1") RB (" luật.")), "**Theo[^1] luật.**\n\n[^1]: Luật A." },
    { P_OF (R ("a") NOTE ("2")) P_OF (R ("b") NOTE ("1")),
      "a[^1]\n\nb[^2]\n\n[^1]: Hai dòng. Hết.\n\n[^2]: Luật A." },
    { LINED (TR (TC (P ("A")) TC (P_OF (R ("B") NOTE ("1")))) TR (TC (P ("1")) TC (P ("2")))),
      "| A | B[^1] |\n|---|---|\n| 1 | 2 |\n\n[^1]: Luật A." },
    { P_OF (R ("1. Nhấn ") PICTURE R (" rồi ") NOTE ("1") R ("Gửi.")),
      "1. Nhấn ![kính lúp](van-ban-1.png) rồi [^1]Gửi.\n\n[^1]: Luật A." },
    { P_OF (R ("Nhấn nút này ") PICTURE), "Nhấn nút này\n\n![kính lúp](van-ban-1.png)" },
    { P_OF (PICTURE R ("Nút ") PICTURE R (".")),
      "![kính lúp](van-ban-1.png) Nút ![kính lúp](van-ban-2.png)." },
    /* A caption is that of a picture which stands alone. */
    { P_OF (R ("Nhấn ") PICTURE R (" rồi gửi.")) P ("Hình 1. Nút gửi"),
      "Nhấn ![kính lúp](van-ban-1.png) rồi gửi.\n\nHình 1. Nút gửi" },
    { P_OF (R ("Nhấn nút này ") PICTURE) P ("Hình 1. Nút gửi"),
      "Nhấn nút này\n\n![kính lúp](van-ban-1.png \"Hình 1. Nút gửi\")" },
    /* A bar in a cell begins none, a note over two columns is one, and one alone in its line stays. */
    { LINED (TR (TC (P ("A")) TC (P ("B"))) TR (TC (P ("1")) TC (P_OF (ALT ("a|b") R (" 2"))))),
      "| A | B |\n|---|---|\n| 1 | ![a\\|b](van-ban-1.png) 2 |" },
    { LINED (TR (TC ("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" P_OF (R ("A") NOTE ("1"))))
               TR (TC (P ("B")) TC (P ("C"))) TR (TC (P ("1")) TC (P ("2")))),
      "| A[^1] | A[^1] |\n|---|---|\n| B | C |\n| 1 | 2 |\n\n[^1]: Luật A." },
    { LINED (TR (TC (P ("A")) TC (P ("B"))) TR (TC (P ("1")) TC (P_OF (NOTE ("1")) P ("2")))),
      "| A | B |\n|---|---|\n| 1 | [^1]<br>2 |\n\n[^1]: Luật A." },
    { LINED (TR (TC (P ("A")) TC (P ("B"))) TR (TC (P ("1")) TC (P ("- a;") P ("- b.")))),
      "| A | B |\n|---|---|\n| 1 | - a;<br>- b. |" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *whole =
      g_strconcat (TBL (TR (TC (P ("S")) TC (COUNTRY))) P ("Kính gửi: A."), rows[i].body, NULL);
    g_autofree char *text = markdown_of (whole);
    g_autofree char *wanted = g_strdup_printf ("nháp: có\n---\n\n%s\n", rows[i].wanted);
    g_test_message ("%s", text);
    g_assert_true (g_str_has_suffix (text, wanted));
  }
}

static void
test_names (void)
{
  const MarkdownNames names = { "a", 2, NULL };
  g_autofree char *png = markdown_picture (&names, 1, "word/media/x.PNG");
  g_autofree char *jpg = markdown_picture (&names, 2, "word/media/x.jpeg");
  Imported imported = { .number = "04", .symbol = "SB-VP" };
  g_autofree char *by_number = markdown_slug (&imported);
  imported.number = NULL;
  imported.subject = "một việc rất dài một việc rất dài một việc rất dài một việc rất dài";
  g_autofree char *by_subject = markdown_slug (&imported);

  g_assert_cmpstr (png, ==, "a-3.png");
  g_assert_cmpstr (jpg, ==, "a-4.jpg");
  g_assert_cmpstr (by_number, ==, "04-sb-vp");
  g_assert_cmpstr (by_subject, ==, "mot-viec-rat-dai-mot-viec-rat-dai-mot-viec-rat-dai-mot-viec");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/letter", test_letter);
  g_test_add_func ("/markdown/escaped", test_escaped);
  g_test_add_func ("/markdown/anchors", test_anchors);
  g_test_add_func ("/markdown/names", test_names);
  return g_test_run ();
}
