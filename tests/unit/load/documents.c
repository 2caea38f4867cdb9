/* SPDX-License-Identifier: MIT */
/* What documents say of offices, of files and of each other. */
#include "load/documents.h"

#include "../site_support.h"

#define PAGE(more) "---\nkind: page\ntitle: T\n" more "---\n"
#define OFFICES                                                                                        \
  "cu:\n  locality: \"75\"\n  name_lines: [CŨ]\n  name: Ủy ban cũ\n  valid_to: 29/4/2026\n  "      \
  "successor: moi\n"                                                                                   \
  "moi:\n  locality: \"75\"\n  name_lines: [MỚI]\n  name: Ủy ban mới\n  valid_from: 30/4/2026\n" \
  "mo-coi:\n  locality: \"75\"\n  name_lines: [X]\n  name: Ban X\n  valid_to: 29/4/2026\n"             \
  "lao-cai:\n  locality: \"15\"\n  name_lines: [L]\n  name: Ủy ban Lào Cai\n"

static void
check (const char *matter, const char *faults)
{
  g_autofree char *text = g_strdup_printf ("---\nkind: page\ntitle: T\n%s---\n", matter);
  TestFile files[] = { { "content/offices.yaml", OFFICES },
                       { "content/a/a.md", text },
                       { "content/a/b.md", PAGE ("") },
                       { "content/a/nhap.md", PAGE ("draft: true\n") },
                       { "content/c.md", PAGE ("") },
                       { "content/a/vong.md", strstr (matter, "vong.md")
                                                ? strstr (matter, "replaces")
                                                    ? PAGE ("replaces: a.md\n")
                                                    : PAGE ("translation_of: a.md\n")
                                                : PAGE ("") },
                       { "content/a/duoi.md", PAGE ("") },
                       { "content/a/e.pdf", "x" },
                       { "static/f.pdf", "x" } };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_test_message ("%s", matter);
  g_assert_cmpstr (test.faults, ==, faults);
}

static void
test_faults (void)
{
#define A "content/a/a.md:"
  static const struct {
    const char *matter, *faults;
  } rows[] = {
    /* Lives. */
    { "office: cu\ndate: 29/4/2026\n", "" },
    { "office: moi\ndate: 30/4/2026\n", "" },
    { "office: cu\n", "" },
    { "office: cu\ndate: 30/4/2026\n", A "5:7: error: “Ủy ban cũ” did not exist on 30/04/2026: it "
                                         "ended on 29/04/2026, and “Ủy ban mới” took over\n" },
    { "office: moi\ndate: 29/4/2026\n",
      A "5:7: error: “Ủy ban mới” did not exist on 29/04/2026: it began on 30/04/2026\n" },
    { "office: mo-coi\ndate: 30/4/2026\n",
      A "5:7: error: “Ban X” did not exist on 30/04/2026: it ended on 29/04/2026, and “thành phố "
        "Đồng Nai” took over\n" },
    { "office: lao-cai\ndate: 1/7/2025\n", "" },
    { "office: lao-cai\ndate: 30/6/2025\n",
      A "5:7: error: “Ủy ban Lào Cai” did not exist on 30/06/2025: it began on 01/07/2025\n" },
    { "office: \"10\"\ndate: 1/7/2025\n",
      A "5:7: error: “Ủy ban nhân dân tỉnh Lào Cai” did not exist on 01/07/2025: it ended on "
        "30/06/2025, and “Ủy ban nhân dân "
        "tỉnh Lào Cai” took over\n" },
    { "office: \"15\"\ndate: 30/6/2025\n", "" },
    { "office: cụ\n", A "4:9: error: there is no office “cụ”; did you mean “cu”?\n" },
    { "office: \"99\"\n", A "4:9: error: there is no office “99”; write the id of a record in "
                            "content/offices.yaml, or the code of a locality\n" },
    /* Other documents. */
    { "replaces: b.md\n", "" },
    { "replaces: b\n", "" },
    { "replaces: ../c.md\n", "" },
    { "replaces: /c.md\n", "" },
    { "replaces: vong.md\n", A "4:11: error: these documents replace each other: content/a/a.md → "
                               "content/a/vong.md → content/a/a.md\n" },
    { "translation_of: vong.md\n",
      A "4:17: error: these documents are translations of each other: content/a/a.md → "
        "content/a/vong.md → content/a/a.md\n" },
    /* Who is led into a circle is not in it. */
    { "replaces: duoi.md\n", "" },
    { "translation_of: nhap.md\n", "" },
    { "replaces: x.md\n", A "4:11: error: there is no document “x.md”; write its path from this "
                            "folder, or from content/ with “/” before it\n" },
    { "translation_of: ../../../etc/passwd\n",
      A "4:17: error: there is no document “../../../etc/passwd”; write its path from this folder, "
        "or from content/ with “/” "
        "before it\n" },
    { "replaces: a.md\n", A "4:11: error: a document cannot refer to itself here\n" },
    /* Files and addresses. */
    { "attachments:\n- {title: E, file: e.pdf}\n- {title: F, file: /f.pdf}\n- {title: B, file: "
      "b.md}\n",
      "" },
    { "attachments:\n- {title: E, file: e.pdf}\n- {title: X, file: x.pdf}\n",
      A "6:3: error: there is no file “x.pdf”\n" },
    { "attachments:\n- {title: X, file: ../../x}\n",
      A "5:3: error: the link “../../x” leads out of the site\n" },
    { "manual: https://a.gov.vn/\n", "" },
    { "manual: https://a.vn/\n", A "4:9: error: “https://a.vn/” may not stand behind a QR code: "
                                   "its host is not on the list of the site\n" },
    { "review_by: 1/10/2026\n", "" },
    { "review_by: 30/9/2026\n",
      "content/a/a.md: warning: this document was to be reviewed by 30/09/2026\n" },
    /* A draft is checked before its day. */
    { "draft: true\noffice: \"99\"\n",
      A "5:9: error: there is no office “99”; write the id of a record in content/offices.yaml, or "
        "the code of a locality\n" },
    { "publish: 2030-01-01\nreplaces: x\n",
      A "5:11: error: there is no document “x”; write its path from this folder, or from content/ "
        "with “/” before it\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (rows[i].matter, rows[i].faults);
}

/* What is not published is not part of the site, nor of what others say. */
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

/* What was read is kept; where there was no room for it, a file that changes between two readings
 * is not mixed into a site. */
static void
test_reread (void)
{
  static const TestFile files[] = { { "content/a/a.md", PAGE ("") "Một\n" } };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  Document *document = (Document *) site_document (test.site, "content/a/a.md");
  g_autoptr (Source) same = NULL;
  g_autoptr (Source) other = NULL;
  g_assert_cmpstr (site_document_source (test.site, document, &same, test.report)->text, ==,
                   files[0].text);
  g_assert_null (same);
  document->source = NULL;
  g_assert_true (site_document_source (test.site, document, &same, test.report) == same);
  g_assert_cmpstr (same->text, ==, files[0].text);
  scratch_write (test.folder, "content/a/a.md", PAGE ("") "Hai\n", -1);
  g_assert_null (site_document_source (test.site, document, &other, test.report));
  g_autofree char *faults = report_faults (test.report);
  g_assert_cmpstr (faults, ==,
                   "content/a/a.md: error: the file was changed while the site was being built\n");
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
  g_test_add_func ("/documents/faults", test_faults);
  g_test_add_func ("/documents/published", test_published);
  g_test_add_func ("/documents/reread", test_reread);
  g_test_add_func ("/documents/saved", test_saved);
  return g_test_run ();
}
