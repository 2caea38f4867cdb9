/* SPDX-License-Identifier: MIT */
#include "print/paint/sheets.h"

#include "print/paint/notation.h"

#include <math.h>

/* Points: crop marks keep off what is printed, and are long enough for a cutter to see. */
#define CROP_DISTANCE 8.5
#define CROP_LENGTH   14.0
#define CUT_LENGTH    (3 / 25.4 * 72)
/* Of A4, points; and what two of A5 are narrower by, at most. */
#define A4_LONG    (297 / 25.4 * 72)
#define A4_SHORT   (210 / 25.4 * 72)
#define MOST_SPARE (2 / 25.4 * 72)
#define CROP_WIDTH 0.25
#define MM         (72 / 25.4)
/* Parts of a page on A4: what office printers leave white, with room for marks; what two parts
 * share, to be glued. */
#define TILE_MARGIN  (10 * MM)
#define TILE_OVERLAP (8 * MM)
#define TILE_LARGER  1.41421356237
/* A sheet of a booklet moves those within it out by its thickness (80 g/m²): they are moved in, so
 * that all have the same margin when it is cut. */
#define PAPER_THICKNESS (0.1 * MM)

/* A page of a PDF/A is between 3 and 14,400 points wide and high; there is room for two and their
 * marks. */
#define SMALLEST 3.0
#define LARGEST  7000.0

/* --- planning --- */

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;
  for (guint i = 0; i < G_N_ELEMENTS (sheet->halves); i++)
    if (sheet->halves[i].content)
      g_string_free (sheet->halves[i].content, TRUE);
  g_string_free (sheet->annotations, TRUE);
  g_free (sheet);
}

static double
sane_size (double points)
{
  return isfinite (points) ? CLAMP (points, SMALLEST, LARGEST) : SMALLEST;
}

static double
sane_bleed (double points)
{
  return isfinite (points) ? CLAMP (points, 0, 100) : 0;
}

/* `shape` is the page it takes its form from. */
static Sheet *
sheet_new (const PlacedPage *shape)
{
  Sheet *sheet = g_new0 (Sheet, 1);
  sheet->height = sane_size (shape->style.height);
  sheet->bleed = sane_bleed (shape->style.bleed);
  sheet->has_crop_marks = shape->style.has_crop_marks;
  sheet->margin =
    sheet->has_crop_marks ? MAX (sheet->bleed, CROP_DISTANCE) + CROP_LENGTH : sheet->bleed;
  sheet->annotations = g_string_new (NULL);
  return sheet;
}

/* Puts `page`, or nothing as wide as `shape`, to the right of what is there. */
static Half *
add_half (Sheet *sheet, const PlacedPage *page, const PlacedPage *shape)
{
  Half *half = &sheet->halves[sheet->n_halves++];
  half->page = page;
  half->left = sheet->width;
  half->width = sane_size ((page ? page : shape)->style.width);
  half->content = g_string_sized_new (4096);
  sheet->width += half->width;
  if (page)
    sheet->height = MAX (sheet->height, sane_size (page->style.height));
  return half;
}

/* Two of A5 lie on a sheet of A4, which is a millimetre wider: half of it on either side. */
static void
centre_on_a4 (Sheet *sheet)
{
  double spare = A4_LONG - sheet->width;

  if (spare <= 0 || spare > MOST_SPARE || fabs (sheet->height - A4_SHORT) > MOST_SPARE)
    return;
  for (guint i = 0; i < sheet->n_halves; i++)
    sheet->halves[i].left += spare / 2;
  sheet->width = A4_LONG;
}

static void
plan_singles (const GPtrArray *pages, gboolean is_twice, GPtrArray *sheets, GArray *places)
{
  for (guint i = 0; i < pages->len; i++) {
    const PlacedPage *page = pages->pdata[i];
    Sheet *sheet = sheet_new (page);
    add_half (sheet, page, page);
    if (is_twice) {
      add_half (sheet, page, page)->is_copy = TRUE;
      centre_on_a4 (sheet);
      sheet->cut = sheet->halves[1].left;
    }
    g_ptr_array_add (sheets, sheet);
    g_array_index (places, PagePlace, i) = (PagePlace){ sheet, 0 };
  }
}

/* `creep`: how far it is moved to the right. */
static void
add_page (Sheet *sheet, const GPtrArray *pages, guint page, double creep, GArray *places)
{
  if (page < pages->len)
    g_array_index (places, PagePlace, page) = (PagePlace){ sheet, sheet->n_halves };
  add_half (sheet, page < pages->len ? pages->pdata[page] : NULL, pages->pdata[0])->creep = creep;
}

