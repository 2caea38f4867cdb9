/* SPDX-License-Identifier: MIT */
#include "word/recognition.h"

#include "docx_support.h"

static void
test_rows (void)
{
  static const ImportRow rows[] = {
    { PCB ("BẢN TIN TRUYỀN THANH XÃ A") PC ("(Phát ngày 5/9/2026)")
        PCB ("LỊCH TIÊM TẠI XÃ ĐÔNG HÒA") P ("Trạm báo xã Đông Hòa, UBND."),
      "\"loại\": \"bản tin\",\"tiêu đề\": \"Lịch tiêm tại xã Đông Hòa\",\"ngày\": "
      "\"2026-09-05\"},\"blocks\": [{\"type\": \"p\",\"text\": \"Trạm",
      NULL },
    { PCB ("BẢN TIN XÃ A")
        P ("Ngày 3 tháng 2 năm 2026 có họp rất dài, bà con nhớ đi đông đủ để bàn việc chung."),
      "\"tiêu đề\": \"Bản tin xã a\",\"ngày\": null", NULL },
    { PCB ("Giới thiệu xã A") P ("Xã ở đây."),
      "\"kind\": \"page\",\"front\": {\"loại\": \"trang\",\"tiêu đề\": \"Giới thiệu xã A\"}",
      NULL },
    { P ("Một đoạn văn thường, không có tiêu đề."), "\"tiêu đề\": null", NULL },
  };
  check_imports (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title/rows", test_rows);
  return g_test_run ();
}
