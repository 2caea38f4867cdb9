/* SPDX-License-Identifier: MIT */
#include "word/recognition.h"

#include "docx_support.h"

static void
test_rows (void)
{
  static const ImportRow rows[] = {
    { LETTER (P ("Thân.")),
      "\"nơi nhận\": [\"Như trên\",\"Lưu: VT\"],\"người ký\": {\"quyền hạn\": [],\"chức vụ\": "
      "\"GIÁM ĐỐC\",\"họ tên\": \"Trần Thị D\"}",
      NULL },
    { TBL (TR (TC (P ("S")) TC (COUNTRY)))
        TBL (TR (TC (P ("Nơi nhận:") P ("- Như trên;") P ("- Các phòng") P ("chuyên môn;")) TC (PB (
          "TM. ỦY BAN") PB ("KT. CHỦ TỊCH") PB ("PHÓ CHỦ TỊCH") P ("(Đã ký)") PB ("Lê Văn E")))),
      "[\"Như trên\",\"Các phòng chuyên môn\"],\"người ký\": {\"quyền hạn\": [\"TM. ỦY BAN\",\"KT. "
      "CHỦ TỊCH\"],\"chức vụ\": \"PHÓ CHỦ TỊCH\",\"họ tên\": \"Lê Văn E\"}",
      "Đã ký" },
    /* A name that is missing is not made up. */
    { TBL (TR (TC (P ("S")) TC (COUNTRY)))
        TBL (TR (TC (P ("Nơi nhận:") P ("- Như trên.")) TC (PB ("CHỦ TỊCH")))),
      "\"họ tên\": null", NULL },
    { TBL (TR (TC (P ("S")) TC (COUNTRY)))
        TBL (TR (TC (P ("Nơi nhận:") P ("- Như trên.")) TC (PB ("CHỦ TỊCH")))),
      "\"signer-missing\"", NULL },
    /* With tabs; without Nơi nhận; a table of data is no signature. */
    { TBL (TR (TC (P ("S")) TC (COUNTRY))) P ("Thân.") P ("Nơi nhận:\tTRƯỞNG BAN") P ("- Lưu: B.")
        P ("") P ("\tNgô Thị G"),
      "\"nơi nhận\": [\"Lưu: B\"],\"người ký\": {\"quyền hạn\": [],\"chức vụ\": \"TRƯỞNG "
      "BAN\",\"họ tên\": \"Ngô Thị G\"}",
      NULL },
    { TBL (TR (TC (P ("S")) TC (COUNTRY))) P ("Thân bài dài.") PC ("HIỆU TRƯỞNG") PC ("")
        PC ("Phạm H"),
      "\"chức vụ\": \"HIỆU TRƯỞNG\",\"họ tên\": \"Phạm H\"", NULL },
    /* What follows the signature is body again. */
    { LETTER (P ("Thân.")) PCB ("PHỤ LỤC I") PCB ("Danh sách"),
      "\"type\": \"appendix\",\"label\": \"PHỤ LỤC I\",\"title\": \"Danh sách\"", NULL },
  };
  check_imports (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closing/rows", test_rows);
  return g_test_run ();
}
