/* SPDX-License-Identifier: MIT */
#include "press/pictures.h"

#include "picture/photo.h"
#include "picture/picture.h"

#include "../support.h"

/* A picture of one colour, as JPEG. */
static GBytes *
picture_of (guint width)
{
  g_autofree guint8 *dots = g_malloc (width * width * 3);
  memset (dots, 0x80, width * width * 3);
  g_autoptr (Photo) photo = photo_of_dots (dots, width, width);
  return photo_pack (photo, PHOTO_JPEG, width, 80);
}

/* What stands in a drawing is made once for all sheets it is on, by its bytes, its size and its
 * inks. */
static void
test_embedded (void)
{
  Site site = { .files = g_array_new (FALSE, FALSE, sizeof (SiteFile)) };
  g_autoptr (Report) report = report_new ();
  g_autoptr (Pictures) pictures = pictures_new (&site, NULL, 1, report);
  g_autoptr (GBytes) bytes = picture_of (64);
  g_autoptr (GBytes) other = picture_of (48);
  const struct {
    GBytes *bytes;
    Resampling wanted;
    gboolean is_first;
  } rows[] = {
    { bytes, { .width = 16 }, TRUE },
    { bytes, { .width = 32 }, FALSE },
    { bytes, { .width = 16, .ink = INK_GREY }, FALSE },
    { other, { .width = 16 }, FALSE },
    { bytes, { .width = 16, .is_light = TRUE }, FALSE },
    { bytes, { .width = 16, .crop = { 0, 0, 64, 32 } }, FALSE },
    { bytes, { .width = 16 }, TRUE },
  };
  g_autoptr (GBytes) first = pictures_embedded_for_paper (pictures, bytes, &rows[0].wanted);

  g_assert_nonnull (first);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) made =
      pictures_embedded_for_paper (pictures, rows[i].bytes, &rows[i].wanted);
    g_assert_nonnull (made);
    g_assert_cmpint (made == first, ==, rows[i].is_first);
  }
  pictures_free (g_steal_pointer (&pictures));
  g_array_unref (site.files);
}

/* Squares whose shades run into one another, as a screen with soft shadows has them. */
static GBytes *
drawing_of (guint width)
{
  g_autofree guint8 *dots = g_malloc (width * width * 3);
  for (guint i = 0; i < width * width; i++) {
    guint shade = i / 16 * 251 % 97;
    memset (dots + i * 3, (int) (i % width < width / 2 ? 0x40 + shade : 0xF0), 3);
  }
  g_autoptr (Photo) photo = photo_of_dots (dots, width, width);
  return photo_pack (photo, PHOTO_PNG, width, PHOTO_EXACT);
}

/* What goes into thousands of kits is shorter for the same dots. */
static void
test_light (void)
{
  Site site = { .files = g_array_new (FALSE, FALSE, sizeof (SiteFile)) };
  g_autoptr (Report) report = report_new ();
  g_autoptr (Pictures) pictures = pictures_new (&site, NULL, 1, report);
  g_autoptr (GBytes) drawing = drawing_of (256);
  Resampling wanted = { .width = 200, .ink = INK_COLOUR };

  g_autoptr (GBytes) full = pictures_embedded_for_paper (pictures, drawing, &wanted);
  wanted.is_light = TRUE;
  g_autoptr (GBytes) light = pictures_embedded_for_paper (pictures, drawing, &wanted);
  g_assert_cmpuint (g_bytes_get_size (light), <, g_bytes_get_size (full) * 9 / 10);
  pictures_free (g_steal_pointer (&pictures));
  g_array_unref (site.files);
}

/* Only what is seen of a picture goes to paper, as large as it would be in the whole. */
static void
test_crop (void)
{
  static const struct {
    Crop crop;
    guint width, height;
  } rows[] = { { { 0 }, 32, 32 }, { { 0, 16, 64, 48 }, 32, 16 }, { { 60, 0, 64, 1 }, 2, 1 } };
  g_autoptr (GBytes) bytes = picture_of (64);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Resampling wanted = { .width = 32, .crop = rows[i].crop };
    const char *why;
    g_autoptr (GBytes) part = picture_of_bytes_for_paper (bytes, "a.jpg", &wanted);
    g_autoptr (Photo) photo = photo_new (part, "a.jpg", 1000, &why);
    g_assert_cmpuint (photo_width (photo), ==, rows[i].width);
    g_assert_cmpuint (photo_height (photo), ==, rows[i].height);
  }
}

/* A drawing that says its size takes that place, another is as wide as the text, or as high as a
 * window. */
static void
test_drawings (void)
{
#define SVG(attributes)                                                                            \
  "<svg xmlns=\"http://www.w3.org/2000/svg\"" attributes "><circle r=\"1\"/></svg>"
  static const struct {
    const char *svg;
    guint width, height;
  } rows[] = {
    { SVG (" width=\"96\" height=\"48pt\""), 96, 64 },
    { SVG ("\twidth='120'\n\theight='80'"), 120, 80 },
    { SVG (" viewBox='0 0 400 200'"), 640, 320 },
    { SVG (" viewBox='0 0 100 200'"), 288, 576 },
    { SVG (" width='100%' height='100%' viewBox='0 0 400 200'"), 640, 320 },
    { "<!-- <svg width='9'> -->" SVG (" viewBox='0 0 400 200'"), 640, 320 },
    { "<p/>", 0, 0 },
  };
  char *folder = scratch_new ();
  Site site = { .root = folder, .files = g_array_new (FALSE, FALSE, sizeof (SiteFile)) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const SiteFile file = { .path = g_strdup_printf ("%u.svg", i) };
    scratch_write (folder, file.path, rows[i].svg, -1);
    g_array_append_val (site.files, file);
  }
  g_autoptr (Report) report = report_new ();
  Pictures *pictures = pictures_new (&site, NULL, 1, report);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const SiteFile *file = &g_array_index (site.files, SiteFile, i);
    g_test_message ("%s", rows[i].svg);
    g_assert_cmpuint (file->shown_width, ==, rows[i].width);
    g_assert_cmpuint (file->shown_height, ==, rows[i].height);
  }
  pictures_free (pictures);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SiteFile *file = &g_array_index (site.files, SiteFile, i);
    g_assert_cmpuint (file->shown_width, ==, 0);
    g_free ((char *) file->path);
  }
  g_array_unref (site.files);
  scratch_remove (folder);
}

/* Pages would be made without the size of what cannot be read now, and be wrong when it can be read
 * again right after. What is broken stays so, and is told where it is published. */
static void
test_unread (void)
{
  char *folder = scratch_new ();
  SiteFile files[] = { { .path = "a.svg" }, { .path = "b.jpg" }, { .path = "c.jpg" } };
  Site site = { .root = folder, .files = g_array_new (FALSE, FALSE, sizeof (SiteFile)) };
  g_autoptr (Report) report = report_new ();

  scratch_write (folder, "c.jpg", "broken", -1);
  g_array_append_vals (site.files, files, G_N_ELEMENTS (files));
  pictures_free (pictures_new (&site, NULL, 1, report));
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==,
                   "a.svg: error: No such file or directory\n"
                   "b.jpg: error: this picture cannot be read: No such file or directory\n");
  g_array_unref (site.files);
  scratch_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictures/drawings", test_drawings);
  if (photo_is_possible ()) {
    g_test_add_func ("/pictures/crop", test_crop);
    g_test_add_func ("/pictures/embedded", test_embedded);
    g_test_add_func ("/pictures/light", test_light);
  }
  g_test_add_func ("/pictures/unread", test_unread);
  return g_test_run ();
}
