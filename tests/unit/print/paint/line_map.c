/* SPDX-License-Identifier: MIT */
#include "print/paint/line_map.h"
#include "scene.h"

/* A line of text that comes from `origin`, at `y` of the page. */
static void
add_line (Scene *scene, guint origin, const char *text, double y)
{
  Element *p = scene_element (scene, scene_body (scene), "p", NULL);

  p->origin = origin;
  scene_text (scene, p, text);
  scene_write (scene, scene_element (scene, p, "span", NULL), SERIF, 13, text, 85, y);
}

/* The places of `scene`, as a PDF of it is made. */
static LineMap *
map_of (Scene *scene, Impose impose)
{
  const PdfOptions options = { .title = "T", .impose = impose };
  g_auto (PdfFacts) facts = { .lines = line_map_new () };
  g_autoptr (GString) pdf = scene_pdf (scene, &options, &facts);

  return g_steal_pointer (&facts.lines);
}

static const LinePlace *
place_at (const LineMap *map, guint index)
{
  g_assert_cmpuint (index, <, map->places->len);
  return &g_array_index (map->places, LinePlace, index);
}

/* What comes from one line is one place, on each page; what comes from none has no place. */
static void
test_places (void)
{
  g_autoptr (Scene) scene = scene_new ();
  add_line (scene, 0, "Mẫu", 50);
  add_line (scene, 7, "một", 100);
  add_line (scene, 7, "một", 120);
  add_line (scene, 9, "hai", 140);
  scene_page (scene, 595.276, 841.89);
  add_line (scene, 9, "hai", 100);
  g_autoptr (LineMap) map = map_of (scene, IMPOSE_NONE);

  g_assert_cmpuint (map->sizes->len, ==, 2);
  g_assert_cmpuint (map->places->len, ==, 3);
  const LinePlace *one = place_at (map, 0), *two = place_at (map, 1), *next = place_at (map, 2);
  g_assert_cmpuint (one->line, ==, 7);
  g_assert_cmpuint (two->line, ==, 9);
  g_assert_cmpuint (two->sheet, ==, 0);
  g_assert_cmpuint (next->sheet, ==, 1);
  g_assert_cmpfloat_with_epsilon (one->x, 85, 0.01);
  g_assert_cmpfloat (one->y, <=, 100);
  g_assert_cmpfloat (one->y + one->height, >=, 120);
  g_assert_cmpfloat (one->y + one->height, <, two->y + two->height);
  g_assert_cmpfloat_with_epsilon (next->height, two->height, 0.01);
}

/* A page that stands on a sheet twice has its places twice, in points of the sheet; in parts each
 * sheet has all of them, where they are or would be. */
static void
test_imposed (void)
{
  g_autoptr (Scene) scene = scene_new ();
  scene->page->style.width = 420;
  scene->page->style.height = 595;
  add_line (scene, 7, "một", 100);
  g_autoptr (LineMap) twice = map_of (scene, IMPOSE_TWO_UP);

  g_assert_cmpuint (twice->sizes->len, ==, 1);
  g_assert_cmpuint (twice->places->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (place_at (twice, 1)->x - place_at (twice, 0)->x, 420, 0.01);
  g_autoptr (LineMap) parts = map_of (scene, IMPOSE_TILES_LARGER);
  g_assert_cmpuint (parts->places->len, ==, parts->sizes->len);
  g_assert_cmpfloat_with_epsilon (place_at (parts, 0)->width, place_at (twice, 0)->width * G_SQRT2,
                                  0.01);
}

/* What is turned takes the room it takes. */
static void
test_turned (void)
{
  g_autoptr (Scene) scene = scene_new ();
  add_line (scene, 7, "một", 100);
  Placed *item = &g_array_index (scene->page->items, Placed, 0);
  item->rotation = 90;
  item->pivot_x = item->x;
  item->pivot_y = item->y;
  g_autoptr (LineMap) map = map_of (scene, IMPOSE_NONE);

  g_assert_cmpfloat_with_epsilon (place_at (map, 0)->height, item->width, 0.01);
  g_assert_cmpfloat_with_epsilon (place_at (map, 0)->width, item->height, 0.01);
  g_assert_cmpfloat_with_epsilon (place_at (map, 0)->y, item->y, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line_map/places", test_places);
  g_test_add_func ("/line_map/imposed", test_imposed);
  g_test_add_func ("/line_map/turned", test_turned);
  return g_test_run ();
}
