/* SPDX-License-Identifier: MIT */
/* Dates: 05/02/2024, 5-2-2024, 2024-02-05, 30/4, 27-28/7, từ 25/12 - 05/01, tháng 04/2024, tháng 4.
 */
#include "speech/recognisers.h"
#include "speech/slash.h"
#include "speech/written_date.h"

#include "base/date.h"
#include "base/i18n.h"
#include "text/date_words.h"

/* A leap year: a day and a month without a year may be 29 February. */
#define ANY_YEAR 2024
/* Tokens of the name of a house, and days that one month is written behind. */
#define LONGEST_CODE 6
#define MOST_DAYS    12

/* After "ngày", "mùng" and the like no second "ngày" is said, nor in the name of a street. */
static gboolean
is_announced (const Saying *saying, int at)
{
  int before = saying_is_mark (saying, at - 1, ':') ? at - 2 : saying_word_before (saying, at);
  /* "Ngày 8-3, 20-10" */
  gboolean is_listed = saying->date_end > 0 && at == saying->date_end + 1
                       && saying_is_mark (saying, at - 1, ',') && saying_is_dash (saying, at + 1);
  return is_listed || (saying_class (saying, before) & (WORD_DAY | WORD_STREET)) != 0;
}

static gboolean
month_is_announced (const Saying *saying, int at)
{
  return (saying_class (saying, saying_word_before (saying, at)) & WORD_MONTH) != 0;
}

static gboolean
is_lunar (const Saying *saying, int at)
{
  return (saying_class (saying, at) & WORD_LUNAR) != 0;
}

static gboolean
date_is_lunar (const Saying *saying, const WrittenDate *date)
{
  return date->is_lunar || is_lunar (saying, date->end);
}

static void
say_day (Saying *saying, int at, guint day, gboolean lunar)
{
  int before = saying_word_before (saying, at);
  gboolean has_mung = saying_has (saying, before, "mùng") || saying_has (saying, before, "mồng");

  saying_word (saying, is_announced (saying, at) ? "" : "ngày");
  date_words_day (saying->out, &saying->style, day, (saying->use_mung || lunar) && !has_mung);
}

/* What is known of a date after its day. */
static void
say_month_and_year (Saying *saying, const WrittenDate *date)
{
  if (date->month > 0) {
    saying_word (saying, "tháng");
    saying_word (saying, "");
    date_words_month (saying->out, &saying->style, date->month, date_is_lunar (saying, date));
  }
  if (date->year > 0) {
    saying_word (saying, "năm");
    saying_integer (saying, date->year);
  }
}

static void
say_written (Saying *saying, int at, const WrittenDate *date)
{
  if (date->day > 0)
    say_day (saying, at, date->day, date_is_lunar (saying, date));
  if (date->day == 0 && date->month > 0) {
    if (saying_has (saying, saying_word_before (saying, at), "thứ")) {
      saying_word (saying, ""); /* "kỳ họp thứ 4/2026" */
      number_words_ordinal (saying->out, &saying->style, date->month);
    } else if (slash_counts_in_year (saying, at) && saying_length (saying, at) > 2
               && saying_at (saying, at)[0] == '0') {
      saying_digits (saying, at); /* "sổ số 0123/2026" */
    } else if (slash_counts_in_year (saying, at)) {
      saying_integer (saying, date->month);
    } else {
      saying_word (saying, month_is_announced (saying, at) ? "" : "tháng");
      date_words_month (saying->out, &saying->style, date->month, FALSE);
    }
    saying_word (saying, "năm");
    saying_integer (saying, date->year);
    return;
  }
  say_month_and_year (saying, date);
}

/* A year behind the number of a month: "/2024", "-2024". */
static gboolean
has_year (const Saying *saying, int at)
{
  return (saying_is_slash (saying, at) || saying_is_dash (saying, at)
          || saying_is_mark (saying, at, '.'))
         && saying_is_glued (saying, at) && saying_is_number (saying, at + 1)
         && saying_length (saying, at + 1) == 4;
}

/* "25/12 - 05/01": a dash and another date. */
static int
say_until (Saying *saying, int at)
{
  WrittenDate until;

  if (!saying_is_dash (saying, at))
    return at;
  /* "8/2026-T5/2027" */
  if (saying_matches (saying, at + 1, "T") && has_year (saying, at + 3)) {
    saying_word (saying, "đến");
    return at + 1;
  }
  if (!written_date_read (saying, at + 1, &until))
    return at;
  saying_word (saying, "đến");
  say_written (saying, at + 1, &until);
  return until.end;
}

