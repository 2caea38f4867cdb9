/* SPDX-License-Identifier: MIT */
/* The one thing of Exif (CIPA DC-008) that is asked for here: how the camera was held. */
#pragma once

#include <glib.h>

/* Orientation, tag 0x0112 of the first directory, 1 to 8; 1 when the bytes say nothing of it.
 * “Exif” and two NULs may stand before them. */
guint exif_orientation (const guint8 *bytes, gsize length);
