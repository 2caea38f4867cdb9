/* SPDX-License-Identifier: MIT */
#include "speech/unit.h"

#include "saying_support.h"

/* The unit behind the number a line starts with, or NULL; whether it is one of money. */
static void
test_units (void)
{
  static const struct {
    const char *text, *unit;
    gboolean is_money;
  } rows[] = {
    { "5km", "ki lô mét", FALSE }, { "5 m", "mét", FALSE },      { "5 A", NULL, FALSE },
    { "220V", "vôn", FALSE },      { "100 đồng", "đồng", TRUE }, { "100 USD", "đô la Mỹ", TRUE },
    { "9K", NULL, FALSE },         { "10K", "nghìn", FALSE },    { "299p", "phút", FALSE },
    { "300p", NULL, FALSE },       { "5000d", "đồng", TRUE },    { "5d", NULL, FALSE },
    { "5 hộ", NULL, FALSE },       { "5", NULL, FALSE },
    { "9đ", "điểm", FALSE },       { "50đ", "đồng", TRUE },      { "9đ/tin", "đồng", TRUE },
    { "2 l/p", "lít", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Line) line = line_new (rows[i].text);
    const LexiconEntry *entry = unit_at (&line->saying, 1);
    g_assert_cmpstr (entry ? entry->unit : NULL, ==, rows[i].unit);
    g_assert_cmpint (unit_is_money (&line->saying, 1), ==, rows[i].is_money);
  }
}

/* The same behind words that say what it is about; the unit is the last token but one. */
static void
test_subjects (void)
{
  static const struct {
    const char *text;
    int at;
    const char *unit, *time;
  } rows[] = {
    { "mạch 110 l/p", 2, "lần một phút", NULL },
    { "vàng 24K", 2, NULL, NULL },
    { "vàng giá 500K", 3, "nghìn", NULL },
    { "trẻ <6T làm", 3, NULL, "tuổi" },
    { "cháu T. (12t)", 5, NULL, "tuổi" },
    { "tước bằng 10-12T", 5, NULL, "tháng" },
    { "xe tải 5T", 3, "tấn", NULL },
    { "xe tù 5T/2026", 3, NULL, NULL },
    { "người Dao (18-55t)", 6, NULL, "tuổi" },
    { "nam từ 20t", 3, NULL, "tuổi" },
    { "năng suất 6t/ha", 3, "tấn", NULL },
    { "giá trị 6T", 3, NULL, "tháng" },
    { "khám 6T/lần", 2, NULL, "tháng" },
    { "Đội 4 (9đ, +5)", 4, "điểm", NULL },
    { "đuối nước 2 (<10t)", 6, NULL, NULL },
    { "từ 14t đến dưới 16t chịu", 6, NULL, "tuổi" },
    { "năng suất 80T/ha", 3, "tấn", NULL },
    { "thải 120 tấn/ngđ", 2, "tấn trên ngày đêm", NULL },
    { "hạn chế tải 18T", 4, "tấn", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Line) line = line_new (rows[i].text);
    const LexiconEntry *entry = unit_at (&line->saying, rows[i].at);
    g_assert_cmpstr (entry ? entry->unit : NULL, ==, rows[i].unit);
    g_assert_cmpstr (unit_of_time (&line->saying, rows[i].at), ==, rows[i].time);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/unit/units", test_units);
  g_test_add_func ("/speech/unit/subjects", test_subjects);
  return g_test_run ();
}
