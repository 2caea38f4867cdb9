/* SPDX-License-Identifier: MIT */
#include "write/progress.h"

#include "../support.h"

static void
test_line (void)
{
  static const struct {
    guint done, total, width;
    const char *line;
  } rows[] = {
    { 0, 4, 40, "Trang [...........................] 0/4" },
    { 2, 4, 24, "Trang [######......] 2/4" },
    { 4, 4, 24, "Trang [############] 4/4" },
    { 9, 4, 24, "Trang [############] 4/4" },
    { 1, 4, 20, "Trang 1/4" },
    { 1, 4, 9, "Trang 1/4" },
    { 1, 4, 8, "25%" },
    { 1, 4, 3, "" },
    { 0, 0, 8, "100%" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *line = progress_line ("Trang", rows[i].done, rows[i].total, rows[i].width);
    g_test_message ("%u", i);
    if (i > 0)
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
    progress_step (progress);
    progress_free (progress);
    progress_step (NULL);
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
