/* SPDX-License-Identifier: MIT */
/* Times of day: 7h, 07h00, 17:00, 17g30, 17 giờ 30, 7h30-11h30, 7-9h. */
#include "speech/recognisers.h"
#include "speech/slash.h"

#include "base/date.h"
#include "text/date_words.h"

#include <string.h>

/* "6 PM" is the evening. */
#define FIRST_EVENING 6
/* A leap year: a day and a month without a year may be 29 February. */
#define ANY_YEAR 2024

typedef struct {
  int end;
  guint hour, minute, second;
} WrittenTime;

static gboolean
is_hour_mark (const Saying *saying, int at)
{
  return saying_matches (saying, at, "h") || saying_matches (saying, at, "H")
         || saying_matches (saying, at, "g");
}

static gboolean
is_minute_mark (const Saying *saying, int at)
{
  return saying_is_minute_sign (saying, at) || saying_matches (saying, at, "p")
         || saying_matches (saying, at, "ph") || saying_matches (saying, at, "m");
}

/* What follows "5'30": two quotation marks, or letters. */
static int
skip_second_mark (const Saying *saying, int at)
{
  if (saying_matches (saying, at, "s") || saying_has (saying, at, "giây"))
    return at + 1;
  while (saying_is_glued (saying, at)
         && (saying_is_minute_sign (saying, at) || saying_is_second_sign (saying, at)))
    at++;
  return at;
}

/* Two digits below sixty, right behind what stands before. */
static gboolean
read_sixty (const Saying *saying, int at, guint *value)
{
  if (saying_length (saying, at) != 2 || !saying_is_number (saying, at)
      || !saying_is_glued (saying, at) || saying_value (saying, at) >= 60)
    return FALSE;
  *value = saying_value (saying, at);
  return TRUE;
}

/* 17:30, 17:30:45 */
static gboolean
read_colons (const Saying *saying, int at, WrittenTime *time)
{
  if (!saying_is_mark (saying, at + 1, ':') || !saying_is_glued (saying, at + 1)
      || !read_sixty (saying, at + 2, &time->minute) || saying_class (saying, at - 1) & WORD_RATIO)
    return FALSE;
  time->end = at + 3;
  if (!saying_is_mark (saying, at + 3, ':') || !saying_is_glued (saying, at + 3)
      || !saying_is_number (saying, at + 4) || !saying_is_glued (saying, at + 4))
    return TRUE;
  time->end = at + 5;
  /* "NPK 16:16:8" are parts of a whole */
  return read_sixty (saying, at + 4, &time->second);
}

/* "6h5": with a mark that is no gram, one digit is enough. */
static gboolean
read_minute (const Saying *saying, int at, WrittenTime *time)
{
  if (read_sixty (saying, at, &time->minute))
    return TRUE;
  if (saying_length (saying, at) != 1 || !saying_is_number (saying, at)
      || !saying_is_glued (saying, at) || saying_matches (saying, at - 1, "g"))
    return FALSE;
  time->minute = saying_value (saying, at);
  return TRUE;
}

/* "6h 30": minutes behind a space count nothing. */
static gboolean
read_apart (const Saying *saying, int at, WrittenTime *time)
{
  int minute = saying_value (saying, at);

  if (saying_length (saying, at) != 2 || minute < 0 || minute >= 60 || saying_is_glued (saying, at)
      || saying_is_glued (saying, at + 1) || saying_matches (saying, at - 1, "g"))
    return FALSE;
  const SpeechToken *next = saying_token (saying, at + 1);
  if (next->kind == SPEECH_NUMBER
      || (next->kind == SPEECH_WORD && !saying_has (saying, at + 1, "phút")
          && !(saying_class (saying, at + 1) & (WORD_FUNCTION | WORD_DATE | WORD_DAY))))
    return FALSE;
  time->minute = minute;
  return TRUE;
}

/* "8h30", "8h30'15''", "8h30 phút" behind its minutes */
static int
read_rest (const Saying *saying, int at, WrittenTime *time)
{
  if (saying_has (saying, at, "phút"))
    at++;
  else if (saying_is_glued (saying, at) && is_minute_mark (saying, at))
    at++;
  else
    return at;
  guint second;
  if (!read_sixty (saying, at, &second) || skip_second_mark (saying, at + 1) == at + 1)
    return at;
  time->second = second;
  return skip_second_mark (saying, at + 1);
}

