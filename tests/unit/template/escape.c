/* SPDX-License-Identifier: MIT */
#include "template/template.h"

#include <string.h>

static const struct {
  const char *text, *html;
} rows[] = {
  { "", "" },
  { "Ủy ban", "Ủy ban" },
  { "&", "&amp;" },
  { "&amp;", "&amp;amp;" },
  { "<b class=\"x\">'", "&lt;b class=&quot;x&quot;&gt;&#39;" },
  { "trước<giữa>sau", "trước&lt;giữa&gt;sau" },
  { "<<>>", "&lt;&lt;&gt;&gt;" },
};

static void
test_html (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new ("|");
    template_escape_html (out, rows[i].text, strlen (rows[i].text));
    g_string_append_c (out, '|');
    g_autofree char *expected = g_strdup_printf ("|%s|", rows[i].html);
    g_assert_cmpstr (out->str, ==, expected);
  }
}

static void
test_length_counts (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  template_escape_html (out, "<a>", 2);
  template_escape_none (out, "<a>", 2);
  g_assert_cmpstr (out->str, ==, "&lt;a<a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/escape/html", test_html);
  g_test_add_func ("/template/escape/length-counts", test_length_counts);
  return g_test_run ();
}
