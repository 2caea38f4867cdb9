/* SPDX-License-Identifier: MIT */
/* A picture of dots, from the bytes somebody gave us to those we publish: turned as Exif says,
 * in sRGB (or grey) of 8 bits, no larger than asked, and with nothing about the place, the device
 * and the time: what is written is made anew from dots. Bytes depend on the input alone. */
#pragma once

#include "base/inks.h"
#include "base/resampling.h"

typedef enum { PHOTO_JPEG, PHOTO_PNG, PHOTO_WEBP, PHOTO_GIF } PhotoFormat;

/* TRUE for a file we take as a photo, by its ending. */
gboolean photo_is_photo (const char *path);
/* FALSE when the library for photos is not there: no site with photos can be made then. */
gboolean photo_is_possible (void);
/* What such a file is published as. HEIC and AVIF, which few browsers show, become JPEG. */
PhotoFormat photo_format (const char *path);

/* TRUE for a JPEG or PNG that says nothing but its dots, nor how to turn or read them: it may go to
 * paper as it is. */
gboolean photo_is_bare (GBytes *bytes, const char *path);

/* Longest side, and dots of the whole, of a picture that is looked into. */
#define PHOTO_MAX_SIDE   20000
#define PHOTO_MAX_PIXELS 200000000.0

typedef struct Photo Photo;

/* Unpacks the whole of it, turned and in its last colours, at most `max_width` wide. NULL with
 * `why`, a translated phrase ("is cut off"). `bytes` is borrowed until this returns. */
Photo *photo_new (GBytes *bytes, const char *path, guint max_width, const char **why);
/* Of dots that were painted: red, green and blue of each, from the top; copied. NULL without the
 * library for photos. */
Photo *photo_of_dots (const guint8 *rgb, guint width, guint height);
void photo_free (Photo *photo); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Photo, photo_free)

/* Leaves nothing but this part of it. FALSE when that cannot be done. */
gboolean photo_crop (Photo *photo, const Crop *crop);

/* Dots, turned. */
guint photo_width (const Photo *photo);
/* Likewise. */
guint photo_height (const Photo *photo);
/* TRUE when it may be seen through somewhere. */
gboolean photo_has_alpha (const Photo *photo);
/* TRUE when there are more frames than the first, which is all that is taken. */
gboolean photo_moves (const Photo *photo);

#define PHOTO_EXACT 100 /* quality: not a dot is lost in WebP and PNG, which has a palette else */

/* `width` wide, if it is wider; a format without alpha shows white behind. NULL when it cannot be
 * written. Caller unrefs. */
GBytes *photo_pack (const Photo *photo, PhotoFormat format, guint width, guint quality);
/* The same as a JPEG in what it is printed with: grey, or cyan, magenta, yellow and black. What is
 * grey stays grey. */
GBytes *photo_pack_ink (const Photo *photo, Ink ink, guint width, guint quality);
