/* SPDX-License-Identifier: MIT */
#include "speech/numeral.h"

#include "saying_support.h"

static void
test_read (void)
{
  static const struct {
    const char *text, *digits, *fraction; /* digits NULL: no number */
    int end;
    gboolean is_grouped, is_sloppy;
  } rows[] = {
    { "5", "5", "", 1, FALSE, FALSE },
    { "1.234.567", "1234567", "", 5, TRUE, FALSE },
    { "1.234,5", "1234", "5", 5, TRUE, FALSE },
    { "3,250,000", "3250000", "", 5, TRUE, FALSE },
    { "1,234.56", "1234", "56", 5, TRUE, FALSE },
    { "245,318", "245", "318", 3, FALSE, FALSE },
    { "10,000", "10000", "", 3, TRUE, FALSE },
    { "12,345 đồng", "12345", "", 3, TRUE, FALSE },
    { "70 000", "70000", "", 2, TRUE, FALSE },
    { "5 120 4567", "5", "", 1, FALSE, FALSE },
    { "2.5", "2", "5", 3, FALSE, TRUE },
    { "1.2.3", "1", "", 1, FALSE, FALSE },
    { "1,2,3", "1", "", 1, FALSE, FALSE },
    { "0.123", "0", "123", 3, FALSE, TRUE },
    { "x", NULL, NULL, 1, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Line) line = line_new (rows[i].text);
    Numeral numeral;
    gboolean is_number = numeral_read (&line->saying, 0, &numeral);
    g_assert_cmpint (is_number, ==, rows[i].digits != NULL);
    if (!is_number)
      continue;
    g_autofree char *fraction =
      g_strndup (numeral.fraction ? numeral.fraction : "", numeral.n_fraction);
    numeral.digits[numeral.n_digits] = '\0';
    g_assert_cmpstr (numeral.digits, ==, rows[i].digits);
    g_assert_cmpstr (fraction, ==, rows[i].fraction);
    g_assert_cmpint (numeral.end, ==, rows[i].end);
    g_assert_cmpint (numeral.is_grouped, ==, rows[i].is_grouped);
    g_assert_cmpint (numeral.is_sloppy, ==, rows[i].is_sloppy);
  }
}

static void
test_say (void)
{
  g_autoptr (Line) line = line_new ("06");
  Numeral numeral;

  g_assert_true (numeral_read (&line->saying, 0, &numeral));
  g_assert_cmpint (numeral_value (&numeral), ==, 6);
  numeral_say (&line->saying, &numeral, TRUE);
  numeral_say (&line->saying, &numeral, FALSE);
  g_assert_cmpstr (line->saying.out->str, ==, "không sáu sáu");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/numeral/read", test_read);
  g_test_add_func ("/speech/numeral/say", test_say);
  return g_test_run ();
}
