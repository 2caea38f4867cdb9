/* SPDX-License-Identifier: MIT */
#include "load/unused_templates.h"

#include "../site_support.h"

static const TestFile files[] = {
  { "content/site.yaml", TEST_SITE_YAML },
  { "templates/web/base.mustache", "{{>web/mine}}" },
  { "templates/web/checklist.mustache", "{{>web/rows}}{{<web/frame}}{{/web/frame}}" },
  { "templates/web/foter.mustache", "x" },
  { "templates/web/frame.mustache", "x" },
  { "templates/web/home.html", "x" },
  { "templates/web/mine.mustache", "x" },
  { "templates/web/rows.mustache", "x" },
  { "templates/web/READ.md", "x" },
  { "templates/offices/01/web/qr.mustache", "x" },
  { "templates/offices/01/web/style.css", "x" },
  { "templates/offices/99/web/qr.mustache", "x" },
  { "templates/lone.css", "x" },
};

/* What is read is used, so is what takes the place of one of ours, or is included by such a one. */
static void
test_check (void)
{
  TestSite test;
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GHashTable) read = g_hash_table_new (g_str_hash, g_str_equal);
  TemplateFiles from = { .read = read };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  for (guint i = 1; i < G_N_ELEMENTS (files); i++)
    g_ptr_array_add (paths, (gpointer) files[i].name);
  g_hash_table_add (read, (gpointer) "templates/web/base.mustache");
  g_hash_table_add (read, (gpointer) "templates/web/mine.mustache");
  unused_templates_check (&from, paths, test.site, report);
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (
    faults, ==,
    "templates/lone.css: warning: nothing uses this file\n"
    "templates/offices/01/web/style.css: warning: nothing uses this file: a site has one style "
    "sheet for its pages\n"
    "templates/offices/99/web/qr.mustache: warning: nothing uses this file: no office of the site "
    "has this id\n"
    "templates/web/foter.mustache: warning: nothing uses this file\n"
    "templates/web/home.html: warning: nothing uses this file\n");
  test_site_clear (&test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unused-templates/check", test_check);
  return g_test_run ();
}
