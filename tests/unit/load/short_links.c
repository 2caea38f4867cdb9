/* SPDX-License-Identifier: MIT */
#include "load/short_links.h"

#include "../site_support.h"

#define SITE_YAML "title: T\noffice: \"01\"\nbase_url: https://a.gov.vn/\n"
#define GUIDE     "---\nkind: page\ntitle: Cách làm\n---\n"

static const TestFile base[] = {
  { "content/site.yaml", SITE_YAML },
  { "content/a/b.md", GUIDE },
  { "content/a/c.md", "---\nkind: page\ntitle: C\nđầu ra: không\n---\n" },
};

static void
load (TestSite *test, const char *table)
{
  const TestFile files[] = { base[0], base[1], base[2], { SHORT_LINKS_FILE, table } };
  test_site_load (test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
}

static void
test_table (void)
{
  g_auto (TestSite) test = { 0 };
  const ShortLink *link;

  load (&test, "mã,đích,tiêu đề,ngừng\n"
               "cach-lam,a/b.md,,\nmoi,a/b,Mới hơn,không\n"
               "tinh,https://tinh.gov.vn/x,Trang tỉnh,\ncu,https://tinh.gov.vn/cu,,có\n");
  g_assert_cmpstr (test.faults, ==, "");
  link = site_short_link (test.site, "cach-lam");
  g_assert_cmpstr (link->target, ==, "a/b.html");
  g_assert_cmpstr (link->title, ==, "Cách làm");
  g_assert_false (link->is_external);
  g_assert_cmpstr (site_short_link (test.site, "moi")->title, ==, "Mới hơn");
  g_assert_true (site_short_link (test.site, "tinh")->is_external);
  g_assert_null (site_short_link (test.site, "cu")->target);
  g_assert_null (site_short_link (test.site, "khac"));
}

static void
test_faults (void)
{
  static const struct {
    const char *table, *fault;
  } rows[] = {
    { "mã,đich\na,b\n", "q.csv:1:4: error: there is no column “đich”" },
    { "mã\na\n", "the column “đích” is missing" },
    { "mã,đích\nA b,a/b.md\n", "q.csv:2:1: error: “A b” cannot be part of an address" },
    { "mã,đích,ngừng\na,a/b.md,có\na,a/b.md,\n", "q.csv:3:1: error: “a” is taken already" },
    { "mã,đích\na,\n", "“a” leads nowhere" },
    { "mã,đích\na,a/x.md\n", "q.csv:2:3: error: there is no document “a/x.md”" },
    { "mã,đích\na,a/c.md\n", "“a/c.md” is not published" },
    { "mã,đích\na,https://xau.com/\n", "may not stand behind a QR code" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (TestSite) test = { 0 };
    load (&test, rows[i].table);
    if (strstr (test.faults, rows[i].fault) == NULL)
      g_error ("%s: %s", rows[i].fault, test.faults);
  }
}

/* A code may lead to the page itself, to another one, or to a short link. */
static void
test_manual (void)
{
  static const struct {
    const char *said, *manual, *fault;
  } rows[] = {
    { "trang này", "https://a.gov.vn/a/d.html", NULL },
    { "b.md", "https://a.gov.vn/a/b.html", NULL },
    { "q/x", "https://a.gov.vn/q/x.html", NULL },
    { "q/cu", NULL, "the short link “cu” is retired" },
    { "q/y", NULL, "there is no short link “y” in content/q.csv" },
    { "z.md", NULL, "there is no document “z.md”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (TestSite) test = { 0 };
    g_autofree char *text =
      g_strdup_printf ("---\nkind: page\ntitle: D\ntài liệu: %s\n---\n", rows[i].said);
    const TestFile files[] = { base[0],
                               base[1],
                               { "content/a/d.md", text },
                               { SHORT_LINKS_FILE, "mã,đích,ngừng\nx,a/b.md,\ncu,,có\n" } };
    test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
    g_assert_cmpstr (site_document (test.site, "content/a/d.md")->manual, ==, rows[i].manual);
    if (rows[i].fault && strstr (test.faults, rows[i].fault) == NULL)
      g_error ("%s: %s", rows[i].fault, test.faults);
    if (rows[i].fault == NULL)
      g_assert_cmpstr (test.faults, ==, "");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/short-links/table", test_table);
  g_test_add_func ("/short-links/faults", test_faults);
  g_test_add_func ("/short-links/manual", test_manual);
  return g_test_run ();
}
