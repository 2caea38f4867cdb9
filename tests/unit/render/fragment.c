/* SPDX-License-Identifier: MIT */
#include "render/fragment.h"

static void
test_fragment (void)
{
  static const struct {
    const char *base, *html, *fragment;
  } rows[] = {
    { NULL, "<h2 id=\"a\">Một</h2>\n<p class=\"x\">Hai &amp; <strong>ba</strong></p>",
      "<h2>Một</h2>\n<p>Hai &amp; <strong>ba</strong></p>" },
    { "https://a.vn/", "<p><a href=\"../b/c.html#d\">C</a> <a href=\"#e\">E</a> <a href=\"tel:113\">113</a></p>",
      "<p><a href=\"https://a.vn/b/c.html#d\">C</a> <a href=\"https://a.vn/tin/t.html#e\">E</a> "
      "<a href=\"tel:113\">113</a></p>" },
    { NULL, "<p><a href=\"../b/c.html\">C</a></p>", "<p><a href=\"../../b/c.html\">C</a></p>" },
    { "https://a.vn/",
      "<figure><picture><source srcset=\"x.webp\"><img src=\"a.jpg\" alt=\"A\" loading=\"lazy\" width=\"9\" "
      "height=\"6\"></picture><figcaption>Hình</figcaption></figure>",
      "<img src=\"https://a.vn/tin/a.jpg\" alt=\"A\" width=\"9\" height=\"6\">Hình<br>" },
    { NULL, "<div class=\"table cards\" role=\"region\"><table><tr><td data-label=\"X\">1</td></tr></table></div>",
      "<table><tr><td>1</td></tr></table>" },
    { NULL, "<section class=\"variant\"><p>A</p><p><a role=\"doc-backlink\" href=\"#b\">↩</a></p></section>", "<p>A</p><p></p>" },
    { NULL, "<p><svg><path d=\"M0 0\"/></svg>A</p><script>x</script><style>y</style>", "<p>A</p>" },
    { NULL, "<ul><li><label><input type=\"checkbox\"> Việc</label></li></ul>", "<ul><li>☐ Việc</li></ul>" },
    { NULL, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Site site = { .base_url = rows[i].base };
    g_autoptr (GString) out = g_string_new (NULL);
    fragment_write (rows[i].html, &site, "tin/t.html", out);
    g_assert_cmpstr (out->str, ==, rows[i].fragment);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragment/rows", test_fragment);
  return g_test_run ();
}
