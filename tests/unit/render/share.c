/* SPDX-License-Identifier: MIT */
#include "render/share.h"

#include "render_kit.h"

#define SHARE                                                                                      \
  "{{share.type}} {{share.locale}} {{share.icon}} {{#share.image}}{{url}} {{width}}x{{height}} "   \
  "{{description}}{{/share.image}}"

static const TestFile templates[] = {
  { "web/base", SHARE },
  { "web/document", SHARE },
  { "web/home", SHARE },
  { "web/page", SHARE },
  { NULL, NULL },
};

static const TestFile files[] = {
  { "content/site.yaml", "title: T\noffice: \"01\"\nbase_url: https://a.vn/x/\n" },
  { "content/a.md", "---\nkind: page\ntitle: A\nlang: en\n---\n" },
  { "content/b.md", "---\nkind: page\ntitle: B\ncover: {file: bc.png, description: Ảnh}\n---\n" },
  { "content/bc.png", "x" },
  { "static/favicon.png", "x" },
};

static void
check (RenderKit *kit, const char *path, const char *wanted)
{
  g_autofree char *text = render_kit_render (kit, path, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_set (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  check (&kit, "index.html", "website vi_VN favicon.png ");
  check (&kit, "a.html", "article en_US favicon.png ");
  /* A picture nobody could look into cannot be sent; one that was looked into is, in full. */
  check (&kit, "b.html", "article vi_VN favicon.png ");
  SiteFile *file = (SiteFile *) site_file (kit.test.site, "bc.png");
  g_assert_nonnull (file);
  file->picture.width = 1600;
  file->picture.height = 900;
  check (&kit, "b.html", "article vi_VN favicon.png https://a.vn/x/bc.png 1600x900 Ảnh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/set", test_set);
  return g_test_run ();
}
