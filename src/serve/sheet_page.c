/* SPDX-License-Identifier: MIT */
#include "serve/sheet_page.h"

#include "base/i18n.h"
#include "base/value.h"
#include "load/builtin.h"
#include "picture/sheet_picture.h"
#include "template/template.h"

#define PICTURE_DPI 144.0
#define MOST_ZOOM   1.7 /* px a point: an A4 sheet as wide as a desk has room for */

static void
set_count (Value *map, const char *key, guint count)
{
  value_set_text_take (map, key, g_strdup_printf ("%u", count));
}

static Value *
place_value (const LinePlace *place, const SheetSize *size)
{
  Value *value = value_map ();

  set_count (value, "line", place->line);
  value_set_number (value, "left", 100 * place->x / size->width);
  value_set_number (value, "top", 100 * place->y / size->height);
  value_set_number (value, "across", 100 * place->width / size->width);
  value_set_number (value, "down", 100 * place->height / size->height);
  return value;
}

static Value *
sheet_value (const LineMap *lines, guint sheet)
{
  const SheetSize *size = &g_array_index (lines->sizes, SheetSize, sheet);
  Value *value = value_map (), *places = value_list ();

  set_count (value, "number", sheet + 1);
  set_count (value, "width", (guint) (size->width * PICTURE_DPI / 72));
  set_count (value, "height", (guint) (size->height * PICTURE_DPI / 72));
  set_count (value, "most", (guint) (size->width * MOST_ZOOM));
  value_set_text_take (value, "words", g_strdup_printf (_ ("page %u"), sheet + 1));
  for (guint i = 0; i < lines->places->len; i++) {
    const LinePlace *place = &g_array_index (lines->places, LinePlace, i);
    if (place->sheet == sheet)
      value_add (places, place_value (place, size));
  }
  value_set (value, "places", places);
  return value;
}

GBytes *
sheet_page_new (const char *title, const LineMap *lines)
{
  g_autoptr (Value) data = value_map ();
  Value *sheets = value_list ();

  for (guint i = 0; i < lines->sizes->len; i++)
    value_add (sheets, sheet_value (lines, i));
  value_set_text (data, "lang", _ ("en"));
  value_set_text (data, "title", title);
  value_set (data, "sheets", sheets);
  return g_string_free_to_bytes (template_fill_own (builtin_source ("src/serve/sheet.html"), data));
}

GBytes *
sheet_page_picture (GBytes *pdf, guint number)
{
  g_autoptr (SheetPicture) picture = sheet_picture_new (pdf, number, PICTURE_DPI);
  return picture ? sheet_picture_pack (picture, PHOTO_JPEG) : NULL;
}
