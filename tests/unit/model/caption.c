/* SPDX-License-Identifier: MIT */
#include "model/caption.h"

static void
test_read (void)
{
  static const struct {
    const char *text, *word, *id, *title; /* word NULL: no caption; id NULL: no number */
  } rows[] = {
    { "Bảng 1. Số hộ", "Bảng", "bang_1", "Số hộ" },
    { "Bảng 2.1: Số hộ", "Bảng", "bang_2-1", "Số hộ" },
    { "Bảng: Số hộ", "Bảng", NULL, "Số hộ" },
    { "Biểu đồ 3. Tỷ lệ", "Biểu đồ", "bieu-do_3", "Tỷ lệ" },
    { "Biểu 3. Thu", "Biểu", "bieu_3", "Thu" },
    { "Hình 1 cho thấy", NULL, NULL, NULL },
    { "Hình ảnh: đẹp", NULL, NULL, NULL },
    { "Bảng. Số hộ", NULL, NULL, NULL },
    { "Bảng 1.", NULL, NULL, NULL },
    { "Xem Bảng 1. Số hộ", NULL, NULL, NULL },
    { "", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Caption caption;
    gboolean is_one = caption_read (rows[i].text, &caption);
    g_autofree char *id = caption_id_of (rows[i].text);
    g_assert_cmpint (is_one, ==, rows[i].word != NULL);
    g_assert_cmpstr (id, ==, rows[i].id);
    if (!is_one)
      continue;
    g_assert_cmpstr (caption.word, ==, rows[i].word);
    g_assert_cmpstr (caption.title, ==, rows[i].title);
  }
}

static void
test_number (void)
{
  static const struct {
    const char *text;
    gsize length;
  } rows[] = { { "1. Số", 1 }, { "2.1", 3 }, { "2.1.", 3 }, { "12..", 2 },
               { ".1", 0 },    { "a1", 0 },  { "", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (caption_number_length (rows[i].text), ==, rows[i].length);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/caption/read", test_read);
  g_test_add_func ("/caption/number", test_number);
  return g_test_run ();
}
