/* SPDX-License-Identifier: MIT */
/* What a sheet asks of a picture, once it is known how large it stands there. */
#pragma once

#include "base/inks.h"

/* What is seen of it, in 64ths of its sides; all 0: the whole. */
#define CROP_PARTS 64
typedef struct {
  guint8 left, top, right, bottom;
} Crop;

static inline gboolean
crop_is_whole (const Crop *crop)
{
  return crop->right == 0;
}

typedef struct {
  guint width;       /* dots of the whole, at most */
  Crop crop;         /* what is answered is this part of it */
  Ink ink;           /* a JPEG has the colours of it */
  gboolean is_light; /* a copy among thousands: few bytes count for more than what only a print shop
                        can show */
} Resampling;
