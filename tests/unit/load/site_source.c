/* SPDX-License-Identifier: MIT */
#include "load/site_source.h"

#include "../site_support.h"

#define PAGE(more) "---\nkind: page\ntitle: T\n" more "---\n"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site-source/reread", test_reread);
  return g_test_run ();
}
