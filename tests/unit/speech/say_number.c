/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_numbers (void)
{
  static const SayRow rows[] = {
    { "1.234.567", "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy", 0 },
    { "70 000", "bảy mươi nghìn", 0 },
    { "03 hộ", "ba hộ", 0 },
    { "Đề án 06", "Đề án không sáu", 0 },
    { "15 20", "mười lăm, hai mươi", 1 },
    { "thứ 3 60%", "thứ ba, sáu mươi phần trăm", 0 },
    { "gói thầu XL-02 mới", "gói thầu xây lắp, không hai mới", 0 },
    { "NPK 16:16:8", "en-nờ pê ca mười sáu, mười sáu, tám", 0 },
    { "cống D1000", "cống dê một nghìn", 0 },
    { "độ phân giải 4", "độ phân giải bốn", 0 },
    { "uốn ván cho trẻ 4-9 tháng", "uốn ván cho trẻ bốn đến chín tháng", 0 },
    { "sắt Ø16@200", "sắt phi mười sáu cách hai trăm", 0 },
    { "N-P-K 90-60-60/ha", "en-nờ pê ca chín mươi, sáu mươi, sáu mươi trên héc ta", 0 },
    { "NPK 20-20-15 10kg", "en-nờ pê ca hai mươi, hai mươi, mười lăm, mười ki lô gam", 0 },
    { "123456789012345678901234567890",
      "một hai ba, bốn năm sáu, bảy tám chín, không một hai, ba bốn năm, sáu bảy tám, chín không "
      "một, hai ba bốn, năm sáu bảy, tám chín không",
      0 },
    { "thắng đội tuyển quốc gia Anh 2-0", "thắng đội tuyển quốc gia Anh hai không", 0 },
    { "7 1/20", "bảy và một phần hai mươi", 0 },
    { "chiếm 4/10", "chiếm bốn phần mười", 0 },
    { "tỉ lệ chọi 1/3,5", "tỉ lệ chọi một trên ba phẩy năm", 0 },
    { "số tiền x 0,03%", "số tiền nhân không phẩy không ba phần trăm", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_fractions (void)
{
  static const SayRow rows[] = {
    { "3/4", "ba phần tư", 0 },
    { "7 1/3", "bảy và một phần ba", 0 },
    { "15/20 hộ", "mười lăm trên hai mươi hộ", 0 },
    { "tỷ lệ 1/25.000", "tỷ lệ một phần hai mươi lăm nghìn", 0 },
    { "số 45/67/8 Trần Phú", "số bốn mươi lăm trên sáu mươi bảy trên tám Trần Phú", 0 },
    { "-1/2", "âm một phần hai", 0 },
  };

  SAY_ROWS (rows);
}

/* A dash between numbers. */
static void
test_ranges (void)
{
  static const SayRow rows[] = {
    { "5-7 ngày", "năm đến bảy ngày", 0 },
    { "10~20", "mười đến hai mươi", 0 },
    { "Thứ 2-6", "Thứ hai đến thứ sáu", 0 },
    { "123-456-789", "một hai ba, bốn năm sáu, bảy tám chín", 0 },
    { "10-3=7", "mười trừ ba bằng bảy", 0 },
    { "ghi 10-3 vào", "ghi mười, ba vào", 1 },
    { "Trạm 5-5", "Trạm năm, năm", 1 },
    { "giảm 30-20%", "giảm ba mươi đến hai mươi phần trăm", 0 },
    { "lương 150-200-300%", "lương một trăm năm mươi, hai trăm, ba trăm phần trăm", 0 },
    { "tọa độ 14.856 độ vĩ Bắc", "tọa độ mười bốn chấm tám trăm năm mươi sáu độ vĩ Bắc", 0 },
    { "taxi 38.38.38.38", "taxi ba tám, ba tám, ba tám, ba tám", 0 },
    { "máy 192.168.1.1", "máy một trăm chín mươi hai chấm một trăm sáu mươi tám chấm một chấm một",
      0 },
    { "thắng Thái Lan 2-0", "thắng Thái Lan hai không", 0 },
    { "ba séc (25/19, 15/9)", "ba séc, hai mươi lăm trên mười chín, mười lăm trên chín", 0 },
  };

  SAY_ROWS (rows);
}

/* Numbers of items and sections. */
static void
test_sections (void)
{
  static const SayRow rows[] = {
    { "1. Đề nghị", "một là, Đề nghị", 0 },
    { "2) Gửi", "hai là, Gửi", 0 },
    { "1.2. Mục tiêu", "mục một chấm hai, Mục tiêu", 0 },
    { "1.2 Mục tiêu", "mục một chấm hai, Mục tiêu", 0 },
    { "phiên bản 2.0", "phiên bản hai chấm không", 0 },
    { "1.5 L", "một phẩy năm lít", 1 },
  };

  SAY_ROWS (rows);
}

static void
test_formulae (void)
{
  static const SayRow rows[] = {
    { "3 x 4", "ba nhân bốn", 0 },
    { "10:2=5", "mười chia hai bằng năm", 0 },
    { "10^6", "mười mũ sáu", 0 },
    { "5²", "năm bình phương", 0 },
    { "4x100m", "bốn nhân một trăm mét", 0 },
  };

  SAY_ROWS (rows);
}

/* What is sloppy is said and reported. */
static void
test_reports (void)
{
  static const SayRow rows[] = {
    { "3.5%", "ba phẩy năm phần trăm", 1 },
    { "500k", "năm trăm nghìn", 1 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_number/numbers", test_numbers);
  g_test_add_func ("/speech/say_number/fractions", test_fractions);
  g_test_add_func ("/speech/say_number/ranges", test_ranges);
  g_test_add_func ("/speech/say_number/sections", test_sections);
  g_test_add_func ("/speech/say_number/formulae", test_formulae);
  g_test_add_func ("/speech/say_number/reports", test_reports);
  return g_test_run ();
}
