/* SPDX-License-Identifier: MIT */
#include "word/mark.h"

#include "../support.h"

static void
test_read (void)
{
  static const struct {
    const char *text;
    MarkKind kind;
    const char *mark;
  } rows[] = {
    { "1. Một", MARK_NUMBER, "1." },
    { "1.Một", MARK_NUMBER, "1." },
    { "12. Một", MARK_NUMBER, "12." },
    { "1.1. Một", MARK_TWO, "1.1." },
    { "1.1 Một", MARK_TWO, "1.1" },
    { "1.2.3. Một", MARK_THREE, "1.2.3." },
    { "2.500 đồng", MARK_NONE, "" },
    { "3.5 triệu đồng", MARK_NONE, "" },
    { "20.11 là ngày", MARK_NONE, "" },
    { "2026. Một", MARK_NONE, "" },
    { "1 người", MARK_NONE, "" },
    { "a) một", MARK_LETTER, "a)" },
    { "đ) một", MARK_LETTER, "đ)" },
    { "ab) một", MARK_NONE, "" },
    { "- một", MARK_DASH, "-" },
    { "– một", MARK_DASH, "-" },
    { "-một", MARK_DASH, "-" },
    { "-5 độ", MARK_NONE, "" },
    { "+ một", MARK_PLUS, "+" },
    { "• một", MARK_NONE, "" },
    { "I. MỘT", MARK_ROMAN, "I." },
    { "XII. MỘT", MARK_ROMAN, "XII." },
    { "A. MỘT", MARK_CAPITAL, "A." },
    { "TM. ỦY BAN", MARK_NONE, "" },
    { "Điều 5. Một", MARK_ARTICLE, "Điều 5." },
    { "Điều 5a. Một", MARK_ARTICLE, "Điều 5a." },
    { "Điều 5 của Luật", MARK_NONE, "" },
    { "Chương II", MARK_CHAPTER, "" },
    { "Phần thứ nhất", MARK_PART, "" },
    { "Phần việc của xã", MARK_NONE, "" },
    { "Mục 3", MARK_SECTION, "" },
    { "Mục đích", MARK_NONE, "" },
    { "", MARK_NONE, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Mark mark = mark_read (rows[i].text);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (mark.kind, ==, rows[i].kind);
    g_assert_cmpstr (mark.text, ==, rows[i].mark);
  }
}

static void
test_steps (void)
{
  gsize length;

  g_assert_cmpuint (mark_step ("Bước 2: Mở", &length), ==, 2);
  g_assert_cmpuint (length, ==, strlen ("Bước 2:"));
  g_assert_cmpuint (mark_step ("Bước 12. Mở", &length), ==, 12);
  g_assert_cmpuint (mark_step ("Bước vào", &length), ==, 0);
  g_assert_cmpint (mark_of_number ("Điều 3.").kind, ==, MARK_ARTICLE);
  g_assert_cmpuint (mark_of_number ("Điều 3.").length, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark/read", test_read);
  g_test_add_func ("/mark/steps", test_steps);
  return g_test_run ();
}
