/* SPDX-License-Identifier: MIT */
/* What a sheet asks of a picture, once it is known how large it stands there. */
#pragma once

#include "base/inks.h"

typedef struct {
  guint width;       /* dots, at most */
  Ink ink;           /* a JPEG has the colours of it */
  gboolean is_light; /* a copy among thousands: few bytes count for more than what only a print shop
                        can show */
} Resampling;
