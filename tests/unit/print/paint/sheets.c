/* SPDX-License-Identifier: MIT */
#include "scene.h"

/* Pages of 100 by 140 points; each has its number in words, and a box of its own grey that stands
 * 10 points beyond its edges. */
static Scene *
book_scene (guint n_pages)
{
  static const char *const words[] = { "không", "một", "hai", "ba", "bốn",
                                       "năm",   "sáu", "bảy", "tám" };
  Scene *scene = scene_new ();
  for (guint i = 0; i < n_pages; i++) {
    PlacedPage *page = i == 0 ? scene->page : scene_page (scene, 100, 140);
    Style *style = arena_alloc (scene->arena, sizeof (Style));
    page->style.width = 100;
    page->style.height = 140;
    style->background = (Colour){ 16 * i, 16 * i, 16 * i, FALSE };
    scene_add (scene, (Placed){ .kind = PLACED_BOX,
                                .element = scene_body (scene),
                                .x = -10,
                                .y = -10,
                                .width = 120,
                                .height = 160,
                                .box = { .style = style } });
    scene_line (scene, "p", words[i + 1], 80)->x = 10;
  }
  return scene;
}

static char *
text_of_page (GString *pdf, guint page)
{
  g_autofree char *command = g_strdup_printf ("pdftotext -raw -f %u -l %u %% -", page, page);
  return g_strdelimit (g_strchomp (asked (pdf, command)), "\n", ' ');
}

/* The backs come where the fronts are turned, and it is read in the order of the document. */
static void
test_booklet (void)
{
  g_autoptr (Scene) scene = book_scene (7);
  PdfOptions options = { .impose = IMPOSE_BOOKLET, .title = "Sách" };
  g_auto (PdfFacts) facts = { 0 };
  g_autoptr (GString) pdf = scene_pdf (scene, &options, &facts);
  static const char *const sheets[] = { "một", "hai bảy", "sáu ba",
                                        "bốn năm" }; /* with nothing left of the first */
  g_free (checked (pdf));

  g_assert_cmpuint (facts.n_pages, ==, 4);
  for (guint i = 0; i < 4; i++) {
    g_autofree char *text = text_of_page (pdf, i + 1);
    g_assert_cmpstr (text, ==, sheets[i]);
  }
  g_autofree char *tree = asked (pdf, "pdfinfo -struct-text %");
  const char *at = tree;
  static const char *const order[] = { "một", "hai", "ba", "bốn", "năm", "sáu", "bảy" };
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    g_assert_nonnull (at = strstr (at, order[i]));
    at++;
  }
  Picture picture = painted (pdf, 2);
  g_assert_cmpuint (picture.width, ==, 200);
  g_assert_cmphex (pixel (&picture, 50, 20), ==, 0x101010);
  g_assert_cmphex (pixel (&picture, 98, 20), ==, 0x101010); /* the right page does not reach over */
  g_assert_cmphex (pixel (&picture, 101, 20), ==, 0x606060);
  g_free (picture.bytes);
}

static double
left_of_word (GString *pdf, guint page, const char *word)
{
  g_autofree char *command = g_strdup_printf ("pdftotext -bbox -f %u -l %u %% -", page, page);
  g_autofree char *boxes = asked (pdf, command);
  g_autofree char *end = g_strdup_printf (">%s</word>", word);
  const char *at = strstr (boxes, end);
  g_assert_nonnull (at);
  while (!g_str_has_prefix (at, "xMin=\""))
    at--;
  return g_ascii_strtod (at + strlen ("xMin=\""), NULL);
}

/* What lies within another sheet is moved to the fold by its thickness, on either side. */
static void
test_creep (void)
{
  g_autoptr (Scene) scene = book_scene (7);
  PdfOptions options = { .impose = IMPOSE_BOOKLET, .title = "Sách" };
  g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
  const double thickness = 0.1 / 25.4 * 72;

  g_assert_cmpfloat_with_epsilon (left_of_word (pdf, 1, "một"), 110, 0.01);
  g_assert_cmpfloat_with_epsilon (left_of_word (pdf, 2, "hai"), 10, 0.01);
  g_assert_cmpfloat_with_epsilon (left_of_word (pdf, 3, "sáu"), 10 + thickness, 0.01);
  g_assert_cmpfloat_with_epsilon (left_of_word (pdf, 3, "ba"), 110 - thickness, 0.01);
  g_assert_cmpfloat_with_epsilon (left_of_word (pdf, 4, "bốn"), 10 + thickness, 0.01);
}

