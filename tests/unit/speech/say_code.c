/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_telephones (void)
{
  static const SayRow rows[] = {
    { "kinh tuyến 110-114", "kinh tuyến một trăm mười đến một trăm mười bốn", 0 },
    { "tuyến 61-8", "tuyến sáu mươi mốt gạch tám", 0 },
    { "lô 90-125m2", "lô chín mươi đến một trăm hai mươi lăm mét vuông", 0 },
    { "0936.111.222", "không chín ba sáu, một một một, hai hai hai", 0 },
    { "0905551654", "không chín không năm, năm năm một, sáu năm bốn", 0 },
    { "0225.3842.191", "không hai hai năm, ba tám bốn hai, một chín một", 0 },
    { "1900 1234", "một chín không không, một hai ba bốn", 0 },
    { "đường dây nóng chống bạo lực: 111", "đường dây nóng chống bạo lực: một một một", 0 },
    { "giải nhì 83251", "giải nhì tám ba hai, năm một", 1 },
    { "+84 936 111 222", "cộng tám bốn, chín ba sáu, một một một, hai hai hai", 0 },
    { "84912345678", "tám bốn, chín một hai, ba bốn năm, sáu bảy tám", 0 },
    { "(024) 3825 1234", "không hai bốn, ba tám hai năm, một hai ba bốn", 0 },
    { "Tel: (84-24) 3825 1234", "điện thoại: tám bốn, hai bốn, ba tám hai năm, một hai ba bốn", 0 },
    { "gọi 0251.3822501", "gọi không hai năm một, ba tám hai, hai năm không một", 0 },
    { "di động 09 1234 5678", "di động không chín, một hai ba bốn, năm sáu bảy tám", 0 },
    { "gọi 0263.3822.456; bưu điện: 3 822 457",
      "gọi không hai sáu ba, ba tám hai hai, bốn năm sáu; bưu điện: ba, tám hai hai, bốn năm bảy",
      0 },
    { "gọi 0263.3822.456; học phí: 3.822.400",
      "gọi không hai sáu ba, ba tám hai hai, bốn năm sáu; học phí: ba triệu tám trăm hai mươi hai "
      "nghìn bốn trăm",
      0 },
  };

  SAY_ROWS (rows);
}

/* Only after what announces a telephone. */
static void
test_short (void)
{
  static const SayRow rows[] = {
    { "gọi 113", "gọi một một ba", 0 },
    { "113", "một trăm mười ba", 0 },
    { "hoặc gọi 113, 114 hoặc 115", "hoặc gọi một một ba, một một bốn hoặc một một năm", 0 },
    { "gọi 113, còn xã 114 hộ", "gọi một một ba, còn xã một trăm mười bốn hộ", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_cards (void)
{
  static const SayRow rows[] = {
    { "CCCD: 031090001234",
      "căn cước công dân: không ba một, không chín không, không không một, hai ba bốn", 0 },
    { "STK 19034567890123",
      "số tài khoản một chín không, ba bốn năm, sáu bảy tám, chín không một, hai ba", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_plates (void)
{
  static const SayRow rows[] = {
    { "15A-123.45", "mười lăm a, một hai ba, bốn năm", 0 },
    { "29B1-12345", "hai mươi chín bê một, một hai ba, bốn năm", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_code/telephones", test_telephones);
  g_test_add_func ("/speech/say_code/short", test_short);
  g_test_add_func ("/speech/say_code/cards", test_cards);
  g_test_add_func ("/speech/say_code/plates", test_plates);
  return g_test_run ();
}
