/* SPDX-License-Identifier: MIT */
#include "print/read/dots.h"

#include "../../support.h"

#include "print/read/image.h"

/* The names SVG writes with capitals have them again, and texts are escaped. */
static void
test_source (void)
{
  static const char page[] = "<svg viewBox='0 0 1 1'><linearGradient id='a'/><text "
                             "xml:space='preserve'>a &lt; b &amp; c</text><path d='M0 0'/></svg>";
  const Source source = { "a.html", page, strlen (page) };
  g_autoptr (Report) report = report_new ();
  g_autoptr (Markup) markup = markup_read (&source, report);
  g_autoptr (GBytes) svg = dots_source (markup->root, 0x123456);
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);
  g_autofree char *copy = g_strndup (text, length);

  g_assert_cmpstr (copy, ==,
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" color=\"#123456\" viewBox=\"0 0 1 "
                   "1\"><linearGradient id=\"a\"></linearGradient><text xml:space=\"preserve\">a "
                   "&lt; b &amp; c</text><path d=\"M0 0\"></path></svg>");
}

static void
test_dots (void)
{
  static const char good[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'><rect "
                             "width='1' height='1' fill='red'/></svg>";
  const char *why = NULL;
  g_autoptr (GBytes) png = dots_of (good, strlen (good), 40, 20, &why);

  if (png == NULL && strstr (why, "librsvg")) {
    g_test_skip (why);
    return;
  }
  g_assert_nonnull (png);
  g_autoptr (Image) image = image_new (png, &why);
  g_assert_cmpuint (image->width, ==, 40);
  g_assert_cmpuint (image->height, ==, 20);
  g_assert_true (image->has_alpha);
  g_assert_null (dots_of ("<svg", 4, 10, 10, &why));
  g_assert_nonnull (why);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dots/source", test_source);
  g_test_add_func ("/dots/dots", test_dots);
  return g_test_run ();
}
