/* SPDX-License-Identifier: MIT */
/* What the numbers of red, green and blue mean: an ICC profile (version 2) of sRGB (IEC 61966-2-1),
 * made here. */
#pragma once

#include <glib.h>

/* The same every time; not to be freed. */
GBytes *profile_srgb (void);
