/* SPDX-License-Identifier: MIT */
#include "print/paint/drawings.h"

#include "print/read/path.h"

#include <math.h>

/* A drawing with one path, of SVG path data. */
typedef struct {
  Drawing drawing;
  DrawPath path;
} OnePath;

static void
one_path_open (OnePath *one, const char *data)
{
  gsize fault;

  *one = (OnePath){ .drawing = { .width = 10, .height = 10, .paths = g_ptr_array_new () },
                    .path = { .steps = g_array_new (FALSE, FALSE, sizeof (DrawStep)),
                              .fill = { .is_painted = TRUE, .colour = COLOUR_BLACK },
                              .stroke = { .colour = COLOUR_BLACK },
                              .stroke_width = 2 } };
  g_assert_true (path_parse (data, one->path.steps, &fault));
  g_ptr_array_add (one->drawing.paths, &one->path);
}

static void
one_path_clear (OnePath *one)
{
  g_array_unref (one->path.steps);
  g_ptr_array_unref (one->drawing.paths);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OnePath, one_path_clear)

/* The operators of a drawing of this size at 0, 0, without what is around them. */
static char *
paint (const OnePath *one, ShownStore *store, double width, double height)
{
  GString *out = g_string_new (NULL);
  ContentStream content;
  const Placed item = { .width = width, .height = height, .drawing = &one->drawing };

  content_start (&content, out, INK_COLOUR, 0, 100);
  const DrawingTools tools = { .paths = store };
  g_autoptr (Extras) extras = extras_new (INK_COLOUR);
  content.extras = extras;
  drawing_paint (&content, &tools, &item);
  g_strdelimit (out->str, "\n", ' ');
  return g_string_free (out, FALSE);
}

