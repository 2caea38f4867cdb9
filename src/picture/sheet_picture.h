/* SPDX-License-Identifier: MIT */
/* The pages of a PDF as dots, to be looked at on a screen. By poppler, through libvips; nothing of
 * a site is read this way, only sheets that loa made. */
#pragma once

#include "picture/photo.h"

typedef struct {
  guint width, height; /* dots */
  guint8 *rgb;         /* red, green, blue of each, from the top */
} SheetPicture;

/* How many pages `pdf` has; 0 when it cannot be read, or the library is not there. */
guint sheet_n_pages (GBytes *pdf);
/* Page `number`, from 0, on white, with `dpi` dots an inch. NULL when it cannot be painted. Caller
 * frees. */
SheetPicture *sheet_picture_new (GBytes *pdf, guint number, double dpi);
void sheet_picture_free (SheetPicture *picture); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheetPicture, sheet_picture_free)

/* In WebP, which is small, or JPEG, which is packed twenty times as quickly. NULL when it cannot be
 * written. Caller unrefs. */
GBytes *sheet_picture_pack (const SheetPicture *picture, PhotoFormat format);

typedef struct {
  guint from, to; /* rows; `to` is the first that is no part of it */
} SheetBand;
/* Where two pictures differ, as bands across the page, with little between them that is the same.
 * Pictures of different sizes differ all over. Caller unrefs: an array of SheetBand, empty when
 * they look the same. */
GArray *sheet_pictures_compare (const SheetPicture *one, const SheetPicture *other);
