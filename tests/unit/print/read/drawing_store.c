/* SPDX-License-Identifier: MIT */
#include "print/read/drawing_store.h"

#include "../../support.h"

static Drawing *
read_text (DrawingStore *store, PathStore *paths, const char *text, Report *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  return drawing_store_read (store, "a.svg", bytes, paths, report);
}

/* Read once; what was wrong with it is said of each page. */
static void
test_kept (void)
{
  static const char text[] = "<svg width='20mm'><path d='M0 0h1'/><path d='M0 0h1 x'/></svg>";
  g_autoptr (PathStore) paths = path_store_new ();
  g_autoptr (DrawingStore) store = drawing_store_new ();
  g_autoptr (Report) first_report = report_new (), second_report = report_new ();
  g_autoptr (Drawing) first = read_text (store, paths, text, first_report);
  g_autoptr (Drawing) second = read_text (store, paths, text, second_report);

  g_assert_true (first->paths == second->paths);
  g_assert_true (first != second);
  g_assert_cmpfloat_with_epsilon (first->natural_width, 20 / 25.4 * 96, 1e-9);
  g_assert_cmpuint (report_n_warnings (first_report), ==, 1);
  g_assert_cmpuint (report_n_warnings (second_report), ==, 1);
}

static void
test_faults (void)
{
  static const char *const texts[] = { "<html/>", "<svg>", "<svg>\xff</svg>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (PathStore) paths = path_store_new ();
    g_autoptr (DrawingStore) store = drawing_store_new ();
    for (guint times = 0; times < 2; times++) {
      g_autoptr (Report) report = report_new ();
      g_assert_null (read_text (store, paths, texts[i], report));
      g_assert_cmpuint (report_n_errors (report), ==, 1);
    }
  }
}

/* Paths are written to a thousandth: a file of few units has many. It is as large as before. */
static void
test_few_units (void)
{
  g_autoptr (PathStore) paths = path_store_new ();
  g_autoptr (DrawingStore) store = drawing_store_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (Drawing) drawing =
    read_text (store, paths, "<svg viewBox='0 1 4 2'><path d='M1 1h1'/></svg>", report);
  const DrawPath *path = drawing->paths->pdata[0];

  g_assert_cmpfloat (drawing->min_y, ==, 250);
  g_assert_cmpfloat (drawing->width, ==, 1000);
  g_assert_cmpfloat (drawing->natural_width, ==, 4);
  g_assert_cmpfloat (g_array_index (path->steps, DrawStep, 1).points[0].x, ==, 500);
}

static void
test_kinds (void)
{
  static const struct {
    const char *text;
    gboolean is_svg;
  } rows[] = { { "<svg/>", TRUE },
               { "\xef\xbb\xbf\n <?xml?>", TRUE },
               { "\x89PNG", FALSE },
               { "", FALSE },
               { "text", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
    g_assert_true (drawing_is_svg (bytes) == rows[i].is_svg);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-store/kept", test_kept);
  g_test_add_func ("/drawing-store/faults", test_faults);
  g_test_add_func ("/drawing-store/few-units", test_few_units);
  g_test_add_func ("/drawing-store/kinds", test_kinds);
  return g_test_run ();
}