/* "27-28/7", "27-28/7/2024": the month stands with the second day only. */
static int
say_days (Saying *saying, int at)
{
  WrittenDate until;

  if (saying_length (saying, at) > 2 || !saying_is_dash (saying, at + 1)
      || !written_date_read (saying, at + 2, &until) || until.day == 0)
    return at;
  int day = saying_value (saying, at);
  if (day < 1 || (guint) day >= until.day || saying_is_dash (saying, at + 3))
    return at;
  say_day (saying, at, day, date_is_lunar (saying, &until));
  saying_word (saying, "đến");
  date_words_day (saying->out, &saying->style, until.day, FALSE);
  say_month_and_year (saying, &until);
  return until.end;
}

/* "5,6,7/12": days of one month, with commas between them and no space. */
static int
say_listed_days (Saying *saying, int at)
{
  WrittenDate last;
  int end = at;

  while (end < at + 2 * MOST_DAYS && saying_is_mark (saying, end + 1, ',')
         && saying_is_glued (saying, end + 1) && saying_is_number (saying, end + 2)
         && saying_is_glued (saying, end + 2) && saying_length (saying, end) <= 2)
    end += 2;
  if (end == at || !saying_is_slash (saying, end + 1) || !slash_is_pair (saying, end)
      || !(saying_class (saying, saying_word_before (saying, at)) & (WORD_DAY | WORD_DATE)))
    return at;
  last = (WrittenDate){ .end = end + 3,
                        .day = saying_value (saying, end),
                        .month = saying_value (saying, end + 2) };
  if (!date_exists (ANY_YEAR, last.month, last.day))
    return at;
  say_day (saying, at, saying_value (saying, at), FALSE);
  for (int i = at + 2; i <= end; i += 2) {
    saying_pause (saying, ',');
    saying_word (saying, "");
    date_words_day (saying->out, &saying->style, saying_value (saying, i), FALSE);
  }
  say_month_and_year (saying, &last);
  return last.end;
}

/* "tháng 3-4/2024", "quý 1-2/2024". */
static int
say_months (Saying *saying, int at)
{
  WrittenDate until;
  int month = saying_value (saying, at);
  gboolean is_month = month_is_announced (saying, at);

  if (!(is_month || slash_counts_in_year (saying, at)) || month < 1 || month > 12
      || !saying_is_dash (saying, at + 1) || !written_date_read (saying, at + 2, &until)
      || until.day > 0)
    return at;
  saying_word (saying, "");
  if (is_month) {
    date_words_month (saying->out, &saying->style, month, FALSE);
    saying_word (saying, "đến tháng");
    date_words_month (saying->out, &saying->style, until.month, FALSE);
  } else {
    saying_integer (saying, month);
    saying_word (saying, "đến");
    saying_integer (saying, until.month);
  }
  saying_word (saying, "năm");
  saying_integer (saying, until.year);
  return until.end;
}

/* "tháng 4", "tháng 04": only April and the months of the lunar year have names of their own. */
static int
say_month_number (Saying *saying, int at)
{
  int month = saying_value (saying, at);

  if (!month_is_announced (saying, at) || month < 1 || month > 12 || saying_length (saying, at) > 2)
    return at;
  /* "vé tháng 1.050.000đ", "tháng 1,2" */
  if ((saying_is_mark (saying, at + 1, ',') || saying_is_mark (saying, at + 1, '.'))
      && saying_is_number (saying, at + 2) && saying_is_glued (saying, at + 2))
    return at;
  saying_word (saying, "");
  date_words_month (saying->out, &saying->style, month, is_lunar (saying, at + 1));
  int until = saying_value (saying, at + 2);
  if (!saying_is_dash (saying, at + 1) || until <= month || until > 12
      || saying_is_glued (saying, at + 3))
    return at + 1;
  saying_word (saying, "đến tháng");
  date_words_month (saying->out, &saying->style, until, is_lunar (saying, at + 3));
  return at + 3;
}

/* A date the calendar has not: its three numbers, so that whoever reads it out stumbles. */
static int
say_impossible (Saying *saying, int at, const WrittenDate *date)
{
  saying_warn (saying, at, "impossible date", _ ("correct the date"),
               _ ("the calendar has no day %u/%u/%u; it is not read as a date"), date->day,
               date->month, date->year);
  saying_cardinal (saying, at);
  saying_pause (saying, ',');
  saying_cardinal (saying, at + 2);
  saying_pause (saying, ',');
  saying_cardinal (saying, at + 4);
  saying->certainty = SPEECH_DEFAULT;
  return date->end;
}

