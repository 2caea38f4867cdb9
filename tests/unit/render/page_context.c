/* SPDX-License-Identifier: MIT */
#include "render/page_context.h"

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
    g_autofree char *url = page_url (&site, rows[i].path);
    g_assert_cmpstr (url, ==, rows[i].url);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-context/url", test_url);
  return g_test_run ();
}
