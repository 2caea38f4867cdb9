/* SPDX-License-Identifier: MIT */
#include "say_support.h"

static void
test_menus (void)
{
  static const SayRow rows[] = {
    { "Cài đặt => Tài khoản", "vào Cài đặt, rồi chọn Tài khoản", 0 },
    { "Chọn A > B", "Chọn A, rồi chọn bê", 0 },
    { "Vào Cài đặt → Bảo mật → Đổi mật khẩu",
      "Vào Cài đặt, rồi chọn Bảo mật, rồi chọn Đổi mật khẩu", 0 },
    { "Chọn “Cài đặt” -> “Tài khoản”", "Chọn Cài đặt, rồi chọn Tài khoản", 0 },
  };

  SAY_ROWS (rows);
}

/* Before a clause an arrow is no label. */
static void
test_consequences (void)
{
  static const SayRow rows[] = {
    { "mưa to => ngập", "mưa to, do đó ngập", 0 },
    { "trời mưa --> hoãn họp", "trời mưa, do đó hoãn họp", 0 },
    /* roads are driven along, shares grow */
    { "đi QL1A → QL18", "đi quốc lộ một a, rồi đến quốc lộ mười tám", 0 },
    { "tăng từ 30% → 45%", "tăng từ ba mươi phần trăm đến bốn mươi lăm phần trăm", 0 },
  };

  SAY_ROWS (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/say_arrow/menus", test_menus);
  g_test_add_func ("/speech/say_arrow/consequences", test_consequences);
  return g_test_run ();
}
