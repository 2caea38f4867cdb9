/* SPDX-License-Identifier: MIT */
#include "picture/photo.h"

#include "base/i18n.h"
#include "picture/exif.h"
#include "picture/vips.h"

#include <string.h>

typedef int Loader (void *bytes, size_t length, VipsImage **image, ...);

struct Photo {
  const Vips *vips;
  VipsImage *image; /* in memory */
  gboolean moves;
};

typedef enum { READ_JPEG, READ_PNG, READ_WEBP, READ_GIF, READ_HEIF } Reading;

static const struct {
  const char *ending;
  Reading reading;
  PhotoFormat format;
} kinds[] = {
  { ".jpg", READ_JPEG, PHOTO_JPEG },  { ".jpeg", READ_JPEG, PHOTO_JPEG },
  { ".png", READ_PNG, PHOTO_PNG },    { ".webp", READ_WEBP, PHOTO_WEBP },
  { ".gif", READ_GIF, PHOTO_GIF },    { ".heic", READ_HEIF, PHOTO_JPEG },
  { ".heif", READ_HEIF, PHOTO_JPEG }, { ".avif", READ_HEIF, PHOTO_JPEG },
};

/* Index in `kinds`, or -1. */
static int
kind_of (const char *path)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (small, kinds[i].ending))
      return i;
  return -1;
}

gboolean
photo_is_photo (const char *path)
{
  return kind_of (path) >= 0;
}

gboolean
photo_is_possible (void)
{
  return vips_library () != NULL;
}

PhotoFormat
photo_format (const char *path)
{
  return kinds[kind_of (path)].format;
}

#define JPEG_APP1    0xE1 /* Exif, XMP */
#define JPEG_APP15   0xEF
#define JPEG_ADOBE   0xEE /* how colours are meant */
#define JPEG_SCAN    0xDA
#define JPEG_COMMENT 0xFE

/* What comes before the first scan is segments: FF, marker, length. */
static gboolean
is_bare_jpeg (const guint8 *bytes, gsize length)
{
  for (gsize at = 2; at + 4 <= length && bytes[at] == 0xFF;
       at += 2 + ((gsize) bytes[at + 2] << 8 | bytes[at + 3])) {
    guint marker = bytes[at + 1];
    if (marker == JPEG_SCAN)
      return TRUE;
    gboolean tells = marker >= JPEG_APP1 && marker <= JPEG_APP15 && marker != JPEG_ADOBE;
    if (tells || marker == JPEG_COMMENT)
      return FALSE;
  }
  return FALSE;
}

gboolean
photo_is_bare (GBytes *bytes, const char *path)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  switch (photo_format (path)) {
  case PHOTO_JPEG:
    return is_bare_jpeg (data, length);
  case PHOTO_PNG:
    return memmem (data, length, "eXIf", 4) == NULL && memmem (data, length, "iCCP", 4) == NULL;
  default:
    return FALSE;
  }
}

/* --- reading --- */

static Loader *
loader_of (const Vips *vips, Reading reading)
{
  Loader *const loaders[] = {
    [READ_JPEG] = vips->vips_jpegload_buffer, [READ_PNG] = vips->vips_pngload_buffer,
    [READ_WEBP] = vips->vips_webpload_buffer, [READ_GIF] = vips->vips_gifload_buffer,
    [READ_HEIF] = vips->vips_heifload_buffer,
  };
  return loaders[reading];
}

/* The header alone: nothing is unpacked yet. `shrink` is of JPEG, which unpacks to half, a quarter
 * or an eighth at a fraction of the cost. */
static VipsImage *
open_image (const Vips *vips, GBytes *bytes, Reading reading, int shrink)
{
  VipsImage *image = NULL;
  gsize length;
  void *data = (void *) g_bytes_get_data (bytes, &length);
  Loader *load = loader_of (vips, reading);
  int failed = shrink > 1 ? load (data, length, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                  VIPS_FAIL_ON_ERROR, "shrink", shrink, NULL)
                          : load (data, length, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                  VIPS_FAIL_ON_ERROR, NULL);
  return failed ? NULL : image;
}

/* Half the width and more is left to the better filter. */
static int
shrink_of (const Vips *vips, VipsImage *image, guint max_width)
{
  int width = vips->vips_image_get_orientation_swap (image) ? image->Ysize : image->Xsize;
  int shrink = 1;

  while (shrink < 8 && width / (shrink * 2) >= (int) max_width)
    shrink *= 2;
  return shrink;
}

