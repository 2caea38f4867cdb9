/* SPDX-License-Identifier: MIT */
#include "word/letter.h"

#include "docx_support.h"

#include "load/body.h"
#include "render/view.h"

static const char *const names[] = { "ỦY BAN NHÂN DÂN", "XÃ A", NULL };
static const char *const none[] = { NULL };
static const char *const two[] = { "Các thôn", "Trạm Y tế", NULL };
static const char *const authority[] = { "TM. ỦY BAN NHÂN DÂN", NULL };
static const Office *const alone[] = { NULL };
static const Office office = {
  .id = "a", .parent_lines = none, .name_lines = names, .name = "Ủy ban nhân dân xã A", .place = "A"
};

/* With these contents, of the whole and of its appendices, or NULL, and the pages they are on.
 * Caller unrefs. */
static GBytes *
export_with (const Document *document, const char *markdown, const Value *contents,
             const Value *appendices, GHashTable *pages)
{
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  g_autoptr (Report) report = report_new ();
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  g_autoptr (GString) out = g_string_new (NULL);
  static const Site site;
  Document whole = *document;

  whole.official = official_kind_find (document->type);
  whole.to = document->to ? document->to : none;
  whole.copies = none;
  whole.joint_offices = alone;
  g_autoptr (Value) form = view_letter (&site, &whole);
  const LetterLines lines = { .form = form,
                              .contacts = "Điện thoại: 1 & 2",
                              .contents = contents,
                              .appendices = appendices,
                              .pages = pages };

  letter_docx (document, &lines, body_root (body), out);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static GBytes *
export_file (const Document *document, const char *markdown)
{
  return export_with (document, markdown, NULL, NULL, NULL);
}

/* What the file says when it is imported again. Caller frees. */
static char *
exported (const Document *document, const char *markdown)
{
  g_autoptr (GBytes) file = export_file (document, markdown);
  return json_of_file (file);
}

/* What goes out comes back. */
static void
test_round (void)
{
  Document document = { .kind = KIND_LETTER,
                        .office = &office,
                        .number = "7",
                        .symbol = "UBND-VX",
                        .date = { 2026, 3, 6 },
                        .subject = "treo cờ & hoa",
                        .to = two,
                        .signer = { authority, "CHỦ TỊCH", "Võ Thị B" } };
  static const struct {
    const char *markdown, *wanted;
  } rows[] = {
    { "Một.", "\"số\": \"07/UBND-VX\",\"ngày\": \"2026-03-06\",\"trích yếu\": \"treo cờ & "
              "hoa\",\"kính gửi\": [\"Các thôn\",\"Trạm Y tế\"],\"nơi nhận\": [\"Như trên\",\"Lưu: "
              "VT\"],\"người ký\": {\"quyền hạn\": [\"TM. ỦY BAN NHÂN DÂN\"],\"chức vụ\": \"CHỦ "
              "TỊCH\",\"họ tên\": \"Võ Thị B\"}" },
    { "1. Một **đậm** a/b\n\n   a) Hai\n\n2. Ba",
      "\"number\": \"1.\",\"level\": 1,\"text\": \"Một đậm a/b\",\"bold\": [\"đậm\"]},{\"type\": "
      "\"item\",\"number\": \"a)\",\"level\": 2,\"text\": \"Hai\"},{\"type\": \"item\",\"number\": "
      "\"2.\"" },
    { "- Một\n- Hai", "\"number\": \"-\",\"level\": 1,\"text\": \"Hai\"" },
    { "## I. MỤC ĐÍCH\n\nMột.", "{\"type\": \"heading\",\"level\": 2,\"text\": \"I. MỤC ĐÍCH\"}" },
    { "| A | B |\n|---|--:|\n| x | 2 |",
      "\"header\": [\"A\",\"B\"],\"rows\": [[\"x\",\"2\"]],\"align\": [\"l\",\"r\"]" },
    { "Một[^1].\n\n[^1]: Theo **luật**.\n", "\"text\": \"Một.\",\"footnote\": \"Theo luật.\"" },
    { "Một.\n\n```web\nChỉ trên mạng.\n```\n",
      "\"blocks\": [{\"type\": \"p\",\"text\": \"Một.\"}]" },
    { "Một.\n\n## Phụ lục I\n\n## Danh sách\n\nHai.",
      "{\"type\": \"appendix\",\"label\": \"Phụ lục I\",\"title\": \"DANH SÁCH\"},{\"type\": "
      "\"p\",\"text\": \"Hai.\"}" },
    { "Một.\n\n## Phụ lục I: Danh sách\n\nHai.",
      "{\"type\": \"appendix\",\"label\": \"Phụ lục I\",\"title\": \"DANH SÁCH\"},{\"type\": "
      "\"p\",\"text\": \"Hai.\"}" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *json = exported (&document, rows[i].markdown);
    check_json (json, rows[i].wanted, "Kèm theo");
  }
}

/* document.xml, with sections as “|” (portrait) and “=” (on its side) and all other tags out.
 * Caller frees. */
static char *
outline (const Document *document, const char *markdown)
{
  g_autoptr (GBytes) file = export_file (document, markdown);
  g_autoptr (WordPackage) package = word_package_open (file, NULL);
  gsize length;
  const char *xml =
    g_bytes_get_data (word_package_part (package, word_package_main (package)), &length);
  g_autoptr (GRegex) wide = g_regex_new ("<w:pgSz[^>]*landscape[^>]*>", 0, 0, NULL);
  g_autoptr (GRegex) tall = g_regex_new ("<w:pgSz[^>]*>", 0, 0, NULL);
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *turned = g_regex_replace_literal (wide, xml, (gssize) length, 0, "=", 0, NULL);
  g_autofree char *marked = g_regex_replace_literal (tall, turned, -1, 0, "|", 0, NULL);
  return g_regex_replace_literal (tags, marked, -1, 0, "", 0, NULL);
}

#define WIDE(word) "<!-- khổ ngang -->\n\n| " word " |\n|---|\n| 1 |\n\n"

/* No section, and so no page, is empty. */
static void
test_sections (void)
{
  const Document document = { .kind = KIND_LETTER,
                              .office = &office,
                              .symbol = "UBND-VX",
                              .type = "kế hoạch",
                              .subject = "Làm việc",
                              .signer = { none, "CHỦ TỊCH", NULL } };
  static const struct {
    const char *markdown, *wanted;
  } rows[] = {
    { "Một.\n\n" WIDE ("x") "Hai.", "Một.|x1=Hai." },
    { "Một.\n\n" WIDE ("x") WIDE ("y"), "Một.|x1y1=Nơi nhận" },
    { "Một.\n\n" WIDE ("x") "```web\nẨn.\n```\n\n" WIDE ("y") "Hai.", "Một.|x1y1=Hai." },
    { "Một.\n\n" WIDE ("x") "## Phụ lục I: Tên\n\nHai.", "Một.|x1=Nơi nhận" },
    { "Một.\n\n## Phụ lục I: Tên\n\nHai.\n\n" WIDE ("x") "## Phụ lục II\n\nBa.",
      "Hai.|x1=Phụ lục II" },
    { "Một.\n\n## Phụ lục I: Tên\n\nHai.\n\n" WIDE ("x"), "Hai.|x1=" },
    { "Một.\n\n## Phụ lục I\n\n## Danh sách\n\nHai.", "Phụ lục IDANH SÁCH(Kèm theo" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = outline (&document, rows[i].markdown);
    check_json (text, rows[i].wanted, "||");
    g_assert_null (strstr (text, "=="));
  }
}

/* Captions stand above their table and below their picture, once; labels stay with what an item
 * begins with. */
static void
test_captions (void)
{
  const Document document = { .kind = KIND_LETTER,
                              .office = &office,
                              .symbol = "UBND-VX",
                              .subject = "làm việc",
                              .signer = { none, "CHỦ TỊCH", NULL } };
  static const struct {
    const char *markdown, *wanted;
  } rows[] = {
    { "Một.\n\nBảng: Số hộ\n\n| x |\n|---|\n| 1 |\n\nHai.", "Một.Bảng 1. Số hộx1Hai." },
    { "Một.\n\n![Lu](lu.png)\n\nHình 3. Lu có nắp\n\nHai.", "Một.LuHình 3. Lu có nắpHai." },
    { "1. ![Lu](lu.png)\n\n2. Hai.", "1. Lu2. Hai." },
    { "1. | x |\n   |---|\n   | 1 |\n\n2. Hai.", "1. x12. Hai." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = outline (&document, rows[i].markdown);
    check_json (text, rows[i].wanted, NULL);
  }
}

static void
add_entry (Value *contents, const char *title, const char *level, gboolean has_page)
{
  Value *entry = value_map ();

  value_set_text (entry, "id", title);
  value_set_text (entry, "title", title);
  value_set_text (entry, "level", level);
  value_set_bool (entry, "has_page", has_page);
  value_add (contents, entry);
}

/* Each entry leads to its heading, and shows its page before Word has counted any. It is not
 * imported as text. */
static void
test_contents (void)
{
  const Document document = { .kind = KIND_LETTER,
                              .office = &office,
                              .symbol = "UBND-VX",
                              .type = "đề án",
                              .subject = "Làm việc",
                              .signer = { none, "CHỦ TỊCH", NULL } };
  static const char markdown[] = "## I. MỘT\n\n1. **Việc**\n\nLàm.\n\n## Phụ lục: Bảng\n\nHai.";
  g_autoptr (GHashTable) pages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (Value) contents = value_list ();
  gsize length;

  add_entry (contents, "I. MỘT", "1", TRUE);
  add_entry (contents, "1. Việc", "2", TRUE);
  add_entry (contents, "Phụ lục. Bảng", "1", FALSE);
  g_hash_table_insert (pages, (gpointer) "I. MỘT", GUINT_TO_POINTER (3));
  g_autoptr (GBytes) file = export_with (&document, markdown, contents, NULL, pages);
  g_autoptr (WordPackage) package = word_package_open (file, NULL);
  const char *xml =
    g_bytes_get_data (word_package_part (package, word_package_main (package)), &length);
  static const char *const wanted[] = {
    "PAGEREF _Toc1 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    "<w:r><w:t>3</w:t>",
    "w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF _Toc2",
    "<w:outlineLvl w:val=\"1\"/></w:pPr><w:bookmarkStart w:id=\"2\" w:name=\"_Toc2\"/>",
    "<w:bookmarkStart w:id=\"3\" w:name=\"_Toc3\"/>",
  };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (g_strstr_len (xml, (gssize) length, wanted[i]));
  g_assert_null (g_strstr_len (xml, (gssize) length, "PAGEREF _Toc3"));
  g_autofree char *json = json_of_file (file);
  check_json (json, "{\"type\": \"heading\",\"level\": 2,\"text\": \"I. MỘT\"}", "MỤC LỤC");
}

/* What is issued with a decision lists itself, by a field that looks no further. */
static void
test_own_contents (void)
{
  const Document document = { .kind = KIND_LETTER,
                              .office = &office,
                              .symbol = "QĐ-UBND",
                              .type = "quyết định",
                              .subject = "Ban hành Quy chế",
                              .signer = { none, "CHỦ TỊCH", NULL } };
  static const char markdown[] = "**Điều 1.** Làm.\n\n## QUY CHẾ\n\n## Họp\n\n(Ban hành kèm theo "
                                 "Quyết định này)\n\n## Chương I\n\nHọp.";
  g_autoptr (Value) contents = value_list ();
  g_autoptr (Value) appendices = value_list ();
  Value *appendix = value_map (), *own = value_list ();
  gsize length;

  add_entry (contents, "QUY CHẾ. Họp", "1", FALSE);
  add_entry (own, "Chương I", "1", TRUE);
  value_set (appendix, "contents", own);
  value_add (appendices, appendix);
  g_autoptr (GBytes) file = export_with (&document, markdown, contents, appendices, NULL);
  g_autoptr (WordPackage) package = word_package_open (file, NULL);
  const char *xml =
    g_bytes_get_data (word_package_part (package, word_package_main (package)), &length);
  static const char *const wanted[] = { /* in this order */
                                        "w:name=\"_Toc1\"/>", "w:name=\"_TocPart2\"/>",
                                        "\\b _TocPart2 ",     "PAGEREF _Toc3 \\h ",
                                        "w:name=\"_Toc3\"/>", "<w:bookmarkEnd w:id=\"2\"/>"
  };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    const char *found = g_strstr_len (xml, (gssize) length, wanted[i]);
    g_assert_nonnull (found);
    length -= (gsize) (found - xml);
    xml = found;
  }
}

/* What a clerk fills in is left blank, and comes back as not known. */
static void
test_draft (void)
{
  Document document = { .kind = KIND_LETTER,
                        .office = &office,
                        .symbol = "UBND-VX",
                        .type = "kế hoạch",
                        .subject = "Làm việc",
                        .to = none,
                        .size = 13,
                        .signer = { none, "CHỦ TỊCH", NULL } };
  g_autofree char *json = exported (&document, "Một.");

  check_json (json,
              "\"tên loại\": \"kế hoạch\",\"số\": null,\"ký hiệu\": \"UBND-VX\",\"ngày\": "
              "null,\"trích yếu\": \"Làm việc\",\"nơi nhận\"",
              NULL);
  check_json (json, "\"họ tên\": null", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/round", test_round);
  g_test_add_func ("/letter/sections", test_sections);
  g_test_add_func ("/letter/captions", test_captions);
  g_test_add_func ("/letter/contents", test_contents);
  g_test_add_func ("/letter/own_contents", test_own_contents);
  g_test_add_func ("/letter/draft", test_draft);
  return g_test_run ();
}
