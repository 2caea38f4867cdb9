/* SPDX-License-Identifier: MIT */
/* PNGs that a PDF cannot take as they are: unpacked by libpng, and packed again with their alpha
 * apart. The emblem of an office stands on all of its sheets, so what was packed last is kept. */
#pragma once

#include "print/paint/deflate.h"
#include "print/paint/pdf.h"
#include "print/read/image.h"

typedef struct {
  guint width, height;
  guint n_components; /* 1 grey, 3 RGB, 4 CMYK; 8 bits each */
  GBytes *colours;    /* compressed, with the filters of PNG (predictor 15) */
  GBytes *alpha;      /* the same, one component; NULL: none */
} Repacked;

typedef struct RepackedStore RepackedStore;

/* The caller frees it. */
RepackedStore *repacked_store_new (void);
/* NULL is allowed. */
void repacked_store_free (RepackedStore *store);

/* In colours that `ink` has. Valid until the next call. A broken image is a white dot. */
const Repacked *repacked_store_get (RepackedStore *store, const Image *image, Ink ink,
                                    Deflater *deflater);