static const char *
check_size (const VipsImage *image)
{
  if (image->Xsize > PHOTO_MAX_SIDE || image->Ysize > PHOTO_MAX_SIDE)
    return _ ("is more than 20,000 dots wide or high");
  if ((double) image->Xsize * image->Ysize > PHOTO_MAX_PIXELS)
    return _ ("has more than 200 million dots");
  return NULL;
}

/* Telephones write screens with an alpha in which nothing is clear. */
static gboolean
is_opaque (const guint8 *dots, gsize size, int n_bands)
{
  for (gsize at = n_bands - 1; at < size; at += n_bands)
    if (dots[at] != 255)
      return FALSE;
  return TRUE;
}

/* Dots alone, in memory: whatever else an image of the library carries along (Exif, XMP, IPTC,
 * profiles, comments) is left behind here, not at the writing, where each format forgets something
 * else. */
static VipsImage *
dots_of (const Vips *vips, VipsImage *image)
{
  size_t size;
  g_autofree void *dots = vips->vips_image_write_to_memory (image, &size);

  if (dots == NULL)
    return NULL;
  int n_bands = image->Bands;
  gboolean drops_alpha = n_bands % 2 == 0 && is_opaque (dots, size, n_bands);
  g_autoptr (VipsImage) bare = vips->vips_image_new_from_memory_copy (
    dots, size, image->Xsize, image->Ysize, n_bands, VIPS_FORMAT_UCHAR);
  g_autoptr (VipsImage) named = NULL;
  VipsImage *taken = NULL;
  if (bare == NULL || vips->vips_copy (bare, &named, "interpretation", image->Type, NULL)
      || vips->vips_extract_band (named, &taken, 0, "n", n_bands - drops_alpha, NULL))
    return NULL;
  return taken;
}

/* A picture without a profile is sRGB as it is: to be asked for a conversion makes the library take
 * it through a printer's idea of it, and pure blue comes back as 85, 15, 253. */
static int
turn (const Vips *vips, VipsImage *image, guint max_width, VipsImage **turned)
{
  gboolean is_converted = image->Type == VIPS_INTERPRETATION_CMYK
                          || vips->vips_image_get_typeof (image, VIPS_META_ICC_NAME) != 0;

  return vips->vips_thumbnail_image (image, turned, (int) max_width, "height", PHOTO_MAX_SIDE,
                                     "size", VIPS_SIZE_DOWN, is_converted ? "export_profile" : NULL,
                                     "srgb", NULL);
}

/* Turned, to sRGB by its own profile (by that of the library, where CMYK has none), alpha minded;
 * then 8 bits. NULL when it cannot be unpacked as a whole. */
static VipsImage *
unpack (const Vips *vips, VipsImage *opened, guint max_width)
{
  g_autoptr (VipsImage) turned = NULL;
  g_autoptr (VipsImage) coloured = NULL;
  g_autoptr (VipsImage) whole = NULL;

  if (turn (vips, opened, max_width, &turned))
    return NULL;
  VipsInterpretation colours =
    turned->Bands <= 2 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
  if (vips->vips_colourspace (turned, &coloured, colours, NULL)
      || vips->vips_cast (coloured, &whole, VIPS_FORMAT_UCHAR, NULL))
    return NULL;
  return dots_of (vips, whole);
}

/* HEIF turns by properties of its own (“irot”, “imir”), which the library has followed; Exif then
 * says the same once more and does not count. Some programs leave them out and count on Exif. */
static gboolean
turns_by_exif (GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  gsize head = MIN (length, 1 << 16);
  return memmem (data, head, "irot", 4) == NULL && memmem (data, head, "imir", 4) == NULL;
}

static VipsImage *
open_heif (const Vips *vips, GBytes *bytes)
{
  g_autoptr (VipsImage) image = open_image (vips, bytes, READ_HEIF, 1);
  VipsImage *turned = NULL;
  const void *exif;
  size_t length;

  if (image == NULL || !turns_by_exif (bytes)
      || vips->vips_image_get_blob (image, VIPS_META_EXIF_NAME, &exif, &length)
      || vips->vips_copy (image, &turned, NULL))
    return g_steal_pointer (&image);
  vips->vips_image_set_int (turned, VIPS_META_ORIENTATION, (int) exif_orientation (exif, length));
  return turned;
}

