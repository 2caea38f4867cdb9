/* SPDX-License-Identifier: MIT */
/* Where a value stands decides what is made of it. */
#include "template/place.h"

#include "template/template.h"

#include <string.h>

static Source *
find_text (const char *name, gpointer data)
{
  return strcmp (name, "page") == 0 ? source_new ("page", data, -1) : NULL;
}

static void
test_places (void)
{
  static const struct {
    const char *text;
    PlaceKind kind;
  } rows[] = {
    { "", PLACE_TEXT },
    { "<p class=\"", PLACE_TEXT },
    { "<!DOCTYPE html><p>", PLACE_TEXT },
    { "<!-- <script> -->", PLACE_TEXT },
    { "<script src=\"a\"></script>", PLACE_TEXT },
    { "<style>a{}</style><a title='", PLACE_TEXT },
    { "<a data-href=\"", PLACE_TEXT },
    { "<a class=\"b\" href=\"", PLACE_URL_START },
    { "<IMG SRC='", PLACE_URL_START },
    { "<a href = \"", PLACE_TEXT }, /* nobody writes it so; the page itself is looked at */
    { "<a href=\"https://a.vn/", PLACE_TEXT },
    { "<a href=\"a?b=", PLACE_URL_REST },
    { "<a href=\"mailto:", PLACE_URL_REST },
    { "<a onclick=\"", PLACE_SCRIPT },
    { "<script>", PLACE_SCRIPT },
    { "<script>a('</b>')", PLACE_SCRIPT },
    { "<Script type=\"x\">", PLACE_SCRIPT },
    { "<p style=\"color:", PLACE_STYLE },
    { "<style>a{color:", PLACE_STYLE },
    { "<style>a{content:\"", PLACE_STYLE_TEXT },
    { "<style>a{content:\"x\";color:", PLACE_STYLE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    HtmlPlace place = { 0 };
    place_feed (&place, rows[i].text, strlen (rows[i].text));
    if (place_kind (&place) != rows[i].kind)
      g_error ("%s: %d", rows[i].text, place_kind (&place));
  }
}

static void
test_values (void)
{
  static const struct {
    const char *text, *value, *expected; /* NULL: an error */
  } rows[] = {
    { "<a href=\"{{v}}\">", "https://a.vn/?a&b", "<a href=\"https://a.vn/?a&amp;b\">" },
    { "<a href=\"{{v}}\">", "a b.html", "<a href=\"a b.html\">" },
    { "<a href=\"{{v}}\">", "tel:113", "<a href=\"tel:113\">" },
    { "<a href=\"{{v}}\">", "javascript:x()", NULL },
    { "<a href=\"{{v}}\">", "java\nscript:x()", NULL },
    { "<a href=\"{{no}}{{v}}\">", "javascript:x()", NULL },
    { "<a href=\"/{{v}}\">", "javascript:x()", "<a href=\"/javascript:x()\">" },
    { "<a href=\"a?b={{v}}\">", "c&d=\"é", "<a href=\"a?b=c%26d%3D%22%C3%A9\">" },
    { "<a href=\"mailto:{{v}}\">", "a@b.vn?bcc=c", "<a href=\"mailto:a@b.vn%3Fbcc%3Dc\">" },
    { "<p class=\"{{v}}\">", "javascript:x()", "<p class=\"javascript:x()\">" },
    { "<style>a{color:{{v}}}</style>", "#fff", "<style>a{color:#fff}</style>" },
    { "<style>a{color:{{v}}}</style>", "red}b{x:url(//a)", NULL },
    { "<style>a{content:\"{{v}}\"}</style>", "a\"b\\</style>",
      "<style>a{content:\"a\\22 b\\5c \\3c /style\\3e \"}</style>" },
    { "<script>a = \"{{v}}\"</script>", "x", NULL },
    { "<script>a = {{{v}}}</script>", "x", NULL },
    { "<a onclick=\"{{v}}\">", "x", NULL },
    { "<script type=\"application/ld+json\">{{json v}}</script>", "a\"</script>\xE2\x80\xA8",
      "<script type=\"application/ld+json\">\"a\\\"\\u003c/script\\u003e\\u2028\"</script>" },
    { "<p data-a=\"{{json v}}\">", "a\"", "<p data-a=\"&quot;a\\&quot;&quot;\">" },
    { "{{json no}}", "x", "null" },
    { "{{json v w}}", "x", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TemplateSet) set =
      template_set_new (find_text, (gpointer) rows[i].text, TEMPLATE_STRICT);
    g_autoptr (Report) report = report_new ();
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (Value) data = value_map ();
    value_set_text (data, "v", rows[i].value);
    value_set (data, "no", value_null ());
    const Template *template = template_set_get (set, "page", report);
    gboolean is_good =
      template && template_fill (template, NULL, data, template_escape_html, out, report);
    g_assert_cmpint (is_good, ==, report_n_errors (report) == 0);
    if (g_strcmp0 (is_good ? out->str : NULL, rows[i].expected) != 0)
      g_error ("%s: %s", rows[i].text, is_good ? out->str : "an error");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/places", test_places);
  g_test_add_func ("/place/values", test_values);
  return g_test_run ();
}
