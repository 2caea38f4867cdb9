/* SPDX-License-Identifier: MIT */
#include "text/language.h"

#include <string.h>

static void
test_foreign (void)
{
  static const char *const foreign[] = {
    "Do not drink from a well that was under water. Ask the health station how to clean it.",
    "Go to the communal house of Bình Hòa on Trần Hưng Đạo street before 6 pm; boats are waiting "
    "there.",
    "សូមទូរស័ព្ទ ០២៩៦ ៣ ០០០ ១០៤ ឬ ១១៤ ដើម្បីសុំជំនួយសង្គ្រោះ នៅពេលទឹកជំនន់ឡើងខ្ពស់ក្នុងភូមិរបស់អ្នក។",
    "请在下午六点之前离开房屋,带上证件、药品和饮用水,前往平和公共会堂,那里有船等候接送大家,请不要"
    "独自留在家中,老人和儿童请优先离开,如需帮助请拨打热线电话。",
  };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (!text_is_foreign (foreign[i], strlen (foreign[i])))
      g_error ("“%s” is no Vietnamese", foreign[i]);
}

static void
test_ours (void)
{
  static const char *const ours[] = {
    "Bà con rời nhà trước 18 giờ hôm nay, mang theo giấy tờ, thuốc và nước uống đủ dùng.",
    "Ba con roi nha truoc 18 gio hom nay, mang theo giay to, thuoc va nuoc uong du dung.",
    "Tải ứng dụng VNeID trên App Store hoặc Google Play, chọn Login, nhập password rồi OK.",
    "![phần tử](element-drawing-with-words.svg) ![tham số](parameters-and-outlines.svg) "
    "[xem](https://example.vn/the-quick-brown-fox) https://x.vn/the-lazy-dog-jumps-over-it",
    "Call 114.", /* too short to tell */
    "12/9 13/9 14/9 15/9 16/9 17/9 18/9 19/9 20/9 21/9 22/9 23/9 24/9 25/9 26/9 27/9 28/9 29/9",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (text_is_foreign (ours[i], strlen (ours[i])))
      g_error ("“%s” is taken for another language", ours[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/foreign", test_foreign);
  g_test_add_func ("/language/ours", test_ours);
  return g_test_run ();
}
