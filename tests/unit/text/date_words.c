/* SPDX-License-Identifier: MIT */
#include "text/date_words.h"

static void
test_dates (void)
{
  static const struct {
    guint day, month, year;
    gboolean use_mung;
    const char *words;
  } rows[] = {
    { 5, 2, 2024, FALSE, "ngày năm tháng hai năm hai nghìn không trăm hai mươi tư" },
    { 5, 9, 0, FALSE, "ngày năm tháng chín" },
    { 5, 9, 0, TRUE, "ngày mùng năm tháng chín" },
    { 11, 9, 0, TRUE, "ngày mười một tháng chín" },
    { 30, 4, 1975, FALSE, "ngày ba mươi tháng tư năm một nghìn chín trăm bảy mươi lăm" },
    { 0, 5, 2031, FALSE, "tháng năm năm hai nghìn không trăm ba mươi mốt" },
    { 0, 0, 2000, FALSE, "năm hai nghìn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    date_words_date (out, &number_style_official, rows[i].day, rows[i].month, rows[i].year,
                     rows[i].use_mung);
    g_assert_cmpstr (out->str, ==, rows[i].words);
  }
}

static void
test_lunar_months (void)
{
  static const char *const words[] = { "giêng", "hai", "ba",   "tư",   "năm",      "sáu",
                                       "bảy",   "tám", "chín", "mười", "mười một", "chạp" };

  for (guint month = 1; month <= 12; month++) {
    g_autoptr (GString) out = g_string_new (NULL);
    date_words_month (out, &number_style_official, month, TRUE);
    g_assert_cmpstr (out->str, ==, words[month - 1]);
  }
}

static void
test_times (void)
{
  static const struct {
    guint hour, minute, second;
    const char *words;
  } rows[] = { { 7, 0, 0, "bảy giờ" },
               { 17, 30, 0, "mười bảy giờ ba mươi phút" },
               { 9, 7, 0, "chín giờ bảy phút" },
               { 0, 0, 5, "không giờ không phút năm giây" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    date_words_time (out, &number_style_official, rows[i].hour, rows[i].minute, rows[i].second);
    g_assert_cmpstr (out->str, ==, rows[i].words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/date_words/dates", test_dates);
  g_test_add_func ("/text/date_words/lunar-months", test_lunar_months);
  g_test_add_func ("/text/date_words/times", test_times);
  return g_test_run ();
}
