/* SPDX-License-Identifier: MIT */
#include "print/paint/images.h"

#include "print/paint/notation.h"
#include "print/paint/profile.h"

#include <math.h>

typedef struct {
  const Image *image;
  Image *resampled;    /* owned; NULL: it is written as it is */
  guint number;        /* /I0, /I1 … */
  double width;        /* the widest it stands anywhere, points */
  double height;       /* likewise */
  VisibleArea seen;    /* of it anywhere, in shares of its sides; empty: not known */
  Crop crop;           /* what is written of it */
  gboolean is_settled; /* how it is written */
} ImageUse;

struct ImageList {
  Ink ink;
  const PrintFiles *files; /* or NULL */
  guint dpi;               /* of pictures, at most */
  gboolean is_light;       /* likewise, in bytes */
  RepackedStore *store;
  Deflater *deflater;
  GPtrArray *uses;   /* ImageUse, owned, in the order of first use */
  GHashTable *known; /* GBytes * of the file → ImageUse */
  double lowest_dpi;
};

static void
use_free (gpointer data)
{
  image_free (((ImageUse *) data)->resampled);
  g_free (data);
}

ImageList *
image_list_new (const PdfOptions *options, RepackedStore *store, Deflater *deflater)
{
  ImageList *list = g_new0 (ImageList, 1);
  list->ink = options->ink;
  list->files = options->files;
  list->dpi = options->picture_dpi;
  list->is_light = options->pictures_light;
  list->store = store;
  list->deflater = deflater;
  list->uses = g_ptr_array_new_with_free_func (use_free);
  list->known = g_hash_table_new (NULL, NULL);
  return list;
}

void
image_list_free (ImageList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->uses);
  g_hash_table_unref (list->known);
  g_free (list);
}

static ImageUse *
find_use (ImageList *list, const Image *image)
{
  ImageUse *use = g_hash_table_lookup (list->known, image->bytes);
  if (use)
    return use;
  use = g_new (ImageUse, 1);
  *use = (ImageUse){ .image = image, .number = list->uses->len, .seen = { 1, 1, 0, 0 } };
  g_ptr_array_add (list->uses, use);
  g_hash_table_insert (list->known, image->bytes, use);
  return use;
}

static ImageUse *
note_use (ImageList *list, const Image *image, double width, double height)
{
  ImageUse *use = find_use (list, image);

  use->width = fmax (use->width, width);
  use->height = fmax (use->height, height);
  return use;
}

guint
image_list_use (ImageList *list, const Image *image, double width, double height)
{
  return note_use (list, image, width, height)->number;
}

/* --- what is seen of them --- */

static VisibleArea
seen_of (const PlacedPage *page, const Placed *item)
{
  VisibleArea area = placed_page_visible (page, item->clip);

  if (item->rotation != 0)
    return (VisibleArea){ 0, 0, 1, 1 };
  return (VisibleArea){ fmax ((area.left - item->x) / item->width, 0),
                        fmax ((area.top - item->y) / item->height, 0),
                        fmin ((area.right - item->x) / item->width, 1),
                        fmin ((area.bottom - item->y) / item->height, 1) };
}

void
image_list_expect (ImageList *list, const PlacedPage *page)
{
  for (guint i = 0; i < page->items->len; i++) {
    const Placed *item = &g_array_index (page->items, Placed, i);
    if (item->kind != PLACED_IMAGE || !(item->width > 0) || !(item->height > 0))
      continue;
    ImageUse *use = note_use (list, item->image, item->width, item->height);
    VisibleArea seen = seen_of (page, item);
    use->seen.left = fmin (use->seen.left, seen.left);
    use->seen.top = fmin (use->seen.top, seen.top);
    use->seen.right = fmax (use->seen.right, seen.right);
    use->seen.bottom = fmax (use->seen.bottom, seen.bottom);
  }
}

/* An edge of what is cut off stands so far beyond that of what is seen: none shows through. */
#define CROP_MARGIN 0.2 /* parts */
/* What is seen of a picture that is written whole for all that: there is little to save. */
#define NEARLY_ALL 0.94

static Crop
crop_of (const VisibleArea *seen)
{
  const Crop whole = { 0 };
  Crop crop = { (guint8) fmax (floor (seen->left * CROP_PARTS - CROP_MARGIN), 0),
                (guint8) fmax (floor (seen->top * CROP_PARTS - CROP_MARGIN), 0),
                (guint8) fmin (ceil (seen->right * CROP_PARTS + CROP_MARGIN), CROP_PARTS),
                (guint8) fmin (ceil (seen->bottom * CROP_PARTS + CROP_MARGIN), CROP_PARTS) };
  double share = (double) (crop.right - crop.left) * (crop.bottom - crop.top);
  gboolean is_known = seen->right > seen->left && seen->bottom > seen->top;

  return is_known && share < NEARLY_ALL * CROP_PARTS * CROP_PARTS ? crop : whole;
}

