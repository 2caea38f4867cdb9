/* SPDX-License-Identifier: MIT */
#include "check/json.h"

#include <string.h>

static void
test_rows (void)
{
  static const struct {
    const char *text;
    int fault; /* -1: it is good */
  } rows[] = {
    { "{}", -1 },
    { " [ ] \n", -1 },
    { "{\"@context\": \"https://schema.org\", \"a\": [1, -0.5e+3, true, false, null, {}]}", -1 },
    { "\"Cổng dịch vụ \\u003c \\\" \\n\"", -1 },
    { "0", -1 },
    { "", 0 },
    { "{", 1 },
    { "{a: 1}", 1 },
    { "{'a': 1}", 1 },
    { "{\"a\" 1}", 5 },
    { "{\"a\": }", 6 },
    { "{\"a\": 1,}", 8 },
    { "[1, 2", 5 },
    { "[1 2]", 3 },
    { "{} {}", 3 },
    { "01", 1 },
    { "1.", 2 },
    { "+1", 0 },
    { "NaN", 0 },
    { "\"a\nb\"", 2 },
    { "\"\\x\"", 2 },
    { "\"\\u12g4\"", 5 },
    { "\"a", 2 },
    { "tru", 0 },
    { "[1] // a", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize fault;
    gboolean is_good = json_check (rows[i].text, strlen (rows[i].text), &fault);
    if (is_good != (rows[i].fault < 0) || (!is_good && fault != (gsize) rows[i].fault))
      g_error ("%s: %d, at %" G_GSIZE_FORMAT, rows[i].text, is_good, fault);
  }
}

/* Nobody nests so deep, and the stack has an end. */
static void
test_depth (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  gsize fault;

  g_assert_false (json_check (deep, strlen (deep), &fault));
  g_assert_cmpuint (fault, <, 1000);
}

/* A NUL ends nothing and is nothing. */
static void
test_nul (void)
{
  gsize fault;

  g_assert_false (json_check ("[1,\0]", 5, &fault));
  g_assert_cmpuint (fault, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/rows", test_rows);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/nul", test_nul);
  return g_test_run ();
}
