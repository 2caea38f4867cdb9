/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include "../support.h"

static void
test_parse (void)
{
  static const struct {
    const char *text;
    DateStatus status;
    Date date;
  } rows[] = {
    { "2026-03-05", DATE_GOOD, { 2026, 3, 5 } },
    { "5/3/2026", DATE_GOOD, { 2026, 3, 5 } },
    { "05/03/2026", DATE_GOOD, { 2026, 3, 5 } },
    { "05-03-2026", DATE_GOOD, { 2026, 3, 5 } },
    { "5.3.2026", DATE_GOOD, { 2026, 3, 5 } },
    { "31/12/2999", DATE_GOOD, { 2999, 12, 31 } },
    { "1/1/1900", DATE_GOOD, { 1900, 1, 1 } },
    { "29/2/2024", DATE_GOOD, { 2024, 2, 29 } },
    { "29/2/2000", DATE_GOOD, { 2000, 2, 29 } },
    { "29/2/2026", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "29/2/2100", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "31/4/2026", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "2026-04-31", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "4/31/2026", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "0/3/2026", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "5/0/2026", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "5/13/2026", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "5/3/1899", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "0000-01-01", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5/3", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5/3/26", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5/3-2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "2026/03/05", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "2026.03.05", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5/3/20266", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "005/3/2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5/003/2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "2026-003-05", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "2026-03-005", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5/3/202", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5//2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5/3/", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5:3:2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "32/1/2026", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "1/1/3000", DATE_IMPOSSIBLE, { 0, 0, 0 } },
    { "5/3/2026 ", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { " 5/3/2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5/3/2026 05:30", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "-5/3/2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "5 tháng 3 năm 2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "năm/ba/2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
    { "99999999999/3/2026", DATE_NOT_A_DATE, { 0, 0, 0 } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Date date = { 1, 2, 3 };
    g_test_message ("“%s”", rows[i].text);
    g_assert_cmpint (date_parse (rows[i].text, &date), ==, rows[i].status);
    Date wanted = rows[i].status == DATE_GOOD ? rows[i].date : (Date){ 1, 2, 3 };
    g_assert_cmpint (date_compare (date, wanted), ==, 0);
  }
}

/* Every day that may be written is the day after the one before it, and is read back as itself. */
static void
test_every_day (void)
{
  Moment last = moment_of_date ((Date){ 1899, 12, 31 });
  guint n = 0;

  for (int year = 1900; year <= 2999; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= 31; day++) {
        Date date = { year, month, day };
        if (!date_exists (year, month, day))
          continue;
        Moment moment = moment_of_date (date);
        g_assert_cmpint (moment, ==, last + 86400);
        g_assert_cmpint (date_compare (date_of_moment (moment), date), ==, 0);
        g_assert_cmpint (date_compare (date_of_moment (moment + 86399), date), ==, 0);
        g_assert_cmpint (date_compare (date_of_moment (moment - 1), date), <, 0);
        last = moment;
        n++;
      }
  g_assert_cmpuint (n, ==, 401767); /* 1100 years */
}

/* Vietnam is seven hours before Greenwich, whatever the clock of this machine says. */
static void
test_moment (void)
{
  static const struct {
    const char *text;
    DateStatus status;
    Moment moment;
  } rows[] = {
    { "1/1/1970", DATE_GOOD, -7 * 3600 },
    { "1970-01-01 07:00", DATE_GOOD, 0 },
    { "2026-03-05", DATE_GOOD, 1772643600 },
    { "2026-03-05 05:30", DATE_GOOD, 1772643600 + 19800 },
    { "2026-03-05T05:30", DATE_GOOD, 1772643600 + 19800 },
    { "5/3/2026 5h30", DATE_GOOD, 1772643600 + 19800 },
    { "5/3/2026 5:30", DATE_GOOD, 1772643600 + 19800 },
    { "5/3/2026 17h", DATE_GOOD, 1772643600 + 17 * 3600 },
    { "5/3/2026 23:59", DATE_GOOD, 1772643600 + 86340 },
    { "5/3/2026 24:00", DATE_IMPOSSIBLE, 0 },
    { "5/3/2026 5:60", DATE_IMPOSSIBLE, 0 },
    { "31/4/2026 5:30", DATE_IMPOSSIBLE, 0 },
    { "5/3/2026 5:", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 005:30", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 123:00", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 5:030", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 5:3", DATE_NOT_A_DATE, 0 },
    { "5/3/2026_5:30", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 h30", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 5.30", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 24h", DATE_IMPOSSIBLE, 0 },
    { "5/3/2026 5h60", DATE_IMPOSSIBLE, 0 },
    { "5/3/2026 0h", DATE_GOOD, 1772643600 },
    { "5/3/2026 23h59", DATE_GOOD, 1772643600 + 86340 },
    { "5/3/2026 17:", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 5h3", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 5h300", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 530", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 ", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 05:30:09", DATE_GOOD, 1772643600 + 19809 },
    { "2026-03-05T05:30:09+07:00", DATE_GOOD, 1772643600 + 19809 },
    { "5/3/2026 05:30 +07:00", DATE_GOOD, 1772643600 + 19800 },
    { "5/3/2026 05:30:60", DATE_IMPOSSIBLE, 0 },
    { "5/3/2026 05:30:0", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 5h30:09", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 05:30+08:00", DATE_NOT_A_DATE, 0 },
    { "5/3/2026  05:30", DATE_NOT_A_DATE, 0 },
    { "5/3/2026 05:30 ", DATE_NOT_A_DATE, 0 },
    { "2026-03-05T05:30Z", DATE_NOT_A_DATE, 0 },
    { "05:30", DATE_NOT_A_DATE, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Moment moment = MOMENT_NONE;
    g_test_message ("“%s”", rows[i].text);
    g_assert_cmpint (moment_parse (rows[i].text, &moment), ==, rows[i].status);
    g_assert_cmpint (moment, ==, rows[i].status == DATE_GOOD ? rows[i].moment : MOMENT_NONE);
  }
  g_assert_cmpint (moment_after_date ((Date){ 2026, 4, 30 }), ==,
                   moment_of_date ((Date){ 2026, 5, 1 }));
}

static void
test_compare (void)
{
  static const Date rising[] = { { 0, 0, 0 },    { 1999, 12, 31 }, { 2026, 1, 2 },
                                 { 2026, 2, 1 }, { 2026, 2, 2 },   { 2027, 1, 1 } };
  for (guint i = 0; i < G_N_ELEMENTS (rising); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rising); j++)
      g_assert_cmpint (date_compare (rising[i], rising[j]), ==, (i > j) - (i < j));
  g_assert_false (date_is_set (rising[0]));
  g_assert_true (date_is_set (rising[1]));
}

/* Over the ends of months and years, both ways. */
static void
test_days (void)
{
  static const struct {
    Date from;
    int days;
    Date to;
  } rows[] = {
    { { 2026, 2, 28 }, 1, { 2026, 3, 1 } },
    { { 2028, 2, 28 }, 1, { 2028, 2, 29 } },
    { { 2026, 1, 1 }, -1, { 2025, 12, 31 } },
    { { 2026, 12, 31 }, 365, { 2027, 12, 31 } },
    { { 1970, 1, 1 }, 0, { 1970, 1, 1 } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpint (date_compare (date_plus (rows[i].from, rows[i].days), rows[i].to), ==, 0);
    g_assert_cmpint (date_difference (rows[i].from, rows[i].to), ==, rows[i].days);
  }
}

/* Decree 30/2020, annex I: days below 10 and the months 1 and 2 take a zero, other months do not.
 */
static void
test_written (void)
{
  static const struct {
    Date date;
    const char *iso, *plain, *official;
  } rows[] = {
    { { 2020, 1, 5 }, "2020-01-05", "05/01/2020", "ngày 05 tháng 01 năm 2020" },
    { { 2026, 2, 9 }, "2026-02-09", "09/02/2026", "ngày 09 tháng 02 năm 2026" },
    { { 2026, 3, 10 }, "2026-03-10", "10/03/2026", "ngày 10 tháng 3 năm 2026" },
    { { 2026, 9, 1 }, "2026-09-01", "01/09/2026", "ngày 01 tháng 9 năm 2026" },
    { { 2026, 12, 31 }, "2026-12-31", "31/12/2026", "ngày 31 tháng 12 năm 2026" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *iso = date_iso (rows[i].date);
    g_autofree char *plain = date_short (rows[i].date);
    g_autofree char *official = date_official (rows[i].date);
    g_assert_cmpstr (iso, ==, rows[i].iso);
    g_assert_cmpstr (plain, ==, rows[i].plain);
    g_assert_cmpstr (official, ==, rows[i].official);
  }
  g_autofree char *moment = moment_iso (1772643600 + 19800);
  g_assert_cmpstr (moment, ==, "2026-03-05T05:30:00+07:00");
  g_autofree char *printed = moment_official (1772643600 + 19809);
  g_assert_cmpstr (printed, ==, "05/03/2026 05:30:09 +07:00");
  g_autofree char *before_1970 = moment_iso (-8 * 3600 - 1);
  g_assert_cmpstr (before_1970, ==, "1969-12-31T22:59:59+07:00");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "America/New_York", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/moment", test_moment);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/days", test_days);
  g_test_add_func ("/date/written", test_written);
  return g_test_run ();
}
