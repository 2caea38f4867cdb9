/* SPDX-License-Identifier: MIT */
#include "speech/written_date.h"

#include "base/date.h"
#include "speech/slash.h"
#include "speech/unit.h"

/* Years written with two digits: 24 is 2024, 75 is 1975. */
#define LAST_SHORT_YEAR 50
/* A leap year: a day and a month without a year may be 29 February. */
#define ANY_YEAR 2024
/* Words of the name of a day. */
#define NAMED_DAY_REACH 8

/* The separator between two numbers at `at`, or 0. */
static gunichar
separator_at (const Saying *saying, int at)
{
  gunichar mark = saying_token (saying, at)->mark;

  if (!saying_is_glued (saying, at) || !saying_is_glued (saying, at + 1)
      || !saying_is_number (saying, at + 1))
    return 0;
  if (saying_is_slash (saying, at))
    return '/';
  return saying_is_dash (saying, at) ? '-' : mark == '.' ? '.' : 0;
}

/* The third number of a date. "05-09-23" is one if the calendar has it; "12-34-56" is a code. */
static gboolean
is_year_of (const Saying *saying, int at, gunichar separator)
{
  gsize length = saying_length (saying, at + 4);

  if (length == 4)
    return TRUE;
  /* "nhà số 12/3/45" is in a lane of a lane. */
  if (length == 2 && separator == '/')
    return !saying_has (saying, at - 1, "số")
           && !saying_is_named (saying, at, WORD_HOUSE | WORD_PARCEL | WORD_NUMBER_NAME)
           && !(saying_class (saying, at + 5) & (WORD_STREET | WORD_HOUSE));
  return length == 2 && separator == '-' && saying_length (saying, at) == 2
         && saying_length (saying, at + 2) == 2
         && date_exists (ANY_YEAR, saying_value (saying, at + 2), saying_value (saying, at));
}

static guint
year_of (const Saying *saying, int at)
{
  guint year = saying_value (saying, at);
  if (saying_length (saying, at) > 2)
    return year;
  return year + (year <= LAST_SHORT_YEAR ? 2000 : 1900);
}

static gboolean
settle (WrittenDate *date)
{
  date->is_impossible = !g_date_valid_dmy (date->day, date->month, date->year);
  return !date->is_impossible;
}

/* Three numbers between two equal separators. */
static gboolean
read_three (const Saying *saying, int at, gunichar separator, WrittenDate *date)
{
  if (separator_at (saying, at + 3) != separator || separator_at (saying, at + 5) == separator)
    return FALSE;
  date->end = at + 5;
  if (saying_length (saying, at) == 4 && saying_length (saying, at + 4) <= 2) {
    date->year = saying_value (saying, at);
    date->month = saying_value (saying, at + 2);
    date->day = saying_value (saying, at + 4);
    return settle (date);
  }
  if (saying_length (saying, at) > 2 || saying_length (saying, at + 2) > 2
      || !is_year_of (saying, at, separator))
    return FALSE;
  date->day = saying_value (saying, at);
  date->month = saying_value (saying, at + 2);
  date->year = year_of (saying, at + 4);
  return settle (date);
}

/* "tháng 5-2031", "quý 1-2024": the slash does without the word. */
static gboolean
read_month_and_year (const Saying *saying, int at, WrittenDate *date)
{
  int month = saying_value (saying, at);
  int year = saying_value (saying, at + 2);

  gboolean is_month = saying_class (saying, at - 1) & WORD_MONTH
                      || slash_counts_in_year (saying, at) || saying->n_tokens == 3;
  if (!is_month || month < 1 || month > 12 || saying_length (saying, at) > 2
      || saying_length (saying, at + 2) != 4 || year < 1900 || year > 2200)
    return FALSE;
  date->month = month;
  date->year = year;
  date->end = at + 3;
  return TRUE;
}

/* "Ngày Thầy thuốc Việt Nam 27.2": the day has a name. */
static gboolean
has_day_before (const Saying *saying, int at)
{
  for (int i = at - 1; i >= at - NAMED_DAY_REACH && saying_is_word (saying, i); i--)
    if (saying_class (saying, i) & WORD_DAY)
      return TRUE;
  return FALSE;
}

/* "CN 6-12" is a day, "CN 6-12 giờ" are hours; "sáng 3-12" is one, "sáng 3-5 người" are people. */
static gboolean
follows_part_of_week (const Saying *saying, int at)
{
  WordClasses after = saying_class (saying, at + 3);

  if (saying_has_topic (saying, at - 1, TOPIC_DAY_BEFORE)
      && (!saying_is_word (saying, at + 3) || after & WORD_FUNCTION))
    return TRUE;
  /* "thứ Năm, ngày 03-12" */
  int day = at - saying_has (saying, at - 1, "ngày");
  return slash_follows_weekday (saying, day) && unit_at (saying, at + 3) == NULL
         && !(after & (WORD_PER | WORD_SPEED)) && !saying_matches (saying, at + 3, "h");
}

