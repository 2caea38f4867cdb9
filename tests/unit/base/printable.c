/* SPDX-License-Identifier: MIT */
#include "base/printable.h"

static void
test_copy (void)
{
  static const struct {
    const char *text, *line, *lines;
  } rows[] = {
    { "ban-tin/một.html", "ban-tin/một.html", "ban-tin/một.html" },
    { "a\nb", "a b", "a\nb" },
    { "\x1b[31m\x07\x7f\xC2\x9B", " [31m   ", " [31m   " },
    { "a\u202Eb\u2066c\u2028d", "a b c d", "a b c d" },
    { "\xff", "\uFFFD", "\uFFFD" },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *line = printable_copy (rows[i].text, PRINTABLE_LINE);
    g_autofree char *lines = printable_copy (rows[i].text, PRINTABLE_LINES);
    g_assert_cmpstr (line, ==, rows[i].line);
    g_assert_cmpstr (lines, ==, rows[i].lines);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printable/copy", test_copy);
  return g_test_run ();
}
