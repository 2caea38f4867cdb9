/* SPDX-License-Identifier: MIT */
/* A photo of a site and all it is published as: itself, clean and no wider than a screen; narrower
 * ones in WebP; and, when a sheet asks, one for paper. Made once and kept in a folder under a
 * fingerprint of what it is made from, all for the web in one file, so that it is there as a whole
 * or not at all; losing the folder costs time only. */
#pragma once

#include "base/digest.h"
#include "base/resampling.h"

#define PICTURE_MAX_WIDTH 1600 /* of the web, dots */

typedef struct Picture Picture;

/* Where they are kept, and what makes them: the version of the program. The texts are borrowed.
 * `folder` NULL: nowhere. */
typedef struct {
  const char *folder;
  const char *maker;
} PictureCache;

/* Looks into `file`, whose name says of what kind it is (photo_is_photo()). Never NULL: ask for its
 * fault. Caller frees. */
Picture *picture_new (const char *file, const PictureCache *cache);
/* NULL is allowed. What was borrowed goes with it. */
void picture_free (Picture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/* Why it cannot be published, a translated phrase ("is cut off or broken"), or NULL. Of a picture
 * with a fault nothing else may be asked. */
const char *picture_fault (const Picture *picture);
/* TRUE when the fault is that its file could not be read: another time it may be. */
gboolean picture_is_unread (const Picture *picture);
/* Of what is published, turned; dots. */
guint picture_width (const Picture *picture);
/* Likewise. */
guint picture_height (const Picture *picture);
/* TRUE when only the first of its frames is taken. */
gboolean picture_moves (const Picture *picture);

/* How it is published under its own name. Borrowed. */
GBytes *picture_published (const Picture *picture);
/* The same in WebP, by width, the narrowest first; `*width` becomes the width of number `i`. NULL
 * when there are no more of them. Borrowed. */
GBytes *picture_narrowed (const Picture *picture, guint i, guint *width);
/* JPEG in the colours of the ink, or PNG (in its own) where it has something clear or was one, of
 * all the dots it was given with. NULL when the file was changed or cannot be read any more. Any
 * thread; caller unrefs. */
GBytes *picture_for_paper (Picture *picture, const Resampling *wanted);
/* The same of a picture that is not kept. `name` says of what kind it is; NULL: PNG or JPEG, by its
 * first byte. */
GBytes *picture_of_bytes_for_paper (GBytes *bytes, const char *name, const Resampling *wanted);

/* Deletes what is kept of pictures other than these. */
void picture_cache_sweep (const PictureCache *cache, Picture *const *pictures, guint n);
