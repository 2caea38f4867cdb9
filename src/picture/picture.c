/* SPDX-License-Identifier: MIT */
#include "picture/picture.h"

#include "base/i18n.h"
#include "base/regular.h"
#include "picture/photo.h"

#include <glib/gstdio.h>
#include <string.h>

#define WEB_QUALITY  80
#define WEBP_QUALITY 75
#define WEBP_LOWEST  15
#define WEBP_BYTES   (120 << 10) /* what a picture may cost a phone */

/* On paper, by whether it has to be light. Of a palette 98 takes as many colours as leave it off by
 * no more than 2 of 255, which no print shows; a drawing is half as long by them as by 256, and
 * half of that by those of 75, which no office printer tells from them. */
static const struct {
  guint jpeg, palette;
} paper_quality[] = { [FALSE] = { 80, 98 }, [TRUE] = { 65, 75 } };

/* Widths of screens: phones, phones with fine dots, desks. */
static const guint widths[] = { 480, 960, PICTURE_MAX_WIDTH };

/* Width, height, whether there is something clear in it, whether it moves; the published bytes;
 * and, by width, those in WebP. */
#define SET_TYPE "(uubbaya(uay))"

struct Picture {
  char *file;
  const PictureCache *cache;
  Digest digest;       /* of the bytes, the kind and the maker */
  GVariant *set;       /* of SET_TYPE */
  GHashTable *paper;   /* what is wanted, as it is kept → GBytes; under the lock */
  GBytes *published;   /* in the set */
  GPtrArray *narrowed; /* GBytes, likewise */
  char *fault;
  gboolean is_unread;
  GMutex lock;
};

/* --- kept between builds --- */

static Digest
digest_of_picture (const Picture *picture, GBytes *bytes)
{
  DigestState state;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  digest_start (&state);
  digest_add_text (&state, picture->cache->maker);
  digest_add_text (&state, strrchr (picture->file, '.'));
  digest_add (&state, data, length);
  return digest_finish (&state);
}

/* NULL when nothing is kept. Caller frees. */
static char *
kept_path (const Picture *picture, const char *what)
{
  char hex[DIGEST_HEX_LENGTH + 1];

  if (picture->cache->folder == NULL)
    return NULL;
  digest_to_hex (&picture->digest, hex);
  g_autofree char *name = g_strconcat (hex, "-", what, NULL);
  return g_build_filename (picture->cache->folder, name, NULL);
}

/* A picture of the site, which may be cut short meanwhile: if it were mapped, that would end the
 * program. */
static GBytes *
read_file (const char *path, GError **error)
{
  gsize length;
  char *read = regular_read (path, &length, error);
  return read ? g_bytes_new_take (read, length) : NULL;
}

static GBytes *
map_file (const char *path)
{
  g_autoptr (GMappedFile) mapped = path ? g_mapped_file_new (path, FALSE, NULL) : NULL;
  return mapped ? g_mapped_file_get_bytes (mapped) : NULL;
}

/* Kept, they are looked at where they lie: thousands of pictures need no memory of their own. */
static GBytes *
keep (const char *path, GBytes *bytes_take)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes_take, &length);

  if (path == NULL
      || !g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                    0666, NULL))
    return bytes_take;
  GBytes *mapped = map_file (path);
  if (mapped == NULL)
    return bytes_take;
  g_bytes_unref (bytes_take);
  return mapped;
}

/* --- made --- */

static GVariant *
bytes_value (GBytes *bytes)
{
  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

static gsize
size_of (GBytes *bytes)
{
  return bytes ? g_bytes_get_size (bytes) : G_MAXSIZE;
}

/* As good as it may be at what a phone may pay; a picture that costs more at the lowest quality is
 * one of few. */
static GBytes *
pack_lossy (const Photo *photo, guint width)
{
  for (guint quality = WEBP_QUALITY;; quality -= 15) {
    g_autoptr (GBytes) bytes = photo_pack (photo, PHOTO_WEBP, width, quality);
    if (bytes == NULL || g_bytes_get_size (bytes) <= WEBP_BYTES || quality <= WEBP_LOWEST)
      return g_steal_pointer (&bytes);
  }
}

/* Of a screen or a drawing, which has few colours, exact dots are often the smaller ones. */
static GBytes *
pack_webp (const Photo *photo, guint width, gboolean is_drawn)
{
  g_autoptr (GBytes) lossy = pack_lossy (photo, width);
  g_autoptr (GBytes) exact = is_drawn ? photo_pack (photo, PHOTO_WEBP, width, PHOTO_EXACT) : NULL;

  return exact && size_of (exact) <= size_of (lossy) ? g_steal_pointer (&exact)
                                                     : g_steal_pointer (&lossy);
}

/* All widths below its own, and its own. FALSE when one cannot be written. */
static gboolean
add_narrowed (GVariantBuilder *builder, const Photo *photo, gboolean is_drawn)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    guint width = MIN (widths[i], photo_width (photo));
    g_autoptr (GBytes) bytes = pack_webp (photo, width, is_drawn);
    if (bytes == NULL)
      return FALSE;
    g_variant_builder_add (builder, "(u@ay)", width, bytes_value (bytes));
    if (width == photo_width (photo))
      break;
  }
  return TRUE;
}

