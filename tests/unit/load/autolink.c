/* SPDX-License-Identifier: MIT */
/* What becomes a link by itself: “[shown](target)”, the rest as it is. */
#include "load/autolink.h"

#include "load/body.h"
#include "../support.h"

static void
put (cmark_node *parent, GString *out)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    gboolean is_link = cmark_node_get_type (node) == CMARK_NODE_LINK;
    if (cmark_node_get_type (node) == CMARK_NODE_TEXT)
      g_string_append (out, cmark_node_get_literal (node));
    g_string_append (out, is_link ? "[" : "");
    put (node, out);
    if (is_link)
      g_string_append_printf (out, "](%s)", cmark_node_get_url (node));
  }
}

static void
test_links (void)
{
  static const struct {
    const char *text, *links;
  } rows[] = {
    /* Addresses (GFM 6.9). */
    { "Xem https://vneid.gov.vn.", "Xem [https://vneid.gov.vn](https://vneid.gov.vn)." },
    { "(www.a.gov.vn/b?c=d)", "([www.a.gov.vn/b?c=d](http://www.a.gov.vn/b?c=d))" },
    { "https://vi.org/wiki/Ha_(b) c",
      "[https://vi.org/wiki/Ha_(b)](https://vi.org/wiki/Ha_(b)) c" },
    { "https://a", "https://a" },
    { "https://", "https://" },
    { "xhttps://a.vn", "xhttps://a.vn" },
    { "www.a", "[www.a](http://www.a)" },
    { "awww.a.vn", "awww.a.vn" },
    { "`https://a.vn`", "" },
    { "[https://a.vn](https://b.vn)", "[https://a.vn](https://b.vn)" },
    /* As typed, whatever a printer makes of hyphens and dots; without the marks around it. */
    { "https://a.vn/b--c---d...e'f...", "[https://a.vn/b--c---d...e'f](https://a.vn/b--c---d...e'f)…" },
    { "\"https://a.vn/b\" «www.a.vn» ‘https://a.vn’",
      "“[https://a.vn/b](https://a.vn/b)” «[www.a.vn](http://www.a.vn)» "
      "‘[https://a.vn](https://a.vn)’" },
    { "\"a@b.vn\" \"0905123456\" ơa@b.vn",
      "“[a@b.vn](mailto:a@b.vn)” “[0905123456](tel:0905123456)” ơa@b.vn" },
    /* Mail. */
    { "ubnd.tp@hai-phong.gov.vn, x",
      "[ubnd.tp@hai-phong.gov.vn](mailto:ubnd.tp@hai-phong.gov.vn), x" },
    { "a@b.vn.", "[a@b.vn](mailto:a@b.vn)." },
    { "a@b", "a@b" },
    { "@b.vn", "@b.vn" },
    { "a@b.v_", "a@b.v_" },
    /* Telephone numbers, as they are written. */
    { "Gọi 0251 3822 501.", "Gọi [0251 3822 501](tel:02513822501)." },
    { "0251.3822.501", "[0251.3822.501](tel:02513822501)" },
    { "0905-123-456, 0905123456", "[0905-123-456](tel:0905123456), [0905123456](tel:0905123456)" },
    { "+84 251 3822 501", "[+84 251 3822 501](tel:+842513822501)" },
    { "1900 1234 và 1800599920", "[1900 1234](tel:19001234) và [1800599920](tel:1800599920)" },
    { "0 905 123 456", "[0 905 123 456](tel:0905123456)" },
    { "0905123456 0905123457 xhttp://a.vn www.b.vn",
      "[0905123456](tel:0905123456) [0905123457](tel:0905123457) xhttp://a.vn "
      "[www.b.vn](http://www.b.vn)" },
    { "từ năm 1900 1234 người", "từ năm 1900 1234 người" },
    { "0905 123 45", "0905 123 45" },
    { "0123456789012", "0123456789012" },
    { "số 090512345678", "số 090512345678" },
    { "20905123456", "20905123456" },
    { "0905123456/UBND", "0905123456/UBND" },
    /* Short ones where a word says so. */
    { "gọi 113, tổng đài 1022.", "gọi [113](tel:113), tổng đài [1022](tel:1022)." },
    { "Gọi 113", "Gọi [113](tel:113)" },
    { "Đường dây nóng: 1900 9068", "Đường dây nóng: [1900 9068](tel:19009068)" },
    { "có 113 hộ", "có 113 hộ" },
    { "gọi 113 hộ", "gọi 113 hộ" },
    { "gọi 12", "gọi 12" },
    { "gọi 1135a", "gọi 1135a" },
    /* Or another number stands before them; or the word before the bold ones. */
    { "0251 3822 222, 113, 1022 hoặc 115.",
      "[0251 3822 222](tel:02513822222), [113](tel:113), [1022](tel:1022) hoặc [115](tel:115)." },
    { "gọi 114, 200 hộ", "gọi [114](tel:114), 200 hộ" },
    { "gọi 114, 115 người", "gọi [114](tel:114), 115 người" },
    { "https://a.vn, 113", "[https://a.vn](https://a.vn), 113" },
    { "Gọi **113** ngay", "Gọi [113](tel:113) ngay" },
    { "Có **113** hộ", "Có 113 hộ" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].text, -1);
    g_autoptr (Body) body = body_parse (source, 0, 1, FALSE, report);
    g_autoptr (GString) links = g_string_new (NULL);
    put (cmark_node_first_child (body_root (body)), links);
    g_assert_cmpstr (links->str, ==, rows[i].links);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/autolink/links", test_links);
  return g_test_run ();
}
