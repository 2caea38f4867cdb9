/* SPDX-License-Identifier: MIT */
#include "load/site.h"

#include "../site_support.h"

#define PAGE "---\nkind: page\ntitle: T\n---\n"

static void
test_no_site (void)
{
  LoadOptions options = { .now = TEST_NOW, .n_threads = 1 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Report) report = report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (site_load ("/nonexistent", &options, inputs, report, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_faults (void)
{
  static const struct {
    TestFile file, other;
    const char *faults;
  } rows[] = {
    { { "content/site.yaml", "title: T\noffice: \"99\"\n" },
      { NULL, NULL },
      "content/site.yaml:2:9: error: there is no office “99”\n" },
    { { "content/a/Tên Có Dấu.md", PAGE },
      { NULL, NULL },
      "content/a/Tên Có Dấu.md: error: names of files and folders become addresses: only a–z, 0–9, "
      "“-”, “_” and “.”\n" },
    { { "content/A/a.md", PAGE },
      { NULL, NULL },
      "content/A/a.md: error: names of files and folders become addresses: only a–z, 0–9, “-”, “_” "
      "and “.”\n" },
    { { "content/a/index.md", PAGE },
      { NULL, NULL },
      "content/a/index.md: error: the page “index” of a section is the list of its documents\n" },
    { { "content/data/a.yaml", "- 1\n" },
      { "content/data/a.csv", "b\n1\n" },
      "content/data/a.yaml: error: there is another file with the name “a” in content/data/\n" },
    { { "content/data/a.yaml", "a: [\n" },
      { NULL, NULL },
      "content/data/a.yaml:2:1: error: a text, or a closing bracket, is missing here\n" },
    { { "content/offices.yaml",
        "a:\n  locality: \"01\"\n  name_lines: [A]\n  name: A\n  emblem: x.svg\n" },
      { NULL, NULL },
      "content/offices.yaml:1:1: error: there is no file “static/x.svg” for the emblem of “a”\n" },
    { { "content/offices.yaml",
        "a:\n  locality: \"01\"\n  name_lines: [A]\n  name: A\n  emblem: x.svg\n" },
      { "static/x.svg", "x" },
      "" },
    { { "content/lexicon.yaml", "a: &b c\n" },
      { NULL, NULL },
      "content/lexicon.yaml:1:4: error: YAML anchors (&), aliases (*) and tags (!) are not used "
      "here\n" },
    { { "content/a/a.md", "\xFF" },
      { NULL, NULL },
      "content/a/a.md: error: line 1 is not UTF-8 text; save the file as “UTF-8” in your "
      "editor\n" },
    { { "content/a/a.md", "" }, { NULL, NULL }, "content/a/a.md: error: the file is empty\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TestFile files[] = { rows[i].file, rows[i].other };
    g_auto (TestSite) test = { 0 };
    test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
    g_test_message ("%s", rows[i].file.name);
    g_assert_cmpstr (test.faults, ==, rows[i].faults);
  }
}

/* All faults of all files in one run. */
static void
test_all_at_once (void)
{
  static const TestFile files[] = {
    { "content/site.yaml", "title: T\noffice: \"01\"\nx: y\n" },
    { "content/localities.csv", "code,name,kind\n1,A,làng\n" },
    { "content/offices.yaml", "a: b\n" },
    { "content/a/a.md", "" },
    { "content/a/b.md", "---\nkind: page\n---\n" },
    { "content/data/x.csv", "a,b\n1\n" },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpuint (report_n_errors (test.report), ==, 6);
}

static void
test_data (void)
{
  static const TestFile files[] = { { "content/data/dich-vu.yaml", "- {a: 1}\n" },
                                    { "content/data/bang.csv", "x,y\n1,2\n" } };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_autofree char *dump = value_dump (test.site->data);
  g_assert_cmpstr (dump, ==,
                   "{\n  \"bang\": [\n    {\n      \"x\": \"1\",\n      \"y\": \"2\"\n    }\n  ],\n"
                   "  \"dich-vu\": [\n    {\n      \"a\": \"1\"\n    }\n  ]\n}\n");
}

/* Sections that the configuration does not name come after those it names; successors are part of
 * the site. */
/* What every page says first, and where its menu leads. */
static void
test_links_of_all_pages (void)
{
  static const struct {
    const char *yaml, *faults, *href;
    gboolean is_there;
  } rows[] = {
    { "khẩn cấp: {nội dung: Bão, đến: 1/10/2026, xem: a/b.md}\n", "", "a/b.html", TRUE },
    { "emergency: {text: Bão, until: 2026-10-01 11:59, link: /a/b.md}\n", "", "a/b.html", FALSE },
    { "khẩn cấp: {nội dung: Bão, đến: 1/10/2026}\n", "", NULL, TRUE },
    { "khẩn cấp: {nội dung: Bão, đến: 1/10/2026, xem: https://a.gov.vn/}\n", "",
      "https://a.gov.vn/", TRUE },
    { "khẩn cấp: {nội dung: Bão, đến: 1/10/2026, xem: a/c.md}\n",
      "content/site.yaml:3:48: error: there is no document “/a/c.md”\n", NULL, TRUE },
    { "khẩn cấp: {nội dung: Bão}\n",
      "content/site.yaml:3:11: error: an emergency needs the key “until” (“đến”)\n", NULL, FALSE },
    { "menu: [{title: A, url: \"https://b.example.vn/\"}]\n",
      "content/site.yaml:3:24: warning: the host of “https://b.example.vn/” is not one links of this "
      "site usually lead to\n",
      NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *yaml = g_strconcat ("title: T\noffice: \"01\"\n", rows[i].yaml, NULL);
    const TestFile files[] = { { "content/site.yaml", yaml },
                               { "content/a/b.md", "---\nkind: page\ntitle: T\n---\n" } };
    g_auto (TestSite) test = { 0 };
    test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
    g_test_message ("%s", rows[i].yaml);
    g_assert_cmpstr (test.faults, ==, rows[i].faults);
    g_assert_cmpstr (test.site->emergency.href, ==, rows[i].href);
    g_assert_cmpint (site_has_emergency (test.site), ==, rows[i].is_there);
  }
}

/* Folders that only say when; usual ones have a title. */
static void
test_sections (void)
{
  static const TestFile files[] = {
    { "content/ban-tin/2026/11/a.md", "---\nkind: page\ntitle: T\n---\n\n[b](b.md)\n" },
    { "content/ban-tin/2026/11/b.md", "---\nkind: page\ntitle: T\n---\n" },
    { "content/ban-tin/thang-5/index2.md", "---\nkind: page\ntitle: T\n---\n" },
    { "content/linh-tinh/a.md", "---\nkind: page\ntitle: T\n---\n" },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpuint (test.site->sections->len, ==, 2);
  g_assert_cmpstr (site_section (test.site, "ban-tin")->title, ==, "Bản tin");
  const Document *deep = site_document (test.site, "content/ban-tin/2026/11/a.md");
  g_assert_cmpstr (deep->section, ==, "ban-tin");
  g_assert_cmpstr (deep->href, ==, "ban-tin/2026/11/a.html");
  g_autoptr (Report) report = report_new ();
  site_check_sections (test.site, report);
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==,
                   "content/linh-tinh/a.md: warning: the folder “linh-tinh” has no title, so its "
                   "name stands in the menu of every page\n");
}

static void
test_completed (void)
{
  static const TestFile files[] = {
    { "content/site.yaml", "title: T\noffice: cu\nsections: [{id: c, title: C}]\n" },
    { "content/offices.yaml", "cu:\n  locality: \"10\"\n  name_lines: [A]\n  name: A\n  valid_to: "
                              "30/6/2025\n  successor: \"15\"\n" },
    { "content/b/b.md", PAGE },
    { "content/a/a.md", PAGE },
    { "content/c/c.md", PAGE },
    { "content/d.md", PAGE },
  };
  g_auto (TestSite) test = { 0 };
  static const char *const ids[] = { "c", "a", "b" };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_assert_cmpuint (test.site->sections->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (g_array_index (test.site->sections, Section, i).id, ==, ids[i]);
  g_assert_cmpuint (test.site->office_list->len, ==, 2);
  g_assert_cmpstr (site_office (test.site, "15")->name, ==, "Ủy ban nhân dân tỉnh Lào Cai");
}

static Digest
digest_with (const TestFile *files, guint n, Moment now)
{
  g_auto (TestSite) test = { 0 };
  test_site_load (&test, files, n, now, FALSE);
  return digest_finish (&test.site->digest);
}

/* Whatever another page may show of a document changes the fingerprint of the site; its body does
 * not. */
static void
test_digest (void)
{
  static const struct {
    TestFile files[2];
    gboolean differs;
  } rows[] = {
    { { { "content/a/a.md", PAGE }, { NULL, NULL } }, FALSE },
    { { { "content/a/a.md", PAGE "Một\n" }, { NULL, NULL } }, FALSE },
    { { { "content/a/a.md", "---\nkind: page\ntitle: U\n---\n" }, { NULL, NULL } }, TRUE },
    { { { "content/a/b.md", PAGE }, { NULL, NULL } }, TRUE },
    { { { "content/a/a.md", PAGE }, { "static/x", "y" } }, TRUE },
    { { { "content/a/a.md", PAGE }, { "content/data/x.yaml", "y" } }, TRUE },
    { { { "content/a/a.md", PAGE }, { "content/lexicon.yaml", "{}" } }, TRUE },
    { { { "content/a/a.md", PAGE }, { "content/offices.yaml", "" } }, TRUE },
  };
  Digest first = digest_with (rows[0].files, 2, TEST_NOW);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Digest digest = digest_with (rows[i].files, 2, TEST_NOW);
    g_assert_cmpint (digest_equal (&digest, &first), ==, !rows[i].differs);
  }
}

static void
test_inputs (void)
{
  static const TestFile files[] = { { "content/a/a.md", PAGE }, { "static/x", "y" } };
  static const char *const wanted[] = { "content",           "content/a", "content/a/a.md",
                                        "content/site.yaml", "static",    "static/x" };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (g_ptr_array_find_with_equal_func (test.inputs, wanted[i], g_str_equal, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site/links-of-all-pages", test_links_of_all_pages);
  g_test_add_func ("/site/sections", test_sections);
  g_test_add_func ("/site/no-site", test_no_site);
  g_test_add_func ("/site/faults", test_faults);
  g_test_add_func ("/site/all-at-once", test_all_at_once);
  g_test_add_func ("/site/data", test_data);
  g_test_add_func ("/site/completed", test_completed);
  g_test_add_func ("/site/digest", test_digest);
  g_test_add_func ("/site/inputs", test_inputs);
  return g_test_run ();
}
