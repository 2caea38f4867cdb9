/* SPDX-License-Identifier: MIT */
#include "print/box_list.h"

#include <string.h>

#define MM_PER_POINT (25.4 / 72)

static void
write_number (GString *out, double points)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double mm = points * MM_PER_POINT;

  /* No “-0.00”: it would come and go with rounding. */
  if (mm > -0.005 && mm < 0)
    mm = 0;
  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.2f", mm));
}

static void
write_area (GString *out, const char *kind, const Placed *item)
{
  g_string_append (out, kind);
  g_string_append_c (out, ' ');
  write_number (out, item->x);
  g_string_append_c (out, ' ');
  write_number (out, item->y);
  g_string_append_c (out, ' ');
  write_number (out, item->width);
  g_string_append (out, " × ");
  write_number (out, item->height);
  if (item->rotation != 0)
    g_string_append_printf (out, " rotated %g", item->rotation);
  if (item->role == ROLE_ARTIFACT)
    g_string_append (out, " furniture");
}

/* Without the breaks that end its line. */
static int
shown_length (const TextRun *run)
{
  gsize length = run->length;
  while (length >= 3 && memcmp (run->text + length - 3, "\xe2\x80\xa8", 3) == 0)
    length -= 3;
  return (int) length;
}

static void
write_text (GString *out, const Placed *item)
{
  const TextRun *run = item->text.run;
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  write_area (out, "text", item);
  g_string_append_printf (out, " %s %s “%.*s”", run->face->name,
                          g_ascii_formatd (size, sizeof size, "%g", run->size), shown_length (run),
                          run->text);
}

void
box_list_write (const Placement *placement, GString *out)
{
  static const char *const kinds[] = {
    [PLACED_BOX] = "box", [PLACED_IMAGE] = "image", [PLACED_DRAWING] = "drawing"
  };

  for (guint i = 0; i < placement->pages->len; i++) {
    const PlacedPage *page = placement->pages->pdata[i];
    g_string_append_printf (out, "page %u ", page->number);
    write_number (out, page->style.width);
    g_string_append (out, " × ");
    write_number (out, page->style.height);
    g_string_append_c (out, '\n');
    for (guint j = 0; j < page->items->len; j++) {
      const Placed *item = &g_array_index (page->items, Placed, j);
      if (item->kind == PLACED_TEXT)
        write_text (out, item);
      else
        write_area (out, kinds[item->kind], item);
      g_string_append_c (out, '\n');
    }
  }
}