static void
test_paths (void)
{
  static const struct {
    const char *data;
    gboolean is_filled, is_stroked, is_even_odd, is_clear;
    const char *operators;
  } rows[] = {
    { "M0 0L5 0L9 9Z", TRUE, FALSE, FALSE, FALSE, "0 g 0 0 m 5 0 l 9 9 l h f " },
    { "M0 0L5 0L9 9Z", TRUE, FALSE, TRUE, FALSE, "0 g 0 0 m 5 0 l 9 9 l h f* " },
    { "M0 0L5 0", FALSE, TRUE, FALSE, FALSE, "0 G 2 w 0 0 m 5 0 l S " },
    { "M0 0L5 0", TRUE, TRUE, FALSE, FALSE, "0 g 0 G 2 w 0 0 m 5 0 l B " },
    { "M0 0L5 0", TRUE, TRUE, TRUE, FALSE, "0 g 0 G 2 w 0 0 m 5 0 l B* " },
    { "M0 0L5 0", TRUE, FALSE, FALSE, TRUE, "" },
    { "M0 0L5 0", FALSE, FALSE, FALSE, FALSE, "" },
    { "M0 0C1 1 2 2 3 3", TRUE, FALSE, FALSE, FALSE, "0 g 0 0 m 1 1 2 2 3 3 c f " },
    /* Bars along the axes are rectangles; what only looks like one is not. */
    { "M1 2H4V8H1Z", TRUE, FALSE, FALSE, FALSE, "0 g 1 2 3 6 re f " },
    { "M1 2H4V8H2Z", TRUE, FALSE, FALSE, FALSE, "0 g 1 2 m 4 2 l 4 8 l 2 8 l h f " },
    { "M1 2H4V8H1", TRUE, FALSE, FALSE, FALSE, "0 g 1 2 m 4 2 l 4 8 l 1 8 l f " },
    { "M1 2H4V8L1 7Z", TRUE, FALSE, FALSE, FALSE, "0 g 1 2 m 4 2 l 4 8 l 1 7 l h f " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (OnePath) one;
    ShownStore *store = shown_store_new ();
    one_path_open (&one, rows[i].data);
    one.path.fill.is_painted = rows[i].is_filled;
    one.path.stroke.is_painted = rows[i].is_stroked;
    one.path.is_even_odd = rows[i].is_even_odd;
    one.path.fill.colour.is_clear = rows[i].is_clear;
    g_autofree char *got = paint (&one, store, 10, 10);
    g_autofree char *wanted = g_strconcat ("q 1 0 0 -1 0 100 cm ", rows[i].operators, "Q ", NULL);
    g_test_message ("%s", rows[i].data);
    g_assert_cmpstr (got, ==, wanted);
    shown_store_free (store);
  }
}

/* As large as fits, in the middle; what has no size is not there. */
static void
test_fit (void)
{
  static const struct {
    double min_x, width, height;
    const char *start;
  } rows[] = {
    { 0, 20, 20, "q 2 0 0 -2 0 100 cm " },
    { 0, 40, 20, "q 2 0 0 -2 10 100 cm " },
    { 0, 20, 40, "q 2 0 0 -2 0 90 cm " },
    { 5, 20, 20, "q 2 0 0 -2 -10 100 cm " },
    { 0, 0, 20, "" },
    { 0, 20, NAN, "q 2 0 0 -2 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (OnePath) one;
    ShownStore *store = shown_store_new ();
    one_path_open (&one, "M0 0L5 0L9 9Z");
    one.drawing.min_x = rows[i].min_x;
    g_autofree char *got = paint (&one, store, rows[i].width, rows[i].height);
    g_test_message ("%u %s", i, got);
    if (*rows[i].start == '\0')
      g_assert_cmpstr (got, ==, "");
    else
      g_assert_true (g_str_has_prefix (got, rows[i].start));
    shown_store_free (store);
  }
}

/* A path with a number is written as it was the first time. */
static void
test_known (void)
{
  g_auto (OnePath) one, other;
  ShownStore *store = shown_store_new ();

  one_path_open (&one, "M0 0L5 0L9 9Z");
  one_path_open (&other, "M7 7L8 8");
  one.path.number = other.path.number = 3;
  g_autofree char *first = paint (&one, store, 10, 10);
  g_autofree char *second = paint (&other, store, 10, 10);
  g_assert_cmpstr (first, ==, second);
  other.path.number = 4;
  g_autofree char *third = paint (&other, store, 10, 10);
  g_assert_cmpstr (first, !=, third);
  shown_store_free (store);
}

/* Ends and corners, dashes and transparency are set, and gone behind the path. */
static void
test_lines (void)
{
  g_auto (OnePath) one;
  ShownStore *store = shown_store_new ();

  one_path_open (&one, "M0 0L5 0");
  one.path.fill.is_painted = FALSE;
  one.path.stroke.is_painted = TRUE;
  one.path.cap = CAP_ROUND;
  one.path.join = JOIN_BEVEL;
  one.path.dashes[0] = 3;
  one.path.dashes[1] = 1;
  one.path.n_dashes = 2;
  one.path.dash_offset = 0.5;
  one.path.stroke.transparency = 0.25;
  g_autofree char *got = paint (&one, store, 10, 10);
  g_assert_cmpstr (got, ==,
                   "q 1 0 0 -1 0 100 cm q /G1 gs 0 G 2 w 1 J 2 j [3 1 ].5 d 0 0 m 5 0 l S Q Q ");
  shown_store_free (store);
}

/* A gradient is seen through its shape; a group is painted by itself, and then as a whole. */
static void
test_gradients_and_groups (void)
{
  g_auto (OnePath) one;
  ShownStore *store = shown_store_new ();
  g_autoptr (GArray) stops = g_array_new (FALSE, TRUE, sizeof (GradientStop));
  g_array_set_size (stops, 2);
  const DrawGradient gradient = { .matrix = { 5, 0, 0, 5, 1, 2 }, .x2 = 1, .stops = stops };
  DrawPath open = { .kind = DRAW_GROUP, .transparency = 0.5 }, close = { .kind = DRAW_GROUP_END };

  one_path_open (&one, "M0 0L5 0L9 9Z");
  one.path.fill.gradient = &gradient;
  g_autofree char *plain = paint (&one, store, 10, 10);
  g_assert_cmpstr (plain, ==,
                   "q 1 0 0 -1 0 100 cm q 0 0 m 5 0 l 9 9 l h W n 5 0 0 5 1 2 cm /S0 sh Q Q ");
  g_ptr_array_insert (one.drawing.paths, 0, &open);
  g_ptr_array_add (one.drawing.paths, &close);
  g_autofree char *grouped = paint (&one, store, 10, 10);
  g_assert_cmpstr (grouped, ==, "q 1 0 0 -1 0 100 cm q /G1 gs /T0 Do Q Q ");
  shown_store_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawings/paths", test_paths);
  g_test_add_func ("/drawings/fit", test_fit);
  g_test_add_func ("/drawings/known", test_known);
  g_test_add_func ("/drawings/lines", test_lines);
  g_test_add_func ("/drawings/gradients-and-groups", test_gradients_and_groups);
  return g_test_run ();
}
