/* SPDX-License-Identifier: MIT */
#include "word/merge.h"

#include "../support.h"

#define OLD_FRONT                                                                                                   \
  "---\n# bản nháp\nloại: công văn\ntóm tắt: một câu\nngày: 6/3/2026\nsố: 5\nký hiệu: UBND-VX\n" \
  "nơi nhận: [Như trên, \"Lưu: VT\"]\nnháp: có\n---\n\n"
#define NEW_FRONT                                                                                    \
  "---\nloại: công văn\nsố: \"05/UBND-VX\"\nngày: 2026-03-06\nnơi nhận:\n  - Như trên\n" \
  "  - \"Lưu: VT\"\nnháp: có\n---\n\n"

/* What only one of the two writes keeps the Markdown of the old one, byte for byte. */
static void
test_same (void)
{
  static const struct {
    const char *old, *new;
  } rows[] = {
    { "Xem [cách làm](../huong-dan/a.md), *gấp*.\n", "Xem cách làm, gấp.\n" },
    { "Chọn **Dịch vụ => Tin**.\n", "Chọn Dịch vụ → Tin.\n" },
    { "Nói \"có\" -- rồi...\n", "Nói “có” -- rồi…\n" },
    { "1. Một\n2. Hai\n   a) nhỏ\n", "1. Một\n\n2. Hai\n\na) nhỏ\n" },
    { "Một.\n\n```loa thay\nĐọc thế này.\n```\n\nHai.\n", "Một.\n\nHai.\n" },
    { "![ảnh](a.png \"Chú\")\n", "![ảnh](b-1.png \"Chú\")\n" },
    { "| a | b |\n|--|--|\n| 1 | 2 |\n", "| a | b |\n|--|--|\n| 1 | 2 |\n" },
    { "Hết.\n\n## Phụ lục: Các xã\n", "Hết./.\n\n## PHỤ LỤC: CÁC XÃ\n" },
    { "Dòng một\ndòng hai.\n", "Dòng một dòng hai.\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *old = g_strconcat (OLD_FRONT, rows[i].old, NULL);
    g_autofree char *new = g_strconcat (NEW_FRONT, rows[i].new, NULL);
    g_autoptr (Merge) merge = merge_documents (old, new, NULL);
    g_test_message ("%s", rows[i].old);
    g_assert_cmpstr (merge->text, ==, old);
    g_assert_cmpuint (merge->changes->len, ==, 0);
  }
}

static void
test_changed (void)
{
  static const struct {
    const char *old, *new, *wanted, *changes;
  } rows[] = {
    { "Một.\n\nHạn là ngày 5/9.\n\n[Ba](b.md).\n", "Một.\n\nHạn là ngày 9/9.\n\nBa.\n",
      "Một.\n\nHạn là ngày 9/9.\n\n[Ba](b.md).\n", "là ngày 5/9. → là ngày 9/9.\n" },
    { "Một.\n\nBa.\n", "Một.\n\nHai.\n\nBa.\n", "Một.\n\nHai.\n\nBa.\n", "+ Hai.\n" },
    { "![a](b.png \"Lu\")\n", "![a](h-1.png \"Bể\")\n", "![a](h-1.png \"Bể\")\n",
      "!a Lu → !a Bể\n" },
    { "Một.\n\nHai.\n\nBa.\n", "Một.\n\nBa.\n", "Một.\n\nBa.\n", "- Hai.\n" },
    { "```web\nW\n```\n\nHai.\n", "Hai ba.\n", "```web\nW\n```\n\nHai ba.\n", "Hai. → Hai ba.\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *old = g_strconcat ("---\na: b\n---\n", rows[i].old, NULL);
    g_autofree char *new = g_strconcat ("---\n---\n", rows[i].new, NULL);
    g_autofree char *wanted = g_strconcat ("---\na: b\n---\n", rows[i].wanted, NULL);
    g_autoptr (Merge) merge = merge_documents (old, new, NULL);
    g_autoptr (GString) changes = g_string_new (NULL);
    for (guint n = 0; n < merge->changes->len; n++)
      g_string_append_printf (changes, "%s\n", (char *) merge->changes->pdata[n]);
    g_assert_cmpstr (merge->text, ==, wanted);
    g_assert_cmpstr (changes->str, ==, rows[i].changes);
  }
}

/* What is seen goes into the front matter; what paper does not show stays. */
static void
test_front (void)
{
  g_autoptr (Merge) merge = merge_documents (
    "---\nkind: letter\nsummary: S\nsymbol: A-B\ndate: 5/3/2026\ndraft: true\n---\n\nMột.\n",
    "---\nloại: công văn\nsố: 7/A-B\nngày: 2026-03-06\nnháp: có\n---\n\nMột.\n", NULL);

  g_assert_cmpstr (merge->text, ==,
                   "---\nkind: letter\nsummary: S\nsymbol: A-B\nngày: 2026-03-06\ndraft: true\n"
                   "số: 7/A-B\n---\n\nMột.\n");
  g_assert_cmpuint (merge->changes->len, ==, 2);
  g_assert_cmpstr (merge->changes->pdata[0], ==, "ngày: 2026-03-05 → 2026-03-06");
}

/* Whichever language a key is written in, and with the hyphen of the Party too. */
static void
test_same_front (void)
{
  static const struct {
    const char *old, *new;
  } rows[] = {
    { "type: giấy mời\ninvited: [A]\nissuer: Sở B\n",
      "tên loại: giấy mời\nkính mời:\n  - A\nngười ban hành: Sở B\n" },
    { "wire_to: [A]\nattached_to: Quyết định số 1\n",
      "điện:\n  - A\nkèm theo: Quyết định số 1\n" },
    { "urgency: very urgent\ncontents: true\n", "độ khẩn: thượng khẩn\nmục lục: có\n" },
    { "số: 5\nký hiệu: CV/ĐU\n", "số: \"05-CV/ĐU\"\n" },
    { "number: 12\nsymbol: UBND-VX\n", "số: \"12/UBND-VX\"\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *old = g_strconcat ("---\n", rows[i].old, "---\n\nMột.\n", NULL);
    g_autofree char *new = g_strconcat ("---\n", rows[i].new, "---\n\nMột.\n", NULL);
    g_autoptr (Merge) merge = merge_documents (old, new, NULL);
    g_assert_cmpstr (merge->text, ==, old);
    g_assert_cmpuint (merge->changes->len, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/same", test_same);
  g_test_add_func ("/merge/changed", test_changed);
  g_test_add_func ("/merge/front", test_front);
  g_test_add_func ("/merge/same-front", test_same_front);
  return g_test_run ();
}
