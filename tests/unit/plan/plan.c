/* SPDX-License-Identifier: MIT */
#include "plan/plan.h"

#include "../product_support.h"
#include "../site_support.h"

#define PAGE(date, more) "---\nkind: page\ntitle: T\ndate: " date "\n" more "---\n"

static char *
paths_of (const Plan *plan)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < plan->outputs->len; i++)
    g_string_append_printf (out, "%s\n", g_array_index (plan->outputs, Output, i).path);
  return g_string_free (out, FALSE);
}

static char *
slugs_of (const GPtrArray *documents)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; documents && i < documents->len; i++)
    g_string_append_printf (out, "%s ", ((const Document *) documents->pdata[i])->slug);
  return g_string_free (out, FALSE);
}

/* Each output of the job once, and no sheet behind anything else. */
static void
check_order (const Plan *plan, const Job *job)
{
  g_autoptr (GArray) order = plan_job_order (plan, job);
  gboolean was_sheet = TRUE;
  guint sum = 0;

  g_assert_cmpuint (order->len, ==, job->n);
  for (guint i = 0; i < order->len; i++) {
    guint index = g_array_index (order, guint, i);
    gboolean is_sheet = g_array_index (plan->outputs, Output, index).product->form == PRODUCT_SHEET;
    g_assert_true (was_sheet || !is_sheet);
    was_sheet = is_sheet;
    sum += index - job->first;
  }
  g_assert_cmpuint (sum, ==, job->n * (job->n - 1) / 2);
}

/* Jobs cover all outputs, in order, none twice; outputs of one job are of one document. */
static void
check_jobs (const Plan *plan)
{
  guint next = 0;

  for (guint i = 0; i < plan->jobs->len; i++) {
    const Job *job = &g_array_index (plan->jobs, Job, i);
    g_assert_cmpuint (job->first, ==, next);
    g_assert_cmpuint (job->n, >, 0);
    check_order (plan, job);
    next += job->n;
    for (guint j = job->first; j < next; j++)
      g_assert_true (g_array_index (plan->outputs, Output, j).document
                     == g_array_index (plan->outputs, Output, job->first).document);
  }
  g_assert_cmpuint (next, ==, plan->outputs->len);
}

static void
test_paths (void)
{
  static const TestFile files[] = {
    { "content/site.yaml", "title: T\noffice: \"01\"\nbase_url: https://a.gov.vn/\nsections: [{id: "
                           "b, title: B}, {id: trong, title: C}]\n" },
    { "content/index.md", PAGE ("2026-01-01", "") },
    { "content/lien-he.md", PAGE ("2026-01-01", "") },
    { "content/a/tin.md",
      "---\nkind: bulletin\ntitle: T\ndate: 2026-01-01\nmanual: https://a.gov.vn/x\n---\n" },
    { "content/a/anh.png", "x" },
    { "content/b/huong.dan.md", "---\nkind: guide\ntitle: T\noutputs: [script]\n---\n" },
    { "content/b/c/sau.md", PAGE ("2026-01-01", "manual: https://a.gov.vn/y\noutputs: [qr]\n") },
    { "content/a/cua-phuong.md", PAGE ("2025-01-01", "office: \"15\"\n") },
    { "static/f.pdf", "x" },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_autoptr (Plan) plan = plan_new (test.site, "assets/x.css", FALSE);
  g_autofree char *paths = paths_of (plan);
  g_assert_cmpstr (
    paths, ==,
    "assets/x.css\nindex.html\n404.html\nrobots.txt\nassets/bieu-tuong.svg\nmanifest.webmanifest\nsw.js\nassets/giu-lai.js\nassets/404.js\nassets/doc-loa.js\nfeed.xml\nsitemap.xml\n"
    "b/index.html\ntrong/index.html\na/index.html\nb/c/index.html\n"
    "co-quan/index.html\nco-quan/01.html\nco-quan/15.html\nco-quan/15-2025-06-30.html\n"
    "tim-kiem.html\nassets/tim-kiem.js\na-z/t.html\n"
    "luu-tru/index.html\nluu-tru/2026-01.html\nluu-tru/2025-01.html\nso-do.html\na/feed.xml\n"
    "co-quan/01/feed.xml\nco-quan/15-2025-06-30/feed.xml\n"
    "a/cua-phuong.html\na/tin.html\na/tin/loa.pdf\na/tin/loa-chu-to.pdf\na/tin/loa.html\na/tin/"
    "loa.txt\na/tin/loa.ssml\na/tin/loa-ssml.txt\na/tin/loa-may.txt\na/tin/qr.svg\n"
    "b/c/sau/qr.svg\nb/huong.dan/loa.html\nb/huong.dan/loa.txt\nlien-he.html\n"
    "a/anh.png\nf.pdf\n");
  check_jobs (plan);
  const Output *home = &g_array_index (plan->outputs, Output, 1);
  g_assert_true (home->product == product_of_file ("index.html")
                 && home->document == test.site->home);
  /* No other page of the site is one of a document, nor written in its section. */
  for (guint i = 0; i < plan->outputs->len; i++) {
    const Output *output = &g_array_index (plan->outputs, Output, i);
    gboolean is_of_document = output->product->scope == PRODUCT_OF_DOCUMENT || output == home;
    g_assert_true ((output->document != NULL) == is_of_document);
  }
}

static void
test_without_address (void)
{
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, NULL, 0, TEST_NOW, FALSE);
  g_autoptr (Plan) plan = plan_new (test.site, "s.css", FALSE);
  g_autofree char *paths = paths_of (plan);
  g_assert_cmpstr (paths, ==,
                   "s.css\nindex.html\n404.html\nrobots.txt\nassets/bieu-tuong.svg\nmanifest.webmanifest\nsw.js\nassets/giu-lai.js\nassets/404.js\nassets/doc-loa.js\nco-quan/"
                   "index.html\nco-quan/01.html\ntim-kiem.html\nassets/tim-kiem.js\nluu-tru/index.html\nso-do.html\nlien-he.html\n");
  check_jobs (plan);
}

