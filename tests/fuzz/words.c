/* SPDX-License-Identifier: MIT */
/* The short forms of front matter: dates, moments, symbols. What was read is written in a way that
 * reads the same. */
#include "fuzz.h"

#include "base/date.h"
#include "model/symbol.h"

static void
check_date (const char *text)
{
  Date date, again;
  Moment moment;

  if (date_parse (text, &date) == DATE_GOOD) {
    g_autofree char *short_form = date_short (date);
    g_assert_cmpint (date_parse (short_form, &again), ==, DATE_GOOD);
    g_assert_cmpint (date_compare (date, again), ==, 0);
    g_assert_cmpint (date_compare (date, date_of_moment (moment_of_date (date))), ==, 0);
  }
  if (moment_parse (text, &moment) == DATE_GOOD)
    g_free (moment_iso (moment));
}

static void
check_symbol (const char *text)
{
  g_autofree char *number = NULL;
  g_autofree char *symbol = NULL;

  if (!symbol_split (text, &number, &symbol))
    return;
  g_assert_true (symbol_is_number (number));
  g_assert_true (symbol_is_symbol (symbol));
  g_autofree char *joined = symbol_join (number, symbol, FALSE);
  g_autofree char *number_again = NULL;
  g_autofree char *symbol_again = NULL;
  g_assert_true (symbol_split (joined, &number_again, &symbol_again));
  g_assert_cmpstr (symbol, ==, symbol_again);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);

  if (source == NULL)
    return 0;
  check_date (source->text);
  check_symbol (source->text);
  return 0;
}
