/* SPDX-License-Identifier: MIT */
/* Times of day: 7h, 07h00, 17:00, 17g30, 17 giờ 30, 7h30-11h30, 7-9h. */
#include "speech/recognisers.h"

#include "base/i18n.h"
#include "text/date_words.h"

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
  return saying_is_mark (saying, at, '\'') || saying_is_mark (saying, at, 0x2019)
         || saying_is_mark (saying, at, 0x2032) || saying_matches (saying, at, "p")
         || saying_matches (saying, at, "ph") || saying_matches (saying, at, "m");
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
      || !read_sixty (saying, at + 2, &time->minute) || saying_has (saying, at - 1, "lệ")
      || saying_has (saying, at - 1, "số"))
    return FALSE;
  time->end = at + 3;
  if (saying_is_mark (saying, at + 3, ':') && saying_is_glued (saying, at + 3)
      && read_sixty (saying, at + 4, &time->second))
    time->end = at + 5;
  return TRUE;
}

/* 7h, 7h30, 17h00', 17g30; a lone "g" is a gram. */
static gboolean
read_letters (const Saying *saying, int at, WrittenTime *time)
{
  if (!is_hour_mark (saying, at + 1) || !saying_is_glued (saying, at + 1))
    return FALSE;
  time->end = at + 2;
  if (read_sixty (saying, at + 2, &time->minute))
    time->end = at + 3 + (saying_is_glued (saying, at + 3) && is_minute_mark (saying, at + 3));
  return time->end > at + 2 || !saying_matches (saying, at + 1, "g");
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

static void
say_read (Saying *saying, const WrittenTime *time)
{
  saying_word (saying, "");
  date_words_time (saying->out, &saying->style, time->hour, time->minute, time->second);
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
  saying_word (saying, "đến");
  say_read (saying, &until);
  return until.end;
}

/* "10'", "5'30''" */
static int
say_minutes (Saying *saying, int at)
{
  guint second;

  if (!is_minute_mark (saying, at + 1) || saying_is_word (saying, at + 1)
      || !saying_is_glued (saying, at + 1))
    return at;
  saying_cardinal (saying, at);
  saying_word (saying, "phút");
  if (!read_sixty (saying, at + 2, &second))
    return at + 2;
  saying_integer (saying, second);
  saying_word (saying, "giây");
  int end = at + 3;
  while (saying_is_glued (saying, end)
         && (is_minute_mark (saying, end) || saying_is_mark (saying, end, '"')
             || saying_is_mark (saying, end, 0x2033)))
    end++;
  return end;
}

int
say_time (Saying *saying, int at)
{
  WrittenTime time;
  WrittenTime until;
  int end = say_hours (saying, at);

  if (end == at)
    end = say_minutes (saying, at);
  if (end == at) {
    if (!time_read (saying, at, &time))
      return at;
    say_read (saying, &time);
    end = time.end;
    if (saying_is_dash (saying, end) && time_read (saying, end + 1, &until)) {
      saying_word (saying, "đến");
      say_read (saying, &until);
      end = until.end;
    }
  }
  saying->quantity_end = end;
  saying->was_money = FALSE;
  return end;
}