/* NULL after setting the fault. */
static GVariant *
make_set (Picture *picture, GBytes *bytes)
{
  const char *why = NULL;
  g_autoptr (Photo) photo = photo_new (bytes, picture->file, PICTURE_MAX_WIDTH, &why);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(uay)"));
  PhotoFormat format = photo_format (picture->file);

  if (photo == NULL) {
    picture->fault = g_strdup (why);
    return NULL;
  }
  g_autoptr (GBytes) published =
    photo_pack (photo, format, PICTURE_MAX_WIDTH, format == PHOTO_PNG ? PHOTO_EXACT : WEB_QUALITY);
  gboolean is_drawn = format == PHOTO_PNG || format == PHOTO_GIF;
  if (published == NULL || !add_narrowed (&builder, photo, is_drawn)) {
    picture->fault = g_strdup (_ ("cannot be written anew"));
    return NULL;
  }
  return g_variant_ref_sink (g_variant_new (
    "(uubb@ay@a(uay))", photo_width (photo), photo_height (photo), photo_has_alpha (photo),
    photo_moves (photo), bytes_value (published), g_variant_builder_end (&builder)));
}

/* NULL when it is not what we wrote: a disk may lose the end of a file. */
static GVariant *
recall_set (const char *path)
{
  g_autoptr (GBytes) bytes = map_file (path);
  if (bytes == NULL)
    return NULL;
  GVariant *set =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (SET_TYPE), bytes, FALSE));
  guint width = 0;
  if (g_variant_is_normal_form (set))
    g_variant_get_child (set, 0, "u", &width);
  if (width > 0)
    return set;
  g_variant_unref (set);
  return NULL;
}

static void
read_set (Picture *picture, GBytes *bytes)
{
  picture->digest = digest_of_picture (picture, bytes);
  g_autofree char *path = kept_path (picture, "web");

  picture->set = path ? recall_set (path) : NULL;
  if (picture->set)
    return;
  picture->set = make_set (picture, bytes);
  if (picture->set == NULL)
    return;
  g_autoptr (GBytes) written = keep (path, g_variant_get_data_as_bytes (picture->set));
  g_variant_unref (picture->set);
  picture->set =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (SET_TYPE), written, TRUE));
}

static void
look_into_set (Picture *picture)
{
  g_autoptr (GVariant) published = g_variant_get_child_value (picture->set, 4);
  g_autoptr (GVariant) narrowed = g_variant_get_child_value (picture->set, 5);

  picture->published = g_variant_get_data_as_bytes (published);
  for (gsize i = 0; i < g_variant_n_children (narrowed); i++) {
    g_autoptr (GVariant) one = g_variant_get_child_value (narrowed, i);
    g_autoptr (GVariant) bytes = g_variant_get_child_value (one, 1);
    g_ptr_array_add (picture->narrowed, g_variant_get_data_as_bytes (bytes));
  }
}

Picture *
picture_new (const char *file, const PictureCache *cache)
{
  Picture *picture = g_new0 (Picture, 1);
  g_autoptr (GError) error = NULL;

  *picture = (Picture){ .file = g_strdup (file), .cache = cache };
  picture->paper =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  picture->narrowed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_mutex_init (&picture->lock);
  g_autoptr (GBytes) bytes = read_file (file, &error);
  if (bytes == NULL) {
    picture->fault = g_strdup_printf (_ ("cannot be read: %s"), error->message);
    picture->is_unread = TRUE;
    return picture;
  }
  read_set (picture, bytes);
  if (picture->set)
    look_into_set (picture);
  return picture;
}

void
picture_free (Picture *picture)
{
  if (picture == NULL)
    return;
  g_clear_pointer (&picture->set, g_variant_unref);
  g_clear_pointer (&picture->published, g_bytes_unref);
  g_ptr_array_unref (picture->narrowed);
  g_hash_table_unref (picture->paper);
  g_mutex_clear (&picture->lock);
  g_free (picture->fault);
  g_free (picture->file);
  g_free (picture);
}

/* --- asked --- */

const char *
picture_fault (const Picture *picture)
{
  return picture->fault;
}

gboolean
picture_is_unread (const Picture *picture)
{
  return picture->is_unread;
}

guint
picture_width (const Picture *picture)
{
  guint width;
  g_variant_get_child (picture->set, 0, "u", &width);
  return width;
}

guint
picture_height (const Picture *picture)
{
  guint height;
  g_variant_get_child (picture->set, 1, "u", &height);
  return height;
}

static gboolean
flag (const Picture *picture, gsize index)
{
  gboolean is_set;
  g_variant_get_child (picture->set, index, "b", &is_set);
  return is_set;
}

gboolean
picture_moves (const Picture *picture)
{
  return flag (picture, 3);
}

