/* SPDX-License-Identifier: MIT */
#include "scene.h"

#define RED   ((Colour){ 255, 0, 0, FALSE })
#define GREEN ((Colour){ 0, 255, 0, FALSE })
#define BLUE  ((Colour){ 0, 0, 255, FALSE })

static Scene *
small_scene (void)
{
  Scene *scene = scene_new ();
  scene->page->style.width = scene->page->style.height = 100;
  return scene;
}

/* A box from 10 to 90 with borders of 10 points. */
static Style *
add_box (Scene *scene, BorderStyle border)
{
  Style *style = arena_alloc (scene->arena, sizeof (Style));
  style->background = COLOUR_CLEAR;
  for (guint side = 0; side < N_SIDES; side++)
    style->border[side] = (Border){ border, 10, COLOUR_BLACK };
  scene_add (scene, (Placed){ .kind = PLACED_BOX,
                              .element = scene_body (scene),
                              .x = 10,
                              .y = 10,
                              .width = 80,
                              .height = 80,
                              .box = { .style = style } });
  return style;
}

static Placed *
last_item (Scene *scene)
{
  return &g_array_index (scene->page->items, Placed, scene->page->items->len - 1);
}

typedef struct {
  guint x, y;
  guint32 colour;
} Wanted;

/* What the page looks like at some points; ends with a point at 0, 0. */
static void
assert_looks (Scene *scene, const Wanted *wanted)
{
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_free (checked (pdf));
  Picture picture = painted (pdf, 1);
  for (; wanted->x; wanted++) {
    g_test_message ("%u, %u", wanted->x, wanted->y);
    g_assert_cmphex (pixel (&picture, wanted->x, wanted->y), ==, wanted->colour);
  }
  g_free (picture.bytes);
}

static void
test_solid (void)
{
  g_autoptr (Scene) scene = small_scene ();
  add_box (scene, BORDER_SOLID)->background = RED;
  assert_looks (scene, (Wanted[]){ { 5, 5, 0xffffff },
                                   { 12, 12, 0 },
                                   { 50, 18, 0 },
                                   { 88, 50, 0 },
                                   { 50, 50, 0xff0000 },
                                   { 0 } });
}

/* Each corner is cut from its outer to its inner edge. */
static void
test_mitres (void)
{
  g_autoptr (Scene) scene = small_scene ();
  Style *style = add_box (scene, BORDER_SOLID);
  style->border[SIDE_RIGHT].colour = RED;
  style->border[SIDE_BOTTOM].colour = GREEN;
  style->border[SIDE_LEFT].colour = BLUE;
  assert_looks (scene, (Wanted[]){ { 18, 12, 0 },
                                   { 12, 18, 0x0000ff },
                                   { 82, 12, 0 },
                                   { 87, 18, 0xff0000 },
                                   { 87, 81, 0xff0000 },
                                   { 81, 87, 0x00ff00 },
                                   { 18, 87, 0x00ff00 },
                                   { 12, 81, 0x0000ff },
                                   { 50, 50, 0xffffff },
                                   { 0 } });
}

static void
test_round (void)
{
  g_autoptr (Scene) scene = small_scene ();
  Style *style = add_box (scene, BORDER_SOLID);
  style->background = RED;
  for (guint i = 0; i < 4; i++)
    style->radius[i] = (Length){ LENGTH_POINTS, 30 };
  assert_looks (scene, (Wanted[]){ { 12, 12, 0xffffff },
                                   { 15, 15, 0xffffff },
                                   { 50, 15, 0 },
                                   { 23, 23, 0 },
                                   { 50, 50, 0xff0000 },
                                   { 0 } });
}

/* One corner may be round alone: top left, top right, bottom right, bottom left. */
static void
test_one_round (void)
{
  static const guint corners[][2] = { { 12, 12 }, { 87, 12 }, { 87, 87 }, { 12, 87 } };

  for (guint i = 0; i < 4; i++) {
    g_autoptr (Scene) scene = small_scene ();
    add_box (scene, BORDER_SOLID)->radius[i] = (Length){ LENGTH_POINTS, 30 };
    Wanted wanted[5] = { { 0 } };
    for (guint j = 0; j < 4; j++)
      wanted[j] = (Wanted){ corners[j][0], corners[j][1], j == i ? 0xffffff : 0 };
    g_test_message ("corner %u", i);
    assert_looks (scene, wanted);
  }
}

/* Round, of several colours, cut at its top: the inner corners are round as well, and there is no
 * corner at the top. */
static void
test_round_sides (void)
{
  g_autoptr (Scene) scene = small_scene ();
  Style *style = add_box (scene, BORDER_SOLID);
  for (guint i = 0; i < 4; i++)
    style->radius[i] = (Length){ LENGTH_POINTS, 30 };
  style->border[SIDE_BOTTOM].colour = GREEN;
  last_item (scene)->box.is_open_top = TRUE;
  assert_looks (scene, (Wanted[]){ { 12, 12, 0 },
                                   { 15, 15, 0 },
                                   { 50, 12, 0xffffff },
                                   { 12, 87, 0xffffff },
                                   { 50, 85, 0x00ff00 },
                                   { 23, 79, 0x00ff00 },
                                   { 24, 73, 0 },
                                   { 26, 72, 0xffffff },
                                   { 0 } });
}

/* Radii that do not fit are made smaller: a circle. */
static void
test_radii (void)
{
  g_autoptr (Scene) scene = small_scene ();
  Style *style = add_box (scene, BORDER_NONE);
  style->background = RED;
  for (guint i = 0; i < 4; i++)
    style->radius[i] = (Length){ LENGTH_POINTS, 4000 };
  assert_looks (scene, (Wanted[]){ { 18, 18, 0xffffff },
                                   { 26, 26, 0xff0000 },
                                   { 50, 12, 0xff0000 },
                                   { 12, 50, 0xff0000 },
                                   { 0 } });
}

