/* SPDX-License-Identifier: MIT */
#include "print/place/clips.h"

#include "../../support.h"

static PlacedPage
page_with (const Clip *clips, guint n)
{
  PlacedPage page = { 0 };
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (clips_add (&page, clips[i]), ==, i + 1);
  return page;
}

static void
assert_area (VisibleArea area, double left, double top, double right, double bottom)
{
  g_assert_cmpfloat_with_epsilon (area.left, left, 1e-9);
  g_assert_cmpfloat_with_epsilon (area.top, top, 1e-9);
  g_assert_cmpfloat_with_epsilon (area.right, right, 1e-9);
  g_assert_cmpfloat_with_epsilon (area.bottom, bottom, 1e-9);
}

/* A clip shows no more than those around it; one that is turned reaches as far as its corners. */
static void
test_visible (void)
{
  const Clip clips[] = {
    { .x = 10, .y = 10, .width = 50, .height = 20 },
    { .x = 20, .y = 0, .width = 100, .height = 100, .outer = 1 },
    { .x = 0, .y = 0, .width = 40, .height = 20, .rotation = 90, .pivot_x = 20, .pivot_y = 10 },
  };
  PlacedPage page = page_with (clips, G_N_ELEMENTS (clips));

  assert_area (placed_page_visible (&page, 1), 10, 10, 60, 30);
  assert_area (placed_page_visible (&page, 2), 20, 10, 60, 30);
  assert_area (placed_page_visible (&page, 3), 10, -10, 30, 30);
  g_assert_cmpfloat (placed_page_visible (&page, 0).right, ==, G_MAXDOUBLE);
  g_array_unref (page.clips);
}

static void
test_inside (void)
{
  const double edge[N_SIDES] = {
    [SIDE_TOP] = 1, [SIDE_RIGHT] = 2, [SIDE_BOTTOM] = 3, [SIDE_LEFT] = 4
  };
  Style style = { .radius = { { LENGTH_POINTS, 5 } } };
  Clip clip = clip_inside (&style, 100, 200, 50, 30, edge);

  g_assert_cmpfloat (clip.x, ==, 104);
  g_assert_cmpfloat (clip.y, ==, 201);
  g_assert_cmpfloat (clip.width, ==, 44);
  g_assert_cmpfloat (clip.height, ==, 26);
  g_assert_cmpfloat (clip.corners.x[0], ==, 1);
  g_assert_cmpfloat (clip.corners.y[0], ==, 4);
  g_assert_cmpfloat (clip_inside (&style, 0, 0, 3, 30, edge).width, ==, 0);
}

/* Of a text what its letters need, which is less than its line. */
static void
test_hidden (void)
{
  const Clip clips[] = { { .x = 0, .y = 0, .width = 100, .height = 20 } };
  PlacedPage page = page_with (clips, 1);
  const TextRun run = { .size = 10, .width = 40 };
  Placed text = { .kind = PLACED_TEXT, .clip = 1, .width = 40, .height = 30, .text = { &run, 18 } };
  Placed box = { .kind = PLACED_BOX, .clip = 1, .x = 90, .width = 40, .height = 10 };

  g_assert_cmpfloat (clips_hidden (&page, &text), ==, 0);
  text.text.baseline = 21;
  g_assert_cmpfloat_with_epsilon (clips_hidden (&page, &text), 3, 1e-9);
  text.x = 95;
  g_assert_cmpfloat_with_epsilon (clips_hidden (&page, &text), 35, 1e-9);
  text.rotation = 3;
  g_assert_cmpfloat (clips_hidden (&page, &text), ==, 0);
  g_assert_cmpfloat (clips_hidden (&page, &box), ==, 30);
  box.clip = 0;
  g_assert_cmpfloat (clips_hidden (&page, &box), ==, 0);
  g_array_unref (page.clips);
}

static void
test_scope (void)
{
  ClipScope scope;
  guint clip = 9;

  clip_scope_init (&scope);
  clip_scope_add (&scope, 3, 7);
  clip_scope_add (&scope, 4, 1);
  g_assert_true (clip_scope_find (&scope, 4, &clip));
  g_assert_cmpuint (clip, ==, 1);
  g_assert_false (clip_scope_find (&scope, 5, &clip));
  clip_scope_clear (&scope);
  clip_scope_clear (&scope);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clips/visible", test_visible);
  g_test_add_func ("/clips/inside", test_inside);
  g_test_add_func ("/clips/hidden", test_hidden);
  g_test_add_func ("/clips/scope", test_scope);
  return g_test_run ();
}
