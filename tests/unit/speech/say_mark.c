/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_pauses (void)
{
  static const SayRow rows[] = {
    { "một; hai: ba, bốn", "một; hai: ba, bốn", 0 },
    { "và...", "và.", 0 },
    { "gà, vịt,...", "gà, vịt, vân vân.", 0 },
    { "nhóm máu O+, AB-", "nhóm máu O dương, a bê âm", 0 },
    { "96 xã/phường", "chín mươi sáu xã, phường", 0 },
    { "5 suất/xã", "năm suất một xã", 0 },
    { "Trận đấu: Tổ 1 - Tổ 4", "Trận đấu: Tổ một, Tổ bốn", 0 },
    { "Tổ 1 - Tổ 4 họp", "Tổ một đến Tổ bốn họp", 0 },
    { "nhà máy Z.119", "nhà máy dét một trăm mười chín", 0 },
    { "Hết./.", "Hết.", 0 },
    { "(trong ngoặc)", "trong ngoặc", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_slashes (void)
{
  static const SayRow rows[] = {
    { "xã/phường", "xã, phường", 0 },
    { "và/hoặc", "và hoặc", 0 },
    { "mức 1/mức 2", "mức một, mức hai", 0 },
    { "120 người/km2", "một trăm hai mươi người trên ki lô mét vuông", 0 },
    { "300 lượt khách/ngày", "ba trăm lượt khách một ngày", 0 },
    { "2 tháng lương cơ sở/năm", "hai tháng lương cơ sở một năm", 0 },
    { "245 hộ/1.120 khẩu", "hai trăm bốn mươi lăm hộ, một nghìn một trăm hai mươi khẩu", 0 },
    { "8.765/9.012", "tám nghìn bảy trăm sáu mươi lăm trên chín nghìn không trăm mười hai", 0 },
    { "mở 4G/5G", "mở bốn giê, năm giê", 0 },
    { "họp: 1/ Bầu; 2/ Góp ý", "họp: một, Bầu; hai, Góp ý", 0 },
    { "iOS 15/Android", "ai ô ét mười lăm, an-đờ-roi", 1 },
    { "lúc 7h/26 rồi", "lúc bảy giờ, hai mươi sáu rồi", 1 },
  };

  SAY_ROWS (rows);
}

static void
test_dashes (void)
{
  static const SayRow rows[] = {
    { "Hà Nội - Hải Phòng", "Hà Nội, Hải Phòng", 0 },
    { "Bà Rịa-Vũng Tàu", "Bà Rịa-Vũng Tàu", 0 },
    { "thứ 2 - thứ 6", "thứ hai đến thứ sáu", 0 },
    { "tháng 3 - tháng 5", "tháng ba đến tháng năm", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_comparisons (void)
{
  static const SayRow rows[] = {
    { "~ 5 km", "khoảng năm ki lô mét", 0 },
    { "> 10 %", "trên mười phần trăm", 0 },
    { "≥ 18 tuổi", "từ mười tám tuổi trở lên", 0 },
    { "≥ 30 ngày", "từ ba mươi ngày trở lên", 0 },
    { "≥ 18-20 tuổi", "từ mười tám đến hai mươi tuổi trở lên", 0 },
    { "≤ 50 dB", "không quá năm mươi đề xi ben", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_signs (void)
{
  static const SayRow rows[] = {
    { "-5 °C", "âm năm độ xê", 0 }, { "√4", "căn bậc hai của bốn", 0 },
    { "A & B", "A và bê", 0 },      { "⁽¹⁾ Tích hợp", "một, Tích hợp", 0 },
    { "x^2", "ích-xì mũ hai", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_unreadable (void)
{
  static const SayRow rows[] = {
    { "☃", "", 1 },
  };

  SAY_ROWS (rows);
}

/* A short form in brackets is for the eye. */
static void
test_repetition (void)
{
  static const SayRow rows[] = {
    { "Ủy ban nhân dân (UBND) họp", "Ủy ban nhân dân họp", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_mark/pauses", test_pauses);
  g_test_add_func ("/speech/say_mark/slashes", test_slashes);
  g_test_add_func ("/speech/say_mark/dashes", test_dashes);
  g_test_add_func ("/speech/say_mark/comparisons", test_comparisons);
  g_test_add_func ("/speech/say_mark/signs", test_signs);
  g_test_add_func ("/speech/say_mark/unreadable", test_unreadable);
  g_test_add_func ("/speech/say_mark/repetition", test_repetition);
  return g_test_run ();
}