/* "4g-5g và 17g-18g", "(T2, 4, 6), 7g-11g": behind a time of day or a day, two hours of the clock
 * with a dash between them. */
static gboolean
is_range_of_hours (const Saying *saying, int at)
{
  return (saying->time_end > 0 || saying->weekday_end > 0 || saying->date_end > 0)
         && saying_value (saying, at) < saying_value (saying, at + 3)
         && saying_is_dash (saying, at + 2) && saying_is_number (saying, at + 3)
         && saying_value (saying, at + 3) <= 24 && saying_matches (saying, at + 4, "g")
         && saying_is_glued (saying, at + 4);
}

/* Tokens between two hours of one list: "rước nước 7g, tế 9g15". */
#define LIST_REACH 12

/* A number with "g" and two more digits stands nearby, which nothing but a time is written like. */
static gboolean
has_clock_beside (const Saying *saying, int at)
{
  for (int i = at - LIST_REACH; i <= at + LIST_REACH; i++)
    if (saying_matches (saying, i, "g") && saying_is_glued (saying, i)
        && saying_is_number (saying, i - 1) && saying_is_number (saying, i + 1)
        && saying_is_glued (saying, i + 1) && saying_length (saying, i + 1) == 2
        && saying_value (saying, i + 1) < 60)
      return TRUE;
  return FALSE;
}

/* "8g CN", "7g T7": the day of the week follows. */
static gboolean
leads_to_weekday (const Saying *saying, int at)
{
  return saying_matches (saying, at, "CN") || saying_has (saying, at, "thứ")
         || (saying_matches (saying, at, "T") && saying_is_number (saying, at + 1)
             && saying_is_glued (saying, at + 1));
}

/* "lúc 14g", "8g sáng" is an hour. */
static gboolean
follows_time_word (const Saying *saying, int at)
{
  if (saying_value (saying, at) <= 24
      && (has_clock_beside (saying, at) || leads_to_weekday (saying, at + 2)))
    return TRUE;
  return saying_has_topic (saying, at + 2, TOPIC_DAY_PART)
         || saying_class (saying, at - 1) & WORD_CLOCK || is_range_of_hours (saying, at);
}

/* 7h, 7h30, 17h00', 17g30, 6h 30; a lone "g" is a gram. */
static gboolean
read_letters (const Saying *saying, int at, WrittenTime *time)
{
  /* "QL.4H" is a road */
  gboolean is_road = saying_matches (saying, at + 1, "H") && saying_is_mark (saying, at - 1, '.')
                     && saying_is_glued (saying, at);

  if (!is_hour_mark (saying, at + 1) || is_road)
    return FALSE;
  if (!saying_is_glued (saying, at + 1)
      && !(read_apart (saying, at + 2, time) && saying_has (saying, at + 1, "h")))
    return FALSE;
  time->end = at + 2;
  if (read_minute (saying, at + 2, time) || read_apart (saying, at + 2, time))
    time->end = read_rest (saying, at + 3, time);
  return time->end > at + 2 || !saying_matches (saying, at + 1, "g")
         || follows_time_word (saying, at);
}

/* "17 giờ 30": the word "phút" was left out. */
static gboolean
read_words (const Saying *saying, int at, WrittenTime *time)
{
  int minute = saying_value (saying, at + 2);

  if (!saying_has (saying, at + 1, "giờ") || minute < 0 || minute >= 60
      || saying_length (saying, at + 2) > 2
      || saying_class (saying, at + 3) & (WORD_MAGNITUDE | WORD_TOTAL)
      || saying_is_slash (saying, at + 3) || saying_is_mark (saying, at + 3, '%'))
    return FALSE;
  time->minute = minute;
  time->end = at + 3 + saying_has (saying, at + 3, "phút");
  return TRUE;
}