/* A3 on A4: upright in four parts, and larger by a size in eight, lying. What is said is heard
 * once. */
static void
test_tiles (void)
{
  static const struct {
    Impose impose;
    guint n_parts;
    const char *box;
    double scale;
  } rows[] = { { IMPOSE_TILES, 4, "MediaBox:            0.00     0.00   595.28   841.89", 1 },
               { IMPOSE_TILES_LARGER, 8, "MediaBox:            0.00     0.00   841.89   595.28",
                 1.41421356 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Scene) scene = book_scene (1);
    PdfOptions options = { .impose = rows[i].impose, .title = "Áp phích" };
    g_auto (PdfFacts) facts = { 0 };
    scene->page->style.width = 297 / 25.4 * 72;
    scene->page->style.height = 420 / 25.4 * 72;
    g_autoptr (GString) pdf = scene_pdf (scene, &options, &facts);
    g_free (checked (pdf));
    g_autofree char *boxes = asked (pdf, "pdfinfo -box %");
    g_autofree char *tree = asked (pdf, "pdfinfo -struct-text %");
    g_assert_cmpuint (facts.n_pages, ==, rows[i].n_parts);
    assert_has (boxes, rows[i].box);
    g_assert_cmpuint (count (tree, "một"), ==, 1);
    /* The first part shows half of the page and half of what two parts share, in the middle of its
     * sheet. */
    double shared = 4 / 25.4 * 72, wide = scene->page->style.width * rows[i].scale / 2 + shared;
    double sheet = (i ? 297 : 210) / 25.4 * 72;
    g_assert_cmpfloat_with_epsilon (left_of_word (pdf, 1, "một"),
                                    (sheet - wide) / 2 + 10 * rows[i].scale, 0.02);
  }
}

/* Something is painted within a point of it; mm. */
static gboolean
is_marked (const Picture *picture, double x, double y)
{
  guint column = (guint) (x / 25.4 * 72), row = (guint) (y / 25.4 * 72);

  for (guint i = 0; i < 9; i++)
    if (pixel (picture, column - 1 + i % 3, row - 1 + i / 3) != 0xffffff)
      return TRUE;
  return FALSE;
}

/* Where the first of four parts is cut, on the right and below, strokes in the margins say so; they
 * keep a millimetre away from what is shown: 152.5 by 214 mm in the middle of its sheet. */
