/* SPDX-License-Identifier: MIT */
#include "text/fill.h"

static void
test_gaps (void)
{
  static const struct {
    const char *pattern, *filled;
  } rows[] = {
    { "", "" },
    { "không có gì", "không có gì" },
    { "Bài {number}", "Bài 2" },
    { "{name}: {number}, {name}", "{x}: 2, {x}" },
    { "{nam} {names} {}", "{nam} {names} {}" },
    { "{none}|", "|" },
    { "mở { thôi", "mở { thôi" },
    { "{{number}}", "{2}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *filled =
      text_fill (rows[i].pattern, "number", "2", "name", "{x}", "none", NULL, NULL);
    g_assert_cmpstr (filled, ==, rows[i].filled);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fill/gaps", test_gaps);
  return g_test_run ();
}
