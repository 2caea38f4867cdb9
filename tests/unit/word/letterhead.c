/* SPDX-License-Identifier: MIT */
#include "word/recognition.h"

#include "docx_support.h"

static void
test_rows (void)
{
  static const ImportRow rows[] = {
    /* Not bold stands for who is above; all of one look are one name. */
    { LETTER (P ("Thân.")),
      "\"cơ quan\": {\"chu_quan\": [\"UBND TỈNH A\"],\"ten\": [\"SỞ B\"],\"dia_danh\": \"A\"}",
      NULL },
    { TBL (TR (TC (PB ("ỦY BAN NHÂN DÂN") PB ("XÃ C")) TC (COUNTRY))),
      "\"chu_quan\": [],\"ten\": [\"ỦY BAN NHÂN DÂN\",\"XÃ C\"]", NULL },
    /* Old spelling, spacer columns, wrappers. */
    { TBL (TR (TC (P ("SỞ B")) TC (P ("")) TC (P ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")))
             TR (TC (P ("Số: 3/SB")) TC (P ("")) TC (P ("A, ngày 1 tháng 2 năm 2026")))),
      "\"số\": \"3/SB\",\"ngày\": \"2026-02-01\"", NULL },
    { "<w:sdt><w:sdtContent>" LETTER (P ("Thân.")) "</w:sdtContent></w:sdt>",
      "\"số\": \"12/SB-VP\"", NULL },
    /* Tabs, and one paragraph for number and date. */
    { P ("SỞ B\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        P ("Số: 4/SB       A, ngày 01 tháng 2 năm 2026") P ("V/v thử.") P ("Kính gửi: C"),
      "\"số\": \"4/SB\",\"ngày\": \"2026-02-01\",\"trích yếu\": \"thử\"", "____" },
    /* What is not filled in is not known. */
    { TBL (TR (TC (P ("SỞ B") P ("Số: ……/SB-VP")) TC (COUNTRY P ("A, ngày … tháng 2 năm 2026")))),
      "\"số\": null,\"ký hiệu\": \"SB-VP\",\"ngày\": null", NULL },
    /* Word makes dashes of hyphens. */
    { TBL (TR (TC (P ("SỞ B") P ("Số: 5/SB – VP’;")) TC (COUNTRY))), "\"số\": \"5/SB-VP’\"", "�" },
    { TBL (TR (TC (P ("SỞ B")) TC (COUNTRY P ("A, ngày 31 tháng 2 năm 2026")))), "\"day-missing\"",
      "2026-02-31" },
    /* V/v goes on in the cell, and may stand outside of it; the date of the body is not that of the
       letter. */
    { TBL (TR (TC (P ("SỞ B") P ("Số: 1/B") P ("V/v một việc") P ("dài")) TC (COUNTRY)))
        P ("Ngày 5 tháng 6 năm 2026, A."),
      "\"trích yếu\": \"một việc dài\"", "2026-06-05" },
    { TBL (TR (TC (P ("SỞ B") P ("Số: 1/B")) TC (COUNTRY))) P ("V/v ở ngoài") P ("Kính gửi: C."),
      "\"trích yếu\": \"ở ngoài\"", NULL },
    { TBL (TR (TC (P ("SỞ B") P ("Số: 1/B")) TC (COUNTRY P ("A, ngày 06/3/2026"))))
        P_OF (R ("V/v một việc") "<w:r><w:br/></w:r>" R ("dài")) P ("Kính gửi: C."),
      "\"ngày\": \"2026-03-06\",\"trích yếu\": \"một việc dài\"", NULL },
    { P ("Không có gì"), "\"kind\": \"page\"", "số" },
  };
  check_imports (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letterhead/rows", test_rows);
  return g_test_run ();
}