static void
test_double (void)
{
  g_autoptr (Scene) scene = small_scene ();
  add_box (scene, BORDER_DOUBLE);
  assert_looks (scene, (Wanted[]){ { 50, 11, 0 },
                                   { 50, 14, 0xffffff },
                                   { 50, 18, 0 },
                                   { 11, 50, 0 },
                                   { 14, 50, 0xffffff },
                                   { 0 } });
  Style *style = add_box (scene, BORDER_DOUBLE); /* over it, without one side */
  g_array_remove_index (scene->page->items, 0);
  style->border[SIDE_LEFT].style = BORDER_NONE;
  assert_looks (scene, (Wanted[]){ { 50, 11, 0 },
                                   { 50, 14, 0xffffff },
                                   { 50, 18, 0 },
                                   { 11, 50, 0xffffff },
                                   { 12, 11, 0 },
                                   { 0 } });
}

static void
test_dashes (void)
{
  g_autoptr (Scene) scene = small_scene ();
  Style *style = add_box (scene, BORDER_DASHED);
  style->border[SIDE_RIGHT].style = style->border[SIDE_BOTTOM].style =
    style->border[SIDE_LEFT].style = BORDER_NONE;
  assert_looks (scene, (Wanted[]){ { 12, 15, 0 },
                                   { 28, 15, 0 },
                                   { 32, 15, 0xffffff },
                                   { 48, 15, 0xffffff },
                                   { 52, 15, 0 },
                                   { 0 } });
  style->border[SIDE_TOP].style = BORDER_DOTTED;
  assert_looks (
    scene,
    (Wanted[]){ { 35, 10, 0xffffff }, { 28, 15, 0 }, { 20, 15, 0xffffff }, { 30, 15, 0 }, { 0 } });
}

static void
test_turned (void)
{
  g_autoptr (Scene) scene = small_scene ();
  add_box (scene, BORDER_NONE)->background = RED;
  Placed *item = last_item (scene);
  item->height = 10;
  item->rotation = 90; /* clockwise: to the left of the pivot, downwards */
  item->pivot_x = 50;
  item->pivot_y = 10;
  assert_looks (scene, (Wanted[]){ { 45, 15, 0xff0000 },
                                   { 45, 45, 0xff0000 },
                                   { 55, 15, 0xffffff },
                                   { 15, 15, 0xffffff },
                                   { 0 } });
}

/* Nothing to see leaves nothing in the file. */
static void
test_nothing (void)
{
  g_autoptr (Scene) scene = small_scene ();
  add_box (scene, BORDER_NONE);
  Style *style = add_box (scene, BORDER_SOLID);
  style->background = RED;
  style->is_hidden = TRUE;
  add_box (scene, BORDER_NONE)->background = RED;
  last_item (scene)->width = 0;
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);
  g_assert_cmpuint (count (objects, "BDC"), ==, 0);
}

/* Drawings are as large as fits, in the middle. */
static void
test_drawing (void)
{
  g_autoptr (Scene) scene = small_scene ();
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (DrawStep));
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  static const double bar[][2] = { { 0, 0 }, { 1, 0 }, { 1, 2 }, { 0, 2 } },
                      triangle[][2] = { { 1, 0 }, { 2, 0 }, { 2, 2 } };
  for (guint i = 0; i < 4; i++)
    g_array_append_vals (steps,
                         &(DrawStep){ i ? DRAW_LINE : DRAW_MOVE, { { bar[i][0], bar[i][1] } } }, 1);
  g_array_append_vals (steps, &(DrawStep){ .verb = DRAW_CLOSE }, 1);
  for (guint i = 0; i < 3; i++)
    g_array_append_vals (
      steps, &(DrawStep){ i ? DRAW_LINE : DRAW_MOVE, { { triangle[i][0], triangle[i][1] } } }, 1);
  DrawPath path = { .steps = steps, .fill = { .is_painted = TRUE, .colour = RED } };
  g_ptr_array_add (paths, &path);
  Drawing drawing = { .width = 2, .height = 2, .paths = paths };
  Element *svg = scene_element (scene, scene_body (scene), "svg", "aria-label=Mã");
  scene_add (scene, (Placed){ .kind = PLACED_DRAWING,
                              .element = svg,
                              .x = 10,
                              .y = 30,
                              .width = 80,
                              .height = 40,
                              .drawing = &drawing });
  assert_looks (scene, (Wanted[]){ { 27, 50, 0xffffff },
                                   { 33, 50, 0xff0000 },
                                   { 33, 68, 0xff0000 },
                                   { 67, 33, 0xff0000 },
                                   { 53, 67, 0xffffff },
                                   { 73, 50, 0xffffff },
                                   { 0 } });
  g_autoptr (GString) pdf = scene_pdf (scene, NULL, NULL);
  g_autofree char *objects = checked (pdf);
  assert_has (objects, "0 0 1 2 re\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/box-painter/solid", test_solid);
  g_test_add_func ("/box-painter/mitres", test_mitres);
  g_test_add_func ("/box-painter/round", test_round);
  g_test_add_func ("/box-painter/one-round", test_one_round);
  g_test_add_func ("/box-painter/round-sides", test_round_sides);
  g_test_add_func ("/box-painter/radii", test_radii);
  g_test_add_func ("/box-painter/double", test_double);
  g_test_add_func ("/box-painter/dashes", test_dashes);
  g_test_add_func ("/box-painter/turned", test_turned);
  g_test_add_func ("/box-painter/nothing", test_nothing);
  g_test_add_func ("/box-painter/drawing", test_drawing);
  return g_test_run ();
}
