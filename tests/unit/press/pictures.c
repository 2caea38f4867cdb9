/* SPDX-License-Identifier: MIT */
#include "press/pictures.h"

#include "picture/photo.h"

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
  g_autoptr (Pictures) pictures = pictures_new (&site, NULL, 1);
  g_autoptr (GBytes) bytes = picture_of (64);
  g_autoptr (GBytes) other = picture_of (48);
  const struct {
    GBytes *bytes;
    guint width;
    Ink ink;
    gboolean is_first;
  } rows[] = {
    { bytes, 16, INK_COLOUR, TRUE }, { bytes, 32, INK_COLOUR, FALSE },
    { bytes, 16, INK_GREY, FALSE },  { other, 16, INK_COLOUR, FALSE },
    { bytes, 16, INK_COLOUR, TRUE },
  };
  g_autoptr (GBytes) first = pictures_embedded_for_paper (pictures, bytes, 16, INK_COLOUR);

  g_assert_nonnull (first);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) made =
      pictures_embedded_for_paper (pictures, rows[i].bytes, rows[i].width, rows[i].ink);
    g_assert_nonnull (made);
    g_assert_cmpint (made == first, ==, rows[i].is_first);
  }
  pictures_free (g_steal_pointer (&pictures));
  g_array_unref (site.files);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (photo_is_possible ())
    g_test_add_func ("/pictures/embedded", test_embedded);
  return g_test_run ();
}
