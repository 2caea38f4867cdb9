/* SPDX-License-Identifier: MIT */
#include "search/plain.h"

#include "../support.h"

static char *
plain_of (const char *markdown)
{
  g_autoptr (Source) source = source_new ("a.md", markdown, -1);
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (PlainHeading));
  GString *out = g_string_new (NULL);

  plain_body (source, 0, NULL, out, headings);
  for (guint i = headings->len; i-- > 0;) {
    const PlainHeading *heading = &g_array_index (headings, PlainHeading, i);
    g_string_insert_c (out, heading->end, '>');
    g_string_insert_c (out, heading->start, '<');
  }
  return g_string_free (out, FALSE);
}

static void
test_rows (void)
{
  static const struct {
    const char *markdown, *plain;
  } rows[] = {
    { "", "" },
    { "Một\nhai\n\nba\n", "Một hai\nba\n" },
    { "## Giấy tờ ##\nCần có", "<Giấy tờ>\nCần có\n" },
    { "- a\n- [ ] b\n* **c** d\n", "a\nb\nc d\n" },
    { "1. Mở **Cài đặt → Chung**\n2. Xong\n", "1. Mở Cài đặt → Chung\n2. Xong\n" },
    { "> Lưu ý", "Lưu ý\n" },
    { "[Cổng](https://a.vn/(b)) là ![ảnh](c.png)", "Cổng là ảnh\n" },
    { "[d]: https://a.vn", "" },
    { "Có[^1] chú thích\n\n[^1]: nói thêm", "Có chú thích\n: nói thêm\n" },
    { "| Việc | Phí |\n|---|---:|\n| Sao y | 0 |", "Việc – Phí\nSao y – 0\n" },
    { "<https://a.vn> và <b>c</b> <!-- ẩn -->d a < b", "  và  c   d a < b\n" },
    { "a&nbsp;b &c", "a b &c\n" },
    { "1\\. \\* x", "1. * x\n" },
    { "snake_case", "snake case\n" },
    { "a\n\n```loa\nđọc\n```\n\n```web\nxem\n```\n~~~ print\nin\n~~~\nb", "a\nxem\nb\n" },
    { "Tiêu\n===\n\n---\n\nhết", "Tiêu\nhết\n" },
    { "{{a}} b {{#c}}d{{/c}} {{", " b d\n" },
    { "[a](b", "a(b\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = plain_of (rows[i].markdown);
    g_assert_cmpstr (found, ==, rows[i].plain);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain/rows", test_rows);
  return g_test_run ();
}
