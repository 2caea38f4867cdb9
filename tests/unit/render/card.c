/* SPDX-License-Identifier: MIT */
#include "render/card.h"

#include "render_kit.h"

#include <string.h>

#define CARD                                                                                       \
  "{{#card.title}}{{#lines}}{{text}}|{{/lines}}{{size}}{{/card.title}} "                           \
  "{{#card.note}}{{#lines}}{{text}}|{{/lines}}{{/card.note}} "                                     \
  "{{#card.name}}{{#lines}}{{text}}|{{/lines}}{{/card.name}} {{card.host}} {{card.band}} "         \
  "{{card.shades.full}}{{#card.code}} code{{/card.code}}{{#card.picture}} {{{.}}}{{/card.picture}}"

static const TestFile templates[] = {
  { "web/card", CARD },
  { "web/card-square", CARD },
  { NULL, NULL },
};

static const TestFile files[] = {
  { "content/site.yaml", "title: T\noffice: \"01\"\nbase_url: https://a.gov.vn/x/\ncards: true\n" },
  { "content/a.md", "---\nkind: page\ntitle: <Nước>\nsummary: Sạch\n---\n" },
  { "content/b.md", "---\nkind: page\ntitle: Nước\ncover: {file: b.jpg, description: Ảnh}\n---\n" },
  { "content/b.jpg", "x" },
  { "content/c.md", "---\nkind: bulletin\ntitle: Nước\ndate: 2026-02-01\noutputs: ssml\n---\n" },
};

static gboolean
is_planned (const RenderKit *kit, const char *path)
{
  for (guint i = 0; i < kit->plan->outputs->len; i++)
    if (strcmp (g_array_index (kit->plan->outputs, Output, i).path, path) == 0)
      return TRUE;
  return FALSE;
}

/* Of each document with a page, as JPEG where there is a photo. */
static void
test_planned (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  g_assert_true (is_planned (&kit, "a/the.png"));
  g_assert_true (is_planned (&kit, "a/the-vuong.png"));
  g_assert_false (is_planned (&kit, "a/the.jpg"));
  g_assert_true (is_planned (&kit, "b/the.jpg"));
  g_assert_false (is_planned (&kit, "b/the.png"));
  g_assert_false (is_planned (&kit, "c/the.png"));
}

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
  check (&kit, "a/the.png",
         "&lt;Nước&gt;|120.0 Sạch| Ủy ban nhân dân thành|phố Hà Nội| a.gov.vn 400.0 #a8141c");
  check (&kit, "a/the-vuong.png",
         "&lt;Nước&gt;|120.0 Sạch| Ủy ban nhân dân thành phố Hà Nội| a.gov.vn 826.0 #a8141c code");
  /* A photo that cannot be read leaves a card without one. */
  check (&kit, "b/the.jpg", "Nước|120.0  Ủy ban nhân dân thành phố Hà Nội| a.gov.vn 400.0 #a8141c");
}

static GBytes *
give_png (G_GNUC_UNUSED const char *href, G_GNUC_UNUSED gpointer data)
{
  return g_bytes_new_static ("\x89PNG\r\n\x1a\nxx", 10);
}

static void
test_photo (void)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  kit.files.bytes = give_png;
  g_autofree char *text = render_kit_render (&kit, "b/the.jpg", NULL);
  g_assert_nonnull (strstr (text, " 290.0 "));
  g_assert_nonnull (strstr (text, "width=\"800\" height=\"340\""));
  g_assert_nonnull (strstr (text, "data:image/png;base64,iVBORw0KGgp4eA=="));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/planned", test_planned);
  g_test_add_func ("/card/set", test_set);
  g_test_add_func ("/card/photo", test_photo);
  return g_test_run ();
}
