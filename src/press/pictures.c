/* SPDX-License-Identifier: MIT */
#include "press/pictures.h"

#include "base/digest.h"
#include "base/i18n.h"
#include "base/parallel.h"
#include "base/regular.h"
#include "picture/photo.h"
#include "picture/picture.h"
#include "print/read/drawing.h"
#include "source-digest.h"
#include "write/interrupt.h"
#include "write/progress.h"

#include <glib/gstdio.h>

struct Pictures {
  Site *site;
  char *folder;        /* or NULL */
  PictureCache cache;  /* of this folder */
  GPtrArray *files;    /* SiteFile of photos, borrowed */
  GPtrArray *drawings; /* SiteFile of drawings, borrowed */
  Picture **pictures;  /* of each of these; NULL: not looked into, when a build is interrupted */
  GHashTable *by_file; /* SiteFile → Picture */
  GMutex lock;
  GHashTable *embedded; /* Digest of bytes, width and ink → GBytes, or NULL: as it is; locked */
  Progress *progress;
};

static void
unref_bytes (gpointer bytes)
{
  g_bytes_unref (bytes); /* NULL is allowed */
}

static void
fill_facts (SitePicture *facts, const Picture *picture)
{
  facts->fault = picture_fault (picture);
  if (facts->fault)
    return;
  facts->width = picture_width (picture);
  facts->height = picture_height (picture);
  facts->moves = picture_moves (picture);
  for (guint i = 0; i < SITE_PICTURE_WIDTHS; i++)
    if (picture_narrowed (picture, i, &facts->widths[i]) == NULL)
      break;
}

static void
report_fault (const SiteFile *file, Report *report)
{
  const Source named = { file->path, "", 0 };

  if (file->picture.fault)
    report_error (report, &named, (Place){ 0, 0 },
                  _ ("open it in a program for photos and save it anew as JPEG, or take another"),
                  _ ("this picture %s"), file->picture.fault);
}

/* What cannot be read is told at once: it may be readable again when it is published, and pages
 * were made without its size. */
static void
look_into (guint index, gpointer data, Report *report)
{
  Pictures *pictures = data;
  SiteFile *file = pictures->files->pdata[index];
  g_autofree char *whole = g_build_filename (pictures->site->root, file->path, NULL);

  progress_step (pictures->progress, file->path);
  if (interrupt_is_requested ())
    return;
  pictures->pictures[index] = picture_new (whole, &pictures->cache);
  fill_facts (&file->picture, pictures->pictures[index]);
  if (picture_is_unread (pictures->pictures[index]))
    report_fault (file, report);
  file->shown_width = file->picture.width;
  file->shown_height = file->picture.height;
}

/* The place a drawing takes on a page that says nothing of its size: the width of the text, or what
 * is high enough for a window. */
#define DRAWING_WIDTH  640
#define DRAWING_HEIGHT 576

/* A page keeps the place of a drawing free until it is there. One that cannot be read is told at
 * once, as a photo is. */
static void
measure_drawing (guint index, gpointer data, Report *report)
{
  const Pictures *pictures = data;
  SiteFile *file = pictures->drawings->pdata[index];
  g_autofree char *whole = g_build_filename (pictures->site->root, file->path, NULL);
  const Source named = { file->path, "", 0 };
  g_autoptr (GError) error = NULL;
  gsize length;
  double across, down, scale;
  Drawing drawing = { 0 };

  char *svg = regular_read (whole, &length, &error);
  if (svg == NULL) {
    report_error (report, &named, (Place){ 0, 0 }, NULL, "%s", error->message);
    return;
  }
  g_autoptr (GBytes) bytes = g_bytes_new_take (svg, length);
  if (!drawing_frame_of_file (bytes, &drawing))
    return;
  drawing_natural_size (&drawing, &across, &down);
  if (across < 1 || down < 1)
    return;
  gboolean has_size = drawing.natural_width > 0 || drawing.natural_height > 0;
  scale = has_size ? 1 : MIN (DRAWING_WIDTH / across, DRAWING_HEIGHT / down);
  file->shown_width = (guint) (CLAMP (across * scale, 1, G_MAXINT16) + 0.5);
  file->shown_height = (guint) (CLAMP (down * scale, 1, G_MAXINT16) + 0.5);
}

static void
look_into_all (Pictures *pictures, guint n_threads, Report *report)
{
  guint n = pictures->files->len;

  pictures->pictures = g_new0 (Picture *, n + 1);
  pictures->progress = progress_new (_ ("Looking into pictures"), n);
  parallel_for (n, n_threads, look_into, pictures, report);
  progress_free (pictures->progress);
  for (guint i = 0; i < n; i++)
    if (pictures->pictures[i])
      g_hash_table_insert (pictures->by_file, pictures->files->pdata[i], pictures->pictures[i]);
}

