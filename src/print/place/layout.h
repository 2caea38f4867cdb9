/* SPDX-License-Identifier: MIT */
/* Gives boxes their places in one endless column: widths from outside in, heights from inside out
 * (CSS 2.2, 8–10 and 17; Flexbox 1; Multi-column 1). Pages are cut afterwards. */
#pragma once

#include "print/place/box.h"

/* A table that is wider than its place; points. */
typedef struct {
  const Box *table;
  double width, place;
} WideBox;

typedef struct {
  Arena *arena;         /* that of the boxes */
  GPtrArray *arrays;    /* GArray: takes those that boxes point to */
  GArray *wide;         /* WideBox: tables that were wider than their place when laid out last */
  double columns_width; /* of the table that was laid out last, all its columns */
  FontBank *bank;
  Paragraphs *paragraphs;
  Styler *styler;
  const Style *root; /* of the root element */
  double page_width; /* of the area boxes without another container are placed in */
  double page_height;
  double page_limit; /* of the longest page: what is taller has to be cut somewhere */
} LayoutContext;

/* A border box that is decided from outside; negative: it is for the box to say. */
typedef struct {
  double width, height;
} FixedSize;
#define NO_FIXED_SIZE ((FixedSize){ -1, -1 })

/* Lays out `box` and all inside of it. `height` of the container is negative when it is not known
 * yet. Sets everything of the box but x and y. */
void layout_box (LayoutContext *layout, Box *box, double container_width, double container_height,
                 FixedSize fixed);

/* Fills box->min_content and box->max_content. */
void layout_widths (LayoutContext *layout, Box *box);
/* The border-box width of its longest word, whatever width it asks for. */
double layout_min_content_width (LayoutContext *layout, Box *box);
/* The border-box width of a box that is as wide as its content, in `available` points for its
 * margin box. */
double layout_fit_content_width (LayoutContext *layout, Box *box, double available);

/* A length in points; `whole` is what percentages are of. `otherwise` for auto, none, and
 * percentages of what is not known (< 0). */
double length_or (Length length, double whole, double otherwise);
/* Width or height of the style as a border box, or negative when it is auto. */
double layout_specified_width (const Box *box, double container_width);
/* The same of the height. */
double layout_specified_height (const Box *box, double container_height);
/* Within min-width and max-width of the style (CSS 2.2, 10.4 and 10.7), all border boxes, points.
 */
double layout_clamp_width (const Box *box, double border_width, double container_width);
/* The same within min-height and max-height. */
double layout_clamp_height (const Box *box, double border_height, double container_height);
/* Margins (auto is 0) and padding; percentages are of the width of the container. */
void layout_resolve_edges (Box *box, double container_width);

/* The baseline of its first or last line, from the top of its border box; NAN without lines. */
double layout_first_baseline (const Box *box);
/* The same of its last line. */
double layout_last_baseline (const Box *box);

/* The intrinsic size of a picture (CSS 2.2, 10.3.2), points. */
void layout_natural_size (const Box *box, double *width, double *height);

/* By kind; `width` is of the content, fixed or found. They return the height of the content,
 * `height` (< 0: unknown) is what is asked of it. */
double layout_inline (LayoutContext *layout, Box *box, double width);
/* `establishes_formatting_context`: margins of children stay inside (CSS 2.2, 8.3.1). */
double layout_block (LayoutContext *layout, Box *box, double width, double height,
                     gboolean establishes_formatting_context);
/* Flexbox 1, 9. */
double layout_flex (LayoutContext *layout, Box *box, double width, double height);
/* CSS 2.2, 17.5. */
double layout_table (LayoutContext *layout, Box *table, double width);
/* Multi-column Layout 1. */
double layout_columns (LayoutContext *layout, Box *box, double width, double height);
/* Both widths of the content, for layout_widths() (CSS 2.2, 17.5.2.2; Flexbox 1, 9.9.1). */
void layout_table_widths (LayoutContext *layout, Box *table, double *min_content,
                          double *max_content);
/* The same of a flex container. */
void layout_flex_widths (LayoutContext *layout, Box *box, double *min_content, double *max_content);

/* Boxes out of the flow that `box` contains, once it has its size. */
void layout_out_of_flow (LayoutContext *layout, Box *box);
/* One box out of the flow in an area; sets its x and y from the area's corner. */
void layout_out_of_flow_box (LayoutContext *layout, Box *box, double area_width, double area_height,
                             double static_x, double static_y);