/* Sheets folded into one another: the last page stands left of the first, on the back the second
 * left of the last but one. */
static void
plan_booklet (const GPtrArray *pages, GPtrArray *sheets, GArray *places)
{
  guint n = (pages->len + 3) / 4 * 4;
  for (guint side = 0; side < n / 2; side++) {
    gboolean is_front = side % 2 == 0;
    double creep = side / 2 * PAPER_THICKNESS;
    Sheet *sheet = sheet_new (pages->pdata[0]);
    add_page (sheet, pages, is_front ? n - 1 - side : side, creep, places);
    add_page (sheet, pages, is_front ? side : n - 1 - side, -creep, places);
    g_ptr_array_add (sheets, sheet);
  }
}

/* --- parts --- */

/* Parts of `room` points that overlap and cover `length`. */
static guint
count_parts (double length, double room)
{
  return length <= room ? 1 : (guint) ceil ((length - TILE_OVERLAP) / (room - TILE_OVERLAP) - 1e-6);
}

/* The parts are equal, and reach beyond their own by half of what is shared. */
static void
set_part (double length, guint i, guint n, double *start, double *size, double *cut_before,
          double *cut_after)
{
  double shared = TILE_OVERLAP / 2;
  double from = MAX (0, length * i / n - shared), to = MIN (length, length * (i + 1) / n + shared);

  *start = from;
  *size = to - from;
  *cut_before = i > 0 ? shared : 0;
  *cut_after = i + 1 < n ? shared : 0;
}

static Sheet *
tile_new (const PlacedPage *page, double scale, guint number, guint n_columns, guint n_rows,
          double width, double height)
{
  Sheet *sheet = sheet_new (page);
  Tile *tile = &sheet->tile;
  double across = sane_size (page->style.width) * scale;
  double down = sane_size (page->style.height) * scale;

  *tile = (Tile){ .scale = scale,
                  .column = number % n_columns,
                  .row = number / n_columns,
                  .n_columns = n_columns,
                  .n_rows = n_rows };
  set_part (across, tile->column, n_columns, &tile->left, &tile->width, &tile->cuts[SIDE_LEFT],
            &tile->cuts[SIDE_RIGHT]);
  set_part (down, tile->row, n_rows, &tile->top, &tile->height, &tile->cuts[SIDE_TOP],
            &tile->cuts[SIDE_BOTTOM]);
  tile->x = (width - tile->width) / 2;
  tile->y = (height - tile->height) / 2;
  add_half (sheet, page, page)->is_copy = number > 0;
  sheet->width = width;
  sheet->height = height;
  sheet->bleed = sheet->margin = 0;
  sheet->has_crop_marks = FALSE;
  return sheet;
}

/* On A4 upright or lying, whichever takes fewer. */
static void
plan_tiles (const GPtrArray *pages, double scale, GPtrArray *sheets, GArray *places)
{
  for (guint i = 0; i < pages->len; i++) {
    const PlacedPage *page = pages->pdata[i];
    double across = sane_size (page->style.width) * scale;
    double down = sane_size (page->style.height) * scale;
    guint best = 0, columns = 1, rows = 1;
    gboolean is_upright = TRUE;
    for (guint lying = 0; lying < 2; lying++) {
      guint n_columns = count_parts (across, (lying ? A4_LONG : A4_SHORT) - 2 * TILE_MARGIN);
      guint n_rows = count_parts (down, (lying ? A4_SHORT : A4_LONG) - 2 * TILE_MARGIN);
      if (best > 0 && n_columns * n_rows >= best)
        continue;
      best = n_columns * n_rows;
      columns = n_columns;
      rows = n_rows;
      is_upright = !lying;
    }
    for (guint part = 0; part < best; part++) {
      Sheet *sheet = tile_new (page, scale, part, columns, rows, is_upright ? A4_SHORT : A4_LONG,
                               is_upright ? A4_LONG : A4_SHORT);
      g_ptr_array_add (sheets, sheet);
      if (part == 0)
        g_array_index (places, PagePlace, i) = (PagePlace){ sheet, 0 };
    }
  }
}

GPtrArray *
sheets_new (const GPtrArray *pages, Impose impose, GArray *places)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (sheet_free);
  g_array_set_size (places, pages->len);
  if (impose == IMPOSE_BOOKLET && pages->len > 0)
    plan_booklet (pages, sheets, places);
  else if (impose == IMPOSE_TILES || impose == IMPOSE_TILES_LARGER)
    plan_tiles (pages, impose == IMPOSE_TILES ? 1 : TILE_LARGER, sheets, places);
  else
    plan_singles (pages, impose == IMPOSE_TWO_UP, sheets, places);
  return sheets;
}

