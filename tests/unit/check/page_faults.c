/* SPDX-License-Identifier: MIT */
#include "check/page_faults.h"

#include "../support.h"

static void
add (PageFaults *faults, const char *path, const char *template, const char *message)
{
  const Source page = { path, "<p>\n<a href=\"x\">\n", 17 };
  page_faults_add (faults, &page, (Place){ 2, 1 }, template, "do it", message);
}

/* Whatever the order in which threads come, it is told once, of the first page. */
static void
test_once (void)
{
  static const char *const pages[] = { "b.html", "a.html", "c.html" };
  g_autoptr (PageFaults) faults = page_faults_new ();
  g_autoptr (Report) report = report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    add (faults, pages[i], "templates/web/base.mustache, line 3", "it leads nowhere");
  add (faults, "b.html", "templates/web/base.mustache, line 3", "it asks somebody");
  add (faults, "d.html", "templates/web/home.mustache, line 3", "it leads nowhere");
  page_faults_report (faults, NULL, NULL, report);
  g_autofree char *text = report_text (report);
  g_assert_cmpuint (report_n_errors (report), ==, 3);
  g_assert_nonnull (strstr (text, "a.html:2:1: error: it leads nowhere"));
  g_assert_nonnull (
    strstr (text, "do it (templates/web/base.mustache, line 3; the same on 3 pages)"));
  g_assert_nonnull (strstr (text, "b.html:2:1: error: it asks somebody"));
  g_assert_nonnull (strstr (text, "do it (templates/web/base.mustache, line 3)"));
  g_assert_nonnull (strstr (text, "d.html:2:1"));
  g_assert_null (strstr (text, "c.html"));
}

/* Twice on one page are two faults. */
static void
test_twice (void)
{
  g_autoptr (PageFaults) faults = page_faults_new ();
  g_autoptr (Report) report = report_new ();
  const Source page = { "a.html", "<p>\n<p>\n", 8 };

  page_faults_add (faults, &page, (Place){ 1, 1 }, "templates/web/base.mustache, line 3", "do it",
                   "it leads nowhere");
  page_faults_add (faults, &page, (Place){ 2, 1 }, "templates/web/base.mustache, line 3", "do it",
                   "it leads nowhere");
  add (faults, "b.html", "templates/web/base.mustache, line 3", "it leads nowhere");
  page_faults_report (faults, NULL, NULL, report);
  g_autofree char *text = report_text (report);
  g_assert_cmpuint (report_n_errors (report), ==, 2);
  g_assert_nonnull (strstr (text, "a.html:1:1: error"));
  g_assert_nonnull (strstr (text, "the same on 2 pages"));
  g_assert_nonnull (strstr (text, "a.html:2:1: error"));
}

/* Files of static/ have no template that would be mended once for all. */
static void
test_files (void)
{
  g_autoptr (PageFaults) faults = page_faults_new ();
  g_autoptr (Report) report = report_new ();

  add (faults, "static/a.html", NULL, "it leads nowhere");
  add (faults, "static/b.html", NULL, "it leads nowhere");
  page_faults_report (faults, NULL, NULL, report);
  g_autofree char *text = report_text (report);
  g_assert_cmpuint (report_n_errors (report), ==, 2);
  g_assert_null (strstr (text, "templates/"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page_faults/once", test_once);
  g_test_add_func ("/page_faults/twice", test_twice);
  g_test_add_func ("/page_faults/files", test_files);
  return g_test_run ();
}
