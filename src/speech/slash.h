/* SPDX-License-Identifier: MIT */
/* What "a/b" means: the fifth of September, five ninths, or five out of nine. */
#pragma once

#include "speech/saying.h"

typedef enum {
  SLASH_NONE,     /* not a number, a slash and a number */
  SLASH_DATE,     /* ngày 5 tháng 9 */
  SLASH_MONTH,    /* tháng 5 năm 2031 */
  SLASH_FRACTION, /* năm phần chín */
  SLASH_SHARE,    /* năm trên chín */
} SlashMeaning;

/* Of the three tokens at `at`: by the words beside them, then by the calendar and by what fractions
 * people use; reports, once each, what was decided without help. */
SlashMeaning slash_meaning (Saying *saying, int at);
/* Whether a number, a slash and a number stand at `at`, without spaces and below 10^9. */
gboolean slash_is_pair (const Saying *saying, int at);
/* What stands before `at` is counted in the year: "quý 3/2024", "tuần 32/2024" are no months. */
gboolean slash_counts_in_year (const Saying *saying, int at);
/* A day that is known by its number: 30/4, 2/9. */
gboolean slash_is_holiday (const Saying *saying, int day, int month);
/* The name of a day of the week stands before `at`, perhaps with a comma or a bracket behind it. */
gboolean slash_follows_weekday (const Saying *saying, int at);