/* By the first letter of the folded title, others under “0”; as many pages as it takes, and the
 * files of an index behind all that was planned. */
static void
test_letters (void)
{
  static const TestFile files[] = {
    { "content/a/1.md", "---\nkind: page\ntitle: Đất\n---\n" },
    { "content/a/2.md", "---\nkind: page\ntitle: “Dân”\n---\n" },
    { "content/a/3.md", "---\nkind: page\ntitle: 12 điều\n---\n" },
    { "content/a/4.md", "---\nkind: page\ntitle: Ấp\n---\n" },
  };
  const char *const index[] = { "tim/goc.js", "tim/tu.js", NULL };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_autoptr (Plan) plan = plan_new (test.site, "s.css", FALSE);
  g_autoptr (GString) letters = g_string_new (NULL);
  for (guint i = 0; i < plan->letters->len; i++) {
    const PlanLetter *letter = plan->letters->pdata[i];
    g_string_append_printf (letters, "%s%u/%u ", letter->letter, letter->documents->len,
                            plan_letter_pages (letter));
  }
  g_assert_cmpstr (letters->str, ==, "01/1 a1/1 d2/1 ");
  g_autofree char *first = plan_letter_path ("d", 1);
  g_autofree char *second = plan_letter_path ("d", 2);
  g_assert_cmpstr (first, ==, "a-z/d.html");
  g_assert_cmpstr (second, ==, "a-z/d-2.html");
  guint n = plan->outputs->len;
  plan_add_index (plan, index);
  g_assert_cmpuint (plan->outputs->len, ==, n + 2);
  g_assert_cmpuint (g_array_index (plan->outputs, Output, n + 1).index_file, ==, 1);
  check_jobs (plan);
}

