/* SPDX-License-Identifier: MIT */
#include "editor/mention.h"

#include <string.h>

static void
test_figures (void)
{
  static const struct {
    const char *text;
    gint64 thousandths;
    gsize length; /* 0: no number */
  } rows[] = {
    { "120 hộ", 120000, 3 },    { "1.250.000 đồng", 1250000000, 9 },
    { "68,4 triệu", 68400, 4 }, { "12.5", 12000, 2 },
    { "0,125", 125, 5 },        { "hộ", 0, 0 },
    { "3.000.", 3000000, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 value = 0;
    const char *behind = rows[i].text;
    gboolean is_number =
      figure_read (rows[i].text, rows[i].text + strlen (rows[i].text), &value, &behind);
    g_assert_cmpint (is_number, ==, rows[i].length > 0);
    g_assert_cmpuint ((gsize) (behind - rows[i].text), ==, rows[i].length);
    g_assert_cmpint (value, ==, rows[i].thousandths);
  }
}

static void
test_written (void)
{
  static const struct {
    gint64 thousandths;
    const char *text;
  } rows[] = {
    { 0, "0" },
    { 999000, "999" },
    { 1250000000, "1.250.000" },
    { 68400, "68,4" },
    { 1000125, "1.000,125" },
    { 50, "0,05" },
    { 12000000, "12.000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = figure_write (rows[i].thousandths);
    const char *behind;
    gint64 value;
    g_assert_cmpstr (text, ==, rows[i].text);
    g_assert_true (figure_read (text, text + strlen (text), &value, &behind));
    g_assert_cmpint (value, ==, rows[i].thousandths);
  }
}

/* Those of plain text, which are found once; its words are not looked at. Caller unrefs. */
static GArray *
days_of (const char *text)
{
  static const guint8 marks[256];
  GArray *found[N_FOUND] = { NULL };
  const Passage passage = { .text = text, .length = strlen (text), .marks = marks, .found = found };

  g_assert_true (mentions_of_days (&passage) == mentions_of_days (&passage));
  return found[FOUND_DAYS];
}

static void
test_days (void)
{
  static const struct {
    const char *text;
    guint start, length, day, month, year;
  } rows[] = {
    { "Họp ngày 5/1/2026.", 6, 14, 5, 1, 2026 },
    { "ngày 05 tháng 01 năm 2026", 0, 28, 5, 1, 2026 },
    { "từ 20/11 đến", 5, 5, 20, 11, 0 },
    { "hết tháng 13/2026", 6, 14, 0, 13, 2026 },
    { "5-1-2026", 0, 8, 5, 1, 2026 },
  };
  static const char *const none[] = { "số 31/4", "1/2 số hộ", "10/9/24", "59/2022/NĐ-CP", "3.5.1" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) days = days_of (rows[i].text);
    g_assert_cmpuint (days->len, ==, 1);
    const DayMention *day = &g_array_index (days, DayMention, 0);
    g_assert_cmpuint (day->start, ==, rows[i].start);
    g_assert_cmpuint (day->length, ==, rows[i].length);
    g_assert_cmpuint (day->day, ==, rows[i].day);
    g_assert_cmpuint (day->month, ==, rows[i].month);
    g_assert_cmpuint (day->year, ==, rows[i].year);
  }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++) {
    g_autoptr (GArray) days = days_of (none[i]);
    if (days->len > 0)
      g_error ("“%s” is no day", none[i]);
  }
}

static void
test_weekdays (void)
{
  g_assert_cmpuint (date_weekday ((Date){ 2026, 12, 1 }), ==, 1);
  g_assert_cmpuint (date_weekday ((Date){ 2026, 11, 29 }), ==, 6);
}

/* What is looked for in the last bytes begins with a whole letter. */
static void
test_before (void)
{
  static const char text[] = "Số THẺ: 12";
  static const char *const small[] = { "stk", "thẻ", NULL }, *const large[] = { "THẺ", NULL };
  guint at = (guint) strlen (text) - 2;
  g_autofree char *all = small_before (text, at, at + 1), *cut = small_before (text, at, 4);

  g_assert_cmpstr (all, ==, "số thẻ: ");
  g_assert_cmpstr (cut, ==, ": ");
  g_assert_true (any_before (text, at, 8, large) && any_small_before (text, at, 8, small));
  g_assert_false (any_before (text, at, 8, small) || any_small_before (text, at, 4, small));
  g_assert_false (any_before (text, 4, 4, large));
}

/* What no clock shows is passed over. */
static void
test_clocks (void)
{
  static const char text[] = "Từ 7h, không phải 25:00, đến 17 giờ 30.";
  const Passage passage = { .text = text, .length = strlen (text) };
  Clock clock;

  g_assert_true (clock_find (&passage, 0, &clock));
  g_assert_cmpuint (clock.minutes, ==, 7 * 60);
  g_assert_true (clock_find (&passage, clock.start + clock.length, &clock));
  g_assert_cmpuint (clock.minutes, ==, 17 * 60 + 30);
  g_assert_cmpuint (clock.length, ==, strlen ("17 giờ 30"));
  g_assert_false (clock_at (&passage, clock.start + 1, &clock));
  g_assert_false (clock_find (&passage, clock.start + clock.length, &clock));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/mention/figures", test_figures);
  g_test_add_func ("/editor/mention/written", test_written);
  g_test_add_func ("/editor/mention/days", test_days);
  g_test_add_func ("/editor/mention/weekdays", test_weekdays);
  g_test_add_func ("/editor/mention/before", test_before);
  g_test_add_func ("/editor/mention/clocks", test_clocks);
  return g_test_run ();
}
