/* SPDX-License-Identifier: MIT */
/* Days, months, years and times of day as Vietnamese words; the parts are numbers that were checked
 * before. Every function appends to `out`, with a space first where words meet. */
#pragma once

#include "text/number_words.h"

/* The day (1 to 31) behind "ngày": "năm"; with `use_mung` days 1 to 10 are "mùng năm". */
void date_words_day (GString *out, const NumberStyle *style, guint day, gboolean use_mung);
/* The month (1 to 12) behind "tháng": "tư" in April; of the lunar year also "giêng" and "chạp". */
void date_words_month (GString *out, const NumberStyle *style, guint month, gboolean is_lunar);

/* "ngày năm tháng hai năm hai nghìn không trăm hai mươi tư", from whichever parts are not 0. */
void date_words_date (GString *out, const NumberStyle *style, guint day, guint month, guint year,
                      gboolean use_mung);

/* "mười bảy giờ ba mươi phút"; minutes and seconds of 0 are silent. */
void date_words_time (GString *out, const NumberStyle *style, guint hour, guint minute,
                      guint second);