static void
test_tile_cuts (void)
{
  static const struct {
    double x, y;
    gboolean is_stroke;
  } rows[] = { { 177.25, 38.5, TRUE },  { 177.25, 35.5, FALSE }, { 177.25, 41, FALSE },
               { 177.25, 258.5, TRUE }, { 177.25, 256, FALSE },  { 177.25, 261.5, FALSE },
               { 25.75, 251.5, TRUE },  { 28.25, 251.5, FALSE }, { 22.75, 251.5, FALSE },
               { 183.25, 251.5, TRUE }, { 181.5, 251.5, FALSE }, { 187.25, 251.5, FALSE },
               { 32.75, 38.5, FALSE },  { 25.75, 45.5, FALSE },  { 29.5, 257.2, TRUE },
               { 29.5, 255, FALSE } };
  g_autoptr (Scene) scene = book_scene (1);
  PdfOptions options = { .impose = IMPOSE_TILES, .title = "Áp phích" };

  scene->page->style.width = 297 / 25.4 * 72;
  scene->page->style.height = 420 / 25.4 * 72;
  g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
  Picture picture = painted (pdf, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (is_marked (&picture, rows[i].x, rows[i].y) != rows[i].is_stroke)
      g_error ("row %u", i);
  g_free (picture.bytes);
}

/* Each page stands twice, and is heard once. */
static void
test_two_up (void)
{
  g_autoptr (Scene) scene = book_scene (2);
  PdfOptions options = { .impose = IMPOSE_TWO_UP, .title = "Tờ rơi" };
  g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
  g_free (checked (pdf));
  g_autofree char *first = text_of_page (pdf, 1), *second = text_of_page (pdf, 2);
  g_autofree char *tree = asked (pdf, "pdfinfo -struct-text %");

  g_assert_cmpstr (first, ==, "một một");
  g_assert_cmpstr (second, ==, "hai hai");
  g_assert_cmpuint (count (tree, "một"), ==, 1);
  Picture picture = painted (pdf, 2);
  g_assert_cmpuint (picture.width, ==, 200);
  g_assert_cmphex (pixel (&picture, 50, 20), ==, 0x101010);
  g_assert_cmphex (pixel (&picture, 150, 20), ==, 0x101010);
  g_free (picture.bytes);
}

/* Two of A5 lie on a sheet of A4, with a mark where they are cut apart. */
static void
test_two_up_a4 (void)
{
  g_autoptr (Scene) scene = book_scene (1);
  PdfOptions options = { .impose = IMPOSE_TWO_UP, .title = "Tờ rơi" };
  scene->page->style.width = 148 / 25.4 * 72;
  scene->page->style.height = 210 / 25.4 * 72;
  g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
  g_free (checked (pdf));
  g_autofree char *boxes = asked (pdf, "pdfinfo -box %");
  assert_has (boxes, "MediaBox:            0.00     0.00   841.89   595.28");
}

static void
test_bleed (void)
{
  g_autoptr (Scene) scene = book_scene (1);
  scene->page->style.bleed = 8;
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_free (checked (pdf));
  g_autofree char *boxes = asked (pdf, "pdfinfo -box %");
  assert_has (boxes, "MediaBox:            0.00     0.00   116.00   156.00");
  assert_has (boxes, "TrimBox:             8.00     8.00   108.00   148.00");
  assert_has (boxes, "BleedBox:            0.00     0.00   116.00   156.00");
}

/* Marks at all corners, outside of what is printed; what is printed ends where the bleed does. */
static void
test_crop_marks (void)
{
  g_autoptr (Scene) scene = book_scene (1);
  scene->page->style.bleed = 5;
  scene->page->style.has_crop_marks = TRUE;
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_free (checked (pdf));
  g_autofree char *boxes = asked (pdf, "pdfinfo -box %");
  assert_has (boxes, "MediaBox:            0.00     0.00   145.00   185.00");
  assert_has (boxes, "TrimBox:            22.50    22.50   122.50   162.50");
  assert_has (boxes, "BleedBox:           17.50    17.50   127.50   167.50");
  Picture picture = painted (pdf, 1);
  g_assert_cmphex (pixel (&picture, 18, 90), ==, 0);
  g_assert_cmphex (pixel (&picture, 15, 90), ==, 0xffffff);
  static const guint marks[][2] = { { 5, 22 },  { 22, 5 },   { 140, 22 },  { 122, 5 },
                                    { 5, 162 }, { 22, 180 }, { 140, 162 }, { 122, 180 } };
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_assert_cmphex (pixel (&picture, marks[i][0], marks[i][1]), !=, 0xffffff);
  g_assert_cmphex (pixel (&picture, 5, 30), ==, 0xffffff);
  g_free (picture.bytes);
}

/* A link on a page that is set aside on its sheet is where it is seen. */
static void
test_links (void)
{
  g_autoptr (Scene) scene = book_scene (1);
  Element *a = scene_element (scene, scene_body (scene), "a", "href=https://a.vn/");
  scene_text (scene, a, "x");
  *scene_write (scene, a, SERIF, 10, "x", 20, 50) =
    (Placed){ .kind = PLACED_TEXT,
              .element = a,
              .x = 20,
              .y = 40,
              .width = 10,
              .height = 10,
              .text = { scene_run (scene, SERIF, 10, "x"), 50 } };
  PdfOptions options = { .impose = IMPOSE_BOOKLET, .title = "Sách" };
  g_autoptr (GString) pdf = scene_pdf (scene, &options, NULL);
  g_autofree char *objects = checked (pdf);
  assert_has (objects, "/Rect [\n    120\n    90\n    130\n    100\n  ]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/booklet", test_booklet);
  g_test_add_func ("/sheets/creep", test_creep);
  g_test_add_func ("/sheets/tiles", test_tiles);
  g_test_add_func ("/sheets/tile-cuts", test_tile_cuts);
  g_test_add_func ("/sheets/two-up", test_two_up);
  g_test_add_func ("/sheets/two-up-a4", test_two_up_a4);
  g_test_add_func ("/sheets/bleed", test_bleed);
  g_test_add_func ("/sheets/crop-marks", test_crop_marks);
  g_test_add_func ("/sheets/links", test_links);
  return g_test_run ();
}
