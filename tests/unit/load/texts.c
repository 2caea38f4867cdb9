/* SPDX-License-Identifier: MIT */
#include "load/texts.h"

#include "../site_support.h"
#include "load/builtin.h"
#include "load/yaml.h"
#include "model/product.h"

/* A language has all keys, and what is offered is called as the table of products has it. */
static void
test_builtin (void)
{
  g_autoptr (Site) site = site_new ();

  texts_load_builtin (site);
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (product->text && product->title)
      g_assert_cmpstr (site_text (site, "vi", product->text), ==, product->title);
  g_assert_cmpstr (site_text (site, "en", "home"), ==, "Home");
  g_assert_cmpstr (site_text (site, "en-GB", "home"), ==, "Home");
  g_assert_cmpstr (site_text (site, "km", "home"), ==, "Trang chủ");
}

/* No English text was forgotten. */
static void
test_english (void)
{
  g_autoptr (Source) vi = builtin_source ("templates/texts/vi.yaml");
  g_autoptr (Source) en = builtin_source ("templates/texts/en.yaml");
  g_autoptr (Report) report = report_new ();
  g_autoptr (YamlNode) first = yaml_parse (vi, 0, vi->length, 1, report);
  g_autoptr (YamlNode) second = yaml_parse (en, 0, en->length, 1, report);

  for (guint i = 0; i < first->n_items; i++)
    if (yaml_find (second, first->items[i]->key) == NULL)
      g_error ("en.yaml lacks %s", first->items[i]->key);
  g_assert_cmpuint (first->n_items, ==, second->n_items);
}

static void
test_own (void)
{
  static const TestFile files[] = {
    { "content/a/b.md", "---\nkind: page\ntitle: T\nlang: km\n---\n" },
    { "templates/texts/vi.yaml", "home: Về đầu\nhme: x\nsearch: [a]\n" },
    { "templates/texts/km.yaml", "home: ទំព័រដើម\n" },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_nonnull (strstr (test.faults, "templates/texts/vi.yaml:2:1"));
  g_assert_nonnull (strstr (test.faults, "no text is called “hme”"));
  g_assert_nonnull (strstr (test.faults, "this is not a text"));
  g_assert_cmpstr (site_text (test.site, "vi", "home"), ==, "Về đầu");
  g_assert_cmpstr (site_text (test.site, "km", "home"), ==, "ទំព័រដើម");
  g_assert_cmpstr (site_text (test.site, "km", "search"), ==, "Tìm kiếm");
  g_assert_cmpstr (site_text (test.site, "en", "home"), ==, "Home");
  g_assert_cmpuint (test.site->languages->len, ==, 1);
  g_assert_cmpstr (site_language (test.site, "km")->code, ==, "km");
  g_assert_null (site_language (test.site, "vi"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/builtin", test_builtin);
  g_test_add_func ("/texts/english", test_english);
  g_test_add_func ("/texts/own", test_own);
  return g_test_run ();
}
