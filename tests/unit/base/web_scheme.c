/* SPDX-License-Identifier: MIT */
#include "base/web_scheme.h"

static void
test_scheme (void)
{
  static const struct {
    const char *link, *scheme;
    gboolean safe;
  } rows[] = {
    { "https://a.vn/", "https", TRUE },
    { "HTTP://a.vn/", "http", TRUE },
    { "mailto:a@b.vn", "mailto", TRUE },
    { "tel:+84241234567", "tel", TRUE },
    { "a.html", NULL, FALSE },
    { "a/b:c", NULL, FALSE },
    { "#a:b", NULL, FALSE },
    { "?a:b", NULL, FALSE },
    { "//a.vn/", NULL, FALSE },
    { "", NULL, FALSE },
    { ":a", NULL, FALSE },
    { "javascript:alert(1)", "javascript", FALSE },
    { "JavaScript:alert(1)", "javascript", FALSE },
    { "java\tscript:alert(1)", "javascript", FALSE },
    { "java\nscript:alert(1)", "javascript", FALSE },
    { "java\r\nscript:alert(1)", "javascript", FALSE },
    { " \x01javascript:alert(1)", "javascript", FALSE },
    { "javascript\t:alert(1)", "javascript", FALSE },
    { "vbscript:x", "vbscript", FALSE },
    { "v\tb\tscript:x", "vbscript", FALSE },
    { "data:text/html,<script>", "data", FALSE },
    { "da\nta:text/html,x", "data", FALSE },
    { "file:///etc/passwd", "file", FALSE },
    { "blob:https://a.vn/x", "blob", FALSE },
    { "view-source:https://a.vn", "view-source", FALSE },
    { "h\tttps://a.vn", "https", TRUE }, /* what a browser makes of it is what counts */
    { "1x:y", "1x", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *scheme = web_scheme (rows[i].link);
    g_test_message ("“%s”", rows[i].link);
    g_assert_cmpstr (scheme, ==, rows[i].scheme);
    g_assert_cmpint (web_scheme_is_safe (rows[i].link), ==, rows[i].safe);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web-scheme/scheme", test_scheme);
  return g_test_run ();
}
