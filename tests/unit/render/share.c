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
  { "web/manifest", "{{manifest.name}} {{manifest.start_url}} {{manifest.theme_color}} "
                    "{{#manifest.icons}}{{src}} {{sizes}} {{type}};{{/manifest.icons}}" },
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

/* The colour of the site, and the icon as it is. */
static void
test_manifest (void)
{
  g_auto (RenderKit) kit = { 0 };
  SiteFile *file;

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  file = (SiteFile *) site_file (kit.test.site, "favicon.png");
  file->picture.width = file->picture.height = 192;
  check (&kit, "manifest.webmanifest", "T index.html #b3131b favicon.png 192x192 image/png;");
}

/* Who has none gets one. */
static void
test_icon (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, 2, templates);
  check (&kit, "a.html", "article en_US assets/bieu-tuong.svg ");
  check (&kit, "manifest.webmanifest", "T index.html #b3131b assets/bieu-tuong.svg any image/svg+xml;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/set", test_set);
  g_test_add_func ("/share/manifest", test_manifest);
  g_test_add_func ("/share/icon", test_icon);
  return g_test_run ();
}
