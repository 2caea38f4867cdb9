/* SPDX-License-Identifier: MIT */
#include "write/progress.h"

#include "../support.h"

static void
test_line (void)
{
  static const struct {
    guint done, total, seconds_left;
    const char *what;
    guint width;
    const char *line;
  } rows[] = {
    { 0, 4, 0, NULL, 40, "Trang [....................] 0/4" },
    { 2, 4, 0, NULL, 24, "Trang [######......] 2/4" },
    { 4, 4, 0, NULL, 24, "Trang [############] 4/4" },
    { 9, 4, 0, NULL, 24, "Trang [############] 4/4" },
    { 1, 4, 0, NULL, 20, "Trang 1/4" },
    { 1, 4, 0, NULL, 9, "Trang 1/4" },
    { 1, 4, 0, NULL, 8, "25%" },
    { 1, 4, 0, NULL, 3, "" },
    { 0, 0, 0, NULL, 8, "100%" },
    { 1, 4, 65, NULL, 60, "Trang [#####...............] 1/4, 1:05 left" },
    { 1, 4, 65, NULL, 33, "Trang [##........] 1/4, 1:05 left" },
    { 1, 4, 65, NULL, 30, "Trang 1/4, 1:05 left" },
    { 1, 4, 65, NULL, 19, "Trang 1/4" },
    { 1, 4, 5, "a/tờ-rơi.pdf", 80, "Trang [#####...............] 1/4, 0:05 left a/tờ-rơi.pdf" },
    { 1, 4, 5, "a/tờ-rơi.pdf", 56, "Trang [#####...............] 1/4, 0:05 left a/tờ-rơi.pdf" },
    { 1, 4, 5, "xã/a/tờ-rơi.pdf", 56, "Trang [#####...............] 1/4, 0:05 left …/tờ-rơi.pdf" },
    { 1, 4, 5, "xã/a/tờ-rơi.pdf", 55, "Trang [#####...............] 1/4, 0:05 left" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const ProgressState state = { "Trang", rows[i].done, rows[i].total, rows[i].seconds_left,
                                  rows[i].what };
    g_autofree char *line = progress_line (&state, rows[i].width);
    g_test_message ("%u", i);
    g_assert_cmpstr (line, ==, rows[i].line);
    g_assert_cmpint (g_utf8_strlen (line, -1), <=, (glong) rows[i].width);
  }
}

/* Where nobody looks, nothing is printed. */
static void
test_silent (void)
{
  if (g_test_subprocess ()) {
    Progress *progress = progress_new ("x", 1);
    progress_step (progress, "x");
    progress_free (progress);
    progress_step (NULL, NULL);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/progress/line", test_line);
  g_test_add_func ("/write/progress/silent", test_silent);
  return g_test_run ();
}
