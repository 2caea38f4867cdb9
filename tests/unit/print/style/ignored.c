/* SPDX-License-Identifier: MIT */
#include "print/style/ignored.h"

#include "../../support.h"

static void
test_verdicts (void)
{
  enum { FINE, WARNING, ERROR, UNKNOWN };
  static const struct {
    const char *name, *value;
    int verdict;
  } rows[] = {
    { "print-color-adjust", "exact", FINE },
    { "print-color-adjust", "economy", WARNING },
    { "-webkit-print-color-adjust", "exact", FINE },
    { "-webkit-line-clamp", "3", WARNING },
    { "cursor", "pointer", WARNING },
    { "transition", "none", WARNING },
    { "transition-delay", "1s", WARNING },
    { "box-shadow", "0 0 1px red", ERROR },
    { "text-wrap", "balance", ERROR },
    { "text-wrap", "pretty", FINE },
    { "box-shadow", "none", FINE },
    { "overflow-x", "hidden", ERROR },
    { "overflow-x", "visible", FINE },
    { "text-rendering", "optimizelegibility", FINE },
    { "--ink", "#000", ERROR },
    { "float", "left", ERROR },
    { "float", "none", FINE },
    { "opacity", "1", FINE },
    { "opacity", ".5", ERROR },
    { "opacity", "10", ERROR },
    { "grid-template-columns", "1fr", ERROR },
    { "hyphens", "manual", FINE },
    { "hyphens", "auto", ERROR },
    { "transform-origin", "50% 50%", FINE },
    { "colour", "red", UNKNOWN },
    { "floa", "left", UNKNOWN },
    { "", "", UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Ignored *ignored = ignored_find (rows[i].name);
    int verdict = ignored == NULL                            ? UNKNOWN
                  : ignored_is_fine (ignored, rows[i].value) ? FINE
                  : ignored->advice                          ? ERROR
                                                             : WARNING;
    g_test_message ("%s: %s", rows[i].name, rows[i].value);
    g_assert_cmpint (verdict, ==, rows[i].verdict);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ignored/verdicts", test_verdicts);
  return g_test_run ();
}
