/* SPDX-License-Identifier: MIT */
#include "render/post.h"

#include "render_kit.h"

#include <string.h>

static const TestFile templates[] = { { NULL, NULL } };

#define LONG_TITLE                                                                                 \
  "Thông báo về việc tổ chức tiêm vắc xin phòng bệnh dại cho đàn chó mèo trên địa bàn toàn xã năm" \
  " 2026"

static const TestFile files[] = {
  { "content/site.yaml", "title: T\noffice: \"01\"\nbase_url: https://a.gov.vn/\n" },
  { "content/a.md",
    "---\nkind: guide\ntitle: Cách làm\nkeywords: [an ninh, VNeID]\noutputs: [web, posts, qr]\n"
    "manual: https://x.gov.vn/\nwhere: Sân\nneeds: [Sổ, Bút]\n---\n\nĐoạn **một**.\n\n1. Mở.\n2. Bấm.\n   - nút xanh\n\n"
    "```loa\nChỉ nghe.\n```\n\n| A | B |\n|---|---|\n| 1 | 2 |\n" },
  { "content/b.md", "---\nkind: bulletin\ntitle: " LONG_TITLE "\ndate: 2026-02-01\n"
                    "outputs: [web, posts]\n---\n\nA\n" },
};

static void
test_text (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  g_autofree char *text = render_kit_render (&kit, "a/zalo.txt", NULL);
  g_assert_cmpstr (text, ==,
                   "Cách làm\n👉 Xem cách làm ở đường dẫn cuối bài.\n\nBạn cần có: Sổ; Bút\nỞ đâu: Sân\n\nĐoạn một.\n\n1. Mở.\n"
                   "2. Bấm.\n   – nút xanh\n\n– 1; 2\n\nhttps://a.gov.vn/a.html\n"
                   "#AnNinh #VNeID\n\n--- (không đăng dòng này) Ảnh kèm theo: qr.svg\n");
  g_autofree char *same = render_kit_render (&kit, "a/facebook.txt", NULL);
  g_assert_cmpstr (same, ==, text);
  g_assert_cmpuint (report_n_warnings (kit.report), ==, 0);
}

/* What to do must be seen without a click. */
static void
test_call (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  g_autofree char *text = render_kit_render (&kit, "b/zalo.txt", NULL);
  g_autofree char *faults = report_faults (kit.report);
  g_assert_nonnull (text);
  g_assert_cmpstr (faults, ==,
                   "content/b.md: warning: zalo.txt: what to do ends at character 136; 125 are seen "
                   "before “Xem thêm”\n");
}

/* Counted in letters, not in bytes: 1,800 that are 3,000 bytes are taken, 2,400 are cut at a line. */
static void
test_cut (void)
{
  for (guint lines = 18; lines <= 24; lines += 6) {
    g_autoptr (GString) source =
      g_string_new ("---\nkind: bulletin\ntitle: T\ndate: 2026-02-01\noutputs: [web, posts]\n---\n");
    for (guint i = 0; i < lines; i++) {
      g_string_append_c (source, '\n');
      for (guint j = 0; j < 32; j++)
        g_string_append (source, "số ");
      g_string_append (source, "số\n");
    }
    const TestFile one[] = { files[0], { "content/a.md", source->str } };
    g_auto (RenderKit) kit = { 0 };
    render_kit_open (&kit, one, G_N_ELEMENTS (one), templates);
    g_autofree char *text = render_kit_render (&kit, "a/zalo.txt", NULL);
    g_assert_cmpint (g_utf8_strlen (text, -1), <=, 2000);
    g_assert_cmpuint (report_n_warnings (kit.report), ==, lines > 20 ? 1 : 0);
    g_assert_true ((strstr (text, "số\n…\n") != NULL) == (lines > 20));
    g_autofree char *whole = render_kit_render (&kit, "a/facebook.txt", NULL);
    g_assert_null (strstr (whole, "…"));
  }
}

static void
test_tag (void)
{
  static const char *const rows[][2] = {
    { "diệt lăng quăng", "#DiệtLăngQuăng" }, { "VNeID", "#VNeID" },  { "phòng, chống", "#PhòngChống" },
    { "đề án 06", "#ĐềÁn06" },               { "!?", "#" },          { "", "#" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *tag = post_tag (rows[i][0]);
    g_assert_cmpstr (tag, ==, rows[i][1]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/post/text", test_text);
  g_test_add_func ("/post/call", test_call);
  g_test_add_func ("/post/cut", test_cut);
  g_test_add_func ("/post/tag", test_tag);
  return g_test_run ();
}
