/* SPDX-License-Identifier: MIT */
#include "word/unfold.h"

#include "docx_support.h"

#define LEFT          TC (P ("UBND TỈNH A") PB ("SỞ B") P ("Số: 12/SB-VP"))
#define RIGHT         TC (COUNTRY P ("A, ngày 06 tháng 3 năm 2026"))
#define COPIES        TC (P ("Nơi nhận:") P ("- Lưu: VT."))
#define SIGNER        TC (PB ("GIÁM ĐỐC") PB ("Trần Thị D"))
#define WHOLE(blocks) TC ("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" blocks)
#define BLOCKS                                                                                     \
  "\"blocks\": [{\"type\": \"p\",\"text\": \"Một.\"},{\"type\": \"p\",\"text\": \"Hai.\"}]"

static void
test_rows (void)
{
  static const ImportRow rows[] = {
    { TBL (TR (LEFT RIGHT) TR (WHOLE (P ("Kính gửi: C.") P ("Một.") P ("Hai.")))
             TR (COPIES SIGNER)),
      BLOCKS, NULL },
    { TBL (TR (LEFT RIGHT) TR (WHOLE (P ("Kính gửi: C.") P ("Một.") P ("Hai.")))
             TR (COPIES SIGNER)),
      "\"họ tên\": \"Trần Thị D\"", NULL },
    /* In one cell, with tables of its own. */
    { TBL (TR (TC (TBL (TR (LEFT RIGHT)) P ("Kính gửi: C.") P ("Một.") P ("Hai.")
                     TBL (TR (COPIES SIGNER))))),
      BLOCKS, NULL },
    /* A line over both columns belongs to its letterhead. */
    { TBL (TR (LEFT RIGHT) TR (WHOLE (P ("V/v thử")))) P ("Kính gửi: C."), "\"trích yếu\": \"thử\"",
      NULL },
    /* The country in a column of its own is no page. */
    { TBL (TR (TC (P ("SỞ B") P ("Số: 1/B"))) TR (TC (COUNTRY))) P ("Kính gửi: C."),
      "\"số\": \"1/B\"", NULL },
  };
  check_imports (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unfold/rows", test_rows);
  return g_test_run ();
}