/* "9T/2026": nine months of the year. */
static int
say_months_of_year (Saying *saying, int at)
{
  int months = saying_value (saying, at);

  if (!saying_matches (saying, at + 1, "T") || !saying_is_glued (saying, at + 1) || months < 1
      || months > 12 || !saying_is_slash (saying, at + 2) || saying_length (saying, at + 3) != 4
      || !saying_is_number (saying, at + 3))
    return at;
  saying_cardinal (saying, at);
  saying_word (saying, "tháng năm");
  saying_cardinal (saying, at + 3);
  return at + 4;
}

/* "ngày 3-10": two days or one date; "từ ngày 3-10", "ngày 1-5 hằng tháng" are two, and "ngày 2-3
 * lần" counts something else. */
static void
warn_range (Saying *saying, int at)
{
  int next = at + 3;

  if (saying_has_topic (saying, at - 2, TOPIC_SEVERAL)
      || saying_has_topic (saying, next, TOPIC_EACH))
    return;
  if (saying_is_word (saying, next)
      && !(saying_class (saying, next) & (WORD_FUNCTION | WORD_PHRASE)))
    return;
  g_autofree char *written =
    g_strdup_printf ("%d-%d", saying_value (saying, at), saying_value (saying, at + 2));
  saying->certainty = SPEECH_DEFAULT;
  saying_warn (saying, at, written, _ ("write “ngày 3/10” or “từ ngày 3 đến ngày 10”"),
               _ ("“%s” may be a date or several days; it is read as several days"), written);
}

int
say_date (Saying *saying, int at)
{
  WrittenDate date;
  int end = say_months_of_year (saying, at);

  if (end > at)
    return end;
  if ((end = say_listed_days (saying, at)) > at || (end = say_days (saying, at)) > at
      || (end = say_months (saying, at)) > at) {
    saying->date_end = end;
    return end;
  }
  if (!written_date_read (saying, at, &date)) {
    if (date.is_impossible)
      return say_impossible (saying, at, &date);
    if (date.may_be_date)
      warn_range (saying, at);
    return say_month_number (saying, at);
  }
  say_written (saying, at, &date);
  saying->date_end = date.end;
  end = say_until (saying, date.end);
  saying->date_end = end;
  return end;
}

/* "T6", "CN" */
static gboolean
is_weekday (const Saying *saying, int at)
{
  int day = saying_value (saying, at + 1);

  /* "lô CN-05" is a plot */
  if (saying_matches (saying, at, "CN"))
    return !(saying_is_glued (saying, at + 1) && saying_is_dash (saying, at + 1)
             && saying_is_number (saying, at + 2) && saying_is_glued (saying, at + 2));
  return saying_matches (saying, at, "T") && saying_is_glued (saying, at + 1) && day >= 2
         && day <= 7 && !has_year (saying, at + 2);
}

/* "T2-T6", "T7, CN": a day of the week has company, a month has not. */
static gboolean
has_weekday_beside (const Saying *saying, int at)
{
  for (int i = at - 4; i <= at + 4; i++)
    if (i != at && is_weekday (saying, i))
      return TRUE;
  return FALSE;
}

/* "T3,5,7": days of the week behind one letter, the later ones bare. */
static gboolean
starts_list_of_weekdays (const Saying *saying, int at)
{
  int last = saying_value (saying, at + 1);
  int next = at + 2;

  while (saying_is_mark (saying, next, ',') && saying_is_number (saying, next + 1)
         && saying_length (saying, next + 1) == 1 && saying_value (saying, next + 1) > last
         && saying_value (saying, next + 1) <= 7) {
    last = saying_value (saying, next + 1);
    next += 2;
  }
  return next > at + 2 && !saying_is_slash (saying, next)
         && !(saying_is_word (saying, next)
              && !(saying_class (saying, next) & (WORD_FUNCTION | WORD_PHRASE | WORD_BREATH)));
}