/* "có hiệu lực từ 1-12;": a date, or one to twelve; "cực đại từ 8-10" is none. */
static gboolean
may_be_first_day (const Saying *saying, int at)
{
  int day = saying_value (saying, at), month = saying_value (saying, at + 2);

  return saying_has_topic (saying, at - 2, TOPIC_SINCE) && saying_has (saying, at - 1, "từ")
         && saying_token (saying, at + 3)->kind == SPEECH_MARK && saying_is_dash (saying, at + 1)
         && date_exists (ANY_YEAR, month, day) && saying_length (saying, at + 2) <= 2
         && day < month;
}

/* "áp dụng đến 31.12": behind a word of time, and no number of a month can stand first. */
static gboolean
is_dotted_day (const Saying *saying, int at)
{
  return saying_class (saying, at - 1) & WORD_DATE && saying_is_mark (saying, at + 1, '.')
         && saying_length (saying, at) == 2 && saying_length (saying, at + 2) == 2
         && saying_value (saying, at) > 12 && unit_at (saying, at + 3) == NULL
         && !(saying_class (saying, at + 3) & (WORD_MAGNITUDE | WORD_PER));
}

/* "ngày 2-9", "lễ 2.9" */
static gboolean
read_day_and_month (const Saying *saying, int at, WrittenDate *date)
{
  int day = saying_value (saying, at);
  int month = saying_value (saying, at + 2);

  WordClasses before = saying_class_ending (saying, at - 1); /* "giỗ Tổ 10-3" */
  gboolean is_of_week = follows_part_of_week (saying, at);
  date->may_be_date = may_be_first_day (saying, at);
  /* "dịp 20-11", or a holiday all alone */
  gboolean is_known =
    slash_is_holiday (saying, day, month)
    && (before & (WORD_DATE | WORD_STREET) || saying->n_tokens == 3 || has_day_before (saying, at)
        || (saying->date_end > 0 && at - saying->date_end <= 1));
  if (!(before & WORD_DAY || is_known || is_of_week || is_dotted_day (saying, at))
      || !date_exists (ANY_YEAR, month, day) || saying_length (saying, at + 2) > 2)
    return FALSE;
  /* "ngày 15-16/7" and "ngày 5-7 tháng 9" are ranges of days. */
  if (separator_at (saying, at + 3) || saying_class (saying, at + 3) & WORD_MONTH)
    return FALSE;
  /* "ngày 1-3" is a range as well; only the day of independence is usually written so. */
  if (saying_is_dash (saying, at + 1) && !(day == 2 && month == 9) && day < month && !is_of_week) {
    date->may_be_date = TRUE;
    return FALSE;
  }
  date->day = day;
  date->month = month;
  date->end = at + 3;
  return TRUE;
}

/* "16/Giêng", "23/Chạp": the months of the lunar year that have names. */
static gboolean
read_named_month (const Saying *saying, int at, WrittenDate *date)
{
  gboolean is_first = saying_has (saying, at + 2, "giêng");
  int day = saying_value (saying, at);

  if (!saying_is_slash (saying, at + 1) || !saying_is_glued (saying, at + 1)
      || !(is_first || saying_has (saying, at + 2, "chạp")) || day < 1 || day > 30)
    return FALSE;
  *date = (WrittenDate){ .end = at + 3, .day = day, .month = is_first ? 1 : 12, .is_lunar = TRUE };
  return TRUE;
}

gboolean
written_date_read (Saying *saying, int at, WrittenDate *date)
{
  *date = (WrittenDate){ .end = at };
  if (!saying_is_number (saying, at) || saying_length (saying, at) > 4)
    return FALSE;
  if (read_named_month (saying, at, date))
    return TRUE;
  gunichar separator = separator_at (saying, at + 1);
  if (separator == 0)
    return FALSE;
  if (read_three (saying, at, separator, date))
    return TRUE;
  if (date->is_impossible)
    return FALSE;
  if (separator != '/')
    return read_month_and_year (saying, at, date) || read_day_and_month (saying, at, date);

  /* A third number would make it something else: 12/3/4 is an
   * address, 1/10.000 a scale. */
  if (separator_at (saying, at + 3) == '/' || separator_at (saying, at + 3) == '.')
    return FALSE;
  SlashMeaning meaning = slash_meaning (saying, at);
  if (meaning != SLASH_DATE && meaning != SLASH_MONTH)
    return FALSE;
  date->end = at + 3;
  if (meaning == SLASH_MONTH) {
    date->month = saying_value (saying, at);
    date->year = saying_value (saying, at + 2);
  } else {
    date->day = saying_value (saying, at);
    date->month = saying_value (saying, at + 2);
  }
  return TRUE;
}
