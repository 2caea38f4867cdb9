/* SPDX-License-Identifier: MIT */
#include "word/import.h"

#include "docx_support.h"

static void
test_rows (void)
{
  static const ImportRow rows[] = {
    { LETTER (P ("Thân.")), "\"kind\": \"letter\"", "kind-guessed" },
    { TBL (TR (TC (P ("S")) TC (COUNTRY))) PCB ("BÁO CÁO") P ("Thân."), "\"kind\": \"typed\"",
      "kind-guessed" },
    { TBL (TR (TC (P ("S")) TC (COUNTRY))) PCB ("ĐƠN XIN PHÉP") P ("Thân."), "kind-guessed", NULL },
    { PCB ("Hướng dẫn A") P ("Một."), "\"kind\": \"guide\"", "kind-guessed" },
    { P ("Bước 1: Mở.") P ("Bước 2: Đóng."), "\"kind\": \"guide\"", NULL },
    { P ("Tin phát thanh") P ("Một."), "\"kind\": \"bulletin\"", NULL },
    { P ("Một."), "\"kind\": \"page\"", NULL },
    { P ("Một."), "kind-guessed", NULL },
    /* A text that is still being worked on is a draft. */
    { LETTER (P_OF ("<w:ins>" R ("thêm") "</w:ins>")), "\"nháp\": true", NULL },
    { LETTER (P ("Thân.")), "\"report\": []", "nháp" },
  };
  check_imports (rows, G_N_ELEMENTS (rows));
}

static void
test_kinds (void)
{
  ImportedKind kind = N_IMPORTED_KINDS;

  g_assert_true (word_import_kind ("công văn", &kind));
  g_assert_cmpint (kind, ==, IMPORTED_LETTER);
  g_assert_true (word_import_kind ("guide", &kind));
  g_assert_cmpint (kind, ==, IMPORTED_GUIDE);
  g_assert_false (word_import_kind ("thư", &kind));
  g_assert_cmpint (kind, ==, IMPORTED_GUIDE);
}

/* What was asked for wins over what would be found. */
static void
test_asked (void)
{
  g_autoptr (GBytes) file = docx_of (PCB ("Hướng dẫn A") P ("Một."), NULL, NULL);
  g_autoptr (WordPackage) package = NULL;
  g_autoptr (Imported) imported = word_import (file, IMPORTED_PAGE, &package, NULL);

  g_assert_cmpint (imported->kind, ==, IMPORTED_PAGE);
  g_assert_cmpstr (imported->title, ==, "Hướng dẫn A");
  g_assert_cmpuint (imported->flow->findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/rows", test_rows);
  g_test_add_func ("/import/kinds", test_kinds);
  g_test_add_func ("/import/asked", test_asked);
  return g_test_run ();
}
