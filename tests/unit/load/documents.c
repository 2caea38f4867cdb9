/* SPDX-License-Identifier: MIT */
#include "load/documents.h"

#include "../site_support.h"

#define PAGE(more) "---\nkind: page\ntitle: T\n" more "---\n"

/* Series have a page of all their parts; old addresses lead on. */
static void
test_made_pages (void)
{
#define PART(n) "---\nkind: page\ntitle: \"Kỳ *" n "*\"\nseries: {name: Sổ tay, number: " n "}\n---\n\nBài " n ".\n"
  static const TestFile files[] = {
    { "content/site.yaml", "title: T\noffice: \"01\"\nbase_url: https://a.gov.vn/x/\n" },
    { "content/a/m.md", PART ("10") },
    { "content/a/z.md", PART ("2") },
    { "content/a/mot.md", "---\nkind: page\ntitle: M\nseries: Một mình\nold_addresses: [/b/c.html, "
                          "https://a.gov.vn/x/d/, e]\n---\n" },
    { "content/a/sai.md", "---\nkind: page\ntitle: S\nold_addresses: [a.aspx?id=1, ../b.html, "
                          "a/sai.html]\n---\n" },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (
    test.faults, ==,
    "content/a/sai.md:4:16: error: no page can stand at “../b.html”; write the path of a page of "
    "this site: ban-tin/ten-cu.html\ncontent/a/sai.md:4:16: error: no page can stand at "
    "“a.aspx?id=1”; write the path of a page of this site: ban-tin/ten-cu.html\n"
    "content/a/sai.md:4:16: error: “a/sai.html” is the address this document has now\n");
  const Document *whole = site_document (test.site, "content/loat-bai/so-tay.md");
  g_assert_true (whole->is_whole_series && whole->n_parts == 2);
  g_assert_cmpstr (whole->source->text + whole->body_offset, ==,
                   "\n## Kỳ \\*2\\*\n\n{{>/a/z.md}}\n\n## Kỳ \\*10\\*\n\n{{>/a/m.md}}\n");
  g_assert_null (site_document (test.site, "content/loat-bai/mot-minh.md"));
  g_autofree char *old =
    g_strjoinv (" ", (char **) site_document (test.site, "content/a/mot.md")->old_addresses);
  g_assert_cmpstr (old, ==, "b/c.html d/index.html e/index.html");
}

/* The page of a series is in the language of its parts. */
static void
test_made_language (void)
{
#define LESSON(n) "---\nkind: page\nlang: en\ntitle: What to do with the waste of the house when the water comes, part " \
  n "\nseries: {name: Waste, number: " n "}\n---\n\nPut it into the three bags.\n"
  static const TestFile files[] = {
    { "content/en/a.md", LESSON ("1") },
    { "content/en/b.md", LESSON ("2") },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_assert_cmpstr (site_document (test.site, "content/loat-bai/waste.md")->lang, ==, "en");
}

/* What is not published is not part of the site, nor of what others say. */
static void
test_published (void)
{
  static const TestFile files[] = {
    { "content/a/mai.md", PAGE ("publish: 2026-10-02\nreplaces: a.md\n") },
    { "content/a/nhap.md", PAGE ("draft: có\n") },
    { "content/a/a.md", PAGE ("replaces: nhap.md\ntranslation_of: mai.md\n") },
    { "content/a/nua-dem.md",
      PAGE ("publish: 1/10/2026 12:00\nexpires: 3/10/2026\nreview_by: 4/10/2026\n") },
  };
  g_auto (TestSite) test = { 0 };
  g_auto (TestSite) drafts = { 0 };
  g_auto (TestSite) later = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  const Document *a = site_document (test.site, "content/a/a.md");
  g_assert_cmpuint (test.site->documents->len, ==, 2);
  g_assert_null (site_document (test.site, "content/a/mai.md"));
  g_assert_true (a->replaces == NULL && a->translation_of == NULL && a->replaced_by == NULL);
  g_assert_cmpint (test.site->until, ==, TEST_NOW + 12 * 3600); /* “mai” comes */

  test_site_load (&drafts, files, G_N_ELEMENTS (files), TEST_NOW, TRUE);
  a = site_document (drafts.site, "content/a/a.md");
  g_assert_cmpuint (drafts.site->documents->len, ==, 4);
  g_assert_cmpstr (a->replaces->slug, ==, "nhap");
  g_assert_cmpstr (a->translation_of->slug, ==, "mai");
  g_assert_cmpstr (a->replaced_by->slug, ==, "mai");

  test_site_load (&later, files, G_N_ELEMENTS (files), TEST_NOW + 12 * 3600, FALSE);
  g_assert_nonnull (site_document (later.site, "content/a/mai.md"));
  g_assert_cmpint (later.site->until, ==, TEST_NOW + 60 * 3600); /* “nua-dem” ends with its day */
}

/* How much of a site is read again for one file that was saved, without texts in memory. */
static void
test_saved (void)
{
  static const char before[] = "content/a/a.md";
  static const TestFile files[] = { { before, PAGE ("") "Một\n" } };
  static const struct {
    const char *text;
    Reread wanted;
  } rows[] = {
    { PAGE ("") "Một\n", REREAD_SAME },
    { PAGE ("") "Hai\n", REREAD_BODY },
    { PAGE ("summary: S\n") "Hai\n", REREAD_MATTER },
    { PAGE ("summary: S\nlang: en\n") "Hai\n", REREAD_SITE }, /* which has a language more now */
    { PAGE ("summary: S\nduyệt: { chức vụ: A, ngày: 1/10/2026, mã: 00 }\n") "Hai\n",
      REREAD_MATTER },
    /* An approval holds for the body, too: what is told of it may be another. */
    { PAGE ("summary: S\nduyệt: { chức vụ: A, ngày: 1/10/2026, mã: 00 }\n") "Ba\n",
      REREAD_MATTER },
  };
  g_auto (TestSite) test = { 0 };
  const LoadOptions options = { .now = TEST_NOW, .n_threads = 1 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  Document *document = (Document *) site_document (test.site, before);
  document->source = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    scratch_write (test.folder, before, rows[i].text, -1);
    g_assert_cmpint (documents_reread (test.site, document, &options, report), ==, rows[i].wanted);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/made-pages", test_made_pages);
  g_test_add_func ("/documents/made-language", test_made_language);
  g_test_add_func ("/documents/published", test_published);
  g_test_add_func ("/documents/saved", test_saved);
  return g_test_run ();
}
