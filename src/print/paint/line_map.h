/* SPDX-License-Identifier: MIT */
/* Where on the sheets of a PDF the lines of its document stand: for those who look at a sheet and
 * want to change what it says. */
#pragma once

#include "print/paint/quad.h"

/* Points, from the upper left of the sheet with bleed and marks. */
typedef struct {
  guint sheet; /* index */
  guint line;  /* of the document, from 1 */
  double x, y, width, height;
} LinePlace;

typedef struct {
  double width, height; /* points, with bleed and marks */
} SheetSize;

struct LineMap {
  GArray *sizes;    /* SheetSize, of each sheet */
  GArray *places;   /* LinePlace, as they are painted: what stands in another comes after it */
  gboolean is_open; /* what comes next may belong to the last of them */
};

/* Of no sheet yet. Caller frees. */
LineMap *line_map_new (void);
void line_map_free (LineMap *map); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LineMap, line_map_free)

/* The next sheet. */
void line_map_add_sheet (LineMap *map, const Sheet *sheet);
/* Another page begins, or the same a second time: what follows has places of its own. */
void line_map_begin (LineMap *map);
/* The item stands on the sheet of this number; one that comes from no line is left out. */
void line_map_add (LineMap *map, guint number, const Placed *item, const Sheet *sheet,
                   const ContentStream *content);
