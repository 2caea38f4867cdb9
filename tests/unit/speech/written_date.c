/* SPDX-License-Identifier: MIT */
#include "speech/written_date.h"

#include "saying_support.h"

static void
test_read (void)
{
  static const struct {
    const char *text;
    int at;
    guint day, month, year; /* all 0: no date */
    gboolean is_impossible;
  } rows[] = {
    { "05/02/2024", 0, 5, 2, 2024, FALSE }, { "5-2-2024", 0, 5, 2, 2024, FALSE },
    { "5.2.2024", 0, 5, 2, 2024, FALSE },   { "2024-02-05", 0, 5, 2, 2024, FALSE },
    { "5/2/75", 0, 5, 2, 1975, FALSE },     { "5/2/24", 0, 5, 2, 2024, FALSE },
    { "05-02-24", 0, 5, 2, 2024, FALSE },   { "12-34-56", 0, 0, 0, 0, FALSE },
    { "30/2/2024", 0, 30, 2, 2024, TRUE },  { "ngày 2-9", 1, 2, 9, 0, FALSE },
    { "ngày 1-3", 1, 0, 0, 0, FALSE },      { "tháng 5-2031", 1, 0, 5, 2031, FALSE },
    { "5/2031", 0, 0, 5, 2031, FALSE },     { "12/3/4", 0, 0, 0, 0, FALSE },
    { "1/10.000", 0, 0, 0, 0, FALSE },      { "5 / 2", 0, 0, 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Line) line = line_new (rows[i].text);
    WrittenDate date;
    gboolean is_date = written_date_read (&line->saying, rows[i].at, &date);
    g_assert_cmpint (date.is_impossible, ==, rows[i].is_impossible);
    g_assert_cmpint (is_date, ==, rows[i].month > 0 && !rows[i].is_impossible);
    if (!is_date)
      continue;
    g_assert_cmpuint (date.day, ==, rows[i].day);
    g_assert_cmpuint (date.month, ==, rows[i].month);
    g_assert_cmpuint (date.year, ==, rows[i].year);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/written_date/read", test_read);
  return g_test_run ();
}
