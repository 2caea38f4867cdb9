/* SPDX-License-Identifier: MIT */
#include "word/recognition.h"

#include "docx_support.h"

static void
test_rows (void)
{
  static const ImportRow rows[] = {
    { LETTER (P ("Thân.")), "\"kính gửi\": [\"UBND xã C\"]", NULL },
    { TBL (TR (TC (P ("S") P ("Số: 1/B")) TC (COUNTRY))) PCB ("KẾ HOẠCH") PCB ("Làm việc")
        PCB ("năm 2026.") PC ("") P ("Thân."),
      "\"tên loại\": \"kế hoạch\",\"số\": \"1/B\",\"ngày\": null,\"trích yếu\": \"Làm việc năm "
      "2026\"",
      NULL },
    /* QUYẾT ĐỊNH: is the order; who decides is no part of the subject. */
    { TBL (TR (TC (P ("S")) TC (COUNTRY))) PCB ("QUYẾT ĐỊNH") PCB ("Về việc A")
        PCB ("CHỦ TỊCH UBND XÃ") P ("Căn cứ B;") PCB ("QUYẾT ĐỊNH:") P ("Điều 1. C"),
      "\"trích yếu\": \"Về việc A\"", NULL },
    { TBL (TR (TC (P ("S")) TC (COUNTRY))) PCB ("QUYẾT ĐỊNH") PCB ("Về việc A")
        PCB ("CHỦ TỊCH UBND XÃ") P ("Căn cứ B;") PCB ("QUYẾT ĐỊNH:"),
      "\"text\": \"CHỦ TỊCH UBND XÃ\",\"role\": \"authority\"},{\"type\": \"p\",\"text\": \"Căn cứ "
      "B;\",\"role\": \"basis\"},{\"type\": \"p\",\"text\": \"QUYẾT ĐỊNH:\",\"role\": \"verb\"}",
      NULL },
    /* Label and list: in cells, in paragraphs, with soft breaks; a line without a dash goes on. */
    { TBL (TR (TC (P ("S")) TC (COUNTRY)))
        TBL (TR (TC (P ("Kính gửi:")) TC (P ("- A;") P ("- B dài") P ("lắm.")))) P ("Thân."),
      "\"kính gửi\": [\"A\",\"B dài lắm\"]", NULL },
    { TBL (TR (TC (P ("S")) TC (COUNTRY))) P ("Kính gửi:") P ("- A;") P ("- B.") P ("Thân."),
      "\"kính gửi\": [\"A\",\"B\"],\"người ký\"", NULL },
    { TBL (TR (TC (P ("S")) TC (COUNTRY)))
        P_OF (R ("Kính gửi:") "<w:r><w:br/></w:r>" R ("- A;") "<w:r><w:br/></w:r>" R ("- B.")),
      "\"kính gửi\": [\"A\",\"B\"]", NULL },
  };
  check_imports (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening/rows", test_rows);
  return g_test_run ();
}
