/* SPDX-License-Identifier: MIT */
#include "print/paint/repacked.h"

#include "base/digest.h"
#include "print/paint/cmyk.h"

#include <png.h>

#define MOST_BYTES (16 << 20) /* kept, compressed */

typedef struct {
  Digest digest; /* of the file */
  Ink ink;
  Repacked packed;
} Entry;

struct RepackedStore {
  GQueue entries; /* Entry, owned: the newest first */
  gsize n_bytes;
};

static gsize
entry_size (const Entry *entry)
{
  return g_bytes_get_size (entry->packed.colours)
         + (entry->packed.alpha ? g_bytes_get_size (entry->packed.alpha) : 0);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_bytes_unref (entry->packed.colours);
  g_clear_pointer (&entry->packed.alpha, g_bytes_unref);
  g_free (entry);
}

RepackedStore *
repacked_store_new (void)
{
  RepackedStore *store = g_new0 (RepackedStore, 1);
  g_queue_init (&store->entries);
  return store;
}

void
repacked_store_free (RepackedStore *store)
{
  if (store == NULL)
    return;
  g_queue_clear_full (&store->entries, entry_free);
  g_free (store);
}

/* --- packing --- */

#define FILTER_UP 2 /* of PNG: each byte less the one above it */

/* `n` components of each pixel from the `first`, as rows with their filter. */
static GBytes *
pack_plane (const guint8 *pixels, const png_image *png, guint n_channels, guint first, guint n,
            Deflater *deflater)
{
  gsize row_size = 1 + (gsize) png->width * n, pixel_row = (gsize) png->width * n_channels;
  g_autofree guint8 *rows = g_malloc (row_size * png->height);
  guint8 *out = rows;

  for (guint y = 0; y < png->height; y++) {
    const guint8 *row = pixels + y * pixel_row;
    *out++ = FILTER_UP;
    for (guint x = 0; x < png->width; x++)
      for (guint c = first; c < first + n; c++) {
        gsize at = (gsize) x * n_channels + c;
        *out++ = row[at] - (y > 0 ? (row - pixel_row)[at] : 0);
      }
  }
  return deflater_bytes (deflater, rows, row_size * png->height);
}

/* Pixels, 8 bits a channel: colours, then alpha. Caller frees. NULL when the file is broken. */
static guint8 *
unpack (png_image *png, const Image *image, guint n_components)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (image->bytes, &length);

  png->version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory (png, bytes, length))
    return NULL;
  png->format = n_components == 1 ? PNG_FORMAT_GA : PNG_FORMAT_RGBA;
  guint8 *pixels = g_try_malloc (PNG_IMAGE_SIZE (*png));
  if (pixels && png_image_finish_read (png, NULL, pixels, 0, NULL))
    return pixels;
  png_image_free (png);
  g_free (pixels);
  return NULL;
}

/* RGB and alpha as CMYK and alpha. Takes `pixels`; caller frees what it returns. */
static guint8 *
separate (guint8 *pixels, gsize n)
{
  guint8 *separated = g_malloc (n * 5);

  cmyk_of_dots (pixels, separated, n);
  g_free (pixels);
  return separated;
}

static Repacked
repack (const Image *image, Ink ink, Deflater *deflater)
{
  png_image png = { 0 };
  guint n = ink == INK_GREY || (image->n_components == 1 && !image->has_palette) ? 1 : 3;
  g_autofree guint8 *pixels = unpack (&png, image, n);
  gboolean has_alpha = pixels && image->has_alpha;
  static const guint8 white_dot[] = { 255, 255, 255, 255 };

  if (pixels == NULL) {
    png.width = png.height = 1;
    pixels = g_memdup2 (white_dot, sizeof white_dot);
  }
  if (ink == INK_CMYK && n == 3) {
    pixels = separate (pixels, (gsize) png.width * png.height);
    n = 4;
  }
  GBytes *colours = pack_plane (pixels, &png, n + 1, 0, n, deflater);
  GBytes *alpha = has_alpha ? pack_plane (pixels, &png, n + 1, n, 1, deflater) : NULL;
  return (Repacked){ png.width, png.height, n, colours, alpha };
}

/* --- the store --- */

static void
keep (RepackedStore *store, Entry *entry)
{
  g_queue_push_head (&store->entries, entry);
  store->n_bytes += entry_size (entry);
  while (store->n_bytes > MOST_BYTES && store->entries.length > 1) {
    Entry *oldest = g_queue_pop_tail (&store->entries);
    store->n_bytes -= entry_size (oldest);
    entry_free (oldest);
  }
}

const Repacked *
repacked_store_get (RepackedStore *store, const Image *image, Ink ink, Deflater *deflater)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (image->bytes, &length);
  Digest digest = digest_of (bytes, length);

  for (GList *link = store->entries.head; link; link = link->next) {
    Entry *entry = link->data;
    if (entry->ink == ink && digest_equal (&entry->digest, &digest)) {
      g_queue_unlink (&store->entries, link);
      g_queue_push_head_link (&store->entries, link);
      return &entry->packed;
    }
  }
  Entry *entry = g_new (Entry, 1);
  *entry = (Entry){ digest, ink, repack (image, ink, deflater) };
  keep (store, entry);
  return &entry->packed;
}
