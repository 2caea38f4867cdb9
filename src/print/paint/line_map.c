/* SPDX-License-Identifier: MIT */
#include "print/paint/line_map.h"

LineMap *
line_map_new (void)
{
  LineMap *map = g_new0 (LineMap, 1);
  map->sizes = g_array_new (FALSE, FALSE, sizeof (SheetSize));
  map->places = g_array_new (FALSE, FALSE, sizeof (LinePlace));
  return map;
}

void
line_map_free (LineMap *map)
{
  if (map == NULL)
    return;
  g_array_unref (map->sizes);
  g_array_unref (map->places);
  g_free (map);
}

void
line_map_add_sheet (LineMap *map, const Sheet *sheet)
{
  SheetSize size = { sheet->width + 2 * sheet->margin, sheet->height + 2 * sheet->margin };
  g_array_append_val (map->sizes, size);
}

void
line_map_begin (LineMap *map)
{
  map->is_open = FALSE;
}

/* As high as both, and as wide. */
static void
unite (LinePlace *place, const LinePlace *other)
{
  double right = MAX (place->x + place->width, other->x + other->width);
  double bottom = MAX (place->y + place->height, other->y + other->height);

  place->x = MIN (place->x, other->x);
  place->y = MIN (place->y, other->y);
  place->width = right - place->x;
  place->height = bottom - place->y;
}

void
line_map_add (LineMap *map, guint number, const Placed *item, const Sheet *sheet,
              const ContentStream *content)
{
  guint line = element_origin (item->element);
  if (line == 0)
    return;
  const Quad quad = quad_of (item, sheet, content);
  Bounding around = bounding_none ();
  bounding_add (&around, &quad);
  double height = g_array_index (map->sizes, SheetSize, number).height;
  LinePlace place = { number,
                      line,
                      around.left,
                      height - around.top,
                      around.right - around.left,
                      around.top - around.bottom };
  LinePlace *last =
    map->is_open ? &g_array_index (map->places, LinePlace, map->places->len - 1) : NULL;
  if (last && last->line == line)
    unite (last, &place);
  else
    g_array_append_val (map->places, place);
  map->is_open = TRUE;
}
