/* SPDX-License-Identifier: MIT */
/* Only what stands around the compressed bytes is looked at, and the checksums of PNG. Every length
 * comes from the file and is held against what is left of it. */
#include "print/read/image.h"

#include "base/i18n.h"

#include <libdeflate.h>
#include <string.h>

/* A page of A3 at 600 dots an inch has 70 million. */
#define MOST_PIXELS 100000000

typedef struct {
  const guint8 *at, *end;
} Bytes;

static gsize
left (const Bytes *bytes)
{
  return bytes->end - bytes->at;
}

static guint
number_2 (const guint8 *bytes)
{
  return bytes[0] << 8 | bytes[1];
}

static guint32
number_4 (const guint8 *bytes)
{
  return (guint32) number_2 (bytes) << 16 | number_2 (bytes + 2);
}

static const char *
check_size (const Image *image)
{
  if (image->width == 0 || image->height == 0)
    return _ ("has no size");
  if ((guint64) image->width * image->height > MOST_PIXELS)
    return _ ("has more than 100 million pixels");
  return NULL;
}

/* --- PNG --- */

static const guint8 png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };

/* Kinds of colour: what each pixel has, and the depths that are allowed, as bits of a mask. */
static const struct {
  guint n_components, depths;
  gboolean has_palette, has_alpha;
} png_colours[] = {
  [0] = { 1, 1 | 2 | 4 | 8 | 16, FALSE, FALSE },
  [2] = { 3, 8 | 16, FALSE, FALSE },
  [3] = { 1, 1 | 2 | 4 | 8, TRUE, FALSE },
  [4] = { 1, 8 | 16, FALSE, TRUE },
  [6] = { 3, 8 | 16, FALSE, TRUE },
};

static const char *
read_png_header (Image *image, const guint8 *header)
{
  guint depth = header[8], colour = header[9];

  if (colour >= G_N_ELEMENTS (png_colours) || !(png_colours[colour].depths & depth)
      || depth & (depth - 1) || header[10] != 0 || header[11] != 0 || header[12] > 1)
    return _ ("is a broken PNG");
  image->width = number_4 (header);
  image->height = number_4 (header + 4);
  image->bits = depth;
  image->n_components = png_colours[colour].n_components;
  image->has_palette = png_colours[colour].has_palette;
  image->has_alpha = png_colours[colour].has_alpha;
  image->is_interlaced = header[12];
  return check_size (image);
}

#define PNG_AROUND_CHUNK 12 /* length, name and checksum */
#define PNG_HEADER       13

/* What is in the file, in the order that counts. */
typedef struct {
  gboolean has_palette, has_data, has_end;
} PngChunks;

/* One chunk behind the header: its bytes are `length` at `data`. */
static void
note_png_chunk (Image *image, PngChunks *chunks, const char *name, guint32 length)
{
  if (memcmp (name, "PLTE", 4) == 0)
    chunks->has_palette |= !chunks->has_data && length > 0 && length % 3 == 0 && length <= 3 * 256;
  else if (memcmp (name, "tRNS", 4) == 0)
    image->has_alpha |= !chunks->has_data && length > 0;
  else if (memcmp (name, "IDAT", 4) == 0)
    chunks->has_data |= length > 0;
  else if (memcmp (name, "IEND", 4) == 0)
    chunks->has_end = TRUE;
}

/* A chunk of `length` bytes at `data`: its name and data as they were checked when it was written.
 */
static gboolean
is_whole (const guint8 *data, guint32 length)
{
  return libdeflate_crc32 (0, data - 4, (gsize) length + 4) == number_4 (data + length);
}

static const char *
read_png (Image *image, Bytes bytes)
{
  PngChunks chunks = { FALSE, FALSE, FALSE };

  image->kind = IMAGE_PNG;
  bytes.at += sizeof png_signature;
  if (left (&bytes) < PNG_AROUND_CHUNK + PNG_HEADER)
    return _ ("is cut off");
  if (number_4 (bytes.at) != PNG_HEADER || memcmp (bytes.at + 4, "IHDR", 4) != 0)
    return _ ("is a broken PNG");
  const char *why = is_whole (bytes.at + 8, PNG_HEADER) ? read_png_header (image, bytes.at + 8)
                                                        : _ ("is a broken PNG");
  bytes.at += PNG_AROUND_CHUNK + PNG_HEADER;
  while (why == NULL && !chunks.has_end) {
    if (left (&bytes) < PNG_AROUND_CHUNK || left (&bytes) - PNG_AROUND_CHUNK < number_4 (bytes.at))
      return _ ("is cut off");
    guint32 length = number_4 (bytes.at);
    if (!is_whole (bytes.at + 8, length))
      return _ ("is a broken PNG");
    note_png_chunk (image, &chunks, (const char *) bytes.at + 4, length);
    bytes.at += PNG_AROUND_CHUNK + length;
  }
  if (why == NULL && (!chunks.has_data || (image->has_palette && !chunks.has_palette)))
    return _ ("is a broken PNG");
  return why;
}

