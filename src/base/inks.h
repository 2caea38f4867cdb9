/* SPDX-License-Identifier: MIT */
/* What a sheet is printed with, and sRGB as the four inks of a press: offset on coated paper, by
 * the measurements of Fogra (FOGRA39), of which the Makefile makes the profile. */
#pragma once

#include <glib.h>

typedef enum { INK_COLOUR, INK_GREY, INK_CMYK, N_INKS } Ink;

/* The printing condition, as the ICC's registry names it. */
#define INKS_CONDITION "FOGRA39"
/* Of the four together, hundredths: more does not dry. */
#define INKS_MOST 300

/* `n` dots of red, green and blue as cyan, magenta, yellow and black, 255 is all of an ink: by the
 * profile, relative to the paper, the deepest black for black. Any thread. */
void inks_of_dots (const guint8 *rgb, guint8 *inks, gsize n);
/* The ICC profile (version 2) of the press. The same every time; not to be freed. */
GBytes *inks_profile (void);