/* Where in its place, in shares of its sides, what is written of it stands. */
static VisibleArea
written_of (const ImageUse *use)
{
  const Crop *crop = &use->crop;
  const double parts = CROP_PARTS;

  if (crop_is_whole (crop))
    return (VisibleArea){ 0, 0, 1, 1 };
  return (VisibleArea){ crop->left / parts, crop->top / parts, crop->right / parts,
                        crop->bottom / parts };
}

/* Once for all places it stands at, so the widest of them decides. */
static void
settle (const ImageList *list, ImageUse *use)
{
  const PrintFiles *files = list->files;
  const char *why;

  if (use->is_settled)
    return;
  use->is_settled = TRUE;
  if (files == NULL || files->resampled == NULL)
    return;
  guint width = (guint) ceil (use->width * list->dpi / 72);
  const Resampling wanted = { MAX (width, 1), crop_of (&use->seen), list->ink, list->is_light };
  g_autoptr (GBytes) bytes =
    files->resampled (use->image->href, use->image->bytes, &wanted, files->data);
  use->resampled = bytes ? image_new (bytes, &why) : NULL;
  if (use->resampled)
    use->crop = wanted.crop;
}

void
image_list_paint (ImageList *list, ContentStream *content, const Placed *item)
{
  ImageUse *use = note_use (list, item->image, item->width, item->height);

  settle (list, use);
  VisibleArea part = written_of (use);
  content_save (content);
  content_image (content, item->x + item->width * part.left, item->y + item->height * part.top,
                 item->width * (part.right - part.left), item->height * (part.bottom - part.top),
                 use->number);
  content_restore (content);
}

/* --- how their colours are written --- */

/* A JPEG nobody could unpack keeps its colours in a document of other inks: those of a screen,
 * which a press turns into its own. */
static void
append_screen_colours (GString *out, Objects *objects)
{
  guint profile = objects_reserve (objects);
  gsize length;
  const char *bytes = g_bytes_get_data (profile_srgb (), &length);

  objects_stream (objects, profile, "/N 3", bytes, length);
  append_text (out, "[/ICCBased ");
  notation_reference (out, profile);
  append_text (out, "]");
}

static const char *
colour_space (guint n_components)
{
  return n_components == 1 ? "/DeviceGray" : n_components == 4 ? "/DeviceCMYK" : "/DeviceRGB";
}

static GString *
start_entries (guint width, guint height, guint bits)
{
  GString *entries = g_string_new ("/Type/XObject/Subtype/Image/Width ");
  notation_integer (entries, width);
  append_text (entries, "/Height ");
  notation_integer (entries, height);
  append_text (entries, "/BitsPerComponent ");
  notation_integer (entries, bits);
  return entries;
}

static void
append_png_filter (GString *entries, guint n_components, guint bits, guint width)
{
  g_string_append_printf (
    entries,
    "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %u/BitsPerComponent %u/Columns %u>>",
    n_components, bits, width);
}

/* --- JPEG --- */

static void
write_jpeg (ImageList *list, const Image *image, guint object, Objects *objects)
{
  g_autoptr (GString) entries = start_entries (image->width, image->height, image->bits);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (image->bytes, &length);

  append_text (entries, "/Filter/DCTDecode/ColorSpace");
  if (list->ink != INK_COLOUR && image->n_components == 3)
    append_screen_colours (entries, objects);
  else
    g_string_append (entries, colour_space (image->n_components));
  if (image->is_inverted)
    append_text (entries, "/Decode[1 0 1 0 1 0 1 0]");
  objects_stream_ready (objects, object, entries->str, bytes, length);
}

/* --- PNG as it is --- */

typedef struct {
  GString *data;         /* all IDAT chunks */
  const guint8 *palette; /* of PLTE */
  guint palette_length;
} PngParts;

