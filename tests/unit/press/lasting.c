/* SPDX-License-Identifier: MIT */
#include "press/lasting.h"

#include "../site_support.h"

static void
test_removed (void)
{
  static const char *const paths[] = { "a/b.html",           "a/b/loa.html",     "a/b/trich.html", "a/index.html",
                                       "a/trang-2.html",     "a/b/to-roi.pdf",   "co-quan/01.html",
                                       "luu-tru/2026-1.html", "gioi-thieu.html" };
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (Report) report = report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_ptr_array_add (removed, (char *) paths[i]);
  lasting_check_removed (removed, report);
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==,
                   "a/b.html: warning: this page was published, and would be gone: who has its "
                   "address finds nothing\ngioi-thieu.html: warning: this page was published, and "
                   "would be gone: who has its address finds nothing\n");
}

/* A renamed section is not told page by page. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Report) report = report_new ();

  for (guint i = 0; i < 25; i++)
    g_ptr_array_add (removed, g_strdup_printf ("a/%02u.html", i));
  lasting_check_removed (removed, report);
  g_autofree char *faults = report_faults (report);
  g_assert_nonnull (strstr (faults, "15 pages more"));
  g_assert_null (strstr (faults, "a/10.html"));
}

static void
test_codes (void)
{
#define PAGE(n, manual) { "content/a/" n ".md", "---\nkind: page\ntitle: T\nmanual: " manual "\n---\n" }
  static const TestFile files[] = {
    { "content/site.yaml", "title: T\noffice: \"01\"\nbase_url: https://a.gov.vn/x/\n" },
    PAGE ("1", "https://a.gov.vn/x/"),          PAGE ("2", "https://a.gov.vn/x/a"),
    PAGE ("3", "https://a.gov.vn/x/a/1"),       PAGE ("4", "https://a.gov.vn/x/a/2.html#c"),
    PAGE ("5", "https://a.gov.vn/x/khong-co"),  PAGE ("6", "https://a.gov.vn/x/khong-co"),
    PAGE ("7", "https://b.gov.vn/x/khong-co"),
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_autoptr (Plan) plan = plan_new (test.site, "s.css", FALSE);
  g_autoptr (Report) report = report_new ();
  lasting_check_codes (test.site, plan, report);
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==,
                   "content/a/5.md: error: the code of this document leads to "
                   "“https://a.gov.vn/x/khong-co”, where this site has nothing\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lasting/removed", test_removed);
  g_test_add_func ("/lasting/many", test_many);
  g_test_add_func ("/lasting/codes", test_codes);
  return g_test_run ();
}
