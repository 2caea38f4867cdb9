/* SPDX-License-Identifier: MIT */
#include "render/linked_data.h"

#include "render_kit.h"

#include <string.h>

#define DATA "<script type=\"application/ld+json\">{{json share.linked_data}}</script>"

static const TestFile templates[] = {
  { "web/home", DATA },  { "web/section", DATA },  { "web/office", DATA }, { "web/offices", DATA },
  { "web/guide", DATA }, { "web/bulletin", DATA }, { "web/page", DATA },   { NULL, NULL },
};

static const TestFile files[] = {
  { "content/site.yaml", "title: T\noffice: \"01\"\nbase_url: https://a.vn/\n"
                         "sections: [{id: a, title: Mục A}]\n" },
  { "content/a/cach.md", "---\nkind: guide\ntitle: Cách\nneeds: [Căn cước, \"Số {{cơ quan.tên gọi}}\"]\n"
                         "manual: https://x.gov.vn/\noutputs: web\n---\n\n1. Mở **ứng dụng**.\n"
                         "2. Bấm.\n\n   Xong.\n" },
  { "content/a/tin.md", "---\nkind: bulletin\ntitle: Tin \"a\"\ndate: 2026-02-01\noutputs: web\n"
                        "---\n\n1. Một.\n2. Hai.\n" },
  { "content/trang.md", "---\nkind: page\ntitle: Trang\n---\n" },
};

/* `parts` stand in it, in this order, without what is written between them. */
static void
check (RenderKit *kit, const char *path, const char *const *parts)
{
  g_autofree char *text = render_kit_render (kit, path, NULL);
  const char *at = text;

  for (; *parts; parts++) {
    at = strstr (at, *parts);
    if (at == NULL)
      g_error ("%s has no %s in its place: %s", path, *parts, text);
    at += strlen (*parts);
  }
}
#define CHECK(kit, path, ...) check (kit, path, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_kinds (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  CHECK (&kit, "a/cach.html", "\"HowTo\"", "\"position\":\"1\"", "\"Mở ứng dụng.\"",
         "\"position\":\"2\"", "\"Bấm.\"", "\"Căn cước\"", "https://a.vn/a/cach.html",
         "\"GovernmentService\"", "\"serviceUrl\":\"https://x.gov.vn/\"", "\"provider\"",
         "\"BreadcrumbList\"", "\"item\":\"https://a.vn/\"", "\"Mục A\"", "\"position\":\"3\"");
  CHECK (&kit, "a/tin.html", "\"NewsArticle\"", "\"2026-02-01\"", "\"Tin \\\"a\\\"\"", "\"publisher\"",
         "\"BreadcrumbList\"");
  CHECK (&kit, "a/index.html", "\"BreadcrumbList\"", "\"position\":\"2\"");
  CHECK (&kit, "co-quan/01.html", "\"GovernmentOrganization\"");
  CHECK (&kit, "index.html", "\"GovernmentOrganization\"");
  g_assert_cmpuint (report_n_errors (kit.report), ==, 0);
}

/* Nothing is said of what is none of these; what waits for an office is not said, and steps of a
 * bulletin are no instructions. */
static void
test_silence (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  g_autofree char *page = render_kit_render (&kit, "trang.html", NULL);
  g_assert_nonnull (strstr (page, ">null<"));
  g_autofree char *guide = render_kit_render (&kit, "a/cach.html", NULL);
  g_assert_null (strstr (guide, "{{"));
  g_assert_null (strstr (guide, "image"));
  g_autofree char *bulletin = render_kit_render (&kit, "a/tin.html", NULL);
  g_assert_null (strstr (bulletin, "HowTo"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/linked-data/kinds", test_kinds);
  g_test_add_func ("/linked-data/silence", test_silence);
  return g_test_run ();
}
