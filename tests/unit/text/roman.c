/* SPDX-License-Identifier: MIT */
#include "text/roman.h"

#include <string.h>

static void
test_values (void)
{
  static const struct {
    const char *written;
    guint value;
  } rows[] = { { "I", 1 },
               { "IV", 4 },
               { "IX", 9 },
               { "XIII", 13 },
               { "XXI", 21 },
               { "XL", 40 },
               { "MCMXCIX", 1999 },
               { "iv", 4 },
               { "IIII", 0 },
               { "VV", 0 },
               { "IC", 0 },
               { "iV", 0 },
               { "", 0 },
               { "XIXI", 0 },
               { "MMMDCCCLXXXVIII", 3888 },
               { "CDXLIV", 444 },
               { "xcix", 99 },
               { "DCLXVI", 666 },
               { "MDCCCLXXXVIII ", 0 },
               { "MMMDCCCLXXXVIIII", 0 },
               { "A", 0 },
               { "MMMM", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (roman_value (rows[i].written, strlen (rows[i].written)), ==, rows[i].value);
}

static void
test_written (void)
{
  for (guint value = 0; value < 4000; value++) {
    g_autofree char *numeral = roman_write (value);
    g_assert_cmpuint (roman_value (numeral, strlen (numeral)), ==, value);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/roman/values", test_values);
  g_test_add_func ("/roman/written", test_written);
  return g_test_run ();
}
