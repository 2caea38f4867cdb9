/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_dates (void)
{
  static const SayRow rows[] = {
    { "sáng 3-12", "sáng ngày ba tháng mười hai", 0 },
    { "sáng 3-5 người", "sáng ba đến năm người", 0 },
    { "hiệu lực từ 1-12;", "hiệu lực từ một đến mười hai;", 1 },
    { "05/02/2024", "ngày năm tháng hai năm hai nghìn không trăm hai mươi tư", 0 },
    { "2024-02-05", "ngày năm tháng hai năm hai nghìn không trăm hai mươi tư", 0 },
    { "ngày 5-2-2024", "ngày năm tháng hai năm hai nghìn không trăm hai mươi tư", 0 },
    { "27-28/7", "ngày hai mươi bảy đến hai mươi tám tháng bảy", 0 },
    { "từ 25/12 - 05/01", "từ ngày hai mươi lăm tháng mười hai đến ngày năm tháng một", 0 },
    { "05-09-23", "ngày năm tháng chín năm hai nghìn không trăm hai mươi ba", 0 },
    { "1/1/50", "ngày một tháng một năm hai nghìn không trăm năm mươi", 0 },
    { "1/1/51", "ngày một tháng một năm một nghìn chín trăm năm mươi mốt", 0 },
    { "họp 13/8", "họp ngày mười ba tháng tám", 0 },
    { "đường 30-4, phố 3-2", "đường ba mươi tháng tư, phố ba tháng hai", 0 },
    { "14-16/Giêng", "ngày mười bốn đến mười sáu tháng giêng", 0 },
    { "sáng 9/Chạp", "sáng ngày mùng chín tháng chạp", 0 },
    { "thôn 3 chiều 3/12; tiêm vét 4/12",
      "thôn ba chiều ngày ba tháng mười hai; tiêm vét ngày bốn tháng mười hai", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_months (void)
{
  static const SayRow rows[] = {
    { "tháng 04/2024", "tháng tư năm hai nghìn không trăm hai mươi tư", 0 },
    { "T4/2024", "tháng tư năm hai nghìn không trăm hai mươi tư", 0 },
    { "tháng 3-4/2024", "tháng ba đến tháng tư năm hai nghìn không trăm hai mươi tư", 0 },
    { "quý 1-2024", "quý một năm hai nghìn không trăm hai mươi tư", 0 },
    { "tuần 32/2024", "tuần ba mươi hai năm hai nghìn không trăm hai mươi tư", 0 },
    { "tháng 4", "tháng tư", 0 },
    { "vé tháng 1.050.000đ", "vé tháng một triệu không trăm năm mươi nghìn đồng", 0 },
    { "kỳ họp thứ 4/2026", "kỳ họp thứ tư năm hai nghìn không trăm hai mươi sáu", 0 },
  };

  SAY_ROWS (rows);
}

/* A day of the week has company. */
static void
test_weekdays (void)
{
  static const SayRow rows[] = {
    { "T2-T6", "thứ hai đến thứ sáu", 0 },
    { "T7, CN", "thứ bảy, chủ nhật", 0 },
    { "T4 2/12 (dự phòng T5)", "thứ tư ngày hai tháng mười hai, dự phòng thứ năm", 0 },
    { "họp thứ 3,5", "họp thứ ba, năm", 0 },
    { "T7", "tháng bảy", 1 },
  };

  SAY_ROWS (rows);
}

static void
test_impossible (void)
{
  static const SayRow rows[] = {
    { "ngày 30/02/2024", "ngày ba mươi, hai, hai nghìn không trăm hai mươi tư", 1 },
    { "31/4", "ba mươi mốt trên bốn", 0 },
    { "ngày 31/4", "ngày ba mươi mốt trên bốn", 1 },
  };

  SAY_ROWS (rows);
}

static void
test_lunar (void)
{
  static const SayRow rows[] = {
    { "15/7 âm lịch", "ngày mười lăm tháng bảy âm lịch", 0 },
    { "5/1 âm lịch", "ngày mùng năm tháng giêng âm lịch", 0 },
    { "giỗ 12/11 (tức 21/12 DL)",
      "giỗ ngày mười hai tháng mười một, tức ngày hai mươi mốt tháng mười hai dương lịch", 0 },
    { "giỗ Tổ 10-3", "giỗ Tổ ngày mười tháng ba", 0 },
    { "10/3 ÂL", "ngày mùng mười tháng ba âm lịch", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_date/dates", test_dates);
  g_test_add_func ("/speech/say_date/months", test_months);
  g_test_add_func ("/speech/say_date/weekdays", test_weekdays);
  g_test_add_func ("/speech/say_date/impossible", test_impossible);
  g_test_add_func ("/speech/say_date/lunar", test_lunar);
  return g_test_run ();
}
