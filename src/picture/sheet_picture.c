/* SPDX-License-Identifier: MIT */
#include "picture/sheet_picture.h"

#include "picture/vips.h"

#include <string.h>

#define GAP 10 /* rows that are the same and part no band */

/* At which small letters can be read. */
static const guint qualities[] = { [PHOTO_WEBP] = 72, [PHOTO_JPEG] = 88 };

static VipsImage *
open_page (const Vips *vips, GBytes *pdf, guint number, double dpi)
{
  VipsImage *image = NULL;
  gsize length;
  void *data = (void *) g_bytes_get_data (pdf, &length);

  if (vips->vips_pdfload_buffer (data, length, &image, "page", (int) number, "dpi", dpi, NULL)) {
    vips->vips_error_clear ();
    return NULL;
  }
  /* The header alone was read: a page as large as a house is not painted. */
  if ((double) image->Xsize * image->Ysize > PHOTO_MAX_PIXELS / 4)
    g_clear_object (&image);
  return image;
}

guint
sheet_n_pages (GBytes *pdf)
{
  const Vips *vips = vips_library ();
  g_autoptr (VipsImage) image = vips ? open_page (vips, pdf, 0, 72) : NULL;

  return image ? (guint) MAX (1, vips->vips_image_get_n_pages (image)) : 0;
}

/* Over white; the painter leaves clear what it paints nothing on. */
static void
lay_on_white (const guint8 *from, guint8 *to, gsize n_dots, guint n_bands)
{
  for (gsize i = 0; i < n_dots; i++, from += n_bands, to += 3) {
    guint alpha = n_bands == 4 ? from[3] : 255;
    for (guint band = 0; band < 3; band++)
      to[band] = (guint8) ((from[n_bands < 3 ? 0 : band] * alpha + 255 * (255 - alpha)) / 255);
  }
}

SheetPicture *
sheet_picture_new (GBytes *pdf, guint number, double dpi)
{
  const Vips *vips = vips_library ();
  g_autoptr (VipsImage) image = vips ? open_page (vips, pdf, number, dpi) : NULL;
  size_t size;
  g_autofree guint8 *dots = image ? vips->vips_image_write_to_memory (image, &size) : NULL;

  if (dots == NULL) {
    if (vips)
      vips->vips_error_clear ();
    return NULL;
  }
  SheetPicture *picture = g_new (SheetPicture, 1);
  gsize n_dots = (gsize) image->Xsize * image->Ysize;
  *picture = (SheetPicture){ image->Xsize, image->Ysize, g_malloc (n_dots * 3) };
  lay_on_white (dots, picture->rgb, n_dots, image->Bands);
  return picture;
}

void
sheet_picture_free (SheetPicture *picture)
{
  if (picture == NULL)
    return;
  g_free (picture->rgb);
  g_free (picture);
}

GBytes *
sheet_picture_pack (const SheetPicture *picture, PhotoFormat format)
{
  g_autoptr (Photo) photo = photo_of_dots (picture->rgb, picture->width, picture->height);

  return photo ? photo_pack (photo, format, picture->width, qualities[format]) : NULL;
}

GArray *
sheet_pictures_compare (const SheetPicture *one, const SheetPicture *other)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (SheetBand));
  gsize row = (gsize) one->width * 3;

  if (one->width != other->width || one->height != other->height) {
    SheetBand all = { 0, MAX (one->height, other->height) };
    g_array_append_val (bands, all);
    return bands;
  }
  for (guint y = 0; y < one->height; y++) {
    if (memcmp (one->rgb + y * row, other->rgb + y * row, row) == 0)
      continue;
    SheetBand *last = bands->len ? &g_array_index (bands, SheetBand, bands->len - 1) : NULL;
    if (last && y - last->to < GAP)
      last->to = y + 1;
    else {
      SheetBand band = { y, y + 1 };
      g_array_append_val (bands, band);
    }
  }
  return bands;
}
