/* SPDX-License-Identifier: MIT */
#include "model/site.h"

#include "../support.h"

/* The first change after the moment of the site is the one that counts. */
static void
test_changes (void)
{
  g_autoptr (Site) site = site_new ();

  site->now = 1000;
  g_assert_cmpint (site->until, ==, G_MAXINT64);
  site_changes_at (site, MOMENT_NONE);
  site_changes_at (site, 999);
  site_changes_at (site, 1000);
  g_assert_cmpint (site->until, ==, G_MAXINT64);
  site_changes_at (site, 3000);
  site_changes_at (site, 2000);
  site_changes_at (site, 4000);
  g_assert_cmpint (site->until, ==, 2000);
}

static void
test_files (void)
{
  g_autoptr (Site) site = site_new ();
  static const SiteFile files[] = {
    { .path = "static/a", .href = "a", .size = 1, .shown_width = 300, .shown_height = 150 },
    { .path = "static/b/c", .href = "b/c", .size = 2 },
    { .path = "static/d", .href = "d", .size = 3 },
  };

  g_assert_null (site_file (site, "a"));
  g_array_append_vals (site->files, files, G_N_ELEMENTS (files));
  g_assert_cmpuint (site_picture_width (site, "a", 56), ==, 112);
  g_assert_cmpuint (site_picture_width (site, "b/c", 56), ==, 0);
  g_assert_cmpuint (site_picture_width (site, NULL, 56), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_cmpuint (site_file (site, files[i].href)->size, ==, i + 1);
  g_assert_null (site_file (site, "b"));
  g_assert_null (site_file (site, ""));
}

static void
test_nothing (void)
{
  g_autoptr (Site) site = site_new ();

  g_assert_null (site_office (site, "x"));
  g_assert_null (site_document (site, "content/a.md"));
  site_free (NULL);
}

/* The full address of a page: none without that of the site; the home page is the folder. */
static void
test_url (void)
{
  static const struct {
    const char *base, *path, *url;
  } rows[] = {
    { NULL, "a.html", NULL },
    { "https://a.gov.vn/", "index.html", "https://a.gov.vn/" },
    { "https://a.gov.vn/", "ban-tin/index.html", "https://a.gov.vn/ban-tin/index.html" },
    { "https://a.gov.vn/x/", "ban-tin/a_b.html", "https://a.gov.vn/x/ban-tin/a_b.html" },
    { "https://a.gov.vn/", "tệp 1.pdf", "https://a.gov.vn/t%E1%BB%87p%201.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Site site = { .base_url = rows[i].base };
    g_autofree char *url = site_url (&site, rows[i].path);
    g_assert_cmpstr (url, ==, rows[i].url);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site/changes", test_changes);
  g_test_add_func ("/site/files", test_files);
  g_test_add_func ("/site/nothing", test_nothing);
  g_test_add_func ("/site/url", test_url);
  return g_test_run ();
}
