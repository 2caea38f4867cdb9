/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_units (void)
{
  static const SayRow rows[] = {
    { "15 triệu/lượng", "mười lăm triệu một lượng", 0 },
    { "5km", "năm ki lô mét", 0 },
    { "100 m2", "một trăm mét vuông", 0 },
    { "2m15", "hai mét mười lăm", 0 },
    { "9,8 m/s2", "chín phẩy tám mét trên giây bình phương", 0 },
    { "120 km/h", "một trăm hai mươi ki lô mét trên giờ", 0 },
    { "38,5 độ C", "ba mươi tám phẩy năm độ xê", 0 },
  };

  SAY_ROWS (rows);
}

static void
test_money (void)
{
  static const SayRow rows[] = {
    { "50.000đ", "năm mươi nghìn đồng", 0 },
    { "$100", "một trăm đô la", 0 },
    { "$5-10", "năm đến mười đô la", 0 },
    { "1,2 tỷ đ", "một phẩy hai tỷ đồng", 0 },
    { "$1,250", "một nghìn hai trăm năm mươi đô la", 0 },
    { "3tr5", "ba triệu năm trăm nghìn", 1 },
  };

  SAY_ROWS (rows);
}

static void
test_rates (void)
{
  static const SayRow rows[] = {
    { "18.500đ/kg", "mười tám nghìn năm trăm đồng một ki lô gam", 0 },
    { "50.000đ/người/tháng", "năm mươi nghìn đồng một người một tháng", 0 },
    { "100 USD/thùng", "một trăm đô la Mỹ một thùng", 0 },
    { "3 l/100km", "ba lít trên một trăm ki lô mét", 0 },
    { "3 cuốn/14 ngày", "ba cuốn trên mười bốn ngày", 0 },
    { "6.500.000đ/26 công", "sáu triệu năm trăm nghìn đồng cho hai mươi sáu công", 0 },
    { "350.000đ/ô/tháng", "ba trăm năm mươi nghìn đồng một ô một tháng", 0 },
    { "12.8N; 113.4E", "mười hai phẩy tám độ vĩ Bắc, một trăm mười ba phẩy bốn độ kinh Đông", 0 },
    { "kg/m3", "ki lô gam trên mét khối", 0 },
  };

  SAY_ROWS (rows);
}

/* Units by their number and place. */
static void
test_letters (void)
{
  static const SayRow rows[] = {
    { "4K", "bốn ca", 0 },
    { "50K", "năm mươi nghìn", 0 },
    { "1080p", "một nghìn không trăm tám mươi pê", 0 },
    { "45p", "bốn mươi lăm phút", 1 },
    { "lớp 5 A", "lớp năm A", 0 },
    { "lớp 5d", "lớp năm dê", 0 },
    { "taxi 4c", "taxi bốn chỗ", 0 },
    { "gói 3b", "gói ba bê", 1 },
    { "11T đạt 96%", "mười một tháng đạt chín mươi sáu phần trăm", 0 },
    { "thu hoạch sau 7N", "thu hoạch sau bảy en-nờ", 1 },
    { "vàng 24K 14,7 triệu, 18K", "vàng hai mươi tư ca mười bốn phẩy bảy triệu, mười tám ca", 0 },
    { "đạt 5V, 3B, 7Đ", "đạt năm huy chương vàng, ba huy chương bạc, bảy huy chương đồng", 0 },
    { "phân 200N-80P-60K", "phân hai trăm en-nờ, tám mươi pê, sáu mươi ca", 0 },
    { "lực kéo 20N", "lực kéo hai mươi niu tơn", 0 },
    { "kích điện 12V-60A, át 2P-32A",
      "kích điện mười hai vôn, sáu mươi am pe, át hai pê, ba mươi hai am pe", 0 },
    { "50.000d", "năm mươi nghìn đồng", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_unit/units", test_units);
  g_test_add_func ("/speech/say_unit/money", test_money);
  g_test_add_func ("/speech/say_unit/rates", test_rates);
  g_test_add_func ("/speech/say_unit/letters", test_letters);
  return g_test_run ();
}