Pictures *
pictures_new (Site *site, const char *work_folder, guint n_threads, Report *report)
{
  Pictures *pictures = g_new0 (Pictures, 1);

  pictures->site = site;
  pictures->files = g_ptr_array_new ();
  pictures->drawings = g_ptr_array_new ();
  pictures->by_file = g_hash_table_new (NULL, NULL);
  g_mutex_init (&pictures->lock);
  pictures->embedded =
    g_hash_table_new_full (digest_key_hash, digest_key_equal, g_free, unref_bytes);
  for (guint i = 0; i < site->files->len; i++) {
    SiteFile *file = &g_array_index (site->files, SiteFile, i);
    if (photo_is_photo (file->path))
      g_ptr_array_add (pictures->files, file);
    else if (g_str_has_suffix (file->path, ".svg"))
      g_ptr_array_add (pictures->drawings, file);
  }
  pictures->folder = work_folder ? g_build_filename (work_folder, "pictures", NULL) : NULL;
  if (pictures->files->len > 0 && pictures->folder)
    g_mkdir (pictures->folder, 0777); /* if it cannot be made, nothing is kept */
  pictures->cache = (PictureCache){ pictures->folder, LOA_SOURCE_DIGEST };
  look_into_all (pictures, n_threads, report);
  parallel_for (pictures->drawings->len, n_threads, measure_drawing, pictures, report);
  return pictures;
}

void
pictures_free (Pictures *pictures)
{
  if (pictures == NULL)
    return;
  for (guint i = 0; i < pictures->files->len; i++) {
    SiteFile *file = pictures->files->pdata[i];
    file->picture = (SitePicture){ 0 };
    file->shown_width = file->shown_height = 0;
    picture_free (pictures->pictures[i]);
  }
  for (guint i = 0; i < pictures->drawings->len; i++) {
    SiteFile *file = pictures->drawings->pdata[i];
    file->shown_width = file->shown_height = 0;
  }
  g_free (pictures->pictures);
  g_ptr_array_unref (pictures->files);
  g_ptr_array_unref (pictures->drawings);
  g_hash_table_unref (pictures->by_file);
  g_hash_table_unref (pictures->embedded);
  g_mutex_clear (&pictures->lock);
  g_free (pictures->folder);
  g_free (pictures);
}

/* NULL also for one with a fault. */
static Picture *
find_picture (const Pictures *pictures, const SiteFile *file)
{
  Picture *picture = g_hash_table_lookup (pictures->by_file, file);
  return picture && picture_fault (picture) == NULL ? picture : NULL;
}

GBytes *
pictures_published (const Pictures *pictures, const SiteFile *file, guint width)
{
  const Picture *picture = find_picture (pictures, file);
  GBytes *bytes = picture && width == 0 ? picture_published (picture) : NULL;
  guint narrowed;

  for (guint i = 0; picture && width > 0; i++) {
    bytes = picture_narrowed (picture, i, &narrowed);
    if (bytes == NULL || narrowed == width)
      break;
  }
  return bytes;
}

GBytes *
pictures_for_layout (const Pictures *pictures, const SiteFile *file)
{
  Picture *picture = find_picture (pictures, file);
  PhotoFormat format = picture ? photo_format (file->path) : PHOTO_WEBP;

  if (format == PHOTO_JPEG || format == PHOTO_PNG)
    return g_bytes_ref (picture_published (picture));
  return picture ? picture_for_paper (picture, &(Resampling){ .width = PICTURE_MAX_WIDTH }) : NULL;
}

GBytes *
pictures_for_paper (const Pictures *pictures, const SiteFile *file, const Resampling *wanted)
{
  Picture *picture = find_picture (pictures, file);
  return picture ? picture_for_paper (picture, wanted) : NULL;
}

static Digest
digest_of_embedded (GBytes *bytes, const Resampling *wanted)
{
  const Crop *crop = &wanted->crop;
  const guint32 how[] = { wanted->width, wanted->ink, wanted->is_light, crop->left,
                          crop->top,     crop->right, crop->bottom };
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  DigestState state;

  digest_start (&state);
  digest_add (&state, how, sizeof how);
  digest_add (&state, data, length);
  return digest_finish (&state);
}

GBytes *
pictures_embedded_for_paper (Pictures *pictures, GBytes *bytes, const Resampling *wanted)
{
  Digest key = digest_of_embedded (bytes, wanted);
  gpointer known = NULL;

  g_mutex_lock (&pictures->lock);
  if (!g_hash_table_lookup_extended (pictures->embedded, &key, NULL, &known)) {
    known = picture_of_bytes_for_paper (bytes, NULL, wanted);
    g_hash_table_insert (pictures->embedded, g_memdup2 (&key, sizeof key), known);
  }
  g_mutex_unlock (&pictures->lock);
  return known ? g_bytes_ref (known) : NULL;
}

void
pictures_sweep (const Pictures *pictures)
{
  picture_cache_sweep (&pictures->cache, pictures->pictures, pictures->files->len);
  if (pictures->folder)
    g_rmdir (pictures->folder); /* if nothing is kept any more */
}

gboolean
pictures_check (const SiteFile *file, Report *report)
{
  const Source named = { file->path, "", 0 };
  const Place whole = { 0, 0 };

  if (file->picture.moves)
    report_warning (report, &named, whole, _ ("for something that moves, take a film (.mp4)"), "%s",
                    _ ("only the first frame of this picture is published"));
  report_fault (file, report);
  return file->picture.fault == NULL;
}
