/* SPDX-License-Identifier: MIT */
#include "print/paint/spots.h"

#include "print/paint/notation.h"

Spots
spots_new (const Markup *markup)
{
  GArray *by_index = g_array_new (FALSE, TRUE, sizeof (Spot));
  g_array_set_size (by_index, markup->n_elements);
  return (Spots){ by_index };
}

void
spots_clear (Spots *spots)
{
  g_clear_pointer (&spots->by_index, g_array_unref);
}

void
spots_note (Spots *spots, const Element *element, Spot spot)
{
  for (; element; element = element->parent) {
    Spot *known = &g_array_index (spots->by_index, Spot, element->index);
    if (known->page)
      return;
    *known = spot;
  }
}

Spot
spots_of (const Spots *spots, const Element *element)
{
  return g_array_index (spots->by_index, Spot, element->index);
}

void
spot_append (GString *out, Spot spot)
{
  g_string_append_c (out, '[');
  notation_reference (out, spot.page);
  append_text (out, "/XYZ ");
  notation_number (out, spot.x);
  g_string_append_c (out, ' ');
  notation_number (out, spot.y);
  append_text (out, " null]");
}