static Photo *
read_photo (const Vips *vips, GBytes *bytes, Reading reading, guint max_width, const char **why)
{
  g_autoptr (VipsImage) header =
    reading == READ_HEIF ? open_heif (vips, bytes) : open_image (vips, bytes, reading, 1);

  *why = header ? check_size (header) : _ ("is broken, or is not what its name says");
  if (*why)
    return NULL;
  int shrink = reading == READ_JPEG ? shrink_of (vips, header, max_width) : 1;
  g_autoptr (VipsImage) again = shrink > 1 ? open_image (vips, bytes, reading, shrink) : NULL;
  VipsImage *image = unpack (vips, again ? again : header, max_width);
  if (image == NULL) {
    *why = _ ("is cut off or broken");
    return NULL;
  }
  Photo *photo = g_new (Photo, 1);
  *photo = (Photo){ vips, image, vips->vips_image_get_n_pages (header) > 1 };
  return photo;
}

Photo *
photo_new (GBytes *bytes, const char *path, guint max_width, const char **why)
{
  const Vips *vips = vips_library ();

  if (vips == NULL) {
    *why = _ ("cannot be looked into: libvips 8.13 or later is not installed (libvips42)");
    return NULL;
  }
  Photo *photo = read_photo (vips, bytes, kinds[kind_of (path)].reading, max_width, why);
  vips->vips_error_clear ();
  return photo;
}

Photo *
photo_of_dots (const guint8 *rgb, guint width, guint height)
{
  const Vips *vips = vips_library ();
  VipsImage *image =
    vips ? vips->vips_image_new_from_memory_copy (rgb, (gsize) width * height * 3, (int) width,
                                                  (int) height, 3, VIPS_FORMAT_UCHAR)
         : NULL;
  if (image == NULL)
    return NULL;
  image->Type = VIPS_INTERPRETATION_sRGB;
  Photo *photo = g_new0 (Photo, 1);
  *photo = (Photo){ vips, image, FALSE };
  return photo;
}

void
photo_free (Photo *photo)
{
  if (photo == NULL)
    return;
  g_object_unref (photo->image);
  g_free (photo);
}

static int
part_of (int dots, guint parts)
{
  return (int) (((gint64) dots * parts + CROP_PARTS / 2) / CROP_PARTS);
}

gboolean
photo_crop (Photo *photo, const Crop *crop)
{
  VipsImage *image = photo->image, *part = NULL;

  if (crop_is_whole (crop))
    return TRUE;
  int left = part_of (image->Xsize, crop->left), top = part_of (image->Ysize, crop->top);
  int width = MAX (part_of (image->Xsize, crop->right) - left, 1);
  int height = MAX (part_of (image->Ysize, crop->bottom) - top, 1);
  if (photo->vips->vips_extract_area (image, &part, left, top, width, height, NULL))
    return FALSE;
  g_object_unref (image);
  photo->image = part;
  return TRUE;
}

guint
photo_width (const Photo *photo)
{
  return photo->image->Xsize;
}

guint
photo_height (const Photo *photo)
{
  return photo->image->Ysize;
}

gboolean
photo_has_alpha (const Photo *photo)
{
  return photo->vips->vips_image_hasalpha (photo->image);
}

gboolean
photo_moves (const Photo *photo)
{
  return photo->moves;
}

/* --- writing --- */

/* Without “strip”, an Exif of its own is made up for JPEG. */
static int
save (const Vips *vips, VipsImage *image, PhotoFormat format, guint quality, void **bytes,
      gsize *length)
{
  int q = (int) quality;

  switch (format) {
  case PHOTO_JPEG:
    return vips->vips_jpegsave_buffer (image, bytes, length, "strip", TRUE, "Q", q,
                                       "optimize_coding", TRUE, NULL);
  case PHOTO_PNG:
    return vips->vips_pngsave_buffer (image, bytes, length, "strip", TRUE, "compression", 9,
                                      "palette", quality != PHOTO_EXACT, "Q", q, "dither", 0.0,
                                      NULL);
  case PHOTO_WEBP:
    return vips->vips_webpsave_buffer (image, bytes, length, "strip", TRUE, "Q", q, "lossless",
                                       quality == PHOTO_EXACT, NULL);
  case PHOTO_GIF:
    return vips->vips_gifsave_buffer (image, bytes, length, "strip", TRUE, NULL);
  }
  g_assert_not_reached ();
}

#define RIFF_HEADER 12 /* "RIFF", length, "WEBP" */
#define RIFF_CHUNK  8  /* name, length */
#define WEBP_ICC    0x20
#define WEBP_EXIF   0x08
#define WEBP_XMP    0x04

static guint32
little_32 (const guint8 *bytes)
{
  guint32 number;
  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_LE (number);
}

