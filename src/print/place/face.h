/* SPDX-License-Identifier: MIT */
/* A face of a font file, as far as the painter needs it. One FontBank serves one thread; a face
 * lives as long as its bank. */
#pragma once

#include <glib.h>
#include <hb.h>

typedef struct {
  char *name;    /* PostScript name: "LiberationSerif-Bold" */
  char *path;    /* of the file */
  guint index;   /* in a collection */
  hb_face_t *hb; /* reference of its own */
  guint units_per_em;
  guint number; /* 0, 1, 2 … in the order of first use in the bank */
  /* In units of the em, from the tables; heights upwards. */
  double ascent, descent, cap_height, italic_angle;
  double underline_position,
    underline_thickness; /* position of its middle, negative below the baseline */
  double box[4];         /* left, bottom, right, top of all glyphs */
  gboolean is_serif, is_italic, is_fixed_pitch;
  guint weight;
} Face;