/* What is expired or replaced leaves the lists and keeps its page. */
static void
test_lists (void)
{
  static const TestFile files[] = {
    { "content/a/cu.md", PAGE ("2026-01-01", "") },
    { "content/a/moi.md", PAGE ("2026-03-01", "replaces: cu.md\n") },
    { "content/a/het-han.md", PAGE ("2026-04-01", "expires: 2026-05-01\n") },
    { "content/a/con-han.md", PAGE ("2026-02-01", "expires: 2027-05-01\n") },
    { "content/a/mai.md", PAGE ("2026-02-01", "publish: 2027-01-01\n") },
    { "content/a/nhap.md", PAGE ("2026-02-01", "draft: true\n") },
    { "content/a/khong-ngay.md", "---\nkind: page\ntitle: T\n---\n" },
    { "content/a/b.md", PAGE ("2026-02-01", "") },
    { "content/a/chi-loa.md",
      "---\nkind: bulletin\ntitle: T\ndate: 2026-01-01\noutputs: script\n---\n" },
    { "content/b/khac.md", PAGE ("2026-09-01", "office: \"31\"\n") },
    { "content/b/en.md", PAGE ("2026-08-01", "lang: en\ntranslation_of: khac.md\n") },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_autoptr (Plan) plan = plan_new (test.site, "s.css", FALSE);
  g_autofree char *newest = slugs_of (plan->newest);
  g_assert_cmpstr (newest, ==, "khac moi b con-han khong-ngay ");
  g_autofree char *section =
    slugs_of (plan_section_documents (plan, &g_array_index (test.site->sections, Section, 0)));
  g_assert_cmpstr (section, ==, "moi b con-han khong-ngay ");
  g_autofree char *office =
    slugs_of (g_hash_table_lookup (plan->by_office, site_office (test.site, "31")));
  g_assert_cmpstr (office, ==, "khac ");
  g_autofree char *translations =
    slugs_of (g_hash_table_lookup (plan->translations, "content/b/khac.md"));
  g_assert_cmpstr (translations, ==, "en ");
  g_autofree char *paths = paths_of (plan);
  g_assert_nonnull (strstr (paths, "a/cu.html\n"));
  g_assert_nonnull (strstr (paths, "a/het-han.html\n"));
  g_assert_null (strstr (paths, "mai.html"));
  g_assert_null (strstr (paths, "nhap.html"));
  check_jobs (plan);
}

static void
test_pages (void)
{
  static const struct {
    guint n_documents, n_pages;
  } rows[] = { { 0, 1 }, { 1, 1 }, { 50, 1 }, { 51, 2 }, { 100, 2 }, { 101, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree TestFile *files = g_new0 (TestFile, rows[i].n_documents + 2);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    files[0] = (TestFile){ "content/site.yaml",
                           "title: T\noffice: \"01\"\nsections: [{id: a, title: A}]\n" };
    for (guint n = 0; n < rows[i].n_documents; n++) {
      g_ptr_array_add (names, g_strdup_printf ("content/a/d%u.md", n));
      files[n + 1] = (TestFile){ names->pdata[n], PAGE ("2026-01-01", "") };
    }
    g_auto (TestSite) test = { 0 };
    test_site_load (&test, files, rows[i].n_documents + 1, TEST_NOW, FALSE);
    g_autoptr (Plan) plan = plan_new (test.site, "s.css", FALSE);
    const Section *section = &g_array_index (test.site->sections, Section, 0);
    g_assert_cmpuint (plan_section_pages (plan, section), ==, rows[i].n_pages);
    g_autofree char *paths = paths_of (plan);
    g_autofree char *last = plan_section_path (section, rows[i].n_pages);
    g_autofree char *beyond = plan_section_path (section, rows[i].n_pages + 1);
    g_assert_nonnull (strstr (paths, last));
    g_assert_null (strstr (paths, beyond));
    check_jobs (plan);
  }
}

/* Everybody gets a folder of their own, with what can be printed and read; the issuer too when it
 * is named. */
static void
test_kits (void)
{
  static const TestFile files[] = {
    { "content/localities.csv", "code,name,kind,parent\n00004,Ba Đình,phường,01\n" },
    { "content/a/tin.md", "---\nkind: guide\ntitle: T\noutputs: [web, qr, poster, script, "
                          "script_sheet]\ndistribute: ['00004']\n---\n" },
    { "content/a/trang.md", PAGE ("2026-01-01", "distribute: ['00004']\n") },
    { "content/a/bieu.md",
      "---\nkind: checklist\ntitle: T\noutputs: checklist\ndistribute: '0000*'\n---\n" },
  };
  g_auto (TestSite) test = { .folder = NULL };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_autoptr (Plan) plan = plan_new (test.site, "assets/x.css", FALSE);
  g_autofree char *paths = paths_of (plan);
  const char *kits = strstr (paths, "co-quan/00004/");
  g_assert_cmpstr (
    kits, ==,
    "co-quan/00004/bieu/bieu-theo-doi.pdf\nco-quan/00004/bieu/index.html\n"
    "co-quan/00004/tin/ap-phich.pdf\nco-quan/00004/tin/loa.pdf\nco-quan/00004/tin/loa-chu-to.pdf\n"
    "co-quan/00004/tin/loa.html\nco-quan/00004/tin/loa.txt\nco-quan/00004/tin/index.html\n");
  check_jobs (plan);
  const Office *office = site_office (test.site, "00004");
  g_autofree char *slugs = slugs_of (g_hash_table_lookup (plan->kits, office));
  g_assert_cmpstr (slugs, ==, "bieu tin ");
  const Output *last = &g_array_index (plan->outputs, Output, plan->outputs->len - 1);
  g_assert_true (last->product == product_of (PRODUCT_OF_KIT) && last->is_kit
                 && last->office == office);
}

/* The sheets of all communes of a province in one file, when they are asked for; scripts are not
 * for the print shop. */
static void
test_bundles (void)
{
  static const TestFile files[] = {
    { "content/localities.csv", "code,name,kind,parent\n00004,Ba Đình,phường,01\n00008,Ngọc "
                                "Hà,phường,01\n22870,Ninh Phước,xã,56\n" },
    { "content/a/tin.md", "---\nkind: guide\ntitle: T\noutputs: [poster, leaflet, leaflet_a4, "
                          "script_sheet]\ndistribute: '*'\n---\n" },
  };
  g_auto (TestSite) test = { .folder = NULL };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_autoptr (Plan) plan = plan_new (test.site, "assets/x.css", TRUE);
  g_autofree char *paths = paths_of (plan);
  const char *bundles = strstr (paths, "nha-in/");
  g_assert_cmpstr (bundles, ==,
                   "nha-in/01/tin/to-roi.pdf\nnha-in/01/tin/ap-phich.pdf\n"
                   "nha-in/56/tin/to-roi.pdf\nnha-in/56/tin/ap-phich.pdf\n");
  check_jobs (plan);
  const Output *last = &g_array_index (plan->outputs, Output, plan->outputs->len - 1);
  g_assert_true (last->product == product_of (PRODUCT_OF_PROVINCE)
                 && last->bundled == product_of_file ("ap-phich.pdf") && !last->is_kit);
  g_assert_cmpstr (last->province->name, ==, "Khánh Hòa");
  g_autoptr (Plan) without = plan_new (test.site, "assets/x.css", FALSE);
  g_autofree char *fewer = paths_of (without);
  g_assert_null (strstr (fewer, "nha-in/"));
}

/* A sheet takes the options of its row; what is folded one by one is not folded in a bundle. */
static void
test_print_options (void)
{
  const guint all = (1u << N_PRINT_OPTIONS) - 1;
  const guint looks = 1u << PRINT_GREY | 1u << PRINT_CMYK | 1u << PRINT_SPARING;
  static const Document no_options = { .title = "T" };
  const Document document = { .print_options = all };
  const struct {
    const char *file;
    guint alone;
  } rows[] = {
    { "to-roi.pdf", all },
    { "to-roi-a4.pdf", looks },
    { "to-roi-gap-ba.pdf", looks | 1u << PRINT_BLEED },
    { "ap-phich.pdf", looks | 1u << PRINT_BLEED },
    { "ap-phich-a3.pdf", looks | 1u << PRINT_BLEED },
    { "cong-van.pdf", 0 },
    { "loa.pdf", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Product *product = product_of_file (rows[i].file);
    Output alone = { .product = product, .document = &document };
    Output bundle = { .product = product_of (PRODUCT_OF_PROVINCE),
                      .bundled = product,
                      .document = &document };
    g_assert_cmphex (output_print_options (&alone), ==, rows[i].alone);
    if (product->in_bundle)
      g_assert_cmphex (output_print_options (&bundle), ==, looks | 1u << PRINT_BLEED);
    alone.document = &no_options;
    g_assert_cmphex (output_print_options (&alone), ==, 0);
  }
}

/* The home page has a body only where somebody wrote one. */
static void
test_bodies (void)
{
  static const Document document = { .title = "T" };
  const struct {
    const char *file;
    const Document *document;
    gboolean needs_body;
  } rows[] = {
    { "index.html", NULL, FALSE },     { "index.html", &document, TRUE },
    { "qr.svg", &document, FALSE },    { "loa.ssml", &document, TRUE },
    { "to-roi.pdf", &document, TRUE }, { "robots.txt", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Output output = { .product = product_of_file (rows[i].file),
                            .document = rows[i].document };
    g_assert_cmpint (output_needs_body (&output), ==, rows[i].needs_body);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/paths", test_paths);
  g_test_add_func ("/plan/without-address", test_without_address);
  g_test_add_func ("/plan/letters", test_letters);
  g_test_add_func ("/plan/lists", test_lists);
  g_test_add_func ("/plan/pages", test_pages);
  g_test_add_func ("/plan/kits", test_kits);
  g_test_add_func ("/plan/bundles", test_bundles);
  g_test_add_func ("/plan/print-options", test_print_options);
  g_test_add_func ("/plan/bodies", test_bodies);
  return g_test_run ();
}
