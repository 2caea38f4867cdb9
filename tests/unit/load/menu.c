/* SPDX-License-Identifier: MIT */
#include "load/menu.h"

#include "tree_support.h"

static void
test_menus (void)
{
#define MENU(a, b) "menu(label('" a "') label('" b "'))"
  static const Row rows[] = {
    { "**Dịch vụ khác → Kiến nghị, phản ánh về ANTT**\n",
      "(p(" MENU ("Dịch vụ khác", "Kiến nghị, phản ánh về ANTT") "))" },
    { "Chọn **A => B**.\n", "(p('Chọn ' " MENU ("A", "B") " '.'))" },
    { "*A ⇒ B*\n", "(p(" MENU ("A", "B") "))" },
    { "`a => b`\n", "(p(" MENU ("a", "b") "))" },
    { "**A** → **B** → **C** rồi\n", "(p(menu(label('A') label('B') label('C')) ' rồi'))" },
    { "**A** → *B*, xong\n", "(p(" MENU ("A", "B") " ', xong'))" },
    { "**“A” → “B”**\n", "(p(" MENU ("A", "B") "))" },
    { "Tại màn hình chính, chọn Dịch vụ khác → Kiến nghị, phản ánh về ANTT, rồi bấm Gửi.\n",
      "(p('Tại màn hình chính, chọn ' " MENU (
        "Dịch vụ khác", "Kiến nghị, phản ánh về ANTT") " ', rồi bấm Gửi.'))" },
    { "Vào Cá nhân → Cài đặt. Sau đó mở A → B.\n",
      "(p('Vào ' " MENU ("Cá nhân", "Cài đặt") " '. Sau đó mở ' " MENU ("A", "B") " '.'))" },
    { "(A → B)\n", "(p('(' " MENU ("A", "B") " ')'))" },
    { "chọn cài đặt → mật khẩu\n", "(p('chọn ' " MENU ("cài đặt", "mật khẩu") "))" },
    { "Chọn “A” → “B” → “C”, rồi thoát\n",
      "(p('Chọn “' menu(label('A') label('B') label('C')) '”, rồi thoát'))" },
    { "chọn “a → b”\n", "(p('chọn “' " MENU ("a", "b") " '”'))" },
    { "# Mục A → B\n", "(h('Mục ' " MENU ("A", "B") "))" },
    { "[A → B](c)\n", "(p(a<c>(" MENU ("A", "B") ")))" },
    { "a | b\n--|--\n**C → D** | e\n",
      "(table(row(cell('a') cell('b')) row(cell(" MENU ("C", "D") ") cell('e'))))" },
    { "```loa\n**A → B**\n```\n", "(channel4(p(" MENU ("A", "B") ")))" },
    /* No menus. */
    { "Tăng từ 5 → 10.\n", "(p('Tăng từ 5 → 10.'))" },
    { "mưa lớn → lũ quét → sạt lở\n", "(p('mưa lớn → lũ quét → sạt lở'))" },
    { "→ Ghi chú\n", "(p('→ Ghi chú'))" },
    { "Xem →\n", "(p('Xem →'))" },
    { "→\n", "(p('→'))" },
    { "A → → B\n", "(p('A → → B'))" },
    { "**→**\n", "(p(b('→')))" },
    { "**A** → \n", "(p(b('A') ' →'))" },
    { "**A** → b **C**\n", "(p(b('A') ' → b ' b('C')))" },
    { "**A** → b\n", "(p(b('A') ' → b'))" },
    { "![a → b](c.png) d\n", "(p(img<c.png>('a → b') ' d'))" },
    { "```\na → b\n```\n", "(pre'a → b$')" },
    { "a = b >= c\n", "(p('a = b >= c'))" },
    { "Không có… “gì” – cả\n", "(p('Không có… “gì” – cả'))" },
    { "A → một câu dài hơn sáu mươi chữ nên không thể là một nhãn trên màn hình điện thoại được. "
      "Mở C → D\n",
      "(p('A → một câu dài hơn sáu mươi chữ nên không thể là một nhãn trên màn hình điện thoại "
      "được. Mở ' " MENU ("C", "D") "))" },
  };
  check_trees (rows, G_N_ELEMENTS (rows), FALSE);
}

/* A label has up to 60 letters. */
static void
test_length (void)
{
  for (guint n = 60; n <= 61; n++) {
    g_autofree char *label = repeat ("Ă", n);
    g_autofree char *text = g_strdup_printf ("**A → %s**\n", label);
    g_autofree char *menu = g_strdup_printf ("(p(menu(label('A') label('%s'))))", label);
    g_autofree char *tree = tree_of (text, FALSE, NULL);
    g_assert_cmpint (strcmp (tree, menu) == 0, ==, n == 60);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/menu/menus", test_menus);
  g_test_add_func ("/menu/length", test_length);
  return g_test_run ();
}
