/* SPDX-License-Identifier: MIT */
#include "word/recognition.h"

#include "docx_support.h"

static void
test_rows (void)
{
  static const ImportRow rows[] = {
    { LETTER (PB ("I. MỘT") PB ("1. Hai") P ("Chữ.") PB ("II. BA")),
      "{\"type\": \"heading\",\"level\": 2,\"text\": \"I. MỘT\"},{\"type\": \"heading\",\"level\": "
      "3,\"text\": \"1. Hai\"},{\"type\": \"p\",\"text\": \"Chữ.\"},{\"type\": "
      "\"heading\",\"level\": 2",
      NULL },
    { LETTER (P ("1. Một") P ("a) nhỏ") P ("- nữa") P ("2. Hai")),
      "\"number\": \"a)\",\"level\": 2,\"text\": \"nhỏ\"},{\"type\": \"item\",\"number\": "
      "\"-\",\"level\": 3,\"text\": \"nữa\"},{\"type\": \"item\",\"number\": \"2.\",\"level\": 1",
      NULL },
    { LETTER (P_OF (RB ("1. ") R ("Bước bước"))),
      "\"number\": \"1.\",\"level\": 1,\"text\": \"Bước bước\"}", "bold" },
    { LETTER (P ("• chấm") P ("(1) ngoặc") P ("1/ gạch")),
      "\"p\",\"text\": \"• chấm\"},{\"type\": \"p\",\"text\": \"(1) ngoặc\"},{\"type\": "
      "\"p\",\"text\": \"1/ gạch\"",
      NULL },
    { LETTER (P_OF (R ("Một") "<w:r><w:br/></w:r>" R ("Hai"))),
      "\"text\": \"Một\"},{\"type\": \"p\",\"text\": \"Hai\"}", NULL },
    { LETTER (P ("_______")), "\"blocks\": []", NULL },
    { LETTER (P ("CCCD số 012345678901 của ông A")), "\"personal-data\"", NULL },
    { LETTER (P ("Gọi 0901234567")), "\"report\": []", NULL },
    /* A frame is its text. */
    { LETTER (LINED (TR (TC (P ("Trong khung"))))), "{\"type\": \"p\",\"text\": \"Trong khung\"}",
      "table\"" },
    /* In a guide: ways and steps. */
    { PCB ("Hướng dẫn A") PB ("Cách 1: Trên mạng") P ("Bước 1: Mở máy") P ("Bước 2. Gõ chữ")
        PB ("Cách 2: Gọi") P ("Bước 1: Nhấc máy"),
      "\"number\": \"2.\",\"level\": 1,\"label\": \"Bước 2.\",\"text\": \"Gõ chữ\"},{\"type\": "
      "\"heading\",\"level\": 2,\"text\": \"Cách 2: Gọi\"},{\"type\": \"item\",\"number\": \"1.\"",
      NULL },
  };
  check_imports (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contents/rows", test_rows);
  return g_test_run ();
}
