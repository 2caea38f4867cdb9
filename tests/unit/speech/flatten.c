/* SPDX-License-Identifier: MIT */
#include "speech/flatten.h"

#include "load/body.h"
#include "load/builtin.h"

#include <string.h>

/* The built-in one. */
static Lexicon *lexicon;

/* The paragraphs, one a line: headings with their level, and what stands before a list with a colon
 * kept. */
static char *
flat_text (const char *markdown, gboolean is_guide)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, is_guide, report);
  g_autoptr (GArray) paragraphs = flatten_body (body_root (body), lexicon, source, 0, 1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++) {
    const FlatParagraph *paragraph = &g_array_index (paragraphs, FlatParagraph, i);
    if (paragraph->is_heading)
      g_string_append_printf (out, "h%u ", paragraph->heading_level);
    if (paragraph->is_silent)
      g_string_append (out, "- ");
    if (paragraph->voice != VOICE_ANY)
      g_string_append (out, paragraph->voice == VOICE_MALE ? "nam " : "nữ ");
    g_string_append_printf (out, "%s%s\n", paragraph->text, paragraph->leads_on ? " +" : "");
    g_assert_cmpuint (paragraph->places->len, >, 0);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_blocks (void)
{
  static const struct {
    const char *markdown;
    gboolean is_guide;
    const char *flat;
  } rows[] = {
    { "", FALSE, "" },
    { "## Phần\n\nMột\nhai\n\n---\n\nBa", FALSE, "h2 Phần\nMột hai\nBa\n" },
    { "1. Mở\n2. Gửi", TRUE, "Bước 1: Mở\nBước 2: Gửi\n" },
    { "Ba bước:\n\n1. Mở\n2. Gửi", FALSE, "Ba bước: +\nBước 1: Mở\nBước 2: Gửi\n" },
    { "1. Mở\n2. Gửi", FALSE, "1. Mở\n2. Gửi\n" },
    { "- Mở\n- Gửi", FALSE, "Mở\nGửi\n" },
    { "Nội dung:\na) Mở;\nb) Gửi.\n– Nhận", FALSE, "Nội dung: +\na) Mở;\nb) Gửi. +\nNhận\n" },
    { "```loa\nNam: Một.\n\nNữ: Hai.\n\nBa.\n```", FALSE, "nam Một.\nnữ Hai.\nBa.\n" },
    { "Nam: Một.", FALSE, "Nam: Một.\n" },
    { "Hạn ~~5/9~~ 6/9", FALSE, "Hạn  6/9\n" },
    { "Hạn[^1] mới\n\n[^1]: Là 6/9.\n", FALSE, "Hạn mới\n- Là 6/9.\n" },
    { "| STT | Việc | Hạn |\n|---|---|---|\n| 1 | Gửi | 5/9 |\n| 2 | Nhận | |\n", FALSE,
      "Gửi; Hạn: 5/9.\nNhận.\n" },
    { "**Cài đặt → Tài khoản**", FALSE, "chọn Cài đặt → Tài khoản\n" },
    { "Bấm **Cài đặt → Tài khoản**", FALSE, "Bấm Cài đặt → Tài khoản\n" },
    { "Theo [bài này](https://a.gov.vn/x/y).", FALSE, "Theo bài này.\n" },
    { "Một. Xem thêm [bài](https://a.gov.vn/x). Hai.", FALSE, "Một. Hai.\n- Xem thêm bài.\n" },
    { "Xem thêm trên bảng tin.", FALSE, "Xem thêm trên bảng tin.\n" },
    { "Mở cửa (xem hình 1) ra. Quét mã QR.", FALSE, "Mở cửa ra.\n- (xem hình 1)\n- Quét mã QR.\n" },
    { "![Màn hình](a.png)", FALSE, "- Hình: Màn hình\n" },
    { "| Thôn | Năm |\n|---|---|\n| Một | 2026 |\n| Hai | 2026 |\n", FALSE,
      "Chung cho các mục sau: Năm: 2026.\nMột.\nHai.\n" },
    { "<https://a.gov.vn/b>", FALSE, "https://a.gov.vn/b\n" },
    { "<https://a.gov.vn/rat/dai/hon/muoi/cho/nguoi/nghe>", FALSE, "a.gov.vn\n" },
    { "Vào <https://a.gov.vn/b> để xem.", FALSE, "Vào a.gov.vn để xem.\n" },
    { "Chung\n\n``` loa\nLoa\n```\n\n``` web\nWeb\n```\n", FALSE, "Chung\nLoa\n" },
    { "Dài\n\n``` loa thay\nGọn\n```\n", FALSE, "Gọn\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *flat = flat_text (rows[i].markdown, rows[i].is_guide);
    g_assert_cmpstr (flat, ==, rows[i].flat);
  }
}

/* Words are where they stand in the file, in lists and emphasis too. */
static void
test_places (void)
{
  const char *markdown = "Một đoạn văn.\n\n- mục thứ nhất *nghiêng*\n- mục thứ hai\n";
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
  g_autoptr (GArray) paragraphs = flatten_body (body_root (body), lexicon, source, 0, 1);

  g_assert_cmpuint (paragraphs->len, ==, 3);
  const FlatParagraph *item = &g_array_index (paragraphs, FlatParagraph, 1);
  const SpeechPlace *last = &g_array_index (item->places, SpeechPlace, item->places->len - 1);
  g_assert_cmpuint (last->place.line, ==, 3);
  g_assert_cmpuint (last->place.col, ==, 17);
  g_assert_cmpstr (item->text + last->offset, ==, "nghiêng");
  item++;
  g_assert_cmpuint (g_array_index (item->places, SpeechPlace, 0).place.line, ==, 4);
}

int
main (int argc, char **argv)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Lexicon) own = lexicon_new (built_in, NULL, NULL, report);

  lexicon = own;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/flatten/blocks", test_blocks);
  g_test_add_func ("/speech/flatten/places", test_places);
  return g_test_run ();
}