static gboolean
time_read (const Saying *saying, int at, WrittenTime *time)
{
  int hour = saying_value (saying, at);

  *time = (WrittenTime){ .end = at };
  if (hour < 0 || saying_length (saying, at) > 3
      || (saying_is_mark (saying, at - 1, ':') && saying_is_glued (saying, at)))
    return FALSE;
  time->hour = hour;
  if (!read_colons (saying, at, time) && !read_letters (saying, at, time)
      && !read_words (saying, at, time))
    return FALSE;
  /* More than a day is a length of time, which has no minutes here: "48h". */
  return hour <= 24 || time->end == at + 2;
}

/* "3:00 PM", "5pm", "9 a.m.": the part of the day it names; NULL when there is none. */
static const char *
day_part (const Saying *saying, guint hour, int *end)
{
  int at = *end;
  gboolean is_dotted = saying_is_mark (saying, at + 1, '.') && saying_is_glued (saying, at + 1)
                       && saying_has (saying, at + 2, "m");
  gboolean is_morning = saying_has (saying, at, is_dotted ? "a" : "am");

  if (!is_morning && !saying_has (saying, at, is_dotted ? "p" : "pm"))
    return NULL;
  *end = at + (is_dotted ? 3 : 1);
  if (is_dotted && saying_is_mark (saying, *end, '.') && *end + 1 < saying->n_tokens)
    *end += 1;
  if (is_morning)
    return hour == 12 ? "đêm" : "sáng";
  return hour == 12 ? "trưa" : hour < FIRST_EVENING ? "chiều" : "tối";
}

static int
say_read (Saying *saying, const WrittenTime *time)
{
  int end = time->end;
  const char *part = time->hour <= 12 ? day_part (saying, time->hour, &end) : NULL;

  saying_word (saying, "");
  date_words_time (saying->out, &saying->style, time->hour, time->minute, time->second);
  if (part)
    saying_word (saying, part);
  return end;
}

/* "5pm" */
static int
say_bare_hour (Saying *saying, int at)
{
  WrittenTime time = { .end = at + 1, .hour = saying_value (saying, at) };
  int end = time.end;

  if (saying_length (saying, at) > 2 || time.hour > 12
      || day_part (saying, time.hour, &end) == NULL)
    return at;
  return say_read (saying, &time);
}

/* "7-9h": the hour mark stands with the second number only. */
static int
say_hours (Saying *saying, int at)
{
  WrittenTime until;

  if (saying_length (saying, at) > 2 || !saying_is_dash (saying, at + 1)
      || !time_read (saying, at + 2, &until) || saying_value (saying, at) > 24)
    return at;
  saying_cardinal (saying, at);
  if (until.minute > 0)
    saying_word (saying, "giờ");
  saying_word (saying, "đến");
  return say_read (saying, &until);
}

/* "10'", "5'30''", "30''" */
static int
say_minutes (Saying *saying, int at)
{
  guint second;

  if (!saying_is_minute_sign (saying, at + 1) || !saying_is_glued (saying, at + 1))
    return at;
  saying_cardinal (saying, at);
  if (saying_is_glued (saying, at + 2) && is_minute_mark (saying, at + 2)) {
    saying_word (saying, "giây");
    return at + 3;
  }
  saying_word (saying, "phút");
  if (!read_sixty (saying, at + 2, &second))
    return at + 2;
  saying_integer (saying, second);
  saying_word (saying, "giây");
  return skip_second_mark (saying, at + 3);
}

/* "52"34", "12"5": seconds and their parts, as runners are timed. */
static int
say_seconds (Saying *saying, int at)
{
  if (!saying_is_second_sign (saying, at + 1) || !saying_is_glued (saying, at + 1)
      || saying_length (saying, at) > 2 || !saying_is_number (saying, at + 2)
      || !saying_is_glued (saying, at + 2) || saying_length (saying, at + 2) > 2)
    return at;
  saying_cardinal (saying, at);
  saying_word (saying, "giây");
  if (saying_at (saying, at + 2)[0] == '0')
    saying_digits (saying, at + 2);
  else
    saying_cardinal (saying, at + 2);
  return at + 3;
}