static guint32
read_32 (const guint8 *bytes)
{
  guint32 number;
  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

#define PNG_SIGNATURE 8  /* bytes */
#define PNG_AROUND    12 /* bytes of a chunk that are not its data: length, type, checksum */

static void
take_chunk (PngParts *parts, const guint8 *chunk, guint32 length)
{
  const guint8 *type = chunk + 4, *data = chunk + 8;
  if (memcmp (type, "IDAT", 4) == 0) {
    g_string_append_len (parts->data, (const char *) data, length);
  } else if (memcmp (type, "PLTE", 4) == 0) {
    parts->palette = data;
    parts->palette_length = length;
  }
}

/* FALSE when the file does not end as it should. */
static gboolean
take_parts (const Image *image, PngParts *parts)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (image->bytes, &length);

  for (gsize at = PNG_SIGNATURE; at + PNG_AROUND <= length;) {
    guint32 size = read_32 (bytes + at);
    if (memcmp (bytes + at + 4, "IEND", 4) == 0)
      return parts->data->len > 0 && (!image->has_palette || parts->palette_length >= 3);
    if (size > length - at - PNG_AROUND)
      return FALSE;
    take_chunk (parts, bytes + at, size);
    at += PNG_AROUND + size;
  }
  return FALSE;
}

/* A stream, since digits within the entries are never compressed: twice as long as all colours. */
static void
append_palette (GString *entries, const PngParts *parts, Objects *objects)
{
  guint n = MIN (parts->palette_length / 3, 256), palette = objects_reserve (objects);

  objects_stream (objects, palette, "", parts->palette, n * 3);
  g_string_append_printf (entries, "/ColorSpace[/Indexed/DeviceRGB %u ", n - 1);
  notation_reference (entries, palette);
  append_text (entries, "]");
}

static gboolean
write_png_as_it_is (const Image *image, guint object, Objects *objects)
{
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (GString) entries = start_entries (image->width, image->height, image->bits);
  PngParts parts = { .data = data };

  if (!take_parts (image, &parts))
    return FALSE;
  append_png_filter (entries, image->n_components, image->bits, image->width);
  if (image->has_palette) {
    append_palette (entries, &parts, objects);
  } else {
    append_text (entries, "/ColorSpace");
    g_string_append (entries, colour_space (image->n_components));
  }
  objects_stream_ready (objects, object, entries->str, data->str, data->len);
  return TRUE;
}

/* --- PNG packed again --- */

static void
write_plane (const Repacked *packed, GBytes *plane, guint n_components, guint mask, guint object,
             Objects *objects)
{
  g_autoptr (GString) entries = start_entries (packed->width, packed->height, 8);
  gsize length;
  const char *bytes = g_bytes_get_data (plane, &length);

  append_png_filter (entries, n_components, 8, packed->width);
  append_text (entries, "/ColorSpace");
  g_string_append (entries, colour_space (n_components));
  if (mask) {
    append_text (entries, "/SMask ");
    notation_reference (entries, mask);
  }
  objects_stream_ready (objects, object, entries->str, bytes, length);
}

static void
write_png_again (ImageList *list, const Image *image, guint object, Objects *objects)
{
  const Repacked *packed = repacked_store_get (list->store, image, list->ink, list->deflater);
  guint mask = packed->alpha ? objects_reserve (objects) : 0;

  write_plane (packed, packed->colours, packed->n_components, mask, object, objects);
  if (mask)
    write_plane (packed, packed->alpha, 1, 0, mask, objects);
}

/* --- all --- */

static void
write_image (ImageList *list, const Image *image, guint object, Objects *objects)
{
  gboolean is_coloured = image->n_components > 1 || image->has_palette;

  if (image->kind == IMAGE_JPEG)
    write_jpeg (list, image, object, objects);
  else if (image->has_alpha || image->is_interlaced || (is_coloured && list->ink != INK_COLOUR)
           || !write_png_as_it_is (image, object, objects))
    write_png_again (list, image, object, objects);
}

static void
note_dpi (ImageList *list, const ImageUse *use, const Image *image)
{
  VisibleArea part = written_of (use);
  double dpi = fmin (image->width * 72.0 / (use->width * (part.right - part.left)),
                     image->height * 72.0 / (use->height * (part.bottom - part.top)));
  if (list->lowest_dpi == 0 || dpi < list->lowest_dpi)
    list->lowest_dpi = dpi;
}

void
image_list_write (ImageList *list, Objects *objects, GString *resources)
{
  for (guint i = 0; i < list->uses->len; i++) {
    ImageUse *use = list->uses->pdata[i];
    settle (list, use);
    const Image *image = use->resampled ? use->resampled : use->image;
    guint object = objects_reserve (objects);
    note_dpi (list, use, image);
    write_image (list, image, object, objects);
    append_text (resources, "/I");
    notation_integer (resources, use->number);
    g_string_append_c (resources, ' ');
    notation_reference (resources, object);
  }
}

double
image_list_lowest_dpi (const ImageList *list)
{
  return list->lowest_dpi;
}

gboolean
image_list_is_archival (const ImageList *list)
{
  for (guint i = 0; i < list->uses->len; i++)
    if (((const ImageUse *) list->uses->pdata[i])->image->n_components == 4)
      return FALSE;
  return TRUE;
}
