/* SPDX-License-Identifier: MIT */
#include "text/date_words.h"

/* "Mùng" is never said of a day above ten. */
#define LAST_MUNG 10

void
date_words_day (GString *out, const NumberStyle *style, guint day, gboolean use_mung)
{
  if (use_mung && day <= LAST_MUNG)
    words_add (out, "mùng");
  number_words_integer (out, style, day);
}

void
date_words_month (GString *out, const NumberStyle *style, guint month, gboolean is_lunar)
{
  if (month == 4)
    words_add (out, "tư");
  else if (is_lunar && month == 1)
    words_add (out, "giêng");
  else if (is_lunar && month == 12)
    words_add (out, "chạp");
  else
    number_words_integer (out, style, month);
}

void
date_words_date (GString *out, const NumberStyle *style, guint day, guint month, guint year,
                 gboolean use_mung)
{
  if (day > 0) {
    words_add (out, "ngày");
    date_words_day (out, style, day, use_mung);
  }
  if (month > 0) {
    words_add (out, "tháng");
    date_words_month (out, style, month, FALSE);
  }
  if (year > 0) {
    words_add (out, "năm");
    number_words_integer (out, style, year);
  }
}

void
date_words_time (GString *out, const NumberStyle *style, guint hour, guint minute, guint second)
{
  number_words_integer (out, style, hour);
  words_add (out, "giờ");
  if (minute > 0 || second > 0) {
    number_words_integer (out, style, minute);
    words_add (out, "phút");
  }
  if (second > 0) {
    number_words_integer (out, style, second);
    words_add (out, "giây");
  }
}
