/* SPDX-License-Identifier: MIT */
#include "word/markdown.h"

#include "docx_support.h"

static char *
markdown_of (const char *body)
{
  g_autoptr (GBytes) file = docx_of (body, NULL, NULL);
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
  g_test_add_func ("/markdown/names", test_names);
  return g_test_run ();
}
