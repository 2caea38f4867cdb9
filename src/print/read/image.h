/* SPDX-License-Identifier: MIT */
/* A picture of a page, PNG (ISO/IEC 15948) or JPEG, as it goes into a PDF: its compressed bytes
 * stay what they are. */
#pragma once

#include "base/report.h"

typedef enum { IMAGE_PNG, IMAGE_JPEG } ImageKind;

typedef struct {
  ImageKind kind;
  GBytes *bytes;       /* the file */
  char *href;          /* by which it was named; or NULL */
  guint width, height; /* pixels */
  guint bits;          /* a component */
  guint n_components;  /* 1 grey or palette, 3 RGB, 4 CMYK; without the alpha of a PNG */
  gboolean has_palette, has_alpha; /* PNG; alpha as a channel or as tRNS */
  gboolean is_interlaced;          /* PNG */
  gboolean is_inverted;            /* CMYK JPEG of Adobe */
} Image;

/* Looks into the header. NULL with `why`, a translated phrase ("is neither PNG nor JPEG"), when it
 * is broken or of another kind. */
Image *image_new (GBytes *bytes, const char **why);
/* NULL is allowed. */
void image_free (Image *image);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Image, image_free)
