/* SPDX-License-Identifier: MIT */
#include "base/parallel.h"

#include "../support.h"

static void
count_piece (guint index, gpointer data, Report *report)
{
  Source source = { "a.md", "", 0 };

  g_atomic_int_inc (&((int *) data)[index]);
  if (index % 10 == 3)
    report_error (report, &source, (Place){ 0, 0 }, NULL, "piece %05u", index);
}

/* Each piece is done once, and the report is the same, on any number of threads. */
static void
test_all (void)
{
  static const guint threads[] = { 0, 1, 2, 7, 64 };
  static const guint pieces[] = { 0, 1, 5, 1000 };

  for (guint p = 0; p < G_N_ELEMENTS (pieces); p++) {
    g_autofree char *wanted = NULL;
    for (guint t = 0; t < G_N_ELEMENTS (threads); t++) {
      g_autofree int *counts = g_new0 (int, pieces[p] + 1);
      g_autoptr (Report) report = report_new ();
      parallel_for (pieces[p], threads[t], count_piece, counts, report);
      for (guint i = 0; i < pieces[p]; i++)
        g_assert_cmpint (counts[i], ==, 1);
      g_assert_cmpint (counts[pieces[p]], ==, 0);
      g_autofree char *text = report_text (report);
      if (wanted == NULL)
        wanted = g_strdup (text);
      g_assert_cmpstr (text, ==, wanted);
      g_assert_cmpuint (report_n_errors (report), ==, (pieces[p] + 6) / 10);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/all", test_all);
  return g_test_run ();
}
