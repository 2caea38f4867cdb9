/* SPDX-License-Identifier: MIT */
#include "print/read/number.h"

#include "../../support.h"

#include <locale.h>
#include <math.h>

static void
test_numbers (void)
{
  static const struct {
    const char *text;
    double value;
    const char *rest;
  } rows[] = {
    { "0", 0, "" },
    { "12", 12, "" },
    { "-12", -12, "" },
    { "+3", 3, "" },
    { ".5", .5, "" },
    { "-.5", -.5, "" },
    { "1.25mm", 1.25, "mm" },
    { "1.5.5", 1.5, ".5" },
    { "5.", 5, "." },
    { "1e3", 1000, "" },
    { "1E-2", .01, "" },
    { "2em", 2, "em" },
    { "2e", 2, "e" },
    { "2e+x", 2, "e+x" },
    { "1e+2", 100, "" },
    { "3-4", 3, "-4" },
    { "000012", 12, "" },
    { "-0", 0, "" },
    { "0.1", 0.1, "" },
    { "123456789.125", 123456789.125, "" },
    { "1e-400", 0, "" },
    { "1e400", NUMBER_MOST, "" },
    { "-1e400", -NUMBER_MOST, "" },
    { "1e999999999999", NUMBER_MOST, "" },
    { "0e999999999999", 0, "" },
    { "1e-999999999999", 0, "" },
    { "99999999999999999999999999999999999999999999", NUMBER_MOST, "" },
    { "0.00000000000000000000000000000000001e35", 1, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *p = rows[i].text;
    double value = NAN;
    g_test_message ("%s", rows[i].text);
    g_assert_true (number_read (&p, p + strlen (p), &value));
    g_assert_cmpfloat_with_epsilon (value, rows[i].value, fabs (rows[i].value) * 1e-15 + 1e-300);
    g_assert_cmpstr (p, ==, rows[i].rest);
    g_assert_false (signbit (value) && value == 0);
  }
}

static void
test_no_numbers (void)
{
  static const char *const texts[] = { "", "-", "+", ".", "-.", "e3", "NaN", "inf", "--1", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    const char *p = texts[i];
    double value;
    g_assert_false (number_read (&p, p + strlen (p), &value));
    g_assert_true (p == texts[i]);
  }
}

/* Nothing is read past the end, whatever stands there. */
static void
test_end (void)
{
  static const char text[] = "12345";
  const char *p = text;
  double value;

  g_assert_true (number_read (&p, text + 2, &value));
  g_assert_cmpfloat (value, ==, 12);
  g_assert_true (p == text + 2);
}

/* The nearest double, as the C library finds it, for numbers as people write them. */
static void
test_exact (void)
{
  for (guint i = 0; i < 20000; i++) {
    g_autofree char *text = g_strdup_printf ("%u.%03u", i * 7919 % 100003, i * 31 % 1000);
    const char *p = text;
    double value;
    g_assert_true (number_read (&p, p + strlen (p), &value));
    g_assert_cmpfloat (value, ==, g_ascii_strtod (text, NULL));
  }
}

/* A megabyte of digits is one number. */
static void
test_long (void)
{
  g_autofree char *digits = g_strnfill (1000000, '7');
  g_autofree char *small = g_strconcat ("0.", digits, NULL);
  const char *p = digits, *q = small;
  double value;

  g_assert_true (number_read (&p, p + strlen (p), &value));
  g_assert_cmpfloat (value, ==, NUMBER_MOST);
  g_assert_true (number_read (&q, q + strlen (q), &value));
  g_assert_cmpfloat_with_epsilon (value, 7.0 / 9, 1e-15);
  g_assert_cmpstr (q, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/numbers", test_numbers);
  g_test_add_func ("/number/no-numbers", test_no_numbers);
  g_test_add_func ("/number/end", test_end);
  g_test_add_func ("/number/exact", test_exact);
  g_test_add_func ("/number/long", test_long);
  return g_test_run ();
}
