/* SPDX-License-Identifier: MIT */
#include "load/look.h"

#include "../site_support.h"

#define SITE(look) "title: T\noffice: \"01\"\nbase_url: https://a.vn/\ngiao diện:" look "\n"

static char *
rules_of (const char *yaml, char **faults)
{
  const TestFile file = { "content/site.yaml", yaml };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, &file, 1, TEST_NOW, FALSE);
  *faults = g_strdup (test.faults);
  return g_strdup (test.site->look.rules);
}

static void
test_rules (void)
{
  static const struct {
    const char *yaml, *rules, *fault;
  } rows[] = {
    { SITE (" {màu: \"#0a6b62\", bề rộng: 60rem}"),
      ":root {\n  --accent: #0a6b62;\n  --page-width: 60rem;\n}\n", NULL },
    { SITE (" {font: [Be Vietnam Pro, Arial], cỡ chữ: 20px}"),
      ":root {\n  --size: 20px;\n  --sans: \"Be Vietnam Pro\", \"Arial\", system-ui, "
      "sans-serif;\n}\n", NULL },
    { SITE (" {colour: \"#ffcd00\"}"), NULL, "contrast of “#ffcd00” on white" },
    { SITE (" {ink: \"#888888\"}"), NULL, "“#888888” on “#ffffff”" },
    { SITE (" {ground: red}"), NULL, "“red” is not a colour" },
    { SITE (" {bề rộng: rộng}"), NULL, "“rộng” is not a length" },
    { SITE (" {bề rộng: 0rem}"), NULL, "“0rem” is not a length" },
    { SITE (" {phông chữ: 'a\";}'}"), NULL, "is not the name of a font" },
    { SITE (" ../x"), NULL, "cannot be the folder of a theme" },
    { SITE (" themes/../x"), NULL, "cannot be the folder of a theme" },
    { SITE (" themes/"), NULL, "cannot be the folder of a theme" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = NULL;
    g_autofree char *rules = rules_of (rows[i].yaml, &faults);
    if (rows[i].fault)
      g_assert_nonnull (strstr (faults, rows[i].fault));
    else {
      g_assert_cmpstr (faults, ==, "");
      g_assert_cmpstr (rules, ==, rows[i].rules);
    }
  }
}

/* Its files are those of the site, which goes first where both have one. */
static void
test_theme (void)
{
  static const TestFile files[] = {
    { "content/site.yaml", SITE (" themes/tinh") },
    { "themes/tinh/static/theme.css", "p{}" },
    { "themes/tinh/static/a.txt", "theirs" },
    { "themes/tinh/static/CNAME", "a.vn\n" },
    { "themes/khac/static/b.txt", "x" },
    { "static/a.txt", "ours" },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_assert_cmpstr (test.site->look.theme, ==, "themes/tinh");
  g_assert_cmpstr (site_file (test.site, "theme.css")->path, ==, "themes/tinh/static/theme.css");
  g_assert_cmpstr (site_file (test.site, "a.txt")->path, ==, "static/a.txt");
  g_assert_nonnull (site_file (test.site, "CNAME"));
  g_assert_null (site_file (test.site, "b.txt"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look/rules", test_rules);
  g_test_add_func ("/look/theme", test_theme);
  return g_test_run ();
}