/* --- painting --- */

/* A neighbour's page is no place for bleed. */
static void
clip_half (const Sheet *sheet, guint number, ContentStream *content)
{
  const Half *half = &sheet->halves[number];
  double left = number == 0 ? sheet->bleed : 0;
  double right = number == sheet->n_halves - 1 ? sheet->bleed : 0;

  content_rectangle (content, -left, -sheet->bleed, left + half->width + right,
                     sheet->height + 2 * sheet->bleed);
  content_operator (content, "W n");
}

/* The corner of the page lies beyond the sheet, and its points are larger. */
static void
begin_tile (const Sheet *sheet, ContentStream *content)
{
  const Tile *tile = &sheet->tile;

  content_save (content);
  content_rectangle (content, tile->x, tile->y, tile->width, tile->height);
  content_operator (content, "W n");
  double x = tile->x - tile->left, y = sheet->height - tile->y + tile->top;
  content_matrix (content, (Matrix){ tile->scale, 0, 0, tile->scale, x, y });
  content->left = content->top = 0;
}

void
sheet_point (const Sheet *sheet, double *x, double *y)
{
  const Tile *tile = &sheet->tile;

  if (tile->width <= 0)
    return;
  *x = *x * tile->scale + tile->x - tile->left;
  *y = *y * tile->scale + sheet->height - tile->y + tile->top;
}

void
sheet_begin (const Sheet *sheet, guint half, Ink ink, ContentStream *content)
{
  double left = sheet->margin + sheet->halves[half].left;

  if (sheet->tile.width > 0) {
    content_start (content, sheet->halves[half].content, ink, 0, sheet->height);
    begin_tile (sheet, content);
    return;
  }
  content_start (content, sheet->halves[half].content, ink, left, sheet->margin + sheet->height);
  if (sheet->n_halves > 1 || sheet->has_crop_marks) {
    content_save (content);
    clip_half (sheet, half, content);
    content->left += sheet->halves[half].creep;
  }
}

/* What a page does not fill is given back: all of them wait until the last one is painted. */
static void
give_back_room (GString *content)
{
  content->str = g_realloc (content->str, content->len + 1);
  content->allocated_len = content->len + 1;
}

void
sheet_end (ContentStream *content)
{
  content_text_end (content);
  if (content->n_saved > 0)
    content_restore (content);
  give_back_room (content->out);
}

/* Fine black strokes, which are no part of the page. */
static void
begin_marks (const Sheet *sheet, Ink ink, GString *out, ContentStream *content)
{
  content_start (content, out, ink, sheet->margin, sheet->margin + sheet->height);
  content_operator (content, "/Artifact<</Type/Page>>BDC");
  content_stroke_colour (content, COLOUR_BLACK);
  content_number (content, CROP_WIDTH);
  content_operator (content, "w");
}

static void
paint_mark (ContentStream *content, double x, double y, double dx, double dy)
{
  content_move (content, x + dx, y + dy);
  content_line (content,
                x
                  + (dx > 0   ? CROP_LENGTH
                     : dx < 0 ? -CROP_LENGTH
                              : 0)
                  + dx,
                y
                  + (dy > 0   ? CROP_LENGTH
                     : dy < 0 ? -CROP_LENGTH
                              : 0)
                  + dy);
}

static void
paint_crop_marks (const Sheet *sheet, Ink ink, GString *out)
{
  ContentStream content;
  double distance = MAX (sheet->bleed, CROP_DISTANCE);

  begin_marks (sheet, ink, out, &content);
  for (guint corner = 0; corner < 4; corner++) {
    gboolean is_right = corner & 1, is_below = corner & 2;
    double x = is_right ? sheet->width : 0, y = is_below ? sheet->height : 0;
    paint_mark (&content, x, y, is_right ? distance : -distance, 0);
    paint_mark (&content, x, y, 0, is_below ? distance : -distance);
  }
  content_operator (&content, "S\nEMC");
}

/* A short stroke at the upper and the lower edge, where no text stands. */
static void
paint_cut_marks (const Sheet *sheet, Ink ink, GString *out)
{
  ContentStream content;

  begin_marks (sheet, ink, out, &content);
  content_move (&content, sheet->cut, 0);
  content_line (&content, sheet->cut, CUT_LENGTH);
  content_move (&content, sheet->cut, sheet->height - CUT_LENGTH);
  content_line (&content, sheet->cut, sheet->height);
  content_operator (&content, "S\nEMC");
}

