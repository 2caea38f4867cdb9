/* SPDX-License-Identifier: MIT */
#include "print/box_list.h"

static Placed *
add (PlacedPage *page, PlacedKind kind, double x, double y, double width, double height)
{
  Placed item = { .kind = kind, .x = x, .y = y, .width = width, .height = height };
  g_array_append_val (page->items, item);
  return &g_array_index (page->items, Placed, page->items->len - 1);
}

static PlacedPage *
page_new (guint number, double width, double height)
{
  PlacedPage *page = g_new0 (PlacedPage, 1);
  page->number = number;
  page->style.width = width;
  page->style.height = height;
  page->items = g_array_new (FALSE, TRUE, sizeof (Placed));
  return page;
}

static void
page_free (gpointer data)
{
  PlacedPage *page = data;
  g_array_unref (page->items);
  g_free (page);
}

/* 72 points are 25.4 mm. */
static void
test_write (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (page_free);
  g_autoptr (GString) out = g_string_new ("before\n");
  Face face = { .name = (char *) "LiberationSerif" };
  TextRun run = {
    .face = &face, .size = 13.5, .text = "Số: 05\xe2\x80\xa8 and more", .length = 11
  };
  Placement placement = { .pages = pages };

  g_ptr_array_add (pages, page_new (1, 72, 144));
  add (pages->pdata[0], PLACED_BOX, 36, 7.2, 72, 0.72);
  add (pages->pdata[0], PLACED_TEXT, -0.001, 0, 18, 14.4)->text.run = &run;
  add (pages->pdata[0], PLACED_DRAWING, -36, 0, 72, 72)->rotation = -35;
  g_ptr_array_add (pages, page_new (7, 72, 72));
  add (pages->pdata[1], PLACED_IMAGE, 0, 0, 72, 72)->role = ROLE_ARTIFACT;
  box_list_write (&placement, out);
  g_assert_cmpstr (out->str, ==,
                   "before\n"
                   "page 1 25.40 × 50.80\n"
                   "box 12.70 2.54 25.40 × 0.25\n"
                   "text 0.00 0.00 6.35 × 5.08 LiberationSerif 13.5 “Số: 05”\n"
                   "drawing -12.70 0.00 25.40 × 25.40 rotated -35\n"
                   "page 7 25.40 × 25.40\n"
                   "image 0.00 0.00 25.40 × 25.40 furniture\n");
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  Placement placement = { .pages = pages };

  box_list_write (&placement, out);
  g_assert_cmpstr (out->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boxes/write", test_write);
  g_test_add_func ("/boxes/empty", test_empty);
  return g_test_run ();
}
