/* SPDX-License-Identifier: MIT */
#include "text/compound.h"

#include <glib.h>

/* “_” stands for a space at which no line breaks. */
static void
test_words (void)
{
  static const struct {
    const char *text, *bound;
  } rows[] = {
    { "", "" },
    { " ", " " },
    { "nhà", "nhà" },
    { "Đăng ký khai sinh cho con", "Đăng_ký khai_sinh cho con" },
    { "ĐĂNG KÝ TÀI KHOẢN", "ĐĂNG_KÝ TÀI_KHOẢN" },
    { "Bảo hiểm y tế", "Bảo_hiểm y_tế" },
    /* Marks stand between them, or a figure does. */
    { "đăng, ký", "đăng, ký" },
    { "“tài khoản”", "“tài_khoản”" },
    { "tài 2 khoản", "tài 2 khoản" },
    { "Sáu bước diệt lăng quăng", "Sáu bước diệt lăng_quăng" },
    { "Phòng sốt xuất huyết", "Phòng sốt_xuất_huyết" },
    { "Open your account", "Open your account" },
    { "tài khoản tài khoản tài khoản", "tài_khoản tài_khoản tài_khoản" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *bound = text_with_whole_words (rows[i].text, G_MAXUINT);
    g_auto (GStrv) parts = g_strsplit (bound, "\xC2\xA0", -1);
    g_autofree char *shown = g_strjoinv ("_", parts);
    g_assert_cmpstr (shown, ==, rows[i].bound);
  }
}

/* What is too long for a line stays no longer together, and tags are no words. */
static void
test_narrow (void)
{
  static const struct {
    guint most;
    const char *text, *bound;
  } rows[] = {
    { 9, "Tạo tài khoản", "Tạo tài_khoản" },
    { 8, "Tạo tài khoản", "Tạo tài khoản" },
    { 14, "Phòng sốt xuất huyết", "Phòng sốt_xuất_huyết" },
    { 13, "Phòng sốt xuất huyết", "Phòng sốt_xuất huyết" },
    { 14, "<?line 3?>Mở <b lang=\"vi\">tài khoản</b>", "<?line 3?>Mở <b lang=\"vi\">tài_khoản</b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *bound = text_with_whole_words (rows[i].text, rows[i].most);
    g_auto (GStrv) parts = g_strsplit (bound, "\xC2\xA0", -1);
    g_autofree char *shown = g_strjoinv ("_", parts);
    g_assert_cmpstr (shown, ==, rows[i].bound);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compound/words", test_words);
  g_test_add_func ("/compound/narrow", test_narrow);
  return g_test_run ();
}
