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

static void
add_page (Sheet *sheet, const GPtrArray *pages, guint page, GArray *places)
{
  if (page < pages->len)
    g_array_index (places, PagePlace, page) = (PagePlace){ sheet, sheet->n_halves };
  add_half (sheet, page < pages->len ? pages->pdata[page] : NULL, pages->pdata[0]);
}

/* Sheets folded into one another: the last page stands left of the first, on the back the second
 * left of the last but one. */
static void
plan_booklet (const GPtrArray *pages, GPtrArray *sheets, GArray *places)
{
  guint n = (pages->len + 3) / 4 * 4;
  for (guint side = 0; side < n / 2; side++) {
    gboolean is_front = side % 2 == 0;
    Sheet *sheet = sheet_new (pages->pdata[0]);
    add_page (sheet, pages, is_front ? n - 1 - side : side, places);
    add_page (sheet, pages, is_front ? side : n - 1 - side, places);
    g_ptr_array_add (sheets, sheet);
  }
}

GPtrArray *
sheets_new (const GPtrArray *pages, Impose impose, GArray *places)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (sheet_free);
  g_array_set_size (places, pages->len);
  if (impose == IMPOSE_BOOKLET && pages->len > 0)
    plan_booklet (pages, sheets, places);
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

void
sheet_begin (const Sheet *sheet, guint half, Ink ink, ContentStream *content)
{
  double left = sheet->margin + sheet->halves[half].left;
  content_start (content, sheet->halves[half].content, ink, left, sheet->margin + sheet->height);
  if (sheet->n_halves > 1 || sheet->has_crop_marks) {
    content_save (content);
    clip_half (sheet, half, content);
  }
}

void
sheet_end (ContentStream *content)
{
  content_text_end (content);
  if (content->n_saved > 0)
    content_restore (content);
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

  content_start (&content, out, ink, sheet->margin, sheet->margin + sheet->height);
  content_operator (&content, "/Artifact<</Type/Page>>BDC");
  content_stroke_colour (&content, COLOUR_BLACK);
  content_number (&content, CROP_WIDTH);
  content_operator (&content, "w");
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

  content_start (&content, out, ink, sheet->margin, sheet->margin + sheet->height);
  content_operator (&content, "/Artifact<</Type/Page>>BDC");
  content_stroke_colour (&content, COLOUR_BLACK);
  content_number (&content, CROP_WIDTH);
  content_operator (&content, "w");
  content_move (&content, sheet->cut, 0);
  content_line (&content, sheet->cut, CUT_LENGTH);
  content_move (&content, sheet->cut, sheet->height - CUT_LENGTH);
  content_line (&content, sheet->cut, sheet->height);
  content_operator (&content, "S\nEMC");
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
  objects_stream (objects, contents, "", all->str, all->len);
  write_page (sheet, ink, contents, resources, parent, objects);
}
