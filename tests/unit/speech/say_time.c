/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_times (void)
{
  static const SayRow rows[] = {
    { "7h", "bảy giờ", 0 },
    { "07h00", "bảy giờ", 0 },
    { "17:30", "mười bảy giờ ba mươi phút", 0 },
    { "17g30", "mười bảy giờ ba mươi phút", 0 },
    { "6h5", "sáu giờ năm phút", 0 },
    { "6 h 30", "sáu giờ ba mươi phút", 0 },
    { "17 giờ 30", "mười bảy giờ ba mươi phút", 0 },
    { "7h60", "bảy giờ sáu mươi", 0 },
    { "rước nước 7g, tế 9g15", "rước nước bảy giờ, tế chín giờ mười lăm phút", 0 },
    { "họp 8g T7", "họp tám giờ thứ bảy", 0 },
    { "uống 7g", "uống bảy gam", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_ranges (void)
{
  static const SayRow rows[] = {
    { "7h30-11h30", "bảy giờ ba mươi phút đến mười một giờ ba mươi phút", 0 },
    { "7-9h", "bảy đến chín giờ", 0 },
    { "7-7h30", "bảy giờ đến bảy giờ ba mươi phút", 0 },
    { "từ 19h/25 đến 7h/26", "từ mười chín giờ ngày hai mươi lăm đến bảy giờ ngày hai mươi sáu",
      0 },
  };

  SAY_ROWS (rows);
}

static void
test_seconds (void)
{
  static const SayRow rows[] = {
    { "10:30:15", "mười giờ ba mươi phút mười lăm giây", 0 },
    { "1h30m20s", "một giờ ba mươi phút hai mươi giây", 0 },
    { "5'30''", "năm phút ba mươi giây", 0 },
    { "30''", "ba mươi giây", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_parts_of_the_day (void)
{
  static const SayRow rows[] = {
    { "3:00 PM", "ba giờ chiều", 0 },  { "12 PM", "mười hai giờ trưa", 0 },
    { "9 a.m.", "chín giờ sáng.", 0 }, { "9:30 AM", "chín giờ ba mươi phút sáng", 0 },
    { "5 PM", "năm giờ chiều", 0 },    { "6 PM", "sáu giờ tối", 0 },
  };

  SAY_ROWS (rows);
}

/* Grams, ratios, lengths of time. */
static void
test_no_times (void)
{
  static const SayRow rows[] = {
    { "5g", "năm gam", 0 },
    { "tỷ lệ 2:10", "tỷ lệ hai trên mười", 0 },
    { "48h", "bốn mươi tám giờ", 0 },
    { "từ 19h/24 đến 3h/25/11",
      "từ mười chín giờ ngày hai mươi tư đến ba giờ ngày hai mươi lăm tháng mười một", 0 },
    { "muối 7g-11g", "muối bảy gam đến mười một gam", 0 },
    { "T2, T4: 7g-11g", "thứ hai, thứ tư: bảy giờ đến mười một giờ", 0 },
    { "25:00", "hai mươi lăm trên không", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_time/times", test_times);
  g_test_add_func ("/speech/say_time/ranges", test_ranges);
  g_test_add_func ("/speech/say_time/seconds", test_seconds);
  g_test_add_func ("/speech/say_time/parts-of-the-day", test_parts_of_the_day);
  g_test_add_func ("/speech/say_time/no-times", test_no_times);
  return g_test_run ();
}