/* A stroke in the margin, where the part ends that is its own. */
static void
paint_tile_cut (const Sheet *sheet, Side side, ContentStream *content)
{
  const Tile *tile = &sheet->tile;
  double in = tile->cuts[side], far = TILE_MARGIN / 2, near = MM;

  if (in <= 0)
    return;
  if (side == SIDE_LEFT || side == SIDE_RIGHT) {
    double x = side == SIDE_LEFT ? tile->x + in : tile->x + tile->width - in;
    content_move (content, x, tile->y - near);
    content_line (content, x, tile->y - far);
    content_move (content, x, tile->y + tile->height + near);
    content_line (content, x, tile->y + tile->height + far);
  } else {
    double y = side == SIDE_TOP ? tile->y + in : tile->y + tile->height - in;
    content_move (content, tile->x - near, y);
    content_line (content, tile->x - far, y);
    content_move (content, tile->x + tile->width + near, y);
    content_line (content, tile->x + tile->width + far, y);
  }
}

/* Which part it is, in every language: a small plan of all, with this one filled. */
static void
paint_tile_plan (const Sheet *sheet, ContentStream *content)
{
  const Tile *tile = &sheet->tile;
  double cell = MIN (1.4 * MM, 4 * MM / tile->n_rows);
  double x = tile->x, y = tile->y + tile->height + MM;

  for (guint row = 0; row < tile->n_rows; row++)
    for (guint column = 0; column < tile->n_columns; column++) {
      content_rectangle (content, x + column * cell, y + row * cell, cell, cell);
      content_operator (content, row == tile->row && column == tile->column ? "B" : "S");
    }
}

static void
paint_tile_marks (const Sheet *sheet, Ink ink, GString *out)
{
  ContentStream content;

  begin_marks (sheet, ink, out, &content); /* a part has no margin */
  content_fill_colour (&content, COLOUR_BLACK);
  for (Side side = 0; side < 4; side++)
    paint_tile_cut (sheet, side, &content);
  content_operator (&content, "S");
  paint_tile_plan (sheet, &content);
  content_operator (&content, "EMC");
}

/* --- writing --- */

static void
append_box (GString *out, const char *key, double inset, const Sheet *sheet)
{
  g_string_append (out, key);
  g_string_append_c (out, '[');
  notation_number (out, inset);
  g_string_append_c (out, ' ');
  notation_number (out, inset);
  g_string_append_c (out, ' ');
  notation_number (out, sheet->width + 2 * sheet->margin - inset);
  g_string_append_c (out, ' ');
  notation_number (out, sheet->height + 2 * sheet->margin - inset);
  g_string_append_c (out, ']');
}

static void
write_page (const Sheet *sheet, Ink ink, guint contents, guint resources, guint parent,
            Objects *objects)
{
  GString *out = objects_begin (objects, sheet->object);

  append_text (out, "<</Type/Page/Parent ");
  notation_reference (out, parent);
  append_box (out, "/MediaBox", 0, sheet);
  if (sheet->margin > 0 || ink == INK_CMYK) { /* PDF/X asks for it */
    append_box (out, "/TrimBox", sheet->margin, sheet);
    append_box (out, "/BleedBox", sheet->margin - sheet->bleed, sheet);
  }
  append_text (out, "/Resources ");
  notation_reference (out, resources);
  append_text (out, "/Contents ");
  notation_reference (out, contents);
  append_text (out, "/StructParents ");
  notation_integer (out, sheet->number);
  append_text (out, "/Tabs/S");
  if (sheet->annotations->len > 0)
    g_string_append_printf (out, "/Annots[%s]", sheet->annotations->str);
  append_text (out, ">>");
  objects_end (objects);
}

void
sheet_write (const Sheet *sheet, Ink ink, guint resources, guint parent, Objects *objects)
{
  guint contents = objects_reserve (objects);
  GString *all = sheet->halves[0].content;

  if (sheet->n_halves > 1)
    g_string_append_len (all, sheet->halves[1].content->str, sheet->halves[1].content->len);
  if (sheet->has_crop_marks)
    paint_crop_marks (sheet, ink, all);
  if (sheet->cut > 0)
    paint_cut_marks (sheet, ink, all);
  if (sheet->tile.width > 0)
    paint_tile_marks (sheet, ink, all);
  objects_stream (objects, contents, "", all->str, all->len);
  write_page (sheet, ink, contents, resources, parent, objects);
}
