/* SPDX-License-Identifier: MIT */
/* A text in a box of a picture: as large as it fits into so many lines, which Pango breaks. */
#pragma once

#include <glib.h>

typedef struct {
  double width;        /* dots, of a line */
  double height;       /* dots; lines are FITTED_LINE letters apart */
  guint most_lines;    /* what does not fit into them at the smallest size is cut off, with “…” */
  const double *sizes; /* of letters, in dots, from the largest; ends with 0 */
  gboolean is_bold;
  gboolean is_balanced; /* its lines are about equally long: a headline leaves no word alone */
} FittedBox;

/* From one line to the next, in sizes of letters: those of Vietnamese have marks on marks. */
#define FITTED_LINE 1.22

/* The lines (char *, owned), at least one; `size` becomes that of the letters. They are of the
 * fonts of FITTED_FAMILY. Any thread. Caller frees. */
GPtrArray *fitted_lines (const char *text, const FittedBox *box, double *size);
/* How wide a line is at this size, dots. */
double fitted_width (const char *text, gboolean is_bold, double size);

#define FITTED_FAMILY "Be Vietnam Pro,Noto Sans,Liberation Sans,sans-serif"