GBytes *
picture_published (const Picture *picture)
{
  return picture->published;
}

GBytes *
picture_narrowed (const Picture *picture, guint i, guint *width)
{
  if (i >= picture->narrowed->len)
    return NULL;
  *width = MIN (widths[i], picture_width (picture));
  return picture->narrowed->pdata[i];
}

/* --- for paper --- */

/* The smaller of two, both taken; NULL counts as none. */
static GBytes *
smaller (GBytes *one, GBytes *other)
{
  gboolean is_first = other == NULL || (one && g_bytes_get_size (one) <= g_bytes_get_size (other));

  g_bytes_unref (is_first ? other : one);
  return is_first ? one : other;
}

static GBytes *
pack_photo (const Photo *photo, const Resampling *wanted)
{
  return photo_pack_ink (photo, wanted->ink, wanted->width, paper_quality[wanted->is_light].jpeg);
}

/* Screens and drawings made smaller have soft edges, which cost a PNG more than it saves: a palette
 * has room for them. A photo somebody saved as PNG is told by what JPEG makes of it. */
static GBytes *
pack_drawn (const Photo *photo, const Resampling *wanted)
{
  guint width = wanted->width, palette = paper_quality[wanted->is_light].palette;
  GBytes *png = smaller (photo_pack (photo, PHOTO_PNG, width, PHOTO_EXACT),
                         photo_pack (photo, PHOTO_PNG, width, palette));
  GBytes *jpeg = pack_photo (photo, wanted);
  gboolean is_photo = png && jpeg && g_bytes_get_size (jpeg) < g_bytes_get_size (png) / 2;

  g_bytes_unref (is_photo ? png : jpeg);
  return is_photo ? jpeg : png;
}

GBytes *
picture_of_bytes_for_paper (GBytes *bytes, const char *name, const Resampling *wanted)
{
  const char *why = NULL;
  const guint8 *first = g_bytes_get_data (bytes, NULL);

  if (name == NULL)
    name = first && *first == 0xFF ? "picture.jpg" : "picture.png";
  g_autoptr (Photo) photo = photo_new (bytes, name, wanted->width, &why);
  PhotoFormat format = photo_format (name);

  if (photo == NULL || !photo_crop (photo, &wanted->crop))
    return NULL;
  if (photo_has_alpha (photo))
    return photo_pack (photo, PHOTO_PNG, wanted->width, PHOTO_EXACT);
  if (format == PHOTO_PNG || format == PHOTO_GIF)
    return pack_drawn (photo, wanted);
  return pack_photo (photo, wanted);
}

static GBytes *
make_for_paper (const Picture *picture, const Resampling *wanted)
{
  g_autoptr (GBytes) bytes = read_file (picture->file, NULL);
  return bytes ? picture_of_bytes_for_paper (bytes, picture->file, wanted) : NULL;
}

/* By which it is kept. Caller frees. */
static char *
name_of_wanted (const Resampling *wanted)
{
  static const char *const inks[] = { "", "-grey", "-inks" };
  const Crop *crop = &wanted->crop;
  g_autofree char *part =
    crop_is_whole (crop)
      ? g_strdup ("")
      : g_strdup_printf ("-%u.%u.%u.%u", crop->left, crop->top, crop->right, crop->bottom);

  return g_strdup_printf ("paper-%u%s%s%s", wanted->width, inks[wanted->ink],
                          wanted->is_light ? "-light" : "", part);
}

static GBytes *
read_for_paper (Picture *picture, const Resampling *wanted, const char *name)
{
  g_autofree char *path = kept_path (picture, name);
  GBytes *bytes = map_file (path);

  if (bytes == NULL && (bytes = make_for_paper (picture, wanted)) != NULL)
    bytes = keep (path, bytes);
  return bytes;
}

GBytes *
picture_for_paper (Picture *picture, const Resampling *wanted)
{
  g_autofree char *name = name_of_wanted (wanted);

  g_mutex_lock (&picture->lock);
  GBytes *bytes = g_hash_table_lookup (picture->paper, name);
  if (bytes == NULL && (bytes = read_for_paper (picture, wanted, name)) != NULL)
    g_hash_table_insert (picture->paper, g_steal_pointer (&name), bytes);
  g_mutex_unlock (&picture->lock);
  return bytes ? g_bytes_ref (bytes) : NULL;
}

void
picture_cache_sweep (const PictureCache *cache, Picture *const *pictures, guint n)
{
  g_autoptr (GDir) folder = cache->folder ? g_dir_open (cache->folder, 0, NULL) : NULL;
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *name;

  for (guint i = 0; i < n; i++) {
    char hex[DIGEST_HEX_LENGTH + 1];
    digest_to_hex (&pictures[i]->digest, hex);
    g_hash_table_add (used, g_strdup (hex));
  }
  while (folder && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *hex = g_strndup (name, DIGEST_HEX_LENGTH);
    g_autofree char *path = g_build_filename (cache->folder, name, NULL);
    if (!g_hash_table_contains (used, hex))
      g_unlink (path);
  }
}
