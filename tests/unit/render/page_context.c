/* SPDX-License-Identifier: MIT */
#include "render/page_context.h"

#include "render_kit.h"

static const TestFile templates[] = {
  { "web/page", "{{page.lang}} {{text.home}}:{{#page.languages}} {{lang}}={{href}}{{#is_current}}*{{/is_current}}"
                "{{/page.languages}} |{{#page.alternates}} {{lang}}={{url}}{{/page.alternates}}" },
  { NULL, NULL },
};

static const TestFile files[] = {
  { "content/site.yaml", "title: T\noffice: \"01\"\nbase_url: https://a.vn/\n" },
  { "content/ve/a.md", "---\nkind: page\ntitle: A\n---\n" },
  { "content/ve/b.md", "---\nkind: page\ntitle: B\n---\n" },
  { "content/ve/a-en.md", "---\nkind: page\ntitle: A\nlang: en-GB\ntranslation_of: a.md\n---\n" },
};

/* Who reads another language is led to the same page, or else to what there is in it. */
static void
test_languages (void)
{
  static const struct {
    const char *path, *text;
  } rows[] = {
    { "ve/a.html", "vi Trang chủ: vi=ve/a.html* en=ve/a-en.html | vi=https://a.vn/ve/a.html "
                   "en=https://a.vn/ve/a-en.html" },
    { "ve/a-en.html", "en-GB Home: vi=ve/a.html en=ve/a-en.html* | vi=https://a.vn/ve/a.html "
                      "en=https://a.vn/ve/a-en.html" },
    { "ve/b.html", "vi Trang chủ: vi=ve/b.html* en=en/index.html |" },
  };
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = render_kit_render (&kit, rows[i].path, NULL);
    g_assert_cmpstr (g_strchomp (text), ==, rows[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-context/languages", test_languages);
  return g_test_run ();
}
