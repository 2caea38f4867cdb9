/* SPDX-License-Identifier: MIT */
/* Colours of CSS Color 4, without opacity: #rgb, #rrggbb, rgb(), names, transparent. */
#pragma once

#include <glib.h>

typedef struct {
  guint8 red, green, blue;
  guint8 is_clear; /* transparent: nothing is painted */
} Colour;

#define COLOUR_BLACK ((Colour){ 0, 0, 0, FALSE })
#define COLOUR_CLEAR ((Colour){ 0, 0, 0, TRUE })

/* `text` in any case, without white space around it. FALSE when it is no colour. `currentcolor` is
 * not read here. */
gboolean colour_parse (const char *text, gsize length, Colour *colour);
/* Two transparent ones are equal whatever else they say. */
gboolean colour_equal (Colour one, Colour other);
