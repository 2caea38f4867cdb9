/* SPDX-License-Identifier: MIT */
#include "speech/slash.h"

#include "saying_support.h"

static void
test_meaning (void)
{
  static const struct {
    const char *text;
    int at;
    SlashMeaning meaning;
  } rows[] = {
    { "xã/phường", 0, SLASH_NONE },
    { "3/4", 0, SLASH_FRACTION },
    { "30/4", 0, SLASH_DATE },
    { "ngày 5/8", 1, SLASH_DATE },
    { "5/8 diện tích", 0, SLASH_FRACTION },
    { "15/20 hộ", 0, SLASH_SHARE },
    { "chiếm 3/8", 1, SLASH_FRACTION },
    { "31/4", 0, SLASH_SHARE },
    { "5/2031", 0, SLASH_MONTH },
    { "tuần 32/2024", 1, SLASH_MONTH },
    { "ngõ 5/8", 1, SLASH_SHARE },
    { "24/7", 0, SLASH_SHARE },
    { "9/10 âm lịch", 0, SLASH_DATE },
    { "hai ngày (5-6/12)", 5, SLASH_DATE },
    { "2 đợt: 10-15/4", 5, SLASH_DATE },
    { "trợ cấp 1/2 tháng lương", 2, SLASH_FRACTION },
    { "đợt 1/2 năm 2026", 1, SLASH_SHARE },
    { "giải nhất 5/5đ", 2, SLASH_SHARE },
    { "cắt nước: 3/12 (8-17h)", 3, SLASH_DATE },
    { "thị lực: 9-10/10", 5, SLASH_SHARE },
    { "thứ hai, 6/12", 3, SLASH_DATE },
    { "đạt 7/10-9/10", 1, SLASH_FRACTION },
    { "từ 7/10-9/10", 1, SLASH_DATE },
    { "45/47 đ/c", 0, SLASH_SHARE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Line) line = line_new (rows[i].text);
    g_assert_cmpint (slash_meaning (&line->saying, rows[i].at), ==, rows[i].meaning);
  }
}

static void
test_pieces (void)
{
  g_autoptr (Line) line = line_new ("quý 1/2024 và 2 / 3");

  g_autoptr (Line) days = line_new ("CN 6-12, thứ tự 2-1, T7 (5-9)");

  g_assert_true (slash_follows_weekday (&days->saying, 1));
  g_assert_false (slash_follows_weekday (&days->saying, 7));
  g_assert_true (slash_follows_weekday (&days->saying, 14));
  g_assert_true (slash_is_pair (&line->saying, 1));
  g_assert_false (slash_is_pair (&line->saying, 5));
  g_assert_true (slash_counts_in_year (&line->saying, 1));
  g_assert_false (slash_counts_in_year (&line->saying, 5));
  g_assert_true (slash_is_holiday (&line->saying, 30, 4));
  g_assert_false (slash_is_holiday (&line->saying, 4, 30));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/slash/meaning", test_meaning);
  g_test_add_func ("/speech/slash/pieces", test_pieces);
  return g_test_run ();
}
