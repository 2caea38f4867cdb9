/* SPDX-License-Identifier: MIT */
#include "print/place/drawing_text.h"

#include "print/style/computing.h"

#include "../../support.h"

/* Of a drawing with this text: where its runs start, and how much larger they are shaped. */
typedef struct {
  double x[4], y[4], scale[4];
  guint n;
  gunichar missing;
} Shaped;

static Shaped
shaped (const char *inside)
{
  g_autofree char *svg = g_strconcat ("<svg viewBox='0 0 300 100'>", inside, "</svg>", NULL);
  const Source source = { "a.svg", svg, strlen (svg) };
  g_autoptr (Report) report = report_new ();
  g_autoptr (PathStore) paths = path_store_new ();
  g_autoptr (Drawing) drawing = drawing_read (&source, paths, report);
  g_autoptr (FontBank) bank = font_bank_new ();
  Paragraphs *paragraphs = paragraphs_new (bank);
  Style root = *style_initial ();
  Shaped result = { .n = 0 };

  root.families = "Liberation Serif";
  result.missing = drawing_shape (drawing, &root, bank, paragraphs, NULL);
  for (guint i = 0; drawing->runs && i < MIN (drawing->runs->len, 4); i++) {
    const DrawnRun *run = &g_array_index (drawing->runs, DrawnRun, i);
    result.x[i] = run->x;
    result.y[i] = run->y;
    result.scale[i] = run->scale;
    result.n++;
  }
  paragraphs_free (paragraphs);
  return result;
}

/* Ten figures of half an em are 50 wide. */
#define TEN "<text font-size='10' "
static void
test_anchors (void)
{
  Shaped start = shaped (TEN "x='100' y='20'>0123456789</text>");
  Shaped middle = shaped (TEN "x='100' y='20' text-anchor='middle'>0123456789</text>");
  Shaped end = shaped (TEN "x='100' y='20' text-anchor='end'>01234<tspan>56789</tspan></text>");

  g_assert_cmpfloat_with_epsilon (start.x[0], 100, 1e-3);
  g_assert_cmpfloat_with_epsilon (start.y[0], 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (middle.x[0], 75, 1e-3);
  g_assert_cmpuint (end.n, ==, 2);
  g_assert_cmpfloat_with_epsilon (end.x[0], 50, 1e-3);
  g_assert_cmpfloat_with_epsilon (end.x[1], 75, 1e-3);
}

/* What goes on behind a text, with the space between; what is shifted. */
static void
test_spans (void)
{
  Shaped shape = shaped (TEN "x='0' y='20'>0 <tspan dy='5' dx='1'>1</tspan>2</text>");
  Shaped small = shaped ("<text font-size='1' x='0' y='2'>0<tspan>1</tspan></text>");

  g_assert_cmpuint (shape.n, ==, 3);
  g_assert_cmpfloat_with_epsilon (shape.x[1], 8.5, 1e-3);
  g_assert_cmpfloat_with_epsilon (shape.y[1], 25, 1e-9);
  g_assert_cmpfloat_with_epsilon (shape.x[2], 13.5, 1e-3);
  g_assert_cmpfloat_with_epsilon (shape.y[2], 25, 1e-9);
  g_assert_cmpfloat (small.scale[0], ==, 100);
  g_assert_cmpfloat_with_epsilon (small.x[1], 0.5, 1e-3);
}

static void
test_nothing (void)
{
  g_assert_cmpuint (shaped ("<path d='M0 0h1'/>").n, ==, 0);
  g_assert_cmpuint (shaped ("<text> </text>").n, ==, 0);
  g_assert_cmpuint (shaped ("<text>\xf3\xbf\xbf\xb0</text>").missing, ==, 0xffff0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-text/anchors", test_anchors);
  g_test_add_func ("/drawing-text/spans", test_spans);
  g_test_add_func ("/drawing-text/nothing", test_nothing);
  return g_test_run ();
}
