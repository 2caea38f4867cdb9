/* SPDX-License-Identifier: MIT */
#include "load/link.h"

#include "tree_support.h"

/* Links between documents and to files. */
static void
test_links (void)
{
#define AT "content/a/a.md:5"
  static const struct {
    const char *url, *target, *fault;
  } rows[] = {
    { "b.md", "../a/b.html", NULL },
    { "./b.md", "../a/b.html", NULL },
    { "../c/d.md", "../c/d.html", NULL },
    { "/c/d.md", "../c/d.html", NULL },
    { "/c/../a/b.md#x", "../a/b.html#x", NULL },
    { "b.html", "../a/b.html", NULL },
    { "e.pdf", "../a/e.pdf", NULL },
    { "/f.pdf", "../f.pdf", NULL },
    { "/f.pdf?x", "../f.pdf?x", NULL },
    { "/index.md", "../index.html", NULL },
    { "/index.html", "../index.html", NULL },
    { "#dau", "#dau", NULL },
    { "https://a.gov.vn/", "https://a.gov.vn/", NULL },
    { "mailto:a@b.vn", "mailto:a@b.vn", NULL },
    { "tel:02438", "tel:02438", NULL },
    { "x.md", NULL, "there is no document “x.md”" },
    { "draft.md", NULL, "there is no document “draft.md”" },
    { "script.md", NULL, "the document “script.md” has no page" },
    { "../b.md", NULL, "there is no document “../b.md”" },
    { "x.pdf", NULL, "there is no file “x.pdf”" },
    { "../../x.pdf", NULL, "the link “../../x.pdf” leads out of the site" },
    { "/../x.pdf", NULL, "the link “/../x.pdf” leads out of the site" },
    { "%2e%2e/%2e%2e/x.pdf", NULL, "the link “%2e%2e/%2e%2e/x.pdf” leads out of the site" },
    { "", NULL, "this link has no target" },
    { "//evil.com/", NULL, "“//evil.com/” is not a whole address" },
    { "javascript:alert(1)", NULL, "a link cannot start with “javascript:”" },
    { "JaVaScRiPt:alert(1)", NULL, "a link cannot start with “javascript:”" },
    { "&#106;avascript:alert(1)", NULL, "a link cannot start with “javascript:”" },
    { "<java&Tab;script:alert(1)>", NULL, "a link cannot start with “javascript:”" },
    { "<java&NewLine;script:alert(1)>", NULL, "a link cannot start with “javascript:”" },
    { "<&#1;javascript:alert(1)>", NULL, "a link cannot start with “javascript:”" },
    { "https:evil.com", NULL, "“https:evil.com” is not a whole address" },
    { "https://u@evil.com/", NULL, "shows one host and leads to another" },
    { "https://vn\xD0\xB5id.gov.vn/", NULL, "letters that only look like Latin ones" },
    { "https://evil.com/", NULL, "warning: the host of “https://evil.com/” is not one links" },
    { "mailto:a@b.vn?bcc=c@d.vn", NULL, "is not one mail address" },
    { "tel:*21*0900000000#", NULL, "is not a telephone number" },
    { "vbscript:x", NULL, "a link cannot start with “vbscript:”" },
    { "data:text/html,x", NULL, "a link cannot start with “data:”" },
    { "file:///etc/passwd", NULL, "a link cannot start with “file:”" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (PAGE "Một [hai](%s)\n", rows[i].url);
    TestFile files[] = { { "content/a/a.md", text },
                         { "content/a/b.md", PAGE },
                         { "content/c/d.md", PAGE },
                         { "content/a/draft.md", "---\nkind: page\ntitle: T\ndraft: true\n---\n" },
                         { "content/a/script.md",
                           "---\nkind: guide\ntitle: T\noutputs: script\n---\n" },
                         { "content/a/e.pdf", "x" },
                         { "content/index.md", PAGE },
                         { "static/f.pdf", "x" } };
    g_auto (TestSite) test = { 0 };
    g_autofree char *faults = NULL;
    test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
    g_assert_cmpstr (test.faults, ==, "");
    g_test_message ("%s", rows[i].url);
    g_autofree char *tree = tree_in_site (&test, "content/a/a.md", &faults);
    if (rows[i].target) {
      g_autofree char *wanted = g_strdup_printf ("(p('Một ' a<%s>('hai')))", rows[i].target);
      g_assert_cmpstr (faults, ==, "");
      g_assert_cmpstr (tree, ==, wanted);
    } else {
      g_assert_true (g_str_has_prefix (faults, AT));
      g_assert_true (g_str_has_suffix (faults, "\n") && strstr (faults, rows[i].fault));
    }
  }
}

/* The words of a link lead where they say. */
static void
test_lies (void)
{
  static const struct {
    const char *link;
    gboolean lies;
  } rows[] = {
    { "[vneid.gov.vn](https://vneid.gov.vn/)", FALSE },
    { "<https://vneid.gov.vn/>", FALSE },
    { "[**vneid**.gov.vn](https://dvc.gov.vn/)", TRUE },
    { "[`vneid.gov.vn`](b.md)", TRUE },
    { "[113](tel:114)", TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (PAGE, rows[i].link, " a\n", NULL);
    TestFile files[] = { { "content/a/a.md", text }, { "content/a/b.md", PAGE } };
    g_auto (TestSite) test = { 0 };
    g_autofree char *faults = NULL;
    test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
    g_free (tree_in_site (&test, "content/a/a.md", &faults));
    g_test_message ("%s", rows[i].link);
    g_assert_cmpint (strstr (faults, "error: this link says") != NULL, ==, rows[i].lies);
  }
}

static void
test_pictures (void)
{
  static const struct {
    const char *url, *fault;
  } rows[] = {
    { "e.png", NULL },
    { "/f.png", NULL },
    { "x.png", "there is no file “x.png”" },
    { "b.md", "“b.md” is not a picture" },
    { "#x", "“#x” is not a picture" },
    { "https://evil.com/x.png", "pictures from elsewhere are not shown" },
    { "//evil.com/x.png", "pictures from elsewhere are not shown" },
    { "data:image/png;base64,x", "pictures from elsewhere are not shown" },
    { "javascript:alert(1)", "pictures from elsewhere are not shown" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (PAGE "![a](%s) b\n", rows[i].url);
    TestFile files[] = { { "content/a/a.md", text },
                         { "content/a/b.md", PAGE },
                         { "content/a/e.png", "x" },
                         { "static/f.png", "x" } };
    g_auto (TestSite) test = { 0 };
    g_autofree char *faults = NULL;
    test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
    g_free (tree_in_site (&test, "content/a/a.md", &faults));
    g_test_message ("%s", rows[i].url);
    g_assert_cmpint (*faults == '\0', ==, rows[i].fault == NULL);
    if (rows[i].fault)
      g_assert_nonnull (strstr (faults, rows[i].fault));
  }
}

static void
test_fragments (void)
{
  static const struct {
    const char *text;
    gboolean may_be;
  } rows[] = {
    { "# Các bước\n\n## Hai\n", FALSE },
    { "Số 12#3 và C#", FALSE },
    { "", FALSE },
    { "#", FALSE },
    { "md#", FALSE },
    { "[a](https://vneid.gov.vn/#x)", FALSE },
    { "[a](#x)", TRUE },
    { "[a](<#x>)", TRUE },
    { "[a]\n\n[a]: #x", TRUE },
    { "[a](b.md#x)", TRUE },
    { "# Một\n\n[a](../b/c.md#x)", TRUE },
    { "[a]: /b.md#x", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (link_fragments_are_in (rows[i].text, strlen (rows[i].text)) != rows[i].may_be)
      g_error ("%s", rows[i].text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/links", test_links);
  g_test_add_func ("/link/lies", test_lies);
  g_test_add_func ("/link/pictures", test_pictures);
  g_test_add_func ("/link/fragments", test_fragments);
  return g_test_run ();
}