/* "24h/24h", "12h/24", "24h/7": hours of all there are, and no others. */
static int
say_out_of (Saying *saying, int at)
{
  WrittenTime whole;

  if (!saying_is_slash (saying, at)
      || !(saying_value (saying, at + 1) == 24 || saying_value (saying, at + 1) == 7))
    return at;
  saying_word (saying, "trên");
  if (time_read (saying, at + 1, &whole))
    return say_read (saying, &whole);
  saying_cardinal (saying, at + 1);
  return at + 2;
}

/* "7h/21/9": the day behind a time, where a slash stands for a space. */
static int
say_day_of_time (Saying *saying, int at)
{
  int day = saying_value (saying, at + 1);
  int month = saying_value (saying, at + 3);

  if (!saying_is_slash (saying, at) || !slash_is_pair (saying, at + 1)
      || !date_exists (ANY_YEAR, month, day))
    return at;
  saying_word (saying, "");
  date_words_date (saying->out, &saying->style, day, month, 0, saying->use_mung);
  saying->date_end = at + 4;
  return at + 4;
}

/* The day in "19h/24" behind a time that ends before `at`; 0 when there is none. */
static int
bare_day (const Saying *saying, int at)
{
  int day = saying_value (saying, at + 1);
  gboolean is_day = saying_is_slash (saying, at) && saying_is_glued (saying, at)
                    && saying_is_number (saying, at + 1) && saying_is_glued (saying, at + 1)
                    && day >= 1 && day <= 31;

  return is_day ? day : 0;
}

/* Tokens from the day of one time to the slash of the next: "24 đến 3h30/". */
#define UNTIL_REACH 6

/* "từ 19h/24 đến 3h/25/11", "từ 19h/24 đến 7h/25": the days of two times, the month perhaps with
 * the second. */
static int
say_bare_day_of_time (Saying *saying, int at)
{
  WrittenTime until;

  if (bare_day (saying, at) == 0)
    return at;
  gboolean is_second =
    saying->date_end > 0 && at - saying->date_end <= UNTIL_REACH
    && (saying_has (saying, saying->date_end, "đến") || saying_is_dash (saying, saying->date_end));
  gboolean is_first = (saying_has (saying, at + 2, "đến") || saying_is_dash (saying, at + 2))
                      && time_read (saying, at + 3, &until) && bare_day (saying, until.end) > 0;
  if (!is_first && !is_second)
    return at;
  saying_word (saying, "ngày");
  saying_cardinal (saying, at + 1);
  saying->date_end = at + 2;
  return at + 2;
}

/* "20g30-22g": behind a time a "g" is no gram. */
static gboolean
until_read (const Saying *saying, int at, WrittenTime *time)
{
  if (time_read (saying, at, time))
    return TRUE;
  if (!saying_matches (saying, at + 1, "g") || !saying_is_glued (saying, at + 1)
      || !saying_is_number (saying, at) || saying_value (saying, at) > 24)
    return FALSE;
  *time = (WrittenTime){ .end = at + 2, .hour = saying_value (saying, at) };
  return TRUE;
}

/* Of what follows a number only few words and marks make a time of it: most numbers are done with
 * here. */
static gboolean
may_be_time (const Saying *saying, int at)
{
  const SpeechToken *next = saying_token (saying, at + 1);

  return next->kind == SPEECH_MARK
         || (next->kind == SPEECH_WORD
             && strchr ("hgpaHGPA", saying_at (saying, at + 1)[0]) != NULL);
}

int
say_time (Saying *saying, int at)
{
  if (!may_be_time (saying, at))
    return at;
  WrittenTime time;
  WrittenTime until;
  int end = say_hours (saying, at);

  if (end == at)
    end = say_minutes (saying, at);
  if (end == at)
    end = say_seconds (saying, at);
  if (end == at)
    end = say_bare_hour (saying, at);
  if (end == at) {
    if (!time_read (saying, at, &time))
      return at;
    end = say_read (saying, &time);
    if (saying_is_dash (saying, end) && until_read (saying, end + 1, &until)) {
      saying_word (saying, "đến");
      end = say_read (saying, &until);
    } else {
      int day = say_day_of_time (saying, end);
      if (day == end)
        day = say_bare_day_of_time (saying, end);
      end = day > end ? day : say_out_of (saying, end);
    }
  }
  saying->time_end = end;
  saying->quantity_end = end;
  saying->was_money = FALSE;
  return end;
}
