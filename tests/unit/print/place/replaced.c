/* SPDX-License-Identifier: MIT */
#include "../layout_kit.h"
#include "box_kit.h"

#include <png.h>

#define P "p { margin: 0 } "

/* What cannot be loaded is said, and nothing is made. */
static void
test_pictures (void)
{
  static const LayoutRow rows[] = {
    { P, "<p>a</p><img src='x.png' alt='x'/>", "nothing" },
    { P, "<img alt='x'/>", "nothing" },
    { P "svg { display: block; width: 10mm }",
      "<svg viewBox='0 0 2 2'><rect width='2' height='2'/></svg>", "drawing 10 10 10 10" },
  };

  layout_check (rows, G_N_ELEMENTS (rows));
}

/* A file for every name: "a.png" is a picture of 2 × 3 pixels, "b.png" is none. */
static GBytes *
give_bytes (const char *href, gpointer n_asked)
{
  static const guint8 grey[6];
  png_image image = { .version = PNG_IMAGE_VERSION, .width = 2, .height = 3 };
  png_alloc_size_t size = 4096;
  g_autofree guint8 *bytes = g_malloc (size);

  ++*(guint *) n_asked;
  image.format = PNG_FORMAT_GRAY;
  if (g_str_equal (href, "b.png"))
    return g_bytes_new_static ("nonsense", 8);
  if (!g_str_equal (href, "a.png"))
    return NULL;
  g_assert_true (png_image_write_to_memory (&image, bytes, &size, 0, grey, 0, NULL));
  return g_bytes_new (bytes, size);
}

/* A picture that stands twice is loaded once; what is wrong is said at its line. */
static void
test_files (void)
{
  static const struct {
    const char *body;
    guint n_asked, n_images, n_errors;
  } rows[] = {
    { "<img src='a.png'/>", 1, 1, 0 }, { "<img src='a.png'/><p><img src='a.png'/></p>", 1, 1, 0 },
    { "<img src='b.png'/>", 1, 0, 1 }, { "<img src='c.png'/>", 1, 0, 1 },
    { "<img src=''/>", 0, 0, 1 },      { "<img/>", 0, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (BuiltTree) tree;
    guint n_asked = 0;
    const PrintFiles files = { .bytes = give_bytes, .data = &n_asked };
    tree_open_with (&tree, "", rows[i].body, &files);
    g_test_message ("%s", rows[i].body);
    g_assert_cmpuint (n_asked, ==, rows[i].n_asked);
    g_assert_cmpuint (tree.placement.images->len, ==, rows[i].n_images);
    g_assert_cmpuint (report_n_errors (tree.page.report), ==, rows[i].n_errors);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replaced/drawings", test_pictures);
  g_test_add_func ("/replaced/files", test_files);
  return g_test_run ();
}