/* --- JPEG --- */

enum {
  JPEG_BASELINE = 0xC0,
  JPEG_PROGRESSIVE = 0xC2,
  JPEG_HUFFMAN = 0xC4,
  JPEG_LAST_FRAME = 0xCF,
  JPEG_EXTENSION = 0xC8,
  JPEG_ARITHMETIC = 0xCC,
  JPEG_RESTART = 0xD0,
  JPEG_START = 0xD8,
  JPEG_END = 0xD9,
  JPEG_SCAN = 0xDA,
  JPEG_ADOBE = 0xEE,
};

/* Markers C0 to CF start a frame, but for three of them. */
static gboolean
starts_frame (guint marker)
{
  return marker >= JPEG_BASELINE && marker <= JPEG_LAST_FRAME && marker != JPEG_HUFFMAN
         && marker != JPEG_EXTENSION && marker != JPEG_ARITHMETIC;
}

#define JPEG_FRAME 6 /* precision, height, width, components */

static const char *
read_jpeg_frame (Image *image, guint marker, const guint8 *frame, gsize length)
{
  if (length < JPEG_FRAME)
    return _ ("is a broken JPEG");
  image->bits = frame[0];
  image->height = number_2 (frame + 1);
  image->width = number_2 (frame + 3);
  image->n_components = frame[5];
  gboolean is_plain =
    marker <= JPEG_PROGRESSIVE && image->bits == 8
    && (image->n_components == 1 || image->n_components == 3 || image->n_components == 4);
  if (!is_plain)
    return _ ("is a JPEG of a rare kind; save it anew as an ordinary one");
  if (length < JPEG_FRAME + 3 * (gsize) image->n_components)
    return _ ("is a broken JPEG");
  return check_size (image);
}

/* Moves to the next marker and behind it; 0 when there is none. Any number of FF may stand before
 * it. */
static guint
next_marker (Bytes *bytes)
{
  if (left (bytes) < 2 || *bytes->at != 0xFF)
    return 0;
  while (bytes->at < bytes->end && *bytes->at == 0xFF)
    bytes->at++;
  return bytes->at < bytes->end ? *bytes->at++ : 0;
}

/* Within scans FF 00 is a byte FF, and restart markers are no end. */
static gboolean
has_jpeg_end (Bytes bytes)
{
  while ((bytes.at = memchr (bytes.at, 0xFF, left (&bytes))) != NULL && left (&bytes) >= 2) {
    if (bytes.at[1] == JPEG_END)
      return TRUE;
    bytes.at++;
  }
  return FALSE;
}

static const char *
read_jpeg (Image *image, Bytes bytes)
{
  gboolean is_adobe = FALSE;
  guint marker;

  image->kind = IMAGE_JPEG;
  bytes.at += 2;
  while ((marker = next_marker (&bytes)) != JPEG_SCAN) {
    if (left (&bytes) < 2)
      return _ ("is cut off");
    gsize length = number_2 (bytes.at);
    if (marker < JPEG_BASELINE || (marker >= JPEG_RESTART && marker <= JPEG_END) || length < 2)
      return _ ("is a broken JPEG");
    if (left (&bytes) < length)
      return _ ("is cut off");
    const guint8 *data = bytes.at + 2;
    is_adobe |= marker == JPEG_ADOBE && length >= 7 && memcmp (data, "Adobe", 5) == 0;
    const char *why =
      starts_frame (marker) ? read_jpeg_frame (image, marker, data, length - 2) : NULL;
    if (why)
      return why;
    bytes.at += length;
  }
  image->is_inverted = is_adobe && image->n_components == 4;
  if (image->n_components == 0)
    return _ ("is a broken JPEG");
  return has_jpeg_end (bytes) ? NULL : _ ("is cut off");
}

/* --- the file --- */

static const char *
read_header (Image *image)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (image->bytes, &length);

  /* An empty file is at no address: nothing may be added to it. */
  if (length >= sizeof png_signature && memcmp (data, png_signature, sizeof png_signature) == 0)
    return read_png (image, (Bytes){ data, data + length });
  if (length >= 3 && data[0] == 0xFF && data[1] == JPEG_START && data[2] == 0xFF)
    return read_jpeg (image, (Bytes){ data, data + length });
  return _ ("is neither PNG nor JPEG");
}

Image *
image_new (GBytes *bytes, const char **why)
{
  g_autoptr (Image) image = g_new0 (Image, 1);

  image->bytes = g_bytes_ref (bytes);
  *why = read_header (image);
  return *why ? NULL : g_steal_pointer (&image);
}

void
image_free (Image *image)
{
  if (image == NULL)
    return;
  g_bytes_unref (image->bytes);
  g_free (image->href);
  g_free (image);
}
