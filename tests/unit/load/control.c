/* SPDX-License-Identifier: MIT */
#include "load/control.h"

#include "../support.h"

static void
test_replace (void)
{
  static const struct {
    const char *text, *cleaned, *faults;
  } rows[] = {
    { "a\tb\nc\u00A0\u00E1", NULL, "" },
    { "a\x0b"
      "b",
      "a b",
      "a.md:1:2: warning: an invisible control character stands here, and is taken as a space\n" },
    { "a\n\x0c\x01"
      "b\x7f\nc\xC2\x85"
      "d",
      "a\n  b \nc  d",
      "a.md:2:1: warning: an invisible control character stands here, and is taken as a space\n"
      "a.md:3:2: warning: an invisible control character stands here, and is taken as a space\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].text, -1);
    g_autoptr (Source) cleaned = control_replace (source, 0, report);
    g_autofree char *faults = report_faults (report);
    g_assert_cmpstr (cleaned ? cleaned->text : NULL, ==, rows[i].cleaned);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

static void
test_offset (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", "a\x0b\nb", -1);
  g_assert_null (control_replace (source, 2, report));
  g_assert_cmpuint (report_n_warnings (report), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/control/replace", test_replace);
  g_test_add_func ("/control/offset", test_offset);
  return g_test_run ();
}