/* libvips 8.14 adds an Exif of its own to WebP, “strip” or not. Moves what is not of a chunk that
 * tells about the dots to the front; the new length. */
static gsize
strip_webp (guint8 *bytes, gsize length)
{
  gsize to = RIFF_HEADER;

  for (gsize at = RIFF_HEADER, size; at + RIFF_CHUNK <= length; at += size) {
    guint32 data = little_32 (bytes + at + 4);
    size = RIFF_CHUNK + (gsize) data + (data & 1);
    g_assert (size <= length - at);
    if (memcmp (bytes + at, "VP8X", 4) == 0)
      bytes[at + RIFF_CHUNK] &= (guint8) ~(WEBP_ICC | WEBP_EXIF | WEBP_XMP);
    if (memcmp (bytes + at, "EXIF", 4) == 0 || memcmp (bytes + at, "XMP ", 4) == 0
        || memcmp (bytes + at, "ICCP", 4) == 0)
      continue;
    memmove (bytes + to, bytes + at, size);
    to += size;
  }
  guint32 total = GUINT32_TO_LE ((guint32) (to - 8));
  memcpy (bytes + 4, &total, sizeof total);
  return to;
}

/* White behind what is clear, for formats that know nothing clear. */
static VipsImage *
flatten (const Vips *vips, VipsImage *image)
{
  static const double white[] = { 255, 255, 255 };
  VipsArea *area = (VipsArea *) vips->vips_array_double_new (white, image->Bands - 1);
  VipsImage *flat = NULL;

  int failed = vips->vips_flatten (image, &flat, "background", area, NULL);
  vips->vips_area_unref (area);
  return failed ? NULL : flat;
}

/* Red, green and blue as the four inks of a press. */
static VipsImage *
separate (const Vips *vips, VipsImage *image)
{
  size_t size;
  g_autofree guint8 *dots = vips->vips_image_write_to_memory (image, &size);
  g_autofree guint8 *inks = dots ? g_try_malloc (size / 3 * 4) : NULL;

  if (inks == NULL)
    return NULL;
  inks_of_dots (dots, inks, size / 3);
  VipsImage *separated = vips->vips_image_new_from_memory_copy (inks, size / 3 * 4, image->Xsize,
                                                                image->Ysize, 4, VIPS_FORMAT_UCHAR);
  if (separated)
    separated->Type = VIPS_INTERPRETATION_CMYK;
  return separated;
}

static VipsImage *
to_ink (const Vips *vips, VipsImage *image, Ink ink)
{
  VipsImage *grey = NULL;

  if (ink == INK_COLOUR || image->Bands == 1)
    return g_object_ref (image);
  if (ink == INK_CMYK)
    return separate (vips, image);
  return vips->vips_colourspace (image, &grey, VIPS_INTERPRETATION_B_W, NULL) ? NULL : grey;
}

static VipsImage *
shrink (const Vips *vips, VipsImage *image, guint width)
{
  VipsImage *small = NULL;
  int failed = vips->vips_thumbnail_image (image, &small, (int) width, "height", PHOTO_MAX_SIDE,
                                           "size", VIPS_SIZE_DOWN, NULL);
  return failed ? NULL : small;
}

static GBytes *
pack (const Photo *photo, PhotoFormat format, Ink ink, guint width, guint quality)
{
  const Vips *vips = photo->vips;
  gboolean is_flat = format == PHOTO_JPEG && photo_has_alpha (photo);
  g_autoptr (VipsImage) small = shrink (vips, photo->image, width);
  g_autoptr (VipsImage) flat = is_flat && small ? flatten (vips, small) : g_steal_pointer (&small);
  g_autoptr (VipsImage) inked = flat ? to_ink (vips, flat, ink) : NULL;
  void *bytes = NULL;
  gsize length = 0;

  int failed = inked == NULL || save (vips, inked, format, quality, &bytes, &length);
  vips->vips_error_clear ();
  if (failed)
    return NULL;
  if (format == PHOTO_WEBP)
    length = strip_webp (bytes, length);
  return g_bytes_new_with_free_func (bytes, length, g_free, bytes);
}

GBytes *
photo_pack (const Photo *photo, PhotoFormat format, guint width, guint quality)
{
  return pack (photo, format, INK_COLOUR, width, quality);
}

GBytes *
photo_pack_ink (const Photo *photo, Ink ink, guint width, guint quality)
{
  return pack (photo, PHOTO_JPEG, ink, width, quality);
}
