/* SPDX-License-Identifier: MIT */
#include "diff/wording.h"

#include <string.h>

static char *
joined (GPtrArray *lines_take)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines_take->len; i++)
    g_string_append_printf (text, "%s%s", i ? "|" : "", (char *) lines_take->pdata[i]);
  g_ptr_array_unref (lines_take);
  return g_string_free (text, FALSE);
}

static void
test_page (void)
{
  static const struct {
    const char *html, *wanted;
  } rows[] = {
    { "<html><body><p>a</p></body></html>", "a" },
    { "<!doctype html><html><head><title>t</title></head><body><nav>n</nav><main><h1>A  b\n c</h1>"
      "<p>d <b>e</b>f</p><script>s</script></main><footer>z</footer></body></html>",
      "A b c|d ef" },
    { "<html><body><ul><li>một</li><li>hai<ul><li>ba</li></ul></li></ul></body></html>",
      "một|hai|ba" },
    { "<html><body><table><tr><td>1</td><td>2</td></tr></table></body></html>", "1|2" },
    { "<html><body><p>19\u00a0giờ</p></body></html>", "19 giờ" },
    { "<html><body><p>x<br/>y &amp; z</p></body></html>", "x|y & z" },
    { "<html><body><p><img src=\"a.png\" alt=\"sơ đồ\"/> bên</p></body></html>", "[sơ đồ] bên" },
    /* Where a link leads is read with it, but for those within the site. */
    { "<html><body><p><a href=\"tel:113\">gọi</a> <a href=\"a.html\">a</a> <a href=\"https://b.vn\">"
      "https://b.vn</a></p></body></html>",
      "gọi <tel:113> a https://b.vn" },
    /* What was broken on the way is read as far as it goes. */
    { "<html><body><p>a</p><p>b", "a|b" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = joined (wording_of_page (rows[i].html, strlen (rows[i].html)));
    g_assert_cmpstr (text, ==, rows[i].wanted);
  }
}

/* A page somebody made up costs no stack. */
static void
test_deep (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body>");

  for (guint i = 0; i < 5000; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "x");
  g_autofree char *text = joined (wording_of_page (html->str, html->len));
  g_assert_cmpstr (text, ==, "");
}

static void
test_text (void)
{
  const char *text = "a\r\n\nb  \n  c";
  g_autofree char *lines = joined (wording_of_text (text, strlen (text)));

  g_assert_cmpstr (lines, ==, "a|b|  c");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/wording/page", test_page);
  g_test_add_func ("/diff/wording/deep", test_deep);
  g_test_add_func ("/diff/wording/text", test_text);
  return g_test_run ();
}