/* "tòa T5", "các tòa CT1, CT2A, T5": a letter and a number are the name of a house. */
static gboolean
names_building (const Saying *saying, int at)
{
  int before = at - 2;
  /* "dự phòng T5" is no room */

  if (saying_has (saying, at - 1, "phòng") && saying_has_topic (saying, at - 2, TOPIC_NOT_ROOM))
    return FALSE;
  if (saying_is_named (saying, at, WORD_BUILDING | WORD_HOUSE | WORD_PARCEL | WORD_STREET))
    return TRUE;
  /* "đường T3-T5" */
  if (saying_is_dash (saying, at - 1) && saying_matches (saying, at - 3, "T")
      && saying_is_named (saying, at - 3, WORD_BUILDING | WORD_STREET))
    return TRUE;
  if (!saying_is_mark (saying, at - 1, ',') && !saying_has (saying, at - 1, "và"))
    return FALSE;
  /* the name before it in the list */
  for (int i = 0; i < LONGEST_CODE && saying_is_glued (saying, before); i++)
    before--;
  return saying_is_word (saying, before) && saying_is_number (saying, before + 1)
         && saying_is_glued (saying, before + 1) && !saying_matches (saying, before, "T");
}

/* "T7" by itself */
static int
say_short_day (Saying *saying, int at)
{
  guint number = saying_value (saying, at + 1);
  if (names_building (saying, at))
    return at;
  gboolean is_day =
    is_weekday (saying, at)
    && (has_weekday_beside (saying, at) || starts_list_of_weekdays (saying, at)
        || saying_is_named (saying, at, WORD_WEEKDAY_BEFORE)
        /* "Thứ 2-6: 7h-11h; T7: 7h30" */
        || saying->weekday_end > 0
        /* "họp 8g T7" */
        || (saying->time_end > 0 && saying->time_end == at) || saying_has (saying, at + 2, "hàng")
        || saying_has (saying, at + 2, "hằng")
        /* "T4 (25/11)", "T7, 28/11" */
        || ((saying_is_mark (saying, at + 2, '(') || saying_is_mark (saying, at + 2, ','))
            && slash_is_pair (saying, at + 3))
        || slash_is_pair (saying, at + 2));

  if (!saying_matches (saying, at, "T")
      || (saying_is_glued (saying, at) && saying_token (saying, at - 1)->kind != SPEECH_MARK)
      || saying_length (saying, at + 1) > 2 || saying_has (saying, at - 1, "ga")
      || (saying_is_glued (saying, at + 2) && !saying_is_dash (saying, at + 2)
          && saying_token (saying, at + 2)->kind != SPEECH_MARK))
    return at;
  /* From August on there is no such day of the week. */
  gboolean is_doubtful = !is_day && number <= 7;
  if (is_doubtful)
    saying->certainty = SPEECH_DEFAULT;
  if (is_doubtful)
    saying_warn (saying, at, "short month", _ ("write “tháng” or “thứ”"),
                 _ ("“T%u” may be a month or a day of the week; it is read as a month"), number);
  saying_word (saying, is_day ? "thứ" : "tháng");
  saying_word (saying, "");
  if (!is_day) {
    date_words_month (saying->out, &saying->style, number, FALSE);
    return at + 2;
  }
  number_words_ordinal (saying->out, &saying->style, number);
  saying->weekday_end = at + 2;
  return at + 2;
}

/* "T7, CN", "7h30 CN", "CN (06/9)", but "120 CN" are workers */
static gboolean
is_sunday (const Saying *saying, int at)
{
  int date =
    at + 1 + (saying_is_mark (saying, at + 1, '(') || saying_is_mark (saying, at + 1, ','));

  return saying_matches (saying, at, "CN")
         && (has_weekday_beside (saying, at) || slash_is_pair (saying, date)
             || (saying->time_end > 0 && saying->time_end == at));
}

/* "T4/2024", "Q1/2024", "T2-T6" */
int
say_month (Saying *saying, int at)
{
  if (is_sunday (saying, at)) {
    saying_word (saying, "chủ nhật");
    return at + 1;
  }
  gboolean is_quarter = saying_matches (saying, at, "Q");
  int number = saying_value (saying, at + 1);

  if (!(is_quarter || saying_matches (saying, at, "T")) || !saying_is_glued (saying, at + 1)
      || number < 1 || number > (is_quarter ? 4 : 12))
    return at;
  if (!has_year (saying, at + 2))
    return say_short_day (saying, at);
  saying_word (saying, is_quarter ? "quý" : "tháng");
  saying_word (saying, "");
  if (is_quarter)
    saying_integer (saying, number);
  else
    date_words_month (saying->out, &saying->style, number, FALSE);
  saying_word (saying, "năm");
  saying_cardinal (saying, at + 3);
  return at + 4;
}
